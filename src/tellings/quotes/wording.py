"""The words of a quote as two renderings are compared by: stems, meanings and weights, and what turns them round."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tellings.model.rows import QuoteRow

TABLE = "utterance_words.tsv"
SYNONYMS = "utterance_synonyms.tsv"
OPPOSITES = "utterance_opposites.tsv"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: A word with a capital inside a sentence: a name.
NAME = re.compile(r"(?<=[\w,;:] )[A-Z][^\W\d_]{2,}")
STEM = 7
#: Endings that leave a stem of four letters or more: solved, solving, begins, chooses; Korea, Korean; Angola, Angolan.
DERIVED = re.compile(r"(?<=\w{4})(?:ing|ed|es|e|a|ia|an|ean|ian)$")
#: Two short quotes are one thing said only where nothing turns one of them round; of long ones one may go on.
SHORT = 15
NEGATIONS = frozenset({"not", "never", "no", "cannot", "nobody", "nothing", "neither", "nor", "without"})
FUTURE, PAST = frozenset({"will", "shall"}), frozenset({"has", "had", "was", "were", "been"})


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as it is compared: its words folded and joined by blanks, and the weight of each stem.

    `names` are the stems of its names; `rare` tells that its article has few quotes of its speaker, so that
    two of them are the more likely to be one thing said.
    """

    row: QuoteRow
    folded: str
    stems: Mapping[str, float]
    names: frozenset[str]
    rare: bool = False

    @property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(self.stems.values())


def said(row: QuoteRow, rare: bool = False) -> Said:
    """Fold a quote's words and weigh them."""
    folded = " ".join(fold(match.group()) for match in WORD.finditer(row.text))
    weights = _weights()
    heavy = {
        _meaning(word): weight
        for word in _of_two(folded).split()
        if (weight := weights.get(word, weights.get(_singular(word), 1.0)))
    }
    names = frozenset(_meaning(fold(match.group())) for match in NAME.finditer(row.text))
    return Said(row, folded, MappingProxyType(heavy), names & heavy.keys(), rare)


def _of_two(folded: str) -> str:
    """Names of two words become one, as the table of synonyms has them."""
    return folded.replace("united states", "united-states").replace("united kingdom", "united-kingdom")


def _meaning(word: str) -> str:
    """A word's stem, or the first of the words between which translators choose."""
    stem = _stem(word)
    return _synonyms().get(stem, stem)


def fold(word: str) -> str:
    """A word in small letters, without a possessive ending."""
    return word.casefold().replace("’", "'").removesuffix("'s")


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _stem(word: str) -> str:
    """The first letters, which a word's forms share: exchange, exchanging; country, countries; Korea, Korean."""
    return DERIVED.sub("", re.sub("(?:y|ie)$", "i", _singular(word)))[:STEM]


@cache
def _synonyms() -> Mapping[str, str]:
    """By stem, the stem of the first word of the row; a word in two rows has the meaning of the first."""
    found: dict[str, str] = {}
    for line in _lines(SYNONYMS):
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(_stem(word), _stem(first))
    return MappingProxyType(found)


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """By meaning, the meanings that turn it round."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(OPPOSITES):
        one, other = (_meaning(word) for word in line.split())
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return MappingProxyType(found)


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType({word: float(weight) for word, weight in (line.split("\t") for line in _lines(TABLE))})


def _lines(table: str) -> list[str]:
    text = files("tellings.vocab").joinpath(table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")][1:]


def turns(folded: str) -> list[str]:
    """The words that turn a statement into another one though most letters stay: figures and negations."""
    words = ("not" if word in NEGATIONS or word.endswith("n't") else word for word in folded.split())
    return sorted(word for word in words if word == "not" or word[0].isdigit())


def contradict(here: Said, there: Said) -> bool:
    """Whether figures differ, or of two short quotes one is negated, later, of others or the opposite alone."""
    one, other = set(turns(here.folded)), set(turns(there.folded))
    figures, other_figures = one - {"not"}, other - {"not"}
    if figures and other_figures and not figures & other_figures:
        return True
    if min(len(here.folded.split()), len(there.folded.split())) >= SHORT:
        return False
    apart = bool(here.names and there.names) and not (
        here.names & there.stems.keys() or there.names & here.stems.keys()
    )
    return ("not" in one) != ("not" in other) or apart or turned(here, there)


def turned(here: Said, there: Said) -> bool:
    """Whether one tells what will be and the other what has been, or the opposite of what the other tells."""
    return _other_tense(here, there) or _opposed(here, there)


def _other_tense(here: Said, there: Said) -> bool:
    """Whether one tells what will be and the other what has been."""
    one, other = set(here.folded.split()), set(there.folded.split())
    ahead, behind = (bool(one & FUTURE), bool(other & FUTURE)), (bool(one & PAST), bool(other & PAST))
    return (ahead, behind) in {((True, False), (False, True)), ((False, True), (True, False))}


def _opposed(here: Said, there: Said) -> bool:
    """Whether what one alone says is the opposite of what the other alone says: open and close."""
    rest = there.stems.keys() - here.stems.keys()
    return any(_opposites().get(stem, frozenset()) & rest for stem in here.stems.keys() - there.stems.keys())
