"""Which quotes render one utterance: the same words, a part of them, or another translation of them.

Two quotes of one speaker are compared by their words, grammar left out and the stock words of
diplomacy counted light. Inside one article quotes are apart unless they repeat one another: no
reporter gives one utterance twice in different words, so no chain of likenesses may join them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import combinations
from types import MappingProxyType

from rapidfuzz import fuzz

from tellings.model.ids import group_id
from tellings.model.rows import QuoteRow, UtteranceRow
from tellings.quotes.days import settle

TABLE = "utterance_words.tsv"
SYNONYMS = "utterance_synonyms.tsv"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
STEM = 7
#: Endings that leave a stem of four letters or more: solved, solving, begins, chooses; Korea, Korean; Angola, Angolan.
DERIVED = re.compile(r"(?<=\w{4})(?:ing|ed|es|e|a|ia|an|ean|ian)$")
#: Share of letters in common, as rapidfuzz counts it, from which two quotes have the same words.
SAME, PART = 90.0, 92.0
#: Weight of the words that two renderings must share: in all, and as a share of the shorter one's.
LEAST_WEIGHT, LEAST_SHARE = 3.0, 0.55
#: Few weighty words are enough where they are nearly all that both say.
LEAST_BRIEF, BRIEF_SHARE = 2.0, 0.8
#: An indirect quote is the reporter's wording: it must be closer, and so must what is said of no one known.
LEAST_SHARE_INDIRECT = 0.6
LEAST_PART, LEAST_PART_WEIGHT = 3, 1.6
SHORT = 15
#: An inexact part may have lost a "not" at its edge: so many letters around it are looked at too.
NEAR, EXACT = 12, 100.0
NEGATIONS = frozenset({"not", "never", "no", "cannot", "nobody", "nothing", "neither", "nor", "without"})


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as it is compared: its words folded and joined by blanks, and the weight of each stem."""

    row: QuoteRow
    folded: str
    stems: Mapping[str, float]

    @property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(self.stems.values())


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two quotes are one utterance: `same` and `part` go by letters, `rendering` by weighty words."""

    rule: str
    score: float
    detail: str


def join(story_id: str, rows: Sequence[QuoteRow]) -> tuple[tuple[QuoteRow, ...], tuple[UtteranceRow, ...]]:
    """Give the rows of a story's quotes with their utterances, and the utterances, both by id.

    Every quote belongs to one utterance, most to one of their own; a quote that names no day of its own
    is dated to the first report of its utterance.
    """
    said = [_said(row) for row in sorted(rows, key=lambda row: row.quote_id)]
    groups = _groups(said)
    utterances = sorted((_utterance(story_id, group) for group in groups), key=lambda u: u.utterance_id)
    belongs = {quote_id: u.utterance_id for u in utterances for quote_id in u.quote_ids}
    rows = [row for group in groups for row in settle([s.row for s in group])]
    rows.sort(key=lambda row: row.quote_id)
    return tuple(replace(row, utterance_id=belongs[row.quote_id]) for row in rows), tuple(utterances)


def _said(row: QuoteRow) -> Said:
    words = [_fold(match.group()) for match in WORD.finditer(row.text)]
    weights = _weights()
    folded = " ".join(words)
    heavy = {
        _meaning(word): weight
        for word in _of_two(folded).split()
        if (weight := weights.get(word, weights.get(_singular(word), 1.0)))
    }
    return Said(row, folded, MappingProxyType(heavy))


def _of_two(folded: str) -> str:
    """Names of two words become one, as the table of synonyms has them."""
    return folded.replace("united states", "united-states").replace("united kingdom", "united-kingdom")


def _meaning(word: str) -> str:
    """A word's stem, or the first of the words between which translators choose."""
    stem = _stem(word)
    return _synonyms().get(stem, stem)


def _fold(word: str) -> str:
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
def _weights() -> Mapping[str, float]:
    return MappingProxyType({word: float(weight) for word, weight in (line.split("\t") for line in _lines(TABLE))})


