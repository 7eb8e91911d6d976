"""Phrases that name an actor: known names, roles and personal names put together into maximal mentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tellings.actors import names
from tellings.actors.gazetteer import Piece, scan
from tellings.actors.persons import HEADS
from tellings.actors.plurals import PERSONAL as PLURALS
from tellings.actors.plurals import Plural, plural_at
from tellings.model.actors import MentionKind
from tellings.model.text import Sentence
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.vocab.agents import Agent, Title, agents, titles
from tellings.vocab.countries import metonym
from tellings.vocab.organisations import organisation

FORMER = frozenset({"former", "ex", "retired", "late", "ousted", "deposed", "onetime", "disgraced"})
#: Words before an office that make it another one, or that someone held it at another time.
LESSER = frozenset({"deputy", "vice", "assistant", "shadow", "then", "incoming", "next", "future", "first", "acting"})
ANYONE = frozenset({"no", "any", "every", "each", "first", "another", "neither"})
ACTING = frozenset({"acting", "first"})
POSSESSIVES = frozenset({"'s", "’s", "‘s", "'", "’", "‘"})
MODIFIERS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "case", "punct", "quantmod", "predet"})
MODIFYING = frozenset({"ADJ", "DET", "NOUN", "PROPN", "PRON", "NUM", "VERB"})
PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
THINGS = frozenset({"it", "its", "itself"})
OWNERS = frozenset({"state", "adjective", "seat", "organisation"})
STATES = frozenset({"state", "adjective"})
JOINTS = POSSESSIVES | {"and", "the", ","}
#: Sectors whose people are named by where they live: "people in the UK", "residents of Kyiv".
DWELLERS = frozenset({"CVL", "REF", "REL", "EDU", "MED"})
LONGEST_PLACE = 3
HEADS_BY_SECTOR = {"SPY": "intelligence chief", "COP": "police chief", "MIL": "commander"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention before it is linked: tokens `first` to `last` of a sentence, and what its words say.

    `country` and `organisation` are what the words around a role name ("China's", "NATO"), `before`
    the words in front of the name or role in lower case, `role` its first token. `plural` is a naming of
    several by a number ("both sides"), `countries` those that share a role ("Russian and Chinese ministers").
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


def _within(body: Agent | None, agent: Agent) -> Agent:
    """An office inside an organ takes the organ's sector: "military intelligence chief", "army spokesman"."""
    if body is None or body.kind == "office" or agent.office not in {"head", "spokesperson", "official"}:
        return agent
    office = HEADS_BY_SECTOR.get(body.sector, agent.office) if agent.office == "head" else agent.office
    return replace(agent, sector=body.sector, office=office)


