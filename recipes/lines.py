"""Pages with their lines labelled: what the line model learns from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import trafilatura
from evals.data import read_rows
from lxml.html import HtmlElement
from numpy.typing import NDArray

from tellings.clean.fields.language import language_of
from tellings.clean.flat.body import kept, scores, window
from tellings.clean.flat.features import features
from tellings.clean.flat.lines import Line, read_sheet
from tellings.clean.flat.rules import LineRule, rules_of

Floats = NDArray[np.float32]

#: Tags that part no lines.
INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "u")
)
BREAK = "\u2029"
TOKEN = re.compile(r"\w+")
SHINGLE = 4
#: A short line is looked for in the gold text at most this many tokens from where its neighbours stand.
NEAR = 40
#: Fewer words of trafilatura's are no article to learn from.
ENOUGH = 80


@dataclass
class Labelled:
    """A page: a row of features a line, the share of it that is the article's, its tokens, what the rules say."""

    name: str
    language: str
    names: list[str]
    features: Floats
    inside: Floats
    tokens: Floats
    lines: tuple[Line, ...]
    rules: tuple[LineRule | None, ...]
    own: tuple[int, ...]
    weight: float = 1.0


def labelled(path: Path, weight: float = 1.0) -> list[Labelled]:
    """Label the pages of a set with `flat` and `gold_text`, or with `html` alone, by trafilatura's precise mode."""
    found = (_page(row["id"], row["lang"], flat, gold, weight) for row, flat, gold in _texts(path))
    return [page for page in found if page is not None]


def _texts(path: Path) -> Iterator[tuple[dict[str, str], str, str]]:
    for row in read_rows(path):
        if "gold_text" in row:
            yield row, row["flat"], row["gold_text"]
            continue
        text = trafilatura.extract(row["html"], include_comments=False, include_tables=False, favor_precision=True)
        tree = trafilatura.load_html(row["html"])
        if tree is not None and text and len(text.split()) >= ENOUGH:
            yield row, _flat(tree), text


def _flat(tree: HtmlElement) -> str:
    """The page's text, a line a block, without scripts: as pages reach us whose tags are gone."""
    for silent in tree.xpath("//script|//style|//noscript|//template|//svg|//head|//iframe"):
        silent.drop_tree()
    for block in tree.iter():
        if isinstance(block.tag, str) and block.tag not in INLINE:
            block.text, block.tail = f"{BREAK}{block.text or ''}", f"{BREAK}{block.tail or ''}"
    lines = (" ".join(line.split()) for line in tree.text_content().split(BREAK))
    return "\n".join(line for line in lines if line)


def _page(name: str, lang: str, text: str, gold: str, weight: float) -> Labelled | None:
    language = language_of(text)
    sheet = read_sheet(text, language)
    lines = sheet.lines
    if not lines:
        return None
    rules = rules_of(lines)
    values = scores(lines, rules)
    span = window(values)
    own = kept(lines, rules, values, span)
    names, measured = features(sheet, rules, values, span, own)
    tokens = [TOKEN.findall(line.text) for line in lines]
    counts = np.array([len(t) for t in tokens], np.float32)
    return Labelled(name, lang, names, measured, labels(tokens, gold), counts, lines, rules, own, weight)


def labels(lines: Sequence[Sequence[str]], gold: str) -> Floats:
    """The share of each line that is gold, by its runs of four tokens; shorter lines are sought between neighbours."""
    wanted = TOKEN.findall(gold)
    left = Counter(_runs(wanted))
    first = {run: place for place, run in reversed(list(enumerate(_runs(wanted))))}
    found = np.zeros(len(lines), np.float32)
    places: list[tuple[int, int] | None] = [None] * len(lines)
    for index, line in enumerate(lines):
        runs = Counter(_runs(line))
        if runs:
            found[index] = sum(min(n, max(0, left[run])) for run, n in runs.items()) / runs.total()
            if found[index] >= 0.5:
                left.subtract(runs)
                at = [first[run] for run in runs if run in first]
                places[index] = (min(at), max(at) + SHINGLE)
    _short_lines(lines, wanted, places, found)
    return found


def _runs(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(tokens[i:] for i in range(SHINGLE)), strict=False))


def _short_lines(
    lines: Sequence[Sequence[str]], wanted: list[str], places: list[tuple[int, int] | None], found: Floats
) -> None:
    following: list[int | None] = []
    after: int | None = None
    for place in reversed(places):
        following.append(after)
        after = place[0] if place else after
    before: int | None = None
    for index, (line, end) in enumerate(zip(lines, reversed(following), strict=True)):
        if place := places[index]:
            before = place[1]
        elif line and len(line) < SHINGLE and not (before is None and end is None):
            low = before if before is not None else max(0, (end or 0) - NEAR)
            high = end if end is not None else low + NEAR
            at = _at(list(line), wanted, low - SHINGLE, high)
            if at is not None:
                found[index], before = 1, max(before or 0, at)


def _at(line: list[str], wanted: list[str], low: int, high: int) -> int | None:
    """Where a short line ends in the gold text between two places at most ten times `NEAR` apart."""
    places = range(max(0, low), min(len(wanted), high + 1)) if high - low < 10 * NEAR else ()
    return next((p + len(line) for p in places if wanted[p : p + len(line)] == line), None)