def _lines(table: str) -> list[str]:
    text = files("tellings.vocab").joinpath(table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")][1:]


def _groups(said: list[Said]) -> list[list[Said]]:
    """Join from the likest pair down; a group never holds two different quotes of one article."""
    copies: dict[tuple[str | None, str], list[Said]] = {}
    for s in said:
        copies.setdefault((s.row.speaker_name, s.folded), []).append(s)
    group_of = {group[0].row.quote_id: group for group in copies.values()}
    for _, here, there in sorted(_likely([group[0] for group in copies.values()])):
        one, other = group_of[here], group_of[there]
        if one is not other and not _clash(one, other):
            one += other
            group_of.update({s.row.quote_id: one for s in other if s.row.quote_id in group_of})
    return list({id(group): group for group in group_of.values()}.values())


def _likely(said: list[Said]) -> Iterator[tuple[float, str, str]]:
    """Pairs that are alike, likest first when sorted; only quotes that share a weighty stem are compared."""
    for i, j in sorted(_sharing(said)):
        found = likeness(said[i], said[j])
        if found:
            yield -found.score, said[i].row.quote_id, said[j].row.quote_id


def _sharing(said: list[Said]) -> set[tuple[int, int]]:
    holding: dict[str, list[int]] = {}
    for i, s in enumerate(said):
        for stem in s.stems:
            holding.setdefault(stem, []).append(i)
    return {pair for places in holding.values() for pair in combinations(places, 2)}


def _clash(one: list[Said], other: list[Said]) -> bool:
    return any(a.row.article_id == b.row.article_id and _repeats(a, b) is None for a in one for b in other)


def likeness(here: Said, there: Said) -> Likeness | None:
    """Say whether and why two quotes are one utterance."""
    repeated = _repeats(here, there)
    if repeated and _may_be_one(here.row, there.row, loose=True):
        return repeated
    if here.row.article_id == there.row.article_id or not _may_be_one(here.row, there.row, loose=False):
        return None
    return _renders(here, there)


def _repeats(here: Said, there: Said) -> Likeness | None:
    """The same words, or some of them in their order; a figure or a "not" that differs is another thing said."""
    whole = fuzz.ratio(here.folded, there.folded)
    if whole >= SAME and _turns(here.folded) == _turns(there.folded):
        return Likeness("same", 2 + whole / 100, "the same words")
    short, long = sorted((here, there), key=lambda s: (len(s.folded), s.folded))
    if len(short.stems) < LEAST_PART or short.weight < LEAST_PART_WEIGHT or len(short.folded) == len(long.folded):
        return None
    part = fuzz.partial_ratio_alignment(short.folded, long.folded, score_cutoff=PART)
    reach = NEAR if part and part.score < EXACT else 0
    if part and _turns(short.folded) == _turns(long.folded[max(0, part.dest_start - reach) : part.dest_end + reach]):
        return Likeness("part", 1 + part.score / 100, "a part of the same words")
    return None


def _turns(folded: str) -> list[str]:
    """The words that turn a statement into another one though most letters stay: figures and negations."""
    words = ("not" if word in NEGATIONS or word.endswith("n't") else word for word in folded.split())
    return sorted(word for word in words if word == "not" or word[0].isdigit())


def _renders(here: Said, there: Said) -> Likeness | None:
    """Another rendering: weighty words shared, most of what the shorter one has."""
    stems = here.stems.keys() & there.stems.keys()
    shared = sum(here.stems[stem] for stem in stems)
    least = min(here.weight, there.weight)
    wanted = LEAST_SHARE_INDIRECT if "indirect" in {here.row.kind, there.row.kind} else LEAST_SHARE
    brief = shared >= LEAST_BRIEF and shared >= BRIEF_SHARE * max(here.weight, there.weight)
    if (shared < LEAST_WEIGHT and not brief) or shared < wanted * least or _contradict(here.folded, there.folded):
        return None
    share = shared / least
    detail = f"another rendering, by {share:.0%} of the shorter one's weighty words ({', '.join(sorted(stems))})"
    return Likeness("rendering", share, detail)


def _contradict(one: str, other: str) -> bool:
    """Whether both give figures and none is the same, or of two short quotes one alone is negated."""
    turns, others = set(_turns(one)), set(_turns(other))
    figures, other_figures = turns - {"not"}, others - {"not"}
    short = min(len(one.split()), len(other.split())) < SHORT
    return bool(figures and other_figures and not figures & other_figures) or (
        short and ("not" in turns) != ("not" in others)
    )


def _may_be_one(here: QuoteRow, there: QuoteRow, loose: bool) -> bool:
    """Whether the speakers' names agree, and for another rendering the days; `loose` lets a nameless one be anyone."""
    if here.speaker_name is None or there.speaker_name is None:
        return loose
    one, other = set(_names(here.speaker_name)), set(_names(there.speaker_name))
    named = one <= other or other <= one or here.speaker_id == there.speaker_id
    return named and (loose or _days_agree(here, there))


def _days_agree(here: QuoteRow, there: QuoteRow) -> bool:
    """Days that the quotes' own cues give must be the same; a day of the news is the reporter's, and may differ."""
    own = [row.said_on for row in (here, there) if row.said_on_basis and row.said_on_basis.startswith("“")]
    return len(own) < 2 or own[0] == own[1]


def _names(name: str) -> list[str]:
    return [_fold(match.group()) for match in WORD.finditer(name)]


def _utterance(story_id: str, group: list[Said]) -> UtteranceRow:
    """The utterance, by the words of its longest direct quote."""
    ranked = sorted(
        group, key=lambda s: (s.row.kind == "indirect", s.row.kind == "mixed", -len(s.folded), s.row.quote_id)
    )
    ids = tuple(sorted(s.row.quote_id for s in group))
    names = sorted({s.row.speaker_name for s in group if s.row.speaker_name}, key=lambda name: (-len(name), name))
    return UtteranceRow(
        group_id("u", ids), story_id, ranked[0].row.text, names[0] if names else None, ids, _detail(ranked)
    )


def _detail(ranked: list[Said]) -> str:
    if len(ranked) == 1:
        return "one quote"
    found = [f for s in ranked[1:] if (f := likeness(ranked[0], s))]
    reasons = list(dict.fromkeys(f.detail for f in found)) or ["alike through another quote"]
    return f"{len(ranked)} quotes: " + "; ".join(reasons)
