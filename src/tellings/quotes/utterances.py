"""Which quotes render one utterance: the same words, a part of them, or another translation of them.

Two quotes of one speaker are compared by their letters, else by their meaning, where grammar is left out and the
stock words of diplomacy count light. Inside one article quotes are apart unless they repeat one another: no
reporter gives one utterance twice in different words, so no chain of likenesses may join them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from tellings.model.ids import group_id
from tellings.model.rows import QuoteRow, UtteranceRow
from tellings.quotes.days import carry, settle
from tellings.quotes.meaning import Meanings
from tellings.quotes.wording import WORD, Said, alike, contradict, fold, said, turned, turns

#: Share of letters in common, as rapidfuzz counts it, from which two quotes have the same words.
SAME, PART = 90.0, 92.0
#: The log-odds that two quotes say one thing, by `recipes.utterances`: of the whole and word by word how near they are,
#: what they share (the words that are the same make them near already: of two pairs as near, the one in other words is
#: the likelier rendering), whether they contradict each other, what each says alone, and before anything is known.
WHOLE, WORDS, SHARED, CONTRADICT, OWN, PRIOR = 13.17, 18.27, -9.38, -8.27, -15.19, -16.56
#: What less they are where one is the reporter's wording.
INDIRECT = -0.6
#: Weighty words, and their weight, from which a part of a quote is one: two where not a letter differs.
LEAST_PART, LEAST_EXACT_PART, LEAST_PART_WEIGHT = 3, 2, 1.6
#: An inexact part may have lost a "not" at its edge: so many letters around it are looked at too.
NEAR, EXACT = 12, 100.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two quotes are one utterance: `same` and `part` go by letters, `rendering` by meaning."""

    rule: str
    score: float
    detail: str


def join(story_id: str, rows: Sequence[QuoteRow]) -> tuple[tuple[QuoteRow, ...], tuple[UtteranceRow, ...]]:
    """Give the rows of a story's quotes with their utterances, and the utterances, both by id.

    Every quote belongs to one utterance, most to one of their own; a quote that names no day of its own
    is dated to the first report of its utterance.
    """
    ordered = sorted(rows, key=lambda row: row.quote_id)
    meanings = Meanings()
    groups = _groups([said(row) for row in ordered], meanings)
    utterances = sorted((_utterance(story_id, group, meanings) for group in groups), key=lambda u: u.utterance_id)
    belongs = {quote_id: u.utterance_id for u in utterances for quote_id in u.quote_ids}
    rows = list(carry([row for group in groups for row in settle([s.row for s in group])]))
    rows.sort(key=lambda row: row.quote_id)
    return tuple(replace(row, utterance_id=belongs[row.quote_id]) for row in rows), tuple(utterances)


def _groups(quotes: list[Said], meanings: Meanings) -> list[list[Said]]:
    """Join from the likest pair down; a group never holds two different quotes of one article."""
    copies: dict[tuple[str | None, str], list[Said]] = {}
    for s in quotes:
        copies.setdefault((s.row.speaker_name, s.folded), []).append(s)
    group_of = {group[0].row.quote_id: group for group in copies.values()}
    for _, here, there in sorted(_likely(list(copies.values()), meanings)):
        one, other = group_of[here], group_of[there]
        if one is not other and not _clash(one, other):
            one += other
            group_of.update({s.row.quote_id: one for s in other if s.row.quote_id in group_of})
    return list({id(group): group for group in group_of.values()}.values())


def _likely(copies: list[list[Said]], meanings: Meanings) -> Iterator[tuple[float, str, str]]:
    """Pairs that are alike, likest first when sorted; only quotes that share a weighty stem are compared.

    Those that one article has apart are never joined, however near, so that their meanings are not asked for.
    """
    quotes = [group[0] for group in copies]
    for i, j in sorted(_sharing(quotes)):
        found = None if _clash(copies[i], copies[j]) else likeness(quotes[i], quotes[j], meanings)
        if found:
            yield -found.score, quotes[i].row.quote_id, quotes[j].row.quote_id


def _sharing(quotes: list[Said]) -> set[tuple[int, int]]:
    holding: dict[str, list[int]] = {}
    for i, s in enumerate(quotes):
        for stem in s.stems:
            holding.setdefault(stem, []).append(i)
    return {pair for places in holding.values() for pair in combinations(places, 2)}


