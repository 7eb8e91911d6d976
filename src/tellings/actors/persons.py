"""Persons and offices by the table of holders: who held an office on a date, and what office a person held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache

from rapidfuzz import fuzz

from tellings.actors.gazetteer import fold
from tellings.model.times import Interval
from tellings.vocab.countries import countries
from tellings.vocab.first_names import given_names
from tellings.vocab.holders import Holder, holders, holders_of, known_until
from tellings.vocab.organisations import organisation
from tellings.vocab.tables import rows

#: Offices that news calls "leader"; the first is the weightiest where one person holds several.
LEADERS = (
    "supreme leader", "president", "chancellor", "king", "queen", "emir", "sultan", "prime minister", "leader",
    "crown prince", "general secretary", "chief executive",
)  # fmt: skip
#: What the head of an organisation is called.
HEADS = frozenset(
    {"head", "leader", "secretary general", "director general", "managing director", "president", "general secretary",
     "executive director", "executive secretary", "chair", "commander"}
)  # fmt: skip
SHORTEST_SURNAME = 4
#: How long after all that the table knows a term without an end is taken to go on. By the table itself one in six heads
#: of state and government changes in a year (2005 to 2023).
OPEN_FOR = timedelta(365)
#: Shorter words of a name are particles, but for what stands first or last: "Xi", "al", "U".
SHORTEST_NAME = 3
#: Ways of writing Cyrillic and Arabic names in Latin letters, with the one that they are compared by.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in {
        r"^m[ou]h?amm?[aeo]d$": "mohammed", r"^ah?h?m[ae]d$": "ahmed", r"^h[uo]ss?(?:ei|ai|ay|e)n$": "hussein",
        r"^abd(?:ul|el|al|ou?l)?$": "abd", r"^(?:y|j)ou?ss?[ue]f$": "yusuf", r"^[gq]h?add?h?afi$": "gaddafi",
        r"(?:i?y+|iy|ij|ii)$": "i", r"([aeo])y": r"\1i", r"ou": "u", r"kh": "h", r"ph": "f", r"dj": "j", r"sch": "sh",
        r"([bdfglmnprstz])\1": r"\1",
    }.items()
)  # fmt: skip
#: Words before or after a name that tell two of that name apart.
GENERATIONS = {
    "elder": frozenset({"elder", "older", "senior", "sr.", "sr"}),
    "younger": frozenset({"younger", "junior", "jr.", "jr", "ii", "iii", "iv"}),
}
#: Below this ratio two spellings with one surname are two persons (Sergei and Sergey Lavrov: 92).
SPELLINGS_ALIKE = 86.0


@cache
def words_of(name: str) -> tuple[str, ...]:
    """A name's words, folded, in lower case, hyphens taken for blanks."""
    return tuple(fold(name).lower().replace("-", " ").replace("'", "").split())


@cache
def sound_of(name: str) -> tuple[str, ...]:
    """A name's words in one way of writing other scripts' sounds: "Sergey Shoygu" as "Sergei Shoigu"."""
    return tuple(_sound(word) for word in words_of(name))


def generation(words: Iterable[str]) -> str:
    """Which of two of one name words mean: "elder", "younger" or neither."""
    return next((meant for meant, signs in GENERATIONS.items() if signs.intersection(words)), "")


def surname_of(name: str) -> str:
    """A name's last word but for "Jr." and the like, folded, "" of no name."""
    return next((word for word in reversed(words_of(name)) if not generation([word])), "")


def name_key(name: str) -> str:
    """A name by its sounds, so that "Sergey Shoygu" is found where "Sergei Shoigu" is sought."""
    return " ".join(sound_of(name))


