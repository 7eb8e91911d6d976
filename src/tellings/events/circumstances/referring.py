"""Places that are meant and not named: "there", "the city", "the capital"; and where it is told apart that they met."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tellings.events.acts.lexicon import told_by
from tellings.events.circumstances.homelands import lands_of
from tellings.events.merging.accounts import LEAD, Account
from tellings.model.places import Place
from tellings.places import named
from tellings.places.extent import is_vague
from tellings.vocab.countries import countries

#: Sentences before an act that may say where it was.
BACK = 2
#: Sentences of a report after its lead in which its main event's place may be told apart.
FURTHER = 8
#: "Met there", "arrested at the scene": of a place named before; "there were talks" is none.
THERE = re.compile(
    r"\bat the scene\b|\bon the spot\b"
    r"|\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should)\b)"
)
#: A town that was named before, meant again.
TOWN = re.compile(
    r"\b(?:in|into|to|on|near|outside|around|over|through|patrolled|stormed|entered|left|shelled|besieged|captured"
    r"|occupied|bombed|surrounded|reached|visited|toured) the (?:city|town|village|port|settlement)\b"
    r"(?! of\b| [A-Z]|'s|’s| (?:hall|council|centre of|center of))"
)
CAPITAL = re.compile(
    r"\b(?:in|into|near|outside|around|across|over|through|on) the (?:national )?capital\b(?! of\b| [A-Z]|'s|’s|,)"
)
#: Types whose acts are done somewhere, as a statement is not.
DONE = frozenset({"ASSAULT", "PROTEST", "CONSULT", "MOBILIZE", "COERCE", "RETREAT", "AID", "COOPERATE"})
#: What events of a type are called where it is told apart that they "took place in" a town.
CALLED: Mapping[str, str] = {
    "CONSULT": "meeting|talks|summit|visit|conference|negotiations|encounter",
    "SUPPORT": "ceremony|signing|agreement|accord|treaty|declaration",
    "AGREE": "ceremony|signing|talks|meeting|agreement|accord|summit",
    "COOPERATE": "exercise|exercises|drill|drills|manoeuvres|maneuvers",
    "PROTEST": "rally|march|protest|demonstration|vigil|sit-in",
    "ASSAULT": "attack|raid|strike|strikes|shooting|bombing|blast|explosion|clash|clashes|fighting|killings?",
}
HELD = {
    kind: re.compile(
        rf"(?:The|Their|This|Its) (?:\w+ ){{0,2}}(?:{words})\b[^.;,]{{0,40}}?"
        r"\b(?:took place|was held|were held|was signed|opened|happened|occurred|began|came)\b"
    )
    for kind, words in CALLED.items()
}
WITHIN = frozenset({"in", "at", "near", "outside"})


def there(account: Account) -> list[Place]:
    """The place that "there" means, said of an act: the last one named before, in the same paragraph."""
    return _named_before(account, THERE)[-1:]


def the_town(account: Account) -> list[Place]:
    """The town that "the city" means, said of what is done: the last one named before, in the same paragraph."""
    if account.coding.type not in DONE and not told_by(account.coding.rule) & DONE:  # "would send troops to the city"
        return []
    return [p for p in _named_before(account, TOWN) if not is_vague(p)][-1:]


def _named_before(account: Account, said: re.Pattern[str]) -> list[Place]:
    """The places of an act's paragraph before words of its sentence, of this and the sentences right before it."""
    reading, found = account.reading, said.search(account.words(account.sentence))
    if found is None:
        return []
    at = account.sentence.start + found.start()
    first = bisect_left(reading.places, account.coding.sentence - BACK, key=lambda p: p.sentence)
    last = bisect_left(reading.places, account.coding.sentence + 1, key=lambda p: p.sentence)
    before = [p for p in reading.places[first:last] if p.end <= at]
    return [p for p in before if "\n" not in reading.article.text[p.end : at]]


def the_capital(account: Account) -> list[Place]:
    """The capital of the one land that an act's sides are of, else of the land that the report comes from."""
    if account.coding.type not in DONE or not CAPITAL.search(account.words(account.sentence)):
        return []
    lands = lands_of([account]) or _reported_from(account) or _spoken_of(account)
    known = [countries()[land].capitals for land in lands]
    places = [named(capitals[0]) for capitals in known if capitals]
    return [p for p in places if p and len(lands) == 1 and p.country in lands]


def _reported_from(account: Account) -> set[str]:
    place = named(account.reading.article.dateline_place or "")
    return {place.country} if place and place.country in countries() else set()


def _spoken_of(account: Account) -> set[str]:
    """The country of the last place named before an act, in the sentences right before it."""
    before = [p.country for p in _so_far(account) if p.end <= account.coding.act.end]
    return {land for land in before[-1:] if land in countries()}


def setting(group: Sequence[Account]) -> str | None:
    """The country in which all towns lie that the articles name before an act or in their leads."""
    towns = {p.country for a in group for p in _so_far(a) if not is_vague(p)}
    return next(iter(towns)) if len(towns) == 1 else None


def _so_far(account: Account) -> Iterator[Place]:
    """The places of the lead, and of an act's sentence and those right before it."""
    places, here = account.reading.places, account.coding.sentence
    lead, first, last = (bisect_left(places, n, key=lambda p: p.sentence) for n in (LEAD, here - BACK, here + 1))
    yield from places[:lead]
    yield from places[max(lead, first) : last]


def held(account: Account) -> list[Place]:
    """The town in which a later sentence says that the main event took place ("The ceremony was held in Lume")."""
    reading, said = account.reading, HELD.get(account.coding.type)
    if said is None or not account.lead:
        return []
    last = bisect_left(reading.places, LEAD + FURTHER, key=lambda p: p.sentence)
    for place in reading.places[:last]:
        if account.coding.sentence < place.sentence and not is_vague(place):
            sentence = reading.sentences[place.sentence]
            found = said.match(account.words(sentence))
            if found and sentence.start + found.end() <= place.start and _word_before(account, place) in WITHIN:
                return [place]
    return []


def _word_before(account: Account, place: Place) -> str:
    words = account.reading.article.text[: place.start].rstrip().rsplit(None, 1)
    return words[-1].lower() if words else ""