def _clash(one: list[Said], other: list[Said]) -> bool:
    """Whether one article has quotes of both, apart."""
    both = {a.row.article_id for a in one}.intersection(b.row.article_id for b in other)
    held = ((a, b) for a in one if a.row.article_id in both for b in other)
    return any(a.row.article_id == b.row.article_id and _repeats(a, b) is None for a, b in held)


def likeness(here: Said, there: Said, meanings: Meanings) -> Likeness | None:
    """Say whether and why two quotes are one utterance."""
    repeated = _repeats(here, there)
    if repeated and _may_be_one(here.row, there.row, loose=True):
        return repeated
    if here.row.article_id == there.row.article_id or not _may_be_one(here.row, there.row, loose=False):
        return None
    return _renders(here, there, meanings)


def _repeats(here: Said, there: Said) -> Likeness | None:
    """The same words, or some of them in their order; a figure or a "not" that differs is another thing said."""
    whole = fuzz.ratio(here.folded, there.folded)
    if whole >= SAME and turns(here.folded) == turns(there.folded) and not turned(here, there):
        return Likeness("same", 2 + whole / 100, "the same words")
    short, long = sorted((here, there), key=lambda s: (len(s.folded), s.folded))
    least = LEAST_EXACT_PART if f" {short.folded} " in f" {long.folded} " else LEAST_PART
    if len(short.stems) < least or short.weight < LEAST_PART_WEIGHT or len(short.folded) == len(long.folded):
        return None
    part = fuzz.partial_ratio_alignment(short.folded, long.folded, score_cutoff=PART)
    reach = NEAR if part and part.score < EXACT else 0
    if part and turns(short.folded) == turns(long.folded[max(0, part.dest_start - reach) : part.dest_end + reach]):
        return Likeness("part", 1 + part.score / 100, "a part of the same words")
    return None


def _renders(here: Said, there: Said, meanings: Meanings) -> Likeness | None:
    """Another rendering: near in meaning, and nothing turns it round."""
    odds = log_odds(here, there, meanings)
    if odds < 0:
        return None
    shared = ", ".join(sorted(here.words[stem] for stem in here.stems.keys() & there.stems.keys()))
    apart = " / ".join(", ".join(own) for own in (_own(here, there), _own(there, here)) if own)
    sure = 1 / (1 + math.exp(-odds))
    detail = f"another rendering, near in meaning ({sure:.2f}), with {shared} in common"
    return Likeness("rendering", sure, f"{detail} and {apart} apart" if apart else detail)


def log_odds(here: Said, there: Said, meanings: Meanings) -> float:
    """The log-odds that two quotes are renderings of one utterance."""
    weights = (WHOLE, WORDS, SHARED, CONTRADICT, OWN, PRIOR, INDIRECT)
    indirect = "indirect" in {here.row.kind, there.row.kind}
    return sum(w * e for w, e in zip(weights, (*evidence(here, there, meanings), 1.0, indirect), strict=True))


def evidence(here: Said, there: Said, meanings: Meanings) -> tuple[float, float, float, float, float]:
    """What speaks for and against a rendering: nearness of the wholes and of the words, shared words, contradiction,
    what each says that the other does not.
    """
    near = meanings.nearness(here, there)
    return near.whole, near.words, alike(here, there), float(contradict(here, there)), near.own


def _own(here: Said, there: Said) -> list[str]:
    """The weighty words of one quote that the other has not, in their order of the alphabet."""
    return sorted(here.words[stem] for stem in here.stems.keys() - there.stems.keys())


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
    return [fold(match.group()) for match in WORD.finditer(name)]


def _utterance(story_id: str, group: list[Said], meanings: Meanings) -> UtteranceRow:
    """The utterance, by the words of its longest direct quote."""
    ranked = sorted(
        group, key=lambda s: (s.row.kind == "indirect", s.row.kind == "mixed", -len(s.folded), s.row.quote_id)
    )
    ids = tuple(sorted(s.row.quote_id for s in group))
    names = sorted({s.row.speaker_name for s in group if s.row.speaker_name}, key=lambda name: (-len(name), name))
    return UtteranceRow(
        group_id("u", ids), story_id, ranked[0].row.text, names[0] if names else None, ids, _detail(ranked, meanings)
    )


def _detail(ranked: list[Said], meanings: Meanings) -> str:
    if len(ranked) == 1:
        return "one quote"
    found = [f for s in ranked[1:] if (f := likeness(ranked[0], s, meanings))]
    reasons = list(dict.fromkeys(f.detail for f in found)) or ["alike through another quote"]
    return f"{len(ranked)} quotes: " + "; ".join(reasons)
