"""Chains: which mentions of one article name the same actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tellings.actors.lands import coded, name_of
from tellings.actors.persons import (
    generation,
    held,
    holder_called,
    in_full,
    is_leader,
    name_key,
    prominent,
    same_person,
    spellings,
    surname_of,
    terms_of,
    words_of,
)
from tellings.actors.phrase import LESSER, Phrase, joined, singular
from tellings.model.actors import Entity, EntityKind, OfficeClaim
from tellings.model.text import Sentence
from tellings.vocab.agents import agents, gender_of
from tellings.vocab.countries import countries, metonym
from tellings.vocab.organisations import organisation, sector_by_name

COUNTERPART = "counterpart"
#: Those who hold these are called by their first names: "King Salman", "Emir Tamim".
BY_FIRST_NAME = frozenset({"king", "queen", "emir", "sultan", "emperor", "crown prince", "pope", "supreme leader"})
#: Organs that every state has; without an owner they are those of the only state in sight.
ORGANS = ("ministry", "government", "parliament", "presidency")
#: Why a chain is a person's where nothing but the name says so.
PERSONAL_NAME = "a personal name"


@dataclass(slots=True)
class Chain:
    """An entity while its article is read.

    `seen` is the place of its last mention, `count` how many there are, `lent` a name not its own, `past` an office
    that it held before.
    """

    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    detail: str = ""
    words: str = ""
    seen: int = -1
    gender: str = ""
    former: bool = False
    past: str = ""
    rank: str = ""
    members: tuple[int, ...] = ()
    lent: bool = False
    count: int = 0

    def spell(self, name: str) -> None:
        """Take a person's name as printed if it is fuller, or as full as one that the title or table lent."""
        words, own = len(words_of(name)), len(words_of(self.name))
        if words > own or (self.lent and words == own):
            self.name, self.lent = name, False

    def entity(self, index: int, places: Mapping[int, int]) -> Entity:
        """The chain as it ends; `places` gives the entity's index for each chain's."""
        members = tuple(places[i] for i in self.members)
        return Entity(index, self.kind, self.name, coded(self.country), self.sector, self.office, self.detail, members)


