"""Terms of office as dates: an article that calls someone minister was written while they were."""

from __future__ import annotations

from tellings.actors.persons import held
from tellings.model.actors import Cast, OfficeClaim, Term
from tellings.vocab.countries import country_name
from tellings.vocab.holders import Holder


def terms(cast: Cast) -> tuple[Term, ...]:
    """The days in which each person named with an office held it, where the table of holders knows.

    Whoever is named with "former" makes no claim and so gives no term. Terms with one span are
    alternatives (an office held twice).
    """
    return tuple(
        _term(claim, holder) for claim in cast.claims for holder in held(claim.name, claim.office, claim.country)
    )


def _term(claim: OfficeClaim, holder: Holder) -> Term:
    detail = (
        f"{holder.person} was {holder.office} of {country_name(holder.country)} "
        f"from {holder.first or 'an unknown day'} to {holder.last or 'an open end'} ({holder.checked})"
    )
    return Term(holder.first, holder.last, claim.start, claim.end, claim.text, detail)
