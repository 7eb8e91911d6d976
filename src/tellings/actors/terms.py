"""Terms of office as dates: an article that calls someone minister was written while they were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tellings.actors.persons import held
from tellings.model.actors import Cast, OfficeClaim, Term
from tellings.vocab.countries import country_name
from tellings.vocab.holders import Holder, holders_of


def terms(cast: Cast) -> tuple[Term, ...]:
    """The days in which each person named with an office held it, where the table of holders knows.

    Whoever is named with "former" makes no claim and so gives no term. Terms with one span are
    alternatives (an office held twice).
    """
    return tuple(term for claim in cast.claims for term in _alternatives(claim))


def _alternatives(claim: OfficeClaim) -> Iterator[Term]:
    """The listed terms, and the time before an office's list begins: who held it later may have held it then too."""
    listed = held(claim.name, claim.office, claim.country)
    yield from (_term(claim, holder) for holder in listed)
    for country, office in sorted({(holder.country, holder.office) for holder in listed}):
        firsts = [holder.first for holder in holders_of(country, office)]
        begins = min((first for first in firsts if first), default=None)
        if begins and None not in firsts:
            detail = f"no {office} of {country_name(country)} before {begins} is listed"
            yield Term(None, begins - timedelta(1), claim.start, claim.end, claim.text, detail)


def _term(claim: OfficeClaim, holder: Holder) -> Term:
    detail = (
        f"{holder.person} was {holder.office} of {country_name(holder.country)} "
        f"from {holder.first or 'an unknown day'} to {holder.last or 'an open end'} ({holder.checked})"
    )
    return Term(holder.first, holder.last, claim.start, claim.end, claim.text, detail, holder.agreed)