@dataclass(slots=True)
class Chains:
    """All chains of an article, and the offices that it says persons hold. `titled`: full names in its title."""

    titled: Sequence[str] = ()
    chains: list[Chain] = field(default_factory=list)
    claims: list[OfficeClaim] = field(default_factory=list)

    def link(self, phrase: Phrase, sentence: Sentence, order: int, other: int | None = None) -> int:
        """Give the chain that a phrase belongs to, made anew where there is none.

        `other` is the chain that stands before the phrase as its owner: whose counterpart or aide it is.
        """
        index = self._index(phrase, sentence, other)
        self.chains[index].seen = order
        self.chains[index].count += 1
        return index

    def _index(self, phrase: Phrase, sentence: Sentence, other: int | None) -> int:
        if phrase.kind == "person":
            return self._person(phrase, sentence, other)
        if phrase.kind == "office":
            return self._office(phrase, other)
        row = organisation(phrase.organisation) if phrase.organisation else None
        if phrase.organisation and (phrase.agent is None or (row and row.kind == "group" and row.sector)):
            return self._organisation(phrase)
        if phrase.agent:
            return self._body(phrase, other)
        return self._state(phrase)

    def _kept(self, chain: Chain) -> int:
        """The chain's index; one of the same kind, name and country is the same chain."""
        key = (chain.kind, chain.name, chain.country)
        for i, other in enumerate(self.chains):
            if (other.kind, other.name, other.country) == key:
                return i
        self.chains.append(chain)
        return len(self.chains) - 1

    def group(self, members: Sequence[int], detail: str) -> int:
        """The chain that stands for several; its name is theirs, joined."""
        name = joined([self.chains[i].name for i in members])
        return self._kept(Chain("group", name, detail=detail, members=tuple(members)))

    def state(self, code: str) -> int:
        """The chain of a state, made where the article has only named its people."""
        return self._kept(Chain("state", name_of(code), code, detail="a state by its people"))

    def organ(self, code: str, words: str) -> int:
        """The chain of a state's organ, made where the article has only named it with others'."""
        agent = agents()[words]
        name, detail = f"{words} of {name_of(code)}", f"the role word {words!r}"
        return self._kept(Chain("body", name, code, agent.sector, detail=detail, words=words))

    def sharers(self, phrase: Phrase) -> tuple[int, ...]:
        """The chains of a role that several states share: "Russian and Chinese ministers"."""
        agent = phrase.agent
        if agent is None:
            return ()
        single = agents().get(singular(agent.words))
        if single and (single.kind == "body" or single.office.endswith("minister") or is_leader(single.office)):
            agent = single
        apart = [replace(phrase, kind=agent.kind, agent=agent, country=code) for code in phrase.countries]
        return tuple(self._office(one, None) if agent.kind == "office" else self._body(one, None) for one in apart)

    def _recent(self) -> list[int]:
        """Chains, the last seen first."""
        return sorted(range(len(self.chains)), key=lambda i: -self.chains[i].seen)

    def _state(self, phrase: Phrase) -> int:
        if phrase.name:
            seat = metonym(phrase.name)
            detail = f"{seat.name} stands for {name_of(seat.code)}"
            return self._kept(Chain("body", seat.name, seat.code, seat.sector, detail=detail))
        return self._kept(Chain("state", name_of(phrase.country or ""), phrase.country, detail="a state by name"))

    def _organisation(self, phrase: Phrase) -> int:
        name = phrase.organisation or ""
        row = organisation(name)
        if row is None:
            detail = "an organisation by its capitals"
            return self._kept(Chain("organisation", name, phrase.country, sector_by_name(name), detail=detail))
        kind: EntityKind = "organisation" if row.kind == "agency" else row.kind
        return self._kept(Chain(kind, row.name, row.code, row.sector, detail=f"{row.name} is a known {row.kind}"))

    def _body(self, phrase: Phrase, other: int | None) -> int:
        assert phrase.agent is not None
        words = phrase.agent.words
        country = country_of(phrase) or (self.chains[other].country if other is not None else None)
        if country is None:
            for i in self._recent():
                if self.chains[i].words == words or self._ends_in(self.chains[i], words):
                    return i
            country = self._only_country() if words.endswith(ORGANS) else None
        kind: EntityKind = "body" if phrase.kind == "body" else "group"
        name = f"{words} of {name_of(country)}" if country else words
        detail = f"the role word {words!r}"
        return self._kept(Chain(kind, name, country, sector_of(phrase), detail=detail, words=words))

    def _ends_in(self, chain: Chain, words: str) -> bool:
        """Whether a body's name ends in these words: "the air force" is the "U.S. Air Force"."""
        known = chain.words or (chain.name.lower() if chain.kind == "body" else "")
        return known.endswith(f" {words}")

    def _only_country(self) -> str | None:
        """The one state of which the article has spoken so far: whose "the foreign ministry" is."""
        named = {chain.country for chain in self.chains if chain.country in countries()}
        return named.pop() if len(named) == 1 else None

    def _office(self, phrase: Phrase, other: int | None) -> int:
        office, country = self._meant(phrase, other)
        words = phrase.agent.words if phrase.agent else ""
        if phrase.anyone:
            name = f"any {office} of {name_of(country)}" if country else f"any {office}"
            return self._kept(Chain("office", name, country, sector_of(phrase), former=True, detail="nobody by name"))
        known = self._past(office, country) if phrase.former else self._salient(office, words, country)
        if known is not None:
            return known
        lead = words if office != COUNTERPART and phrase.agent and office == phrase.agent.office else office
        name = f"{lead} of {name_of(country)}" if country and " of " not in lead else lead
        sector = "ELI" if phrase.former else sector_of(phrase)
        detail = f"the office {words!r} without a name"
        return self._kept(Chain("office", name, country, sector, office, detail, words, former=phrase.former))

    def _salient(self, office: str, words: str, country: str | None) -> int | None:
        """Whom an office means: the last named who is called so, unless another is named far more often."""
        fitting = [i for i in self._recent() if can_mean(self.chains[i], office, words, country)]
        if not fitting and country is None:
            fitting = [i for i in self._recent() if is_known_as(self.chains[i], office)]
        most = max((self.chains[i].count for i in fitting), default=0)
        return next((i for i in fitting if self.chains[i].count * 2 >= most), None)

    def _past(self, office: str, country: str | None) -> int | None:
        """The one person of whom the article has said that they held an office before: "the former president"."""
        bare = [i for i, c in enumerate(self.chains) if f" {c.past}".endswith(f" {office}")]
        fitting = [i for i in bare if country in {None, self.chains[i].country}]
        return fitting[0] if len(fitting) == 1 else None

    def _meant(self, phrase: Phrase, other: int | None) -> tuple[str, str | None]:
        """The office and country of a phrase; an owner before it lends its own ("his Russian counterpart")."""
        office, country = phrase.office or "", country_of(phrase)
        owner = self.chains[other] if other is not None else None
        if owner and office == COUNTERPART:
            return owner.office or COUNTERPART, country
        return office, country or (owner.country if owner and office != COUNTERPART else None)

    def _person(self, phrase: Phrase, sentence: Sentence, other: int | None) -> int:
        name = phrase.name or ""
        index = self._known(name, phrase)
        if index is None:
            full = self._fuller(name, phrase.office)
            index = self._kept(self._new_person(full, lent=full != name))
        self.chains[index].spell(name)
        self.describe(index, phrase, sentence, other)
        return index

    def _known(self, name: str, phrase: Phrase) -> int | None:
        """The person of that name seen last, one with that surname before one with that first name."""
        fitting = [i for i in self._recent() if self._fits(self.chains[i], name, phrase)]
        last = surname_of(name)
        return next(iter(sorted(fitting, key=lambda i: self._strangeness(self.chains[i], last, phrase))), None)

    def _strangeness(self, chain: Chain, surname: str, phrase: Phrase) -> tuple[bool, bool]:
        """What speaks against a person whom a phrase may name: another surname, another office."""
        return surname_of(chain.name) != surname, phrase.agent is not None and chain.office != phrase.office

    def _fits(self, chain: Chain, name: str, phrase: Phrase) -> bool:
        """Whether a phrase can name a person: "Ms Santos" is no Pedro Santos."""
        if chain.kind != "person" or not any(same_person(full, name) for full in spellings(chain.name)):
            return False
        said = (phrase.country, phrase.title.gender if phrase.title and " " not in name else "")
        apart = any(a and b and a != b for a, b in zip(said, (chain.country, chain.gender), strict=True))
        return not apart and {generation(phrase.before), generation(words_of(chain.name))} != {"elder", "younger"}

    def _fuller(self, name: str, office: str | None) -> str:
        """The name as the title gives it in full: "Putin" is "Vladimir Putin" there; "King Salman" is a king's."""
        if " " in name:
            return name
        person = holder_called(name, office) if office in BY_FIRST_NAME else prominent(name)
        titled = next((full for full in self.titled if same_person(full, name)), None)
        return titled or (in_full(person, name) if person else name)

    def _new_person(self, name: str, *, lent: bool) -> Chain:
        """A person; one whom the table knows comes with the country."""
        countries = {holder.country for holder in terms_of(name, None)} if " " in name else set()
        country = countries.pop() if len(countries) == 1 else None
        return Chain("person", name, country, detail=PERSONAL_NAME, gender=gender_of(name), lent=lent)

    def nameless(self, index: int, phrase: Phrase, sentence: Sentence) -> int | None:
        """The office named earlier without a name that the table knows this person to have held.

        "China's defence minister" and, further on, "Gen. Li Shangfu" are one; the article says so in effect.
        """
        chain = self.chains[index]
        if phrase.agent or chain.office or " " not in chain.name:
            return None
        for i in self._recent():
            other = self.chains[i]
            known = other.kind == "office" and other.country and other.office and not other.former
            if known and held(chain.name, other.office or "", other.country or ""):
                chain.country, chain.office, chain.sector = other.country, other.office, other.sector
                self._note(chain, phrase, sentence)
                return i
        return None

    def describe(self, index: int, phrase: Phrase, sentence: Sentence, other: int | None = None) -> None:
        """Note what the words around a person's name say: office, country, sector, gender."""
        chain = self.chains[index]
        chain.rank = phrase.title.title.lower().rstrip(".") if phrase.title else chain.rank
        chain.gender = (phrase.title.gender if phrase.title else "") or chain.gender
        office, country = self._meant(phrase, other)
        chain.country = chain.country or country
        if phrase.agent is None:
            rank = phrase.title.sector if phrase.title else None
            chain.sector = chain.sector or rank or None
        elif phrase.former:
            chain.sector, chain.former = chain.sector or "ELI", True
            chain.past = office
        else:
            self._claim(chain, phrase, office, country, sentence)

    def _claim(self, chain: Chain, phrase: Phrase, office: str, country: str | None, sentence: Sentence) -> None:
        chain.sector, chain.office = sector_of(phrase), office
        chain.country = chain.country or country
        if coded(country) and phrase.agent and phrase.agent.office != COUNTERPART:
            self._note(chain, phrase, sentence)

    def _note(self, chain: Chain, phrase: Phrase, sentence: Sentence) -> None:
        span = sentence.span_of(phrase.first, phrase.last)
        text = sentence.text[span.start - sentence.start : span.end - sentence.start]
        claim = OfficeClaim(
            chain.name, chain.office or "", chain.country or "", span.start, span.end, text, name_key(chain.name)
        )
        self.claims.append(claim)


