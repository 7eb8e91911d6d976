"""Phrases that name an actor: known names, roles and personal names put together into maximal mentions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from tellings.actors import houses, names, plurals
from tellings.actors.extent import MODIFIERS, POSSESSIVES, STATES, Extent
from tellings.actors.gazetteer import Piece, scan
from tellings.actors.houses import house_at
from tellings.actors.lands import marked
from tellings.actors.namings import NONE, Namings, namesakes
from tellings.actors.offices import within
from tellings.actors.phrase import THINGS, Phrase
from tellings.actors.plurals import PERSONAL as PLURALS
from tellings.actors.plurals import plural_at
from tellings.actors.realms import realm_at
from tellings.actors.shorthand import shortened
from tellings.model.actors import MentionKind
from tellings.model.text import Sentence
from tellings.vocab.agents import Agent, Title, agents, titles
from tellings.vocab.countries import metonym
from tellings.vocab.organisations import organisation, sector_by_name

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
PRONOUNS = PERSONAL | THINGS | PLURALS
#: The words without a piece of a name or role that a phrase can begin with.
OPENERS = PRONOUNS | plurals.OPENERS | houses.DETERMINERS | {"the"}
JOINTS = POSSESSIVES | {"and", "the", ","}
#: Between an office and where it is held.
POSTED = frozenset({"for", "to", "of"})
EITHER = frozenset({"latter", "former"})
#: Words before a role that make it a speaker's: inside a quotation nobody's by name.
SPEAKERS = frozenset({"our", "my", "your"})


def phrases(
    sentence: Sentence,
    own: Collection[str] = frozenset(),
    short: Mapping[str, str] = MappingProxyType({}),
    namings: Namings = NONE,
) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order, none overlapping.

    `own` are the article's lands that no table knows, `short` its short names of organisations, `namings` what
    its full names can be shortened to.
    """
    return _Reader(sentence, own, short, namings).read()


