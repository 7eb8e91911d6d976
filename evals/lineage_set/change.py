"""Make a telling from another by program: each kind of change, the relation that it leaves, and what shows its way.

Every change is drawn from a generator seeded by the new telling's id, so the set is the same on every machine.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

WORDS = Path(__file__).parent / "words.tsv"
#: Quoted words are left as they are: newsrooms reword reports, not what people said.
QUOTED = re.compile(r'("[^"]*"|“[^”]*”)')
SENTENCE = re.compile(r'(?<=[.!?]["”]) (?=[A-Z"“])|(?<=[a-z0-9)][.!?]) (?=[A-Z"“])')
SAID_THAT = re.compile(r"([^,\"]{3,60}) (said|says|believe|argued|stressed) that ([^\"]+)\.")
DAY_INSIDE = re.compile(
    r"([^\",]{8,90}) on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(,|(?! (?:morning|evening|afternoon|night|and|after|before|at)\b) )([^\"]+)"
)
#: First words that lose their capital inside a sentence.
LOWERED = ("The ", "A ", "An ", "It ", "He ", "She ", "They ", "Its ", "His ", "Her ", "Their ", "Two ", "Three ")
HOUSE = (
    (r"\b(\w+)isation\b", r"\1ization"),
    (r"\b(\w+)ise(d|s)?\b(?<!otherwise)(?<!exercise)(?<!promise)(?<!promised)(?<!praised)", r"\1ize\2"),
    (r"\bdefence\b", "defense"),
    (r"\bneighbour", "neighbor"),
    (r"\bkilometres\b", "km"),
    (r"\bper ?cent\b", "%"),
    (r"\bcentre\b", "center"),
    (r"\bprogramme\b", "program"),
    (r"\bPrime Minister ", "PM "),
    (r"\bUN Secretary-General\b", "UN chief"),
    (r" on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", r" \1"),
    (r"\bsaid that\b", "said"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A way to make a text from a text, the relation between the two and what in the words shows which came first."""

    make: Callable[[str, Random], str]
    relation: str
    evidence: tuple[str, ...] = ()


def words(text: str) -> list[str]:
    """Split at white space."""
    return text.split()


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph at ends of sentences; good enough for texts written for this set."""
    return SENTENCE.split(paragraph)


def same(text: str, rng: Random) -> str:
    """Leave the text as it is: what changes is the page around it."""
    return text


def cut(share: float) -> Callable[[str, Random], str]:
    """Drop that share of the words, whole sentences at a time, from anywhere but the first paragraph."""

    def make(text: str, rng: Random) -> str:
        rows = [sentences(paragraph) for paragraph in text.split("\n\n")]
        places = [(at, of) for at, row in enumerate(rows[1:], 1) for of in range(len(row))]
        goal, dropped = share * len(words(text)), set[tuple[int, int]]()
        tail = rng.random() < 0.4
        order = places[::-1] if tail else rng.sample(places, len(places))
        for at, of in order:
            if goal <= 0:
                break
            goal -= len(words(rows[at][of]))
            dropped.add((at, of))
        kept = [" ".join(s for of, s in enumerate(row) if (at, of) not in dropped) for at, row in enumerate(rows)]
        return "\n\n".join(paragraph for paragraph in kept if paragraph)

    return make


def excerpt(share: float) -> Callable[[str, Random], str]:
    """Keep that share of the words: sentences in a row, from the start or from somewhere inside."""

    def make(text: str, rng: Random) -> str:
        rows = [s for paragraph in text.split("\n\n") for s in sentences(paragraph)]
        goal = share * len(words(text))
        last = next((at for at in range(len(rows)) if sum(len(words(s)) for s in rows[at:]) < goal), 1)
        start = rng.choice((0, rng.randrange(max(1, last))))
        kept = list[str]()
        while sum(len(words(s)) for s in kept) < goal and start < len(rows):
            kept.append(rows[start])
            start += 1
        return "\n\n".join(kept)

    return make


def reorder(text: str, rng: Random) -> str:
    """Put the paragraphs after the first into another order."""
    first, *rest = text.split("\n\n")
    shuffled = rng.sample(rest, len(rest))
    return "\n\n".join([first, *(shuffled if shuffled != rest else rest[::-1])])


def typography(text: str, rng: Random) -> str:
    """Set the text as another system prints it: curly quotes, long dashes, one sentence a line, no-break spaces."""
    curled = re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’").replace(" - ", " — ").replace(" -- ", " — ")
    curled = re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", curled)
    return "\n\n".join(s for paragraph in curled.split("\n\n") for s in sentences(paragraph))


def house(text: str, rng: Random) -> str:
    """Follow another house's style: American spelling, short titles, days without a preposition."""
    return outside_quotes(text, _house)


