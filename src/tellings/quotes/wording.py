"""The words of a quote as two renderings are compared by: stems, meanings and weights, and what turns them round."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tellings.model.rows import QuoteRow
from tellings.times.words import number

TABLE = "utterance_words.tsv"
SYNONYMS = "utterance_synonyms.tsv"
OPPOSITES = "utterance_opposites.tsv"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: The mark between the thousands of a figure.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
#: A word with a capital inside a sentence: a name.
NAME = re.compile(r"(?<=[\w,;:] )[A-Z][^\W\d_]{2,}")
STEM = 7
#: Endings that leave a stem of four letters or more: solved, solving, begins, chooses; Korea, Korean; Angola, Angolan.
DERIVED = re.compile(r"(?<=\w{4})(?:ing|ed|es|e|a|ia|an|ean|ian)$")
#: Two short quotes are one thing said only where nothing turns one of them round; of long ones one may go on.
SHORT = 15
#: Share of weighty words in common from which a "not" in one alone denies the other; in other words the opposite verb
#: may say the same ("will not leave", "will stay").
DENIED = 0.6
NEGATIONS = frozenset({"not", "never", "no", "cannot", "nobody", "nothing", "neither", "nor", "without"})
#: Words that look like a negation and are none.
ONLY = re.compile(
    r"\b(?:nothing|no one|nobody) (?:but|except)\b|\bno (?:matter|better|greater)\b|\bnot only\b|\bnot just\b"
)
DECADES = re.compile(r"(\w+) decades?\b")
#: A clause that sets a time or a condition has a tense of its own ("stay shut until the water has gone down"), and what
#: "has to" be done lies ahead.
CONDITION = re.compile(
    r"\bhas to\b|"
    r"\b(?:until|till|once|when|as soon as|after|before|if|unless|since) (?:\w+ ){1,6}?(?:has|have|had|was|were)\b"
)
FUTURE, PAST = frozenset({"will", "shall"}), frozenset({"has", "had", "was", "were", "been"})
#: Past tenses of verbs that tell of what was done, where no form of "be" stands before them.
DONE = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<!\bget )\b"
    r"(?:met|said|took|came|went|gave|lost|won|fell|rose|began|held|sent|saw|left|signed|agreed|arrived|decided|built)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as it is compared: its words folded and joined by blanks, and the weight of each stem.

    `words` gives the word of each stem; `names` are the stems of its names.
    """

    row: QuoteRow
    folded: str
    stems: Mapping[str, float]
    words: Mapping[str, str]
    names: frozenset[str]

    @property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(self.stems.values())


def said(row: QuoteRow) -> Said:
    """Fold a quote's words and weigh them."""
    folded = " ".join(fold(match.group()) for match in WORD.finditer(THOUSANDS.sub("", row.text)))
    weights = _weights()
    known = {_meaning(word): word for word in reversed(_of_two(folded).split())}
    heavy = {
        stem: weight for stem, word in known.items() if (weight := weights.get(word, weights.get(_singular(word), 1.0)))
    }
    names = frozenset(_meaning(fold(match.group())) for match in NAME.finditer(row.text))
    words = {stem: known[stem] for stem in heavy}
    return Said(row, folded, MappingProxyType(heavy), MappingProxyType(words), names & heavy.keys())


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
    plain = DECADES.sub(_years, ONLY.sub("", folded))
    words = ("not" if word in NEGATIONS or word.endswith("n't") else word for word in plain.split())
    return sorted(figure for word in words if (figure := word if word == "not" else _figure(word)))


def _years(decades: re.Match[str]) -> str:
    """Decades in years: "four decades" are 40 years."""
    count = _figure(decades[1])
    return f"{int(count) * 10} years" if count and count.isdigit() else decades[0]


def _figure(word: str) -> str | None:
    """A figure in digits or words; "one" is mostly somebody."""
    if word[0].isdigit():
        return word
    spelled = number(word) if len(word) > 1 and word not in {"one", "an"} else None
    return str(spelled) if spelled else None


def contradict(here: Said, there: Said) -> bool:
    """Whether figures differ, or of two short quotes one is negated, later, of others or the opposite alone."""
    one, other = set(turns(here.folded)), set(turns(there.folded))
    figures, other_figures = one - {"not"}, other - {"not"}
    if figures - other_figures and other_figures - figures:
        return True
    if min(len(here.folded.split()), len(there.folded.split())) >= SHORT:
        return False
    apart = bool(here.names and there.names) and not (
        here.names & there.stems.keys() or there.names & here.stems.keys()
    )
    denied = denies(here, there) and not _opposed(here, there) and alike(here, there) >= DENIED
    return denied or apart or turned(here, there)


def denies(here: Said, there: Said) -> bool:
    """Whether one of two quotes alone is negated."""
    return ("not" in turns(here.folded)) != ("not" in turns(there.folded))


def alike(here: Said, there: Said) -> float:
    """The share of the longer quote's weighty words that the other has."""
    shared = sum(here.stems[stem] for stem in here.stems.keys() & there.stems.keys())
    return shared / max(here.weight, there.weight, 1.0)


def turned(here: Said, there: Said) -> bool:
    """Whether one tells what will be and the other what has been, or the opposite of what the other tells."""
    return _other_tense(here, there) or (_opposed(here, there) and not denies(here, there))


def _other_tense(here: Said, there: Said) -> bool:
    """Whether one tells what will be and the other what has been."""
    first, second = (CONDITION.sub("", said.folded) for said in (here, there))
    one, other = set(first.split()), set(second.split())
    ahead = bool(one & FUTURE), bool(other & FUTURE)
    behind = tuple(bool(words & PAST or DONE.search(text)) for words, text in ((one, first), (other, second)))
    return (ahead, behind) in {((True, False), (False, True)), ((False, True), (True, False))}


def _opposed(here: Said, there: Said) -> bool:
    """Whether what one alone says is the opposite of what the other alone says: open and close."""
    rest = there.stems.keys() - here.stems.keys()
    return any(_opposites().get(stem, frozenset()) & rest for stem in here.stems.keys() - there.stems.keys())
