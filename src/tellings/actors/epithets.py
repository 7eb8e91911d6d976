"""Namings by a word for what someone is: "the latter", "the diplomat", "the Asian leader"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from tellings.actors.chains import Chain, Chains
from tellings.actors.persons import is_leader, terms_of
from tellings.actors.phrase import Phrase
from tellings.actors.pronouns import REACH, Candidate
from tellings.vocab.tables import rows, several

PEOPLE = frozenset({"person", "office"})
DIPLOMATS = frozenset(
    {"ambassador", "attache", "charge d'affaires", "consul", "consul general", "deputy foreign minister", "envoy",
     "foreign minister", "mediator", "national security adviser", "negotiator", "permanent representative",
     "special representative", "spokesperson", "top diplomat"}
)  # fmt: skip
ENVOYS = frozenset({"ambassador", "envoy", "mediator", "negotiator", "special representative"})
#: Whom a word can mean, by canonical office; None for whoever holds one below a head of state.
MEANT: Mapping[str, frozenset[str] | None] = {
    "diplomat": DIPLOMATS,
    "top diplomat": DIPLOMATS - {"spokesperson"},
    "senior diplomat": DIPLOMATS,
    "chief diplomat": DIPLOMATS - {"spokesperson"},
    "envoy": ENVOYS,
    "negotiator": ENVOYS,
    "mediator": ENVOYS,
    "official": None,
    "top official": None,
    "senior official": None,
    "politician": None,
}


def latter(phrase: Phrase, first: bool, known: Sequence[Candidate]) -> int | None:
    """ "The latter", or `first` "the former", of two persons named before; of two states where no two persons are."""
    near = [c for c in known if phrase.sentence - 1 <= c.sentence and (c.sentence, c.first) < _place(phrase)]
    for kinds in (PEOPLE, {"state", "organisation"}):
        last = dict.fromkeys(c.entity for c in reversed(near) if c.kind in kinds)
        if len(last) > 1:
            return list(last)[1 if first else 0]
    return None


def epithet(phrase: Phrase, definite: bool, known: Sequence[Candidate], chains: Chains) -> int | None:
    """Whom "the diplomat" or "the European leader" means: the last main subject whom it fits, else the last such."""
    if phrase.agent is None or not definite or phrase.organisation or phrase.former:
        return None
    fitting = [c for c in known if _near(c, phrase) and _fits(chains.chains[c.entity], phrase)]
    subjects = [c for c in fitting if c.role == "subject"]
    return ([c for c in subjects if c.main] or subjects or fitting)[-1].entity if fitting else None


def _place(phrase: Phrase) -> tuple[int, int]:
    return phrase.sentence, phrase.first


def _near(candidate: Candidate, phrase: Phrase) -> bool:
    return candidate.kind in PEOPLE and phrase.sentence - REACH <= candidate.sentence and not candidate.quoted


def _fits(chain: Chain, phrase: Phrase) -> bool:
    if phrase.agent is None or chain.kind not in PEOPLE or chain.former:
        return False
    offices = {chain.office} if chain.office else {h.office for h in terms_of(chain.name, chain.country)}
    region = region_of(phrase.before)
    if region:
        return chain.country in region and is_leader(phrase.agent.office) and any(map(is_leader, offices))
    apart = phrase.country is not None and phrase.country != chain.country
    return not apart and phrase.agent.words in MEANT and _can_be(offices, MEANT[phrase.agent.words])


def _can_be(offices: Collection[str], meant: frozenset[str] | None) -> bool:
    return any(office in meant if meant is not None else not is_leader(office) for office in offices)


def region_of(before: Collection[str]) -> frozenset[str]:
    """The countries of the region named among the words before a role, none where none is."""
    words = set(before)
    fitting = [(name, codes) for name, codes in _regions().items() if set(name.split()) <= words]
    return max(fitting, key=lambda pair: len(pair[0]), default=("", frozenset()))[1]


@cache
def _regions() -> dict[str, frozenset[str]]:
    return {row["adjective"]: frozenset(several(row["countries"])) for row in rows("continents.tsv")}