def phrases(sentence: Sentence, known: Callable[[str], bool]) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order, none overlapping; `known` tells a surname named in full elsewhere."""
    return _Reader(sentence, known).read()


class _Reader:
    """One sentence's pieces by token, put together from left to right."""

    def __init__(self, sentence: Sentence, known: Callable[[str], bool]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        pieces = [piece for piece in scan(sentence) if self._acts(piece)]
        self.people = dict(names.spans(sentence, pieces, known))
        inside = {i for first, last in self.people.items() for i in range(first, last + 1)}
        kept = [p for p in pieces if p.kind != "name" and not inside & set(range(p.first, p.last + 1))]
        kept = list(names.with_bodies(sentence, kept, inside))
        self.pieces = {piece.first: piece for piece in kept}
        self.at = {i: piece for piece in kept for i in range(piece.first, piece.last + 1)}

    def read(self) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for i in range(len(self.tokens)):
            if found and i <= found[-1].last:
                continue
            # a state or organisation named alone may yet turn out to stand before a role
            floor = next((p.last + 1 for p in reversed(found) if p.agent or p.kind == "person"), 0)
            phrase = self._phrase(i, floor)
            if phrase is not None:
                while found and found[-1].last >= phrase.first:
                    found.pop()
                found.append(phrase)
        return tuple(found)

    def _acts(self, piece: Piece) -> bool:
        """Whether a role is used as one: a noun, and not a mere modifier ("a minister meeting")."""
        if piece.kind != "role":
            return True
        last = self.tokens[piece.last]
        after = self.tokens[piece.last + 1] if piece.last + 1 < len(self.tokens) else None
        office = agents()[piece.key].kind == "office"
        if office and after is not None and after.pos == "PROPN":
            return True
        other = last.pos in {"VERB", "AUX", "ADJ", "ADV", "ADP"} and last.dep != "ROOT"
        return not (other or (office and last.dep == "compound" and last.tag == "NN"))

    def _phrase(self, i: int, floor: int) -> Phrase | None:
        plural = plural_at(self.sentence, i)
        if plural is not None:
            return Phrase(self.sentence.index, i, plural.last, plural.head, "group", i, plural=plural)
        piece = self.pieces.get(i)
        if piece is not None and piece.kind in {"role", "title"}:
            return self._role(i, floor)
        if i in self.people:
            return self._person(i, floor, i, None, None)
        if piece is not None:
            return self._named(piece)
        if self.tokens[i].text.lower() in PERSONAL | THINGS | PLURALS:
            return Phrase(self.sentence.index, i, i, i, "pronoun", i)
        return None

    def _role(self, i: int, floor: int) -> Phrase | None:
        """A role or title with what stands before it, the name after it, or the state after "of"."""
        agent: Agent | None = None
        title: Title | None = None
        last = i - 1
        while (piece := self.pieces.get(last + 1)) and piece.kind in {"role", "title"}:
            agent = _within(agent, agents()[piece.key]) if piece.kind == "role" else agent
            title = titles()[piece.key] if piece.kind == "title" else title
            last = piece.last
        if last + 1 in self.people:
            return self._person(last + 1, floor, i, agent, title)
        if agent is None:
            return None
        return self._shared(i, floor, last, agent) or self._unnamed(i, floor, last, agent)

    def _shared(self, i: int, floor: int, last: int, agent: Agent) -> Phrase | None:
        """One plural role of several states: "Russian and Chinese ministers", "the presidents of Kenya and Chad"."""
        if self.tokens[last].tag not in {"NNS", "NNPS"}:
            return None
        first, codes = self._states_before(i, floor)
        if len(codes) < 2:
            first = self._left(i, floor)
            last, codes = self._states_after(last)
        if len(codes) < 2:
            return None
        head = self._head(first, last)
        return Phrase(self.sentence.index, first, last, head, "group", i, agent=agent, countries=codes)

    def _states_before(self, i: int, floor: int) -> tuple[int, tuple[str, ...]]:
        found: list[Piece] = []
        first = i
        while (j := self._skip(first - 1, -1)) >= floor and (piece := self.at.get(j)) and self._alike(piece, found):
            first, found = piece.first, [piece, *found]
        first -= first > floor and self.tokens[first - 1].text.lower() == "the"
        joined = any(token.text == "and" for token in self.tokens[first:i])
        return first, tuple(dict.fromkeys(piece.key for piece in found)) if joined else ()

    def _alike(self, piece: Piece, found: list[Piece]) -> bool:
        """Whether a state before a role can share it with those after: "U.S. and Chinese", not "Mali and Chadian"."""
        short = self.tokens[piece.first].text.isupper()
        return piece.kind in STATES and (not found or short or piece.kind == found[0].kind)

    def _states_after(self, last: int) -> tuple[int, tuple[str, ...]]:
        codes: list[str] = []
        joint = last + 1 < len(self.tokens) and self.tokens[last + 1].text == "of"
        j = last + 2
        while joint and (piece := self.at.get(self._skip(j, 1))) and piece.kind == "state":
            last, j, codes = piece.last, piece.last + 1, [*codes, piece.key]
        owner = last + 1 < len(self.tokens) and self.tokens[last + 1].text in POSSESSIVES
        return last, () if owner else tuple(dict.fromkeys(codes))

    def _skip(self, i: int, step: int) -> int:
        """The next token that is no comma, "and", "the" or mark of a possessive."""
        while 0 <= i < len(self.tokens) and self.tokens[i].text in JOINTS:
            i += step
        return i

    def _unnamed(self, i: int, floor: int, last: int, agent: Agent) -> Phrase | None:
        first = self._left(i, floor)
        country, owner = self._owner(first, last)
        if not (country or owner):
            end = self._after(last, agent)
            country, owner = self._owner(last + 1, end)
            last = end
        if not (country or owner) and self._idle(first, last, agent):
            return None
        return Phrase(
            self.sentence.index, first, last, self._head(i, last), agent.kind, i,
            agent=agent, country=country, organisation=owner, before=self._words(first, i),
        )  # fmt: skip

    def _person(self, i: int, floor: int, start: int, agent: Agent | None, title: Title | None) -> Phrase:
        last = self.people[i]
        first = self._left(start, floor)
        name = self.sentence.text[self.tokens[i].start : self.tokens[last].end]
        country, owner = self._owner(first, start - 1)
        if agent and not (country or owner):
            end = self._after(last, agent, joined=True)
            country, owner = self._owner(last + 1, end)
            last = end
        return Phrase(
            self.sentence.index, first, last, self._head(i, last), "person", start,
            name, agent, title, country, owner, self._words(first, start),
        )  # fmt: skip

    def _named(self, piece: Piece) -> Phrase | None:
        index, head = self.sentence.index, self._head(piece.first, piece.last)
        if piece.kind == "organisation":
            row = organisation(piece.key)
            kind: MentionKind = "organisation" if row is None or row.kind == "agency" else row.kind
            country = None if row else self._inner_country(piece)
            return Phrase(index, piece.first, piece.last, head, kind, piece.first, None, None, None, country, piece.key)
        if piece.kind == "seat":
            code = metonym(piece.key).code
            return Phrase(index, piece.first, piece.last, head, "state", piece.first, piece.key, country=code)
        if piece.kind in {"state", "adjective"} and not self._language(piece):
            return Phrase(index, piece.first, piece.last, head, "state", piece.first, country=piece.key)
        return None

    def _inner_country(self, piece: Piece) -> str | None:
        inner = (p for p in scan(self.sentence) if piece.first <= p.first and p.last <= piece.last)
        return next((p.key for p in inner if p.kind in {"state", "adjective"}), None)

    def _language(self, piece: Piece) -> bool:
        """ "In Russian", "speaks English": a tongue, no state."""
        token = self.tokens[piece.last]
        return (
            piece.kind == "adjective"
            and token.dep == "pobj"
            and token.tag in {"NNP", "NN", "JJ"}
            and token.text.endswith(("an", "sh", "ese"))
        )

    def _left(self, i: int, floor: int) -> int:
        """The first token of the phrase whose role or name begins at `i`: modifiers, states, articles before it."""
        first = i
        while first > floor and self._belongs(first - 1):
            piece = self.at.get(first - 1)
            first = piece.first if piece else first - 1
        while first < i and self.tokens[first].pos in {"PUNCT", "PART", "ADV"} and first not in self.at:
            first += 1
        return first

    def _belongs(self, i: int) -> bool:
        token = self.tokens[i]
        if i in self.at:
            return self.at[i].kind in OWNERS
        if token.text in POSSESSIVES:
            return i - 1 in self.at and self.at[i - 1].kind in OWNERS
        if token.text == "-" or token.text.lower() in FORMER | LESSER:
            return True
        return token.pos in MODIFYING and token.dep in MODIFIERS and i < token.head

    def _words(self, first: int, end: int) -> frozenset[str]:
        return frozenset(token.text.lower().strip("-") for token in self.tokens[first:end])

    def _owner(self, first: int, last: int) -> tuple[str | None, str | None]:
        """The country and the organisation named in tokens `first` to `last`; a city's country where neither is."""
        country = owner = None
        for piece in dict.fromkeys(self.at[i] for i in range(first, last + 1) if i in self.at):
            if piece.kind in {"state", "adjective"}:
                country = piece.key
            elif piece.kind == "seat":
                country = metonym(piece.key).code
            elif piece.kind == "organisation" and organisation(piece.key):
                owner = piece.key
        return (country, owner) if country or owner else (self._city(first, last), None)

    def _city(self, first: int, last: int) -> str | None:
        """The country of the largest place among the capitals before a role: "Kano State government"."""
        for i in range(first, last + 1):
            for j in reversed(range(i, min(i + LONGEST_PLACE, last + 1))):
                text = self.sentence.text[self.tokens[i].start : self.tokens[j].end]
                known = places().get(fold_place(text), ()) if self.tokens[i].pos == "PROPN" else ()
                if known and i not in self.at:
                    return max(known, key=lambda entry: entry.rank).country
        return None

    def _after(self, last: int, agent: Agent, *, joined: bool = False) -> int:
        """The last token of "of Russia" after a role; "and" after it keeps states apart, unless `joined`."""
        joints = {"of", "for", "in"} if agent.sector in DWELLERS else {"of", "for"}
        i = last + 1
        if not (i < len(self.tokens) and self.tokens[i].text in joints):
            return last
        i += 1 + (i + 1 < len(self.tokens) and self.tokens[i + 1].text.lower() == "the")
        piece = self.pieces.get(i)
        if agent.office == "spokesperson" and (organ := self._organ(i)):
            return organ.last
        if piece is None or piece.kind not in OWNERS - {"adjective"}:
            return last
        after = self.tokens[piece.last + 1].text if piece.last + 1 < len(self.tokens) else ""
        return last if after in POSSESSIVES or (after == "and" and not joined) else piece.last

    def _organ(self, i: int) -> Piece | None:
        """The organ at a token, a state before it or not: "the spokeswoman of the Malian army"."""
        owner = self.pieces.get(i)
        piece = self.pieces.get(owner.last + 1) if owner and owner.kind in STATES else owner
        return piece if piece and piece.kind == "role" and agents()[piece.key].kind == "body" else None

    def _idle(self, first: int, last: int, agent: Agent) -> bool:
        """Whether a role names no one by itself: "the party", or "a mediator" said of someone else."""
        indefinite = self.tokens[first].text.lower() in {"a", "an"} and len(self.tokens) > last - first + 2
        return not agent.alone or (indefinite and self.tokens[self._head(first, last)].dep in {"attr", "pobj"})

    def _head(self, first: int, last: int) -> int:
        """The token of the stretch whose head lies outside it; the last such."""
        outer = [t.i for t in self.tokens[first : last + 1] if not first <= t.head <= last or t.head == t.i]
        return outer[-1] if outer else last