def _sound(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


def same_person(full: str, name: str) -> bool:
    """Whether two names can be one person's: a surname and a full name, or two spellings."""
    a, b = sound_of(full), sound_of(name)
    if a == b or not a or not b:
        return a == b
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (short[0] in long and len(short[0]) >= SHORTEST_NAME)
    if set(short) <= set(long):
        return True
    return short[-1] == long[-1] and fuzz.ratio(" ".join(a), " ".join(b)) >= SPELLINGS_ALIKE


@cache
def _by_name() -> dict[tuple[str, ...], tuple[Holder, ...]]:
    found: dict[tuple[str, ...], list[Holder]] = {}
    for holder in holders():
        for name in (holder.person, *holder.names):
            found.setdefault(words_of(name), []).append(holder)
    return {name: tuple(terms) for name, terms in found.items()}


@cache
def _by_part() -> dict[str, tuple[Holder, ...]]:
    """Terms by the first and last word of the holder's name."""
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        for part in sorted(
            {words[i] for name in (holder.person, *holder.names) for words in [words_of(name)] for i in (0, -1)}
        ):
            found.setdefault(part, []).append(holder)
    return {part: tuple(terms) for part, terms in found.items()}


def in_full(person: str, word: str) -> str:
    """The spelling of a known person's name that has the printed surname: "Zelensky" and no "Zelenskyy"."""
    return next((full for full in spellings(person) if fold(word) in fold(full).split()), person)


def terms_of(name: str, country: str | None) -> tuple[Holder, ...]:
    """The terms of everyone whom a name can mean; a bare surname needs the country to be known."""
    words = words_of(name)
    if not words:
        return ()
    exact = _by_name().get(words, ())
    found: Iterable[Holder] = exact or [
        h for h in _parts(words) if any(same_person(n, name) for n in (h.person, *h.names))
    ]
    return tuple(h for h in found if country is None or h.country == country)


@cache
def spellings(name: str) -> tuple[str, ...]:
    """A name and, where the table knows one person of that full name, their other spellings."""
    known = terms_of(name, None) if " " in name else ()
    alone = len({holder.person for holder in known}) == 1
    return tuple(dict.fromkeys([name, *(n for holder in known[:alone] for n in (holder.person, *holder.names))]))


def _parts(words: tuple[str, ...]) -> list[Holder]:
    found = {id(h): h for part in {words[0], words[-1]} for h in _by_part().get(part, ())}
    return list(found.values())


def offices_meant(office: str, country: str) -> tuple[str, ...]:
    """The offices that a word can mean in a country: "leader" is its head of state or government."""
    if office == "top diplomat":
        return (office, "foreign minister")
    role, joint, body = office.partition(" of ")
    if joint and organisation(body):
        return tuple(sorted({office, *_heads(country, body)})) if role in HEADS else (office,)
    if office != "leader":
        return (office,)
    known = countries().get(country)
    first = known.leader if known else ""
    return tuple(sorted(LEADERS, key=lambda o: o != first))


@cache
def _heads(country: str, body: str) -> frozenset[str]:
    """The offices under which the table keeps the heads of an organisation ("secretary general of NATO")."""
    kept = (h.office.partition(" of ") for h in holders() if h.country == country)
    return frozenset(" of ".join((role, of)) for role, _, of in kept if of == body and role in HEADS)


@cache
def _surnames() -> dict[str, frozenset[str]]:
    """Surnames of heads of state and government, each with whom it can mean."""
    found: dict[str, set[str]] = {}
    for holder in holders():
        if holder.office in {"president", "prime minister", "chancellor", "supreme leader"}:
            for part in {fold(name).split()[-1] for name in (holder.person, *holder.names)}:
                found.setdefault(part, set()).add(holder.person)
    return {name: frozenset(people) for name, people in found.items() if name.lower() not in _ordinary()}


@cache
def _ordinary() -> frozenset[str]:
    """Words that mean no head of state where they stand alone: given names, lands, and "Friday", "King", "Note"."""
    lands = (name.lower() for c in countries().values() for name in (c.name, *c.names, *c.capitals, *c.adjectives))
    words = (row["word"] for row in rows("no_names.tsv") if row["kind"] == "surname")
    return given_names().union(lands, words)


def prominent(word: str) -> str | None:
    """The one head of state or government whom a surname means, None where it means none or several."""
    people = _surnames().get(fold(word), frozenset()) if len(word) >= SHORTEST_SURNAME else frozenset()
    return next(iter(people)) if len(people) == 1 else None


def holder_called(word: str, office: str | None) -> str | None:
    """The one holder of an office one of whose names has a word, None where there is none or several."""
    people = {h.person for h in holders() if h.office == office and words_of(word)[0] in words_of(h.person)}
    return people.pop() if len(people) == 1 else None


def is_holders(word: str) -> bool:
    """Whether a word begins or ends the name of anyone in the table."""
    return fold(word).lower() in _by_part()


def in_office(country: str, office: str, on: Interval) -> tuple[Holder, ...]:
    """Who held an office of a country on some day of `on`; for "leader" those of the weightiest office filled."""
    for meant in offices_meant(office, country):
        found = tuple(h for h in holders_of(country, meant) if h.on(on.first, on.last) and not _is_outdated(h, on))
        if found:
            return found
    return ()


def _is_outdated(holder: Holder, on: Interval) -> bool:
    """Whether an open term is no ground to name a person on days so long after all that the table knows."""
    return holder.last is None and on.first is not None and on.first > known_until() + OPEN_FOR


def held(name: str, office: str, country: str) -> tuple[Holder, ...]:
    """The terms in which a person of that name held the office."""
    meant = offices_meant(office, country)
    return tuple(h for h in terms_of(name, country) if h.office in meant)


def weightiest(terms: Sequence[Holder], office: str | None) -> Holder | None:
    """Of several terms the one of `office`, else the highest office, else the last begun."""
    ranked = sorted(
        terms, key=lambda h: (h.office != office, _rank(h.office), -(h.first.toordinal() if h.first else 0))
    )
    return ranked[0] if ranked else None


def _rank(office: str) -> int:
    return LEADERS.index(office) if office in LEADERS else len(LEADERS)


def is_leader(office: str | None) -> bool:
    """Whether news calls the holder of an office "leader"."""
    return office in LEADERS