class _Reader:
    """One sentence's pieces by token, put together from left to right."""

    def __init__(self, sentence: Sentence, own: Collection[str], short: Mapping[str, str], namings: Namings) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.namings = namings
        named = tuple(shortened(sentence, tuple(namesakes(sentence, scan(sentence), namings)), short))
        scanned = tuple(marked(sentence, named, own))
        pieces = [piece for piece in names.of_states(sentence, scanned) if self._acts(piece)]
        self.people = dict(names.spans(sentence, pieces, namings))
        inside = {i for first, last in self.people.items() for i in range(first, last + 1)}
        kept = [p for p in pieces if p.kind != "name" and not inside & set(range(p.first, p.last + 1))]
        kept = list(names.with_bodies(sentence, kept, inside))
        self.pieces = {piece.first: piece for piece in kept}
        self.at = {i: piece for piece in kept for i in range(piece.first, piece.last + 1)}
        self.extent = Extent(sentence, self.pieces, self.at)

    def read(self) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for i in range(len(self.tokens)):
            if (found and i <= found[-1].last) or not self._may_begin(i):  # three words in four
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

    def _may_begin(self, i: int) -> bool:
        return i in self.pieces or i in self.people or self.tokens[i].text.lower() in OPENERS

    def _phrase(self, i: int, floor: int) -> Phrase | None:
        word = self.tokens[i].text.lower()
        plural = plural_at(self.sentence, i)
        if plural is not None:
            return Phrase(self.sentence.index, i, plural.last, plural.head, "group", i, plural=plural)
        house = self._house(i) or self._realm(i)
        if house is not None:
            return house
        if self._either(i):
            return Phrase(self.sentence.index, i, i + 1, i + 1, "pronoun", i)
        piece = self.pieces.get(i)
        if piece is not None and piece.kind in {"role", "title"}:
            return self._role(i, floor)
        if i in self.people:
            return self._person(i, floor, i, None, None)
        if piece is not None:
            return self._named(piece)
        if word in PRONOUNS:
            return Phrase(self.sentence.index, i, i, i, "pronoun", i)
        return None

    def _house(self, i: int) -> Phrase | None:
        """A word for an organisation named before, unless it is one that names someone by itself ("the militia")."""
        last = house_at(self.sentence, i, self.at)
        piece = self.at.get(last) if last is not None else None
        agent = agents()[piece.key] if piece and piece.kind == "role" else None
        if last is None or (agent and agent.alone) or (piece and piece.kind != "role"):
            return None
        country, _ = self.extent.owner(i, last - 1)
        return Phrase(self.sentence.index, i, last, last, "pronoun", i, agent=agent, country=country, house=True)

    def _realm(self, i: int) -> Phrase | None:
        """A word for a state named before."""
        last = realm_at(self.sentence, i, self.at)
        return Phrase(self.sentence.index, i, last, last, "pronoun", i, realm=True) if last is not None else None

    def _either(self, i: int) -> bool:
        """ "The latter", "the former", with no noun after them."""
        the, word = self.tokens[i].text.lower(), self.tokens[i + 1 : i + 2]
        return the == "the" and any(t.lemma in EITHER and t.dep not in MODIFIERS | {"advmod"} for t in word)

    def _role(self, i: int, floor: int) -> Phrase | None:
        """A role or title with what stands before it, the name after it, or the state after "of"."""
        agent: Agent | None = None
        title: Title | None = None
        last = i - 1
        while (piece := self.pieces.get(last + 1)) and piece.kind in {"role", "title"}:
            agent = within(agent, agents()[piece.key]) if piece.kind == "role" else agent
            title = titles()[piece.key] if piece.kind == "title" else title
            last = piece.last
        named = names.posted(self.sentence, last, self.at) + 1 if agent else last + 1
        if named in self.people:
            return self._person(named, floor, i, agent, title)
        if agent is None:
            return None
        return self._shared(i, floor, last, agent) or self._unnamed(i, floor, last, agent)

    def _shared(self, i: int, floor: int, last: int, agent: Agent) -> Phrase | None:
        """One plural role of several states: "Russian and Chinese ministers", "the presidents of Kenya and Chad"."""
        if self.tokens[last].tag not in {"NNS", "NNPS"}:
            return None
        first, codes = self._states_before(i, floor)
        if len(codes) < 2:
            first = self.extent.left(i, floor)
            last, codes = self._states_after(last)
        if len(codes) < 2:
            return None
        head = self.extent.head(first, last)
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
        first = self.extent.left(i, floor)
        country, owner = self.extent.owner(first, last)
        if not (country or owner):
            end, agent = self.extent.after(last, agent)
            country, owner = self.extent.owner(last + 1, end)
            last = end
        else:
            agent = self.extent.seated(first, last, agent)
        if not (country or owner):
            if self._idle(first, last, agent):
                return None
            country = self.extent.based(last, agent)
        return Phrase(
            self.sentence.index, first, last, self.extent.head(i, last), agent.kind, i,
            agent=agent, country=country, organisation=owner, before=self.extent.words(first, i),
        )  # fmt: skip

    def _person(self, i: int, floor: int, start: int, agent: Agent | None, title: Title | None) -> Phrase:
        last = self.people[i]
        first = start if self._posted_to(start) else self.extent.left(start, floor)
        name = self.sentence.text[self.tokens[i].start : self.tokens[last].end]
        country, owner = self.extent.owner(first, start - 1)
        if agent and not (country or owner):
            end, agent = self.extent.after(last, agent, joined=True)
            country, owner = self.extent.owner(last + 1, end)
            last = end
        return Phrase(
            self.sentence.index, first, last, self.extent.head(i, last), "person", start,
            name, agent, title, country, owner, self.extent.words(first, start),
        )  # fmt: skip

    def _posted_to(self, i: int) -> bool:
        """ "The UN envoy for Chad Ana Rell": the land before her name is where she is posted."""
        land = self.at.get(i - 1)
        return bool(land and land.first and land.kind == "state" and self.tokens[land.first - 1].text in POSTED)

    def _named(self, piece: Piece) -> Phrase | None:
        index, head = self.sentence.index, self.extent.head(piece.first, piece.last)
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
        return next((p.key for p in inner if p.kind in {"state", "adjective"}), None) or self._site(piece)

    def _site(self, piece: Piece) -> str | None:
        """The country of a city in the name of a school, bank or court: "Bank of Bamako"."""
        return self.extent.city(piece.first, piece.last) if sector_by_name(piece.key) else None

    def _language(self, piece: Piece) -> bool:
        """ "In Russian", "speaks English": a tongue, no state."""
        token = self.tokens[piece.last]
        return (
            piece.kind == "adjective"
            and token.dep == "pobj"
            and token.tag in {"NNP", "NN", "JJ"}
            and token.text.endswith(("an", "sh", "ese"))
        )

    def _idle(self, first: int, last: int, agent: Agent) -> bool:
        """Whether a role names no one by itself: "the party", or "a mediator" said of someone else."""
        indefinite = self.tokens[first].text.lower() in {"a", "an"} and len(self.tokens) > last - first + 2
        speakers = self.tokens[first].text.lower() in SPEAKERS
        told_of = self.tokens[first].text.lower() == "the" and agent.words in self.namings.roles
        if speakers or not (agent.alone or told_of or self._of_a_land(first, last, agent)):
            return True
        return indefinite and self.tokens[self.extent.head(first, last)].dep in {"attr", "pobj"}

    def _of_a_land(self, first: int, last: int, agent: Agent) -> bool:
        """ "Drovian artillery": arms of a land that no table knows, by the adjective before them."""
        arms = agent.sector == "MIL" and agent.kind == "body"
        return arms and any(t.ent == "NORP" and t.dep in {"amod", "compound"} for t in self.tokens[first:last])