def country_of(phrase: Phrase) -> str | None:
    """The country that a phrase names, or its organisation's code."""
    row = organisation(phrase.organisation) if phrase.organisation else None
    return phrase.country or (row.code if row else None)


def sector_of(phrase: Phrase) -> str | None:
    """The role's sector; who leads or speaks for an armed group or party has the group's."""
    row = organisation(phrase.organisation) if phrase.organisation else None
    if row is not None and row.sector and row.kind in {"group", "body"}:
        return row.sector
    return phrase.agent.sector if phrase.agent else None


def is_known_as(chain: Chain, office: str) -> bool:
    """Whether the table of holders knows a fully named person without an office here as one who held it."""
    bare = chain.kind == "person" and chain.office is None and not chain.former and " " in chain.name
    return bare and chain.country is not None and bool(held(chain.name, office, chain.country))


def can_mean(chain: Chain, office: str, words: str, country: str | None) -> bool:
    """Whether a chain can be who "the Russian president" or "the minister" means."""
    if chain.kind not in {"person", "office"} or chain.former:
        return False
    apart = country is not None and chain.country not in {country, None}
    if apart or (chain.gender == "m" and words.endswith("woman")):
        return False
    if chain.kind == "person" and country is None and words and chain.rank == words:
        return True
    if chain.kind == "person" and chain.office is None:
        return country is not None and " " in chain.name and bool(held(chain.name, office, country))
    if chain.office is None or (country is not None and chain.country is None):
        return False
    if chain.office == office or (office == "leader" and is_leader(chain.office)):
        return True
    lesser = office != "minister" and chain.office.partition(" ")[0] in LESSER
    return country is None and chain.office.endswith(" " + office) and not lesser
