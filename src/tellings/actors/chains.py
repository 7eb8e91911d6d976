"""Chains: which mentions of one article name the same actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tellings.actors.persons import canonical, held, is_leader, same_person
from tellings.actors.phrases import Phrase
from tellings.model.actors import Entity, EntityKind, OfficeClaim
from tellings.model.text import Parsed, Sentence
from tellings.vocab.countries import country_name, metonyms
from tellings.vocab.organisations import Organisation, organisations


@dataclass(slots=True)
class Chain:
    """An entity while the article is read."""

    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    detail: str = ""
    seen: int = -1
    words: str = ""
    gender: str = ""
    former: bool = False

    def entity(self, index: int) -> Entity:
        """The chain as it ends."""
        return Entity(index, self.kind, self.name, self.country, self.sector, self.office, self.detail)


@dataclass(slots=True)
class Chains:
    """All chains of an article, and the offices that it says persons hold."""

    titled: Sequence[str] = ()
    chains: list[Chain] = field(default_factory=list)
    claims: list[OfficeClaim] = field(default_factory=list)

    def link(self, phrase: Phrase, parsed: Parsed, order: int) -> int:
        """Give the chain that a phrase belongs to, made anew where there is none."""
        sentence = parsed.sentences[phrase.sentence]
        if phrase.kind == "person":
            index = self._person(phrase, sentence)
        elif phrase.kind == "office":
            index = self._office(phrase)
        elif phrase.organisation and not phrase.agent:
            index = self._organisation(phrase.organisation)
        elif phrase.kind == "state":
            index = self._state(phrase)
        else:
            index = self._body(phrase, sentence)
        self.chains[index].seen = order
        return index

    def _add(self, chain: Chain) -> int:
        self.chains.append(chain)
        return len(self.chains) - 1

    def _find(self, kind: EntityKind, name: str, country: str | None) -> int | None:
        return next(
            (i for i, c in enumerate(self.chains) if (c.kind, c.name, c.country) == (kind, name, country)), None
        )

    def _state(self, phrase: Phrase) -> int:
        if phrase.name:
            return self._seat(phrase.name)
        name = country_name(phrase.country or "")
        found = self._find("state", name, phrase.country)
        return found if found is not None else self._add(Chain("state", name, phrase.country, detail="a state by name"))

    def _seat(self, name: str) -> int:
        seat = next(seat for seat in metonyms() if seat.name == name)
        found = self._find("body", name, seat.code)
        detail = f"{name} stands for {country_name(seat.code)}"
        return found if found is not None else self._add(Chain("body", name, seat.code, seat.sector, detail=detail))

    def _organisation(self, name: str) -> int:
        row = _row(name)
        kind: EntityKind = "organisation" if row.kind == "agency" else row.kind
        found = self._find(kind, row.name, row.code)
        if found is not None:
            return found
        return self._add(Chain(kind, row.name, row.code, row.sector, detail=f"{row.name} is a known {row.kind}"))

    def _body(self, phrase: Phrase, sentence: Sentence) -> int:
        assert phrase.agent is not None
        kind: EntityKind = "body" if phrase.kind == "body" else "group"
        country = phrase.country or (_row(phrase.organisation).code if phrase.organisation else None)
        words = phrase.agent.words
        name = f"{words} of {country_name(country)}" if country else words
        for i in reversed(range(len(self.chains))):
            chain = self.chains[i]
            if chain.kind == kind and chain.words == words and (country is None or chain.country == country):
                return i
        return self._add(
            Chain(kind, name, country, phrase.agent.sector, detail=f"the role word {words!r}", words=words)
        )

    def _office(self, phrase: Phrase) -> int:
        assert phrase.agent is not None
        office, country = phrase.agent.office, _country(phrase)
        if not phrase.former:
            for i in sorted(range(len(self.chains)), key=lambda i: -self.chains[i].seen):
                chain = self.chains[i]
                if chain.kind in {"person", "office"} and _holds(chain, office, phrase.agent.words, country):
                    return i
        name = f"{phrase.agent.words} of {country_name(country)}" if country else phrase.agent.words
        detail = f"the office {phrase.agent.words!r} without a name"
        sector = "ELI" if phrase.former else _sector(phrase)
        return self._add(
            Chain("office", name, country, sector, office, detail, words=phrase.agent.words, former=phrase.former)
        )

    def _person(self, phrase: Phrase, sentence: Sentence) -> int:
        name = canonical(phrase.name or "")
        index = self._named(name)
        if index is None:
            index = self._add(Chain("person", self._fuller(name), detail="a personal name"))
        chain = self.chains[index]
        if len(name.split()) > len(chain.name.split()):
            chain.name = name
        self.describe(index, phrase, sentence)
        return index

    def _named(self, name: str) -> int | None:
        by_age = sorted(range(len(self.chains)), key=lambda i: -self.chains[i].seen)
        people = [i for i in by_age if self.chains[i].kind == "person"]
        return next((i for i in people if same_person(self.chains[i].name, name)), None)

    def _fuller(self, name: str) -> str:
        """The name as the title gives it in full: "Putin" is "Vladimir Putin" there."""
        if " " in name:
            return name
        return next((full for full in self.titled if same_person(full, name)), name)

    def describe(self, index: int, phrase: Phrase, sentence: Sentence) -> None:
        """Note what the words around a person's name say: office, country, sector, gender."""
        chain = self.chains[index]
        if phrase.title and phrase.title.gender:
            chain.gender = phrase.title.gender
        country = _country(phrase)
        chain.country = chain.country or country
        if phrase.agent is None:
            chain.sector = chain.sector or (phrase.title.sector if phrase.title else None) or None
            return
        if phrase.former:
            chain.sector, chain.former = chain.sector or "ELI", True
            return
        chain.sector = _sector(phrase)
        chain.office = phrase.agent.office
        if country:
            span = sentence.span_of(phrase.first, phrase.last)
            text = sentence.text[span.start - sentence.start : span.end - sentence.start]
            self.claims.append(OfficeClaim(chain.name, phrase.agent.office, country, span.start, span.end, text))


def _country(phrase: Phrase) -> str | None:
    if phrase.country:
        return phrase.country
    return _row(phrase.organisation).code if phrase.organisation else None


def _sector(phrase: Phrase) -> str | None:
    """The office's sector; who leads a group or party has the group's."""
    assert phrase.agent is not None
    if phrase.organisation:
        row = _row(phrase.organisation)
        if row.kind in {"group", "body"} and row.sector:
            return row.sector
    return phrase.agent.sector


def _row(name: str) -> Organisation:
    return next(row for row in organisations() if row.name == name)


def _holds(chain: Chain, office: str, words: str, country: str | None) -> bool:
    """Whether a chain can be who "the Russian president" or "the minister" means."""
    if country is not None and chain.country not in {country, None}:
        return False
    if chain.kind == "person" and chain.office is None:
        return country is not None and bool(held(chain.name, office, country))
    if chain.office is None or chain.former:
        return False
    if chain.office == office:
        return True
    if words == "leader":
        return is_leader(chain.office)
    return country is None and chain.office.endswith(" " + office)
