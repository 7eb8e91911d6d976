"""How far a phrase reaches around its role or name, and whose it is: "China's", "of Russia", "the Kano State"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from tellings.actors.gazetteer import Piece
from tellings.actors.offices import at_seat, in_organ, of_field
from tellings.actors.phrase import FORMER, LESSER
from tellings.model.text import Sentence, Token
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.vocab.agents import Agent, agents
from tellings.vocab.countries import metonym
from tellings.vocab.organisations import organisation

POSSESSIVES = frozenset({"'s", "’s", "‘s", "'", "’", "‘"})
MODIFIERS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "case", "punct", "quantmod", "predet"})
MODIFYING = frozenset({"ADJ", "DET", "NOUN", "PROPN", "PRON", "NUM", "VERB"})
OWNERS = frozenset({"state", "adjective", "seat", "organisation"})
STATES = frozenset({"state", "adjective"})
#: Sectors whose people are named by where they live: "people in the UK", "residents of Kyiv".
DWELLERS = frozenset({"CVL", "REF", "REL", "EDU", "MED"})
#: Names of parts of a continent that only look like a state's: "the South American leader".
CONTINENTS = frozenset({"Latin American", "Central American", "South American", "North American"})
#: Sectors of which a place after "in" or "at" tells the country: troops, diplomats and refugees are often abroad.
AT_HOME = DWELLERS - {"REF"} | {"AGR", "BUS", "COP", "CRM", "JRN", "JUD", "LAB", "OPP", "PRE", "PTY"}
#: Organs that are never abroad.
RULING = frozenset(
    {"administration", "authorities", "cabinet", "government", "junta", "legislature", "military government",
     "national assembly", "parliament", "regime", "senate"}
)  # fmt: skip
PARTICIPLES = frozenset({"VBN", "VBG"})
TIMES = frozenset({"DATE", "TIME"})
#: How the parse takes a place before a role that it does not know as a name ("Rakhine villagers").
NOUNS = frozenset({"NOUN", "ADJ"})
#: Lands go before towns of their name: Florida is the state, not the town in Colombia.
LANDS = frozenset({"region", "state"})
PLACING = frozenset({"at", "in", "from"})
LONGEST_PLACE = 3
#: What a president may preside over that is no state, with the sector that goes with it.
HOUSES: Mapping[str, str] = {
    "company": "BUS", "firm": "BUS", "corporation": "BUS", "bank": "BUS", "airline": "BUS", "chamber": "BUS",
    "club": "SOC", "federation": "SOC", "foundation": "CVL", "association": "CVL", "society": "CVL", "union": "LAB",
    "party": "PTY", "university": "EDU", "college": "EDU", "institute": "EDU", "academy": "EDU", "court": "JUD",
    "tribunal": "JUD", "commission": "GOV", "committee": "GOV", "council": "GOV", "conference": "GOV",
}  # fmt: skip
OF_HOUSES = frozenset({"president", "vice president", "leader"})
#: Words between a role and its place: "professor of strategic studies at the University of Aden".
LONGEST_WAY = 12


@dataclass(frozen=True, slots=True)
class Extent:
    """A sentence with its known names: `pieces` by first token, `at` by every token."""

    sentence: Sentence
    pieces: Mapping[int, Piece]
    at: Mapping[int, Piece]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def left(self, i: int, floor: int) -> int:
        """The first token of the phrase whose role or name begins at `i`: modifiers, states, articles before it."""
        first = i
        while first > floor and self._belongs(first - 1) and not self._begins(first):
            piece = self.at.get(first - 1)
            first = piece.first if piece else first - 1
        while first < i and self.tokens[first].pos in {"PUNCT", "PART", "ADV"} and first not in self.at:
            first += 1
        return first

    def _begins(self, i: int) -> bool:
        """Whether a token opens a noun phrase: a determiner does, so that what stands before is another's."""
        token = self.tokens[i]
        opens = token.pos == "DET" or token.tag == "PRP$"
        return i not in self.at and opens and token.text.lower() not in {"all", "both", "half"}

    def _belongs(self, i: int) -> bool:
        token = self.tokens[i]
        if i in self.at:
            return self.at[i].kind in OWNERS or self.at[i].key in CONTINENTS
        if token.text in POSSESSIVES:
            return i - 1 in self.at and self.at[i - 1].kind in OWNERS
        if token.text.lower() in FORMER | LESSER or self._glues(i):
            return True
        if token.pos == "VERB" and token.tag not in PARTICIPLES:
            return False
        return token.pos in MODIFYING and token.dep in MODIFIERS and i < token.head and token.ent not in TIMES

    def _glues(self, i: int) -> bool:
        """Whether a token is the hyphen of one word, and no dash."""
        return self.tokens[i].text == "-" and i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def words(self, first: int, end: int) -> frozenset[str]:
        """The tokens from `first` to before `end` in lower case."""
        return frozenset(token.text.lower().strip("-") for token in self.tokens[first:end])

    def owner(self, first: int, last: int) -> tuple[str | None, str | None]:
        """The country and the organisation named in tokens `first` to `last`; a city's country where neither is."""
        country = owner = None
        for piece in dict.fromkeys(self.at[i] for i in range(first, last + 1) if i in self.at):
            if piece.kind in {"state", "adjective"}:
                country = piece.key
            elif piece.kind == "seat":
                country = metonym(piece.key).code
            elif piece.kind == "organisation" and organisation(piece.key):
                owner = piece.key
        return (country, owner) if country or owner else (self.city(first, last), None)

    def city(self, first: int, last: int) -> str | None:
        """The country of the largest place among the capitals before a role: "Kano State government"."""
        for i in range(first, last + 1):
            for j in reversed(range(i, min(i + LONGEST_PLACE, last + 1))):
                text = self.sentence.text[self.tokens[i].start : self.tokens[j].end]
                known = [place for place in places().get(fold_place(text), ()) if self._placed(i, place.what)]
                inside = i > first and self.tokens[i - 1].pos == "PROPN"
                if known and i not in self.at and not inside and not self._goes_on(j):
                    return max(known, key=lambda entry: (entry.what in LANDS, entry.rank)).country
        return None

    def _goes_on(self, last: int) -> bool:
        """Whether a place's name would stop inside a longer one: "Porto" of "Porto Calado"."""
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        return after is not None and last + 1 not in self.at and after.pos == "PROPN" and after.ent in {"GPE", "LOC"}

    def _placed(self, i: int, what: str) -> bool:
        """Whether a token can begin a place's name; a capital that begins the sentence is no sign of a city."""
        token = self.tokens[i]
        if token.pos == "PROPN" and token.ent not in TIMES:
            return True
        tagged = token.ent in {"GPE", "LOC"} or (token.pos in NOUNS and (i > 0 or what == "region"))
        return tagged and token.text[:1].isupper()

    def based(self, last: int, agent: Agent) -> str | None:
        """The country where those of a role are: "students at the University of Cape Town", "police in Kano"."""
        at = self._joint(last, {"of"})
        governed = self._country_at(at) if at is not None and at < len(self.tokens) else None
        if governed or not (agent.sector in AT_HOME or (agent.kind == "body" and agent.words in RULING)):
            return governed
        placing = False
        for token in self.tokens[last + 1 : last + 1 + LONGEST_WAY]:
            if token.pos in {"VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ"}:
                return None
            placing = placing or token.text in PLACING
            code = self._country_at(token.i) if placing else None
            if code:
                return code
        return None

    def _country_at(self, i: int) -> str | None:
        piece = self.pieces.get(i)
        row = organisation(piece.key) if piece and piece.kind == "organisation" else None
        if piece and piece.kind in STATES:
            return piece.key
        return row.code if row else self.city(i, min(i + LONGEST_PLACE, len(self.tokens)) - 1)

    def after(self, last: int, agent: Agent, *, joined: bool = False) -> tuple[int, Agent]:
        """The last token of "of Russia" after a role, and what the role is there ("head of the Kremlin").

        "And" after it keeps states apart, unless `joined`.
        """
        joints = {"of", "for", "in"} if agent.sector in DWELLERS else {"of", "for"}
        i = self._joint(last, joints)
        if i is None:
            return last, agent
        return (
            self._in_organ(i, agent)
            or self._in_field(i, agent)
            or self._in_house(i, agent)
            or self._of_owner(i, last, agent, joined)
        )

    def _joint(self, last: int, joints: Collection[str]) -> int | None:
        """The first token after "of" or "of the", None where no such word follows."""
        if not (last + 1 < len(self.tokens) and self.tokens[last + 1].text in joints):
            return None
        first = last + 2 + (last + 2 < len(self.tokens) and self.tokens[last + 2].text.lower() == "the")
        end = first
        while end < len(self.tokens) and end not in self.pieces and self.tokens[end].dep == "amod":
            end += 1
        return end if end in self.pieces else first

    def _in_organ(self, i: int, agent: Agent) -> tuple[int, Agent] | None:
        """An organ at a token, a state before or after it: "of the Malian army", "of the army of Mali"."""
        owner = self.pieces.get(i)
        piece = self.pieces.get(self._past(owner)) if owner and owner.kind in STATES else owner
        organ = agents()[piece.key] if piece and piece.kind == "role" else None
        office = in_organ(agent, organ) if organ and organ.kind == "body" else None
        if piece is None or office is None:
            return None
        j = self._joint(piece.last, {"of"}) if piece is owner else None
        state = self.pieces.get(j) if j is not None else None
        if state and state.kind in OWNERS - {"adjective"}:
            return state.last, office
        return (piece.last, office) if piece is not owner or agent.office == "spokesperson" else None

    def _past(self, piece: Piece) -> int:
        """The token after a piece and its mark of a possessive."""
        after = piece.last + 1
        return after + (after < len(self.tokens) and self.tokens[after].text in POSSESSIVES)

    def _in_field(self, i: int, agent: Agent) -> tuple[int, Agent] | None:
        """ "Of Chilean diplomacy", "of the Malian state"."""
        owner = self.pieces.get(i)
        at = self._past(owner) if owner and owner.kind in STATES else len(self.tokens)
        office = of_field(agent, self.tokens[at].text) if at < len(self.tokens) else None
        return (at, office) if office else None

    def _in_house(self, i: int, agent: Agent) -> tuple[int, Agent] | None:
        """Who presides over a house that is no state's: "the president of its commission", "of the dockers' union"."""
        if agent.office not in OF_HOUSES:
            return None
        for token in self.tokens[i : i + LONGEST_PLACE + 1]:
            house = token.lemma.lower()
            if house in HOUSES:
                return token.i, replace(agent, office=f"{agent.office} of the {house}", sector=HOUSES[house])
            owner = self.pieces.get(token.i)
            if (owner and owner.kind not in OWNERS) or token.pos not in MODIFYING | {"PART"}:
                return None
        return None

    def _of_owner(self, i: int, last: int, agent: Agent, joined: bool) -> tuple[int, Agent]:
        piece = self.pieces.get(i)
        if piece is None or piece.kind not in OWNERS - {"adjective"}:
            return last, agent
        after = self.tokens[piece.last + 1].text if piece.last + 1 < len(self.tokens) else ""
        if after in POSSESSIVES or (after == "and" and not joined):
            return last, agent
        return piece.last, at_seat(agent, piece.key) if piece.kind == "seat" else agent

    def seated(self, first: int, last: int, agent: Agent) -> Agent:
        """What a role is after a seat of power: "the Kremlin chief"."""
        seat = next((self.at[i] for i in range(first, last + 1) if i in self.at and self.at[i].kind == "seat"), None)
        return at_seat(agent, seat.key) if seat else agent

    def head(self, first: int, last: int) -> int:
        """The token of the stretch whose head lies outside it; the last such."""
        outer = [t.i for t in self.tokens[first : last + 1] if not first <= t.head <= last or t.head == t.i]
        return outer[-1] if outer else last