def _house(part: str) -> str:
    for pattern, to in HOUSE:
        part = re.sub(pattern, to, part)
    return part


def outside_quotes(text: str, make: Callable[[str], str]) -> str:
    """Change what stands outside quotation marks."""
    return "".join(part if QUOTED.fullmatch(part) else make(part) for part in QUOTED.split(text))


@cache
def alternatives() -> Mapping[str, tuple[str, ...]]:
    """Read the table of words and phrases and what can stand for them."""
    with WORDS.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row[0]: tuple(row[1].split("|")) for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(alternatives(), key=len, reverse=True)
    return re.compile(r"(?<![\w'-])(" + "|".join(map(re.escape, ordered)) + r")(?![\w'-])", re.IGNORECASE)


def _turned(sentence: str) -> str:
    """Put who says it behind what is said, or the day of the week in front, where a sentence allows it."""
    if hit := SAID_THAT.fullmatch(sentence):
        who, verb, what = hit.groups()
        return f"{what[:1].upper()}{what[1:]}, {who[:1].lower() + who[1:] if who.startswith(LOWERED) else who} {verb}."
    if hit := DAY_INSIDE.fullmatch(sentence):
        before, day, gap, after = hit.groups()
        first = before[:1].lower() + before[1:] if before.startswith(LOWERED) else before
        return f"On {day} {first}{gap}{after}"
    return sentence


def turn(text: str, rng: Random) -> str:
    """Turn every sentence that can be turned round and holds no quotation."""
    paragraphs = [sentences(paragraph) for paragraph in text.split("\n\n")]
    return "\n\n".join(" ".join(s if '"' in s else _turned(s) for s in row) for row in paragraphs)


def edit(share: float) -> Callable[[str, Random], str]:
    """Put other words for that share of the words (or as many as the table has), outside quotations."""

    def make(text: str, rng: Random) -> str:
        spots = [hit for hit in _pattern().finditer(text) if not _inside_quotes(text, hit.start())]
        goal, chosen = share * len(words(text)), list[re.Match[str]]()
        for hit in rng.sample(spots, len(spots)):
            if goal <= 0:
                break
            goal -= len(words(hit[0]))
            chosen.append(hit)
        for hit in sorted(chosen, key=lambda hit: -hit.start()):
            text = text[: hit.start()] + _alternative(hit[0], rng) + text[hit.end() :]
        return text

    return make


def _inside_quotes(text: str, at: int) -> bool:
    start = text.rfind("\n\n", 0, at) + 1
    return text.count('"', start, at) % 2 == 1 or text.count("“", start, at) > text.count("”", start, at)


def _alternative(found: str, rng: Random) -> str:
    given = rng.choice(alternatives()[found.lower()])
    return given[:1].upper() + given[1:] if found[:1].isupper() else given


KINDS: Mapping[str, Change] = {
    "copy": Change(same, "copy"),
    "furniture": Change(same, "copy"),
    "typography": Change(typography, "copy"),
    "house": Change(house, "copy"),
    "reorder": Change(reorder, "copy"),
    "edit10": Change(edit(0.10), "copy"),
    "edit30": Change(lambda text, rng: edit(0.30)(turn(text, rng), rng), "rewritten"),
    "cut30": Change(cut(0.30), "excerpt", ("cut",)),
    "excerpt25": Change(excerpt(0.25), "excerpt", ("cut",)),
    "half_new": Change(excerpt(0.50), "excerpt", ("added",)),
    "localised": Change(same, "excerpt", ("added",)),
}
