"""Phrases that name an actor: known names, roles and personal names put together into maximal mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tellings.actors import names
from tellings.actors.gazetteer import Piece, scan
from tellings.model.actors import MentionKind
from tellings.model.text import Sentence, Token
from tellings.vocab.agents import Agent, Title, agents, titles
from tellings.vocab.countries import metonyms
from tellings.vocab.organisations import organisations

FORMER = frozenset({"former", "ex", "retired", "late", "ousted", "deposed", "onetime", "ex-", "outgone", "disgraced"})
POSSESSIVES = frozenset({"'s", "’s", "‘s", "'", "’", "‘"})
MODIFIERS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "case", "punct", "quantmod", "predet", "npadvmod", "advmod"}
)
PRONOUNS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
THINGS = frozenset(["it", "its", "itself"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention before it is linked: tokens `first` to `last` of a sentence, and what its words say.

    `country` and `organisation` are what the words around the role name ("China's", "NATO"),
    `possessor` is the token of a pronoun before the role ("his Russian counterpart").
    """

    sentence: int
    first: int
    last: int
    head: int
    kind: MentionKind
    name: str | None = None
    agent: Agent | None = None
    title: Title | None = None
    country: str | None = None
    organisation: str | None = None
    former: bool = False
    possessor: int | None = None


