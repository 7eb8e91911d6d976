"""Countries: codes, names, adjectives, capitals, and the seats of power that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tellings.vocab.tables import rows, several

#: What the full names of states begin with; a "State of Georgia" or a "Commonwealth of Virginia" may be no country.
FORMS = ("Republic", "Kingdom", "Federal Republic", "Islamic Republic", "Sultanate", "Principality", "Grand Duchy")


@dataclass(frozen=True, slots=True)
class Country:
    """A country as news name it. `code` is ISO 3166 alpha-3 (XKX for Kosovo), `name` the usual English name.

    `leader` is the office that news means by "the Indian leader".
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    leader: str


@dataclass(frozen=True, slots=True)
class Metonym:
    """A seat of power that stands for a branch of a state: the Kremlin, the Pentagon. `sector` is PLOVER's."""

    name: str
    code: str
    sector: str


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    return {row["code"]: _country(row) for row in rows("countries.tsv")}


def formal_names(country: Country) -> tuple[str, ...]:
    """What a country may be called in full: "Republic of Zambia", "Republic of the Philippines"."""
    return tuple(f"{form} of {the}{country.name}" for form in FORMS for the in ("", "the "))


@cache
def metonyms() -> tuple[Metonym, ...]:
    """The seats of power, capitals left out: those stand with their country."""
    return tuple(Metonym(row["name"], row["code"], row["sector"]) for row in rows("metonyms.tsv"))


@cache
def _metonyms_by_name() -> dict[str, Metonym]:
    return {seat.name: seat for seat in metonyms()}


def metonym(name: str) -> Metonym:
    """The seat of power of that name."""
    return _metonyms_by_name()[name]


#: What PLOVER's codes for who is no state are called.
PSEUDO_NAMES = {"EUR": "European Union", "UNO": "United Nations", "IGO": "international organisation"}


def country_name(code: str) -> str:
    """The usual English name of a code; the code itself where it is no country's."""
    country = countries().get(code)
    return country.name if country else PSEUDO_NAMES.get(code, code)


def _country(row: dict[str, str]) -> Country:
    return Country(
        row["code"],
        row["name"],
        several(row["names"]),
        several(row["adjectives"]),
        several(row["capitals"]),
        row["leader"] or "president",
    )
