"""From tokens to mentions: whom a noun phrase names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tellings.actors.realms import KIN
from tellings.events.acts.clauses import agent_tokens
from tellings.events.acts.mending import mended
from tellings.model.actors import Cast, Mention
from tellings.model.text import Parsed, Sentence, Token
from tellings.text.tree import children, root

#: The words around a noun that may name who stands behind it, the nearest tie first.
OWNERS = ("poss", "nmod", "amod", "compound")
PREPOSITIONS = frozenset({"of", "between", "in", "with", "against", "from", "by", "to", "on", "at", "among"})
DEPTH = 4
#: Whom a pronoun can stand for.
MEANT = {
    "it": frozenset({"state", "body", "organisation"}),
    "he": frozenset({"person", "office"}),
    "she": frozenset({"person", "office"}),
}
#: Words that stand for someone named elsewhere.
STANDING_FOR = frozenset({"latter", "former", *MEANT})
OWNING = frozenset({"his", "her", "its", "their", "whose"})
MISSILES = frozenset({"bomb", "drone", "missile", "mortar", "rocket", "shell"})
PAIRED = frozenset({"two", "both"})
PERSONS = frozenset(
    {"man", "woman", "leader", "president", "minister", "premier", "counterpart", "politician", "official"}
)
STATES = frozenset(
    {"country", "nation", "side", "state", "neighbour", "neighbor", "power", "government", "capital", "rival", "party"}
)
#: Whose relative someone is does not act through him: "the boy's father was angry".
RELATIVES = frozenset(
    {"aunt", "boyfriend", "brother", "child", "cousin", "daughter", "father", "fiance", "fiancee", "friend"}
    | {"girlfriend", "granddaughter", "grandfather", "grandmother", "grandson", "husband", "mother", "nephew", "niece"}
    | {"parent", "relative", "sibling", "sister", "son", "spouse", "uncle", "widow", "widower", "wife"}
)
SELF = frozenset({"himself", "herself", "itself", "themselves"})
OWN_SIDE = frozenset(
    {"administration", "army", "country", "force", "government", "military", "ministry", "nation", "party", "people"}
    | {"side", "state", "troop"}
)


@dataclass(frozen=True)
class Named:
    """A sentence with the mentions that stand in it (`here`; looked for in the whole cast where not given)."""

    sentence: Sentence
    cast: Cast
    here: tuple[Mention, ...] | None = None

    @cached_property
    def by_token(self) -> dict[int, Mention]:
        """The mention that covers each token."""
        at = self.sentence.start
        found: dict[int, Mention] = {}
        for mention in self.cast.mentions if self.here is None else self.here:
            if mention.sentence == self.sentence.index:
                for token in self.sentence.tokens:
                    if mention.start <= at + token.start and at + token.end <= mention.end:
                        found[token.i] = mention
        return found

    def head(self, mention: int) -> Token | None:
        """The word that heads a mention; None where it stands in another sentence."""
        found = self.cast.mentions[mention]
        return self.sentence.tokens[found.head] if found.sentence == self.sentence.index else None

    def country(self, mention: int) -> str | None:
        """The country of whom a mention names."""
        return self.cast.entity_of(mention).country

    def home(self, mention: int) -> str:
        """The country of whom a mention names; for who has none, a name that no other shares."""
        return self.country(mention) or f"entity {self.cast.mentions[mention].entity}"

    def homes(self, mentions: Iterable[int]) -> set[str]:
        """The countries of whom mentions name, members of plural namings among them."""
        return {home for m in mentions for home in self._homes(m)}

    def _homes(self, mention: int) -> set[str]:
        members = [self.cast.entities[e].country for e in self.cast.entity_of(mention).members]
        return {c for c in members if c} or {self.home(mention)}

    def narrow(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """Those who act: the mentions that the phrases are headed by, or that own their heads."""
        return self._each(m for t in tokens for u in joined(self.sentence, t) for m in self._headed(u))

    def wide(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """Those who are acted on: also whom a phrase names deeper in ("the policies of Norway")."""
        return self._each(m for t in tokens for u in joined(self.sentence, t) for m in self._under(u))

    def headed_by_actor(self, token: Token) -> bool:
        """Whether a phrase names an actor as its head, or as owner of its head ("Peru's president")."""
        owners = children(self.sentence, token.i, *OWNERS)
        return any(t.i in self.by_token for u in joined(self.sentence, token) for t in (u, *owners))

    def _headed(self, token: Token) -> list[int]:
        own = self.by_token.get(token.i)
        if own is None and not self.sentence.below[token.i] and token.lemma.lower() not in STANDING_FOR:  # many
            return []
        whose = self._whose(token, own)
        if whose:
            return whose
        if own:
            return self._named(own, token)
        if token.lemma.lower() in {"latter", "former"}:
            return self._one_of_two(token)
        if token.lemma.lower() in MEANT:
            return self._main_subject(token)
        if token.lemma.lower() in SELF:
            return []
        owners = [t for t in children(self.sentence, token.i, *OWNERS) if t.i in self.by_token] or self._unit(token)
        if token.lemma.lower() in RELATIVES and any(t.dep == "poss" for t in owners):
            return self._apposed(token)
        owners.sort(key=lambda t: OWNERS.index(t.dep))
        owners = [t for t in owners if t.tag != "PRP$"] or owners
        first = [t for t in owners if t.dep == owners[0].dep]
        pronoun = bool(first) and all(t.tag == "PRP$" for t in first)
        owning = [self.by_token[t.i].index for t in first]
        apposed = self._apposed(token)
        if not pronoun and owning and token.lemma not in KIN and not self._is_person(apposed):
            apposed = []
        return apposed or owning or self._fired(token) or self._of(token) or self._pair(token)

    def _fired(self, token: Token) -> list[int]:
        """ "The missiles fired by Peru": whose they are that strike."""
        fired = children(self.sentence, token.i, "acl") if token.lemma.lower() in MISSILES else []
        return self._namings(t for c in fired for t in agent_tokens(self.sentence, c.i))

    def _unit(self, token: Token) -> list[Token]:
        """ "Peruvian National Police Border Group officers": who is named before a unit that no table knows."""
        units = [t for t in children(self.sentence, token.i, "compound") if t.pos == "PROPN"]
        return [t for u in units for t in children(self.sentence, u.i, "compound") if t.i in self.by_token][-1:]

    def _whose(self, token: Token, own: Mention | None) -> list[int]:
        """ "Peru, whose minister summoned him", "Peru, whose soldiers patrol": Peru."""
        poss = any(t.lemma.lower() == "whose" for t in children(self.sentence, token.i, "poss"))
        clause = self.sentence.tokens[token.head]
        if not poss or clause.dep != "relcl" or (own is not None and self.country(own.index)):
            return []
        over = self.by_token.get(clause.head)
        return [over.index] if over is not None and over.kind in {"state", "group", "organisation"} else []

    def _is_person(self, mentions: list[int]) -> bool:
        return bool(mentions) and all(self.cast.mentions[m].kind == "person" for m in mentions)

    def _named(self, own: Mention, token: Token) -> list[int]:
        """Whom a mention names: a plural naming its members, a pair without members the last two named before."""
        plural = own.kind == "group" and not self.country(own.index)
        person = [self.by_token[t.i] for t in children(self.sentence, token.i, "appos") if t.i in self.by_token]
        if own.kind == "office" and person and (person[0].kind == "person" or token.lemma in KIN):
            return [person[0].index]
        over = self.by_token.get(token.head) if token.dep == "appos" else None
        if own.kind in {"office", "group"} and over is not None and over.kind == "person":
            return [over.index]
        pair = self._pair(token) if plural and not self.cast.entity_of(own.index).members else []
        return pair or [self._owner(own), *self._beside(own)]

    def _each(self, found: Iterable[int]) -> tuple[int, ...]:
        return distinct(m for one in found for m in self._members(one))

    def _members(self, mention: int) -> tuple[int, ...]:
        """A plural naming's members, each by its mention nearest before; the naming itself where one has none."""
        if self._counted(mention):
            return ()
        found = [self._nearest(entity, mention) for entity in self.cast.entity_of(mention).members]
        members = tuple(m for m in found if m is not None)
        return members if members and len(members) == len(found) else (mention,)

    def _counted(self, mention: int) -> bool:
        """ "Four diplomats" are others than those named before; "the four diplomats" may be they."""
        first = min((i for i, m in self.by_token.items() if m.index == mention), default=None)
        plural = bool(self.cast.entity_of(mention).members)
        return plural and first is not None and self.sentence.tokens[first].pos == "NUM"

    def _nearest(self, entity: int, mention: int) -> int | None:
        return self._last_before(mention, (m for m in self.cast.mentions if m.entity == entity))

    def apart(self, mention: int) -> tuple[int, ...]:
        """A plural's members by the mentions of their states, nearest before; the plural itself where one has none."""
        states = [self._state(self.cast.entities[e].country, mention) for e in self.cast.entity_of(mention).members]
        found = tuple(m for m in states if m is not None)
        return found if found and len(found) == len(states) else (mention,)

    def _state(self, country: str | None, mention: int) -> int | None:
        own = (m for m in self.cast.mentions if m.kind == "state" and self.country(m.index) == country)
        return self._last_before(mention, own) if country else None

    def _last_before(self, mention: int, several: Iterable[Mention]) -> int | None:
        """The naming nearest before a mention, else the first of its own sentence: what comes later tells of others."""
        here = self.cast.mentions[mention]
        near = sorted((m for m in several if m.sentence <= here.sentence), key=lambda m: m.start)
        before = [m.index for m in near if m.start < here.start]
        return before[-1] if before else near[0].index if near else None

    def _one_of_two(self, token: Token) -> list[int]:
        """ "The latter": the last person or state named before it in its sentence; "the former": the one before."""
        kinds = {"person", "office", "state"}
        before = [m.index for i, m in sorted(self.by_token.items()) if i < token.i and m.kind in kinds]
        two = list(dict.fromkeys(reversed(before)))[:2]
        return two[:1] if token.lemma.lower() == "latter" else two[1:]

    def _main_subject(self, token: Token) -> list[int]:
        """A pronoun of a lower clause that no chain holds: the subject of the sentence."""
        top = root(self.sentence)
        main = [top, *children(self.sentence, top.i, "nsubj", "nsubjpass")]
        kinds = MEANT[token.lemma.lower()]
        if token.head == top.i:
            return self._opening(kinds)
        named = [self.by_token[t.i] for t in main if t.i in self.by_token and t.i < token.i]
        return [m.index for m in named if m.kind in kinds]

    def _opening(self, kinds: frozenset[str]) -> list[int]:
        """Whom the sentence before opens with, if a pronoun of these kinds can mean him."""
        before = [m for m in self.cast.mentions if m.sentence == self.sentence.index - 1][:1]
        return [m.index for m in before if m.kind in kinds and self.country(m.index)]

    def _pair(self, token: Token) -> list[int]:
        """ "The two leaders", "both countries": the last two persons, or states, named before."""
        lemma = token.lemma.lower()
        counted = {t.lemma.lower() for t in children(self.sentence, token.i, "nummod", "det", "amod", "predet")}
        if not counted & PAIRED or lemma not in PERSONS | STATES:
            return []
        kinds = {"person", "office"} if lemma in PERSONS else {"state"}
        last: dict[int, int] = {}
        for mention in self.cast.mentions:
            if mention.sentence < self.sentence.index and mention.kind in kinds:
                last.pop(mention.entity, None)
                last[mention.entity] = mention.index
        pair = list(last.values())[-2:]
        return pair if len(pair) == 2 else []

    def _owner(self, mention: Mention) -> int:
        """ "Her government": she, the last one named before of whom a country is known; "police in Peru": Peru."""
        if mention.kind == "body" and not self.country(mention.index):
            land = self._of(self.sentence.tokens[mention.head])
            if land:
                return land[0]
        if mention.kind != "body" or self.country(mention.index) or mention.text.split()[0].lower() not in OWNING:
            return mention.index
        earlier = [m for m in self.cast.mentions if m.start < mention.start and m.sentence >= mention.sentence - 1]
        known = [m.index for m in earlier if m.kind in {"person", "state", "office"} and self.country(m.index)]
        return known[-1] if known else mention.index

    def _beside(self, mention: Mention) -> list[int]:
        """ "the leaders of Norway, Sweden and Denmark": the countries named beside the one in the mention."""
        inside = {i for i, m in self.by_token.items() if m.index == mention.index} - {mention.head}
        outside = [t for i in inside for t in joined(self.sentence, self.sentence.tokens[i]) if t.i not in inside]
        return [self.by_token[t.i].index for t in outside if t.i in self.by_token and t.i != mention.head]

    def _apposed(self, token: Token) -> list[int]:
        return [self.by_token[t.i].index for t in children(self.sentence, token.i, "appos") if t.i in self.by_token]

    def _of(self, token: Token) -> list[int]:
        hung = [
            t
            for p in children(self.sentence, token.i, "prep")
            if p.lemma in {"of", "from", "in", "by"}
            for t in children(self.sentence, p.i, "pobj")
        ]
        return self._namings(hung)

    def _namings(self, tokens: Iterable[Token]) -> list[int]:
        """The namings that nouns are words of, and those coordinated with them."""
        return [self.by_token[u.i].index for t in tokens for u in joined(self.sentence, t) if u.i in self.by_token]

    def _under(self, token: Token) -> list[int]:
        level, found = [token], self._headed(token)
        own = self.by_token.get(token.i)
        for _ in range(DEPTH):
            if found or not level:
                return found
            level = [c for t in level for c in self._below(t)]
            inside = [self.by_token[u.i] for t in level for u in joined(self.sentence, t) if u.i in self.by_token]
            found = [m.index for m in inside if m is not own]
        return found

    def _below(self, token: Token) -> list[Token]:
        near = children(self.sentence, token.i, *OWNERS, "pobj", "nummod", "dobj", "pcomp", "acl")
        return near + [t for t in children(self.sentence, token.i, "prep") if t.lemma.lower() in PREPOSITIONS]