def phrases(sentence: Sentence, known: Callable[[str], bool]) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order, none overlapping."""
    return _Reader(sentence, known).read()


class _Reader:
    """One sentence's pieces by token, put together from left to right."""

    def __init__(self, sentence: Sentence, known: Callable[[str], bool]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        pieces = [piece for piece in scan(sentence) if self._holds(piece)]
        self.people = {first: last for first, last in names.spans(sentence, pieces, known)}
        inside = {i for first, last in self.people.items() for i in range(first, last + 1)}
        self.pieces = {p.first: p for p in pieces if p.kind != "name" and not inside & set(range(p.first, p.last + 1))}
        self.at = {i: p for p in self.pieces.values() for i in range(p.first, p.last + 1)}

    def read(self) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        floor = 0
        for i in range(len(self.tokens)):
            if i < floor:
                continue
            # a state or organisation named alone may yet turn out to stand before a role
            bare = next((p.last + 1 for p in reversed(found) if p.agent or p.kind in {"person", "pronoun"}), 0)
            phrase = self._phrase(i, bare)
            if phrase is not None:
                while found and found[-1].last >= phrase.first:
                    found.pop()
                found.append(phrase)
                floor = phrase.last + 1
        return tuple(found)

    def _holds(self, piece: Piece) -> bool:
        """Whether a role is used as one: a noun, and not the modifier of another noun."""
        if piece.kind != "role":
            return True
        last = self.tokens[piece.last]
        if last.pos not in {"NOUN", "PROPN"}:
            return False
        agent = agents()[piece.key]
        if agent.kind == "office" and last.dep == "compound" and last.tag == "NN":
            return self._follows_name(piece.last)
        return True

    def _follows_name(self, i: int) -> bool:
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is not None and after.pos == "PROPN"

    def _phrase(self, i: int, floor: int) -> Phrase | None:
        piece = self.pieces.get(i)
        if piece is not None and piece.kind in {"role", "title"}:
            return self._role(i, floor)
        if i in self.people:
            return self._person(i, floor, i, None, None)
        if piece is not None and piece.kind in {"state", "adjective", "seat", "organisation"}:
            return self._named(piece)
        if self.tokens[i].lemma.lower() in PRONOUNS | THINGS or self.tokens[i].text.lower() in PRONOUNS | THINGS:
            return Phrase(self.sentence.index, i, i, i, "pronoun")
        return None

    def _role(self, i: int, floor: int) -> Phrase | None:
        """A role or title with what stands before it, the name after it, or the state after "of"."""
        agent: Agent | None = None
        title: Title | None = None
        last = i - 1
        while (piece := self.pieces.get(last + 1)) and piece.kind in {"role", "title"}:
            if piece.kind == "role":
                agent = agents()[piece.key]
            else:
                title = titles()[piece.key]
            last = piece.last
        if last + 1 in self.people:
            return self._person(last + 1, floor, i, agent, title)
        if agent is None:
            return None
        first = self._left(i, floor)
        country, organisation = self._owner(first, last)
        if not (country or organisation) and self._idle(first, last, agent):
            return None
        last, country, organisation = self._of(last, agent, country, organisation)
        return self._made(first, last, self._head(i, last), agent, None, country, organisation, None)

    def _person(self, i: int, floor: int, start: int, agent: Agent | None, title: Title | None) -> Phrase:
        last = self.people[i]
        first = self._left(start, floor)
        country, organisation = self._owner(first, start - 1)
        name = self.sentence.text[self.tokens[i].start : self.tokens[last].end]
        return self._made(first, last, self._head(i, last), agent, title, country, organisation, name)

    def _made(
        self,
        first: int,
        last: int,
        head: int,
        agent: Agent | None,
        title: Title | None,
        country: str | None,
        organisation: str | None,
        name: str | None,
    ) -> Phrase:
        before = {t.text.lower() for t in self.tokens[first:head]}
        possessor = self.tokens[first].i if self.tokens[first].tag == "PRP$" else None
        kind: MentionKind = "person" if name else agent.kind if agent else "person"
        return Phrase(
            self.sentence.index, first, last, head, kind, name, agent, title, country, organisation,
            former=bool(before & FORMER), possessor=possessor,
        )  # fmt: skip

    def _named(self, piece: Piece) -> Phrase:
        head = self._head(piece.first, piece.last)
        if piece.kind == "organisation":
            row = next(row for row in organisations() if row.name == piece.key)
            kind: MentionKind = "organisation" if row.kind == "agency" else row.kind
            return Phrase(self.sentence.index, piece.first, piece.last, head, kind, organisation=piece.key)
        if piece.kind == "seat":
            code = next(seat.code for seat in metonyms() if seat.name == piece.key)
            return Phrase(self.sentence.index, piece.first, piece.last, head, "state", name=piece.key, country=code)
        return Phrase(self.sentence.index, piece.first, piece.last, head, "state", country=piece.key)

    def _idle(self, first: int, last: int, agent: Agent) -> bool:
        """Whether a role names no one by itself: "the party", or "a mediator" said of someone else."""
        indefinite = self.tokens[first].text.lower() in {"a", "an"}
        return not agent.alone or (indefinite and self.tokens[self._head(first, last)].dep in {"attr", "pobj"})

    def _left(self, i: int, floor: int) -> int:
        """The first token of the phrase whose role or name begins at `i`: modifiers, states, articles before it."""
        first = i
        while first > floor and self._belongs(first - 1, first):
            piece = self.at.get(first - 1)
            first = piece.first if piece else first - 1
        while first < i and self.tokens[first].pos in {"PUNCT", "PART", "ADV"}:
            first += 1
        return first

    def _belongs(self, i: int, first: int) -> bool:
        token = self.tokens[i]
        piece = self.at.get(i)
        if piece is not None:
            return piece.kind in {"state", "adjective", "seat", "organisation"} and self._no_boundary(first)
        if token.text in POSSESSIVES:
            return i - 1 in self.at
        if token.pos not in {"ADJ", "DET", "NOUN", "PROPN", "PRON", "NUM", "PUNCT", "VERB", "ADV"}:
            return False
        if token.pos == "PUNCT" and token.text != "-":
            return False
        return token.dep in MODIFIERS and i < token.head and token.pos != "ADV"

    def _no_boundary(self, first: int) -> bool:
        return self.tokens[first].text not in {",", "and"}

    def _owner(self, first: int, last: int) -> tuple[str | None, str | None]:
        """The country and the organisation named in tokens `first` to `last`."""
        country = organisation = None
        for i in range(first, last + 1):
            piece = self.at.get(i)
            if piece is None:
                continue
            if piece.kind in {"state", "adjective"}:
                country = piece.key
            elif piece.kind == "seat":
                country = next(seat.code for seat in metonyms() if seat.name == piece.key)
            elif piece.kind == "organisation":
                organisation = piece.key
        return country, organisation

    def _of(
        self, last: int, agent: Agent, country: str | None, organisation: str | None
    ) -> tuple[int, str | None, str | None]:
        """Take in "of Russia", "for the European Union" after a role; "and" after it keeps states apart."""
        i = last + 1
        if country or organisation or not (i < len(self.tokens) and self.tokens[i].text in {"of", "for"}):
            return last, country, organisation
        i += 1
        if i < len(self.tokens) and self.tokens[i].text.lower() == "the":
            i += 1
        piece = self.pieces.get(i)
        if piece is None or piece.kind not in {"state", "seat", "organisation"} or self._joined(piece.last):
            return last, country, organisation
        return piece.last, *self._owner(piece.first, piece.last)

    def _joined(self, i: int) -> bool:
        return i + 1 < len(self.tokens) and self.tokens[i + 1].text in {"and", "'s", "’s", "‘s"}

    def _head(self, first: int, last: int) -> int:
        """The token of the stretch whose head lies outside it; the last such."""
        inside: Sequence[Token] = self.tokens[first : last + 1]
        outer = [t.i for t in inside if not first <= t.head <= last or t.head == t.i]
        return outer[-1] if outer else last
