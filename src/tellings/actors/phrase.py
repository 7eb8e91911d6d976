"""A phrase that names an actor, before it is linked: what its own words say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.actors.persons import HEADS
from tellings.actors.plurals import Plural
from tellings.model.actors import MentionKind
from tellings.vocab.agents import Agent, Title
from tellings.vocab.organisations import organisation

FORMER = frozenset({"former", "ex", "retired", "late", "ousted", "deposed", "onetime", "disgraced"})
#: Words before an office that make it another one, or that someone held it at another time.
LESSER = frozenset({"deputy", "vice", "assistant", "shadow", "then", "incoming", "next", "future", "first", "acting"})
ANYONE = frozenset({"no", "any", "every", "each", "first", "another", "neither"})
THINGS = frozenset({"it", "its", "itself"})
ACTING = frozenset({"acting", "first"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention before it is linked: tokens `first` to `last` of a sentence, and what its words say.

    `country` and `organisation` are what the words around a role name ("China's", "NATO"), `before`
    the words in front of the name or role in lower case, `role` its first token. `plural` is a naming of
    several by a number ("both sides"), `countries` those that share a role ("Russian and Chinese ministers");
    `house` marks a word for an organisation named before ("the bloc"), `realm` one for a state ("the kingdom").
    """

    sentence: int
    first: int
    last: int
    head: int
    kind: MentionKind
    role: int
    name: str | None = None
    agent: Agent | None = None
    title: Title | None = None
    country: str | None = None
    organisation: str | None = None
    before: frozenset[str] = frozenset()
    plural: Plural | None = None
    countries: tuple[str, ...] = ()
    house: bool = False
    realm: bool = False

    @property
    def former(self) -> bool:
        """Whether the office is one that was held before."""
        return bool(self.before & FORMER)

    @property
    def anyone(self) -> bool:
        """Whether the role is nobody's by name: "no Kenyan leader", "the first leader to cross"."""
        return bool(self.before & ANYONE)

    @property
    def office(self) -> str | None:
        """The office's canonical name: "defence minister", "head of NATO", "deputy trade minister"."""
        if self.agent is None or self.agent.kind != "office":
            return None
        lesser = sorted(self.before & LESSER - ACTING)
        own = self.organisation and _own_office(self.organisation, self.agent.office)
        office = f"{self.agent.office} of {self.organisation}" if own else self.agent.office
        return f"{lesser[0]} {office}" if lesser else office


def _own_office(body: str, office: str) -> bool:
    """Whether an office is named after its organisation: "head of NATO", but "spokesperson" of a ministry."""
    row = organisation(body)
    return office in HEADS or (not office.endswith("minister") and (row is None or row.kind != "body"))


def singular(words: str) -> str:
    """A role's words for one: "navies" is "navy"."""
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


def joined(names: Sequence[str]) -> str:
    """Names as English lists them: "Kenya, Uganda and Chad"."""
    return " and ".join([", ".join(names[:-1]), names[-1]])
