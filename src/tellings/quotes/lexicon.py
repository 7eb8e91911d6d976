"""Words that attribute speech: the table `vocab/quote_verbs.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

TABLE = "quote_verbs.tsv"


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that attributes speech.

    `strength` is 3 for speech alone ("say"), 2 for speech as a rule ("note"), 1 for what may be
    thought or finding ("believe", "show"). `takes` names the complements that hold the words said:
    `that` (a finite clause), `to` (an infinitive), `object` (a noun phrase), `for` and `of` (a noun phrase after such a
    preposition: "call for", "warn of"). `addressee` is where
    the one spoken to stands: `object` (told X), `to` (said to X), or `-`.
    """

    lemma: str
    pos: str
    kind: str
    strength: int
    takes: frozenset[str]
    addressee: str


@cache
def cue_words() -> Mapping[tuple[str, str], CueWord]:
    """Load the table, by lemma and part of speech (`verb`, `noun`)."""
    text = files("tellings.vocab").joinpath(TABLE).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")][1:]
    words = (_word(line.split("\t")) for line in lines)
    return MappingProxyType({(word.lemma, word.pos): word for word in words})


def _word(cells: list[str]) -> CueWord:
    lemma, pos, kind, strength, takes, addressee = cells
    return CueWord(lemma, pos, kind, int(strength), frozenset(takes.split(",")), addressee)