def each_named(parsed: Parsed, cast: Cast) -> Iterator[Named]:
    """Every sentence of an article with its own mentions."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in cast.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence in parsed.sentences:
        yield Named(mended(sentence), cast, tuple(by_sentence.get(sentence.index, ())))


def joined(sentence: Sentence, token: Token) -> list[Token]:
    """A noun and those coordinated with it.

    The parser hangs the first of two persons on the second's name ("Ochoa" under "Lindqvist" in
    "Ochoa and Minister Lindqvist"), with the second's title as the one coordinated.
    """
    if not sentence.below[token.i]:  # most
        return [token]
    found, open_ = {token.i}, [token.i]
    while open_:
        i = open_.pop()
        more = [t.i for t in children(sentence, i, "conj") if t.i not in found]
        more += [t.i for t in _before_kin(sentence, i) if t.i not in found]
        more += [
            t.i for a in children(sentence, i, "appos") for t in children(sentence, a.i, "conj") if t.i not in found
        ]
        more += [
            t.i for t in children(sentence, i, "nmod") if t.pos in {"PROPN", "NOUN"} and children(sentence, t.i, "cc")
        ]
        found.update(more)
        open_ += more
    return [sentence.tokens[i] for i in sorted(found)]


def _before_kin(sentence: Sentence, i: int) -> list[Token]:
    """ "Peru and its ally Chile": the parser joins the ally to Peru, and Chile to neither."""
    before = sentence.tokens[i - 1] if i else None
    apart = before is not None and before.lemma in KIN and before.dep == "conj" and before.head < before.i
    return [sentence.tokens[before.head]] if before is not None and apart else []


def distinct(found: Iterable[int]) -> tuple[int, ...]:
    """Each mention once, in order."""
    return tuple(dict.fromkeys(found))
