"""What is measured of every block of an HTML page: its words, the elements that hold it, and its neighbours.

Nothing here knows a language: words are counted, not looked up, so that weights learned on English pages hold for
others.
"""

from __future__ import annotations

import math
import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from tellings.clean.html.tree import Block, Blocks, part_names

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: Elements whose nearness counts as the parts that names tell do.
HOLDERS = (
    "nav",
    "aside",
    "footer",
    "header",
    "form",
    "main",
    "article",
    "section",
    "ul",
    "ol",
    "li",
    "table",
    "td",
    "figure",
    "blockquote",
    "dl",
    "p",
    "pre",
    "address",
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Levels up the tree beyond which a holder counts as none.
FAR = 12
#: A block of at least this many words that ends like a sentence and is not mostly links is prose.
PROSE_WORDS = 9
ENDS = tuple('.!?。！？…"”’»」）:：')
STOPS = tuple(".!?。！？")
CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
CJK_CHARS_A_WORD = 1.7
DIGITS = str.maketrans("", "", "0123456789")
WINDOWS = (2, 5, 12)


def _word_count(text: str) -> float:
    if text.isascii():
        return text.count(" ") + 1
    dense = len(CJK.findall(text))
    return max(text.count(" ") + 1, dense / CJK_CHARS_A_WORD)


def _own(block: Block, times: int, title: str) -> tuple[float, ...]:
    """What the block's own text says."""
    text = block.text
    size = len(text)
    words = _word_count(text)
    last, first = text[-1], text[0]
    linked = min(1.0, block.linked / size)
    ended = last in ENDS
    stops = text.count(". ") + text.count("。") + text.count("? ") + text.count("! ") + (last in STOPS)
    return (
        math.log1p(size),
        words,
        linked,
        min(1.0, block.bold / size),
        ended,
        last in STOPS,
        stops,
        (text.count(",") + text.count("，") + text.count("、")) / words,
        1 - len(text.translate(DIGITS)) / size,
        size / words,
        first.islower(),
        first.isdigit(),
        text[:120].isupper(),
        sum(map(str.isupper, text[:120])) / min(size, 120),
        "|" in text or "»" in text or "›" in text,
        "©" in text,
        last in ":：",
        text.endswith(("...", "…")),
        "http" in text or "@" in text,
        times,
        size > 8 and text in title,
        words >= PROSE_WORDS and ended and linked < 0.5,
        len(block.pieces),
    )


OWN = (
    "log size",
    "words",
    "linked",
    "bold",
    "ended",
    "stopped",
    "stops",
    "commas",
    "digits",
    "word length",
    "lower first",
    "digit first",
    "capitals",
    "capital share",
    "bars",
    "copyright",
    "colon",
    "dots",
    "address",
    "times",
    "in title",
    "prose",
    "pieces",
)
SIZE, LINKED, PROSE = 0, OWN.index("linked"), OWN.index("prose")


def features(page: Blocks, title: str) -> Floats:
    """A row of figures a block."""
    blocks = page.blocks
    times = Counter(b.text for b in blocks)
    own = np.array([_own(b, times[b.text], title) for b in blocks], dtype=np.float32)
    sizes = np.array([len(b.text) for b in blocks], dtype=np.float32)
    element = np.array([b.element for b in blocks], dtype=np.int64)
    near = holders(page)
    up = ancestors(page, element)
    tags = [page.elements[e].tag if e >= 0 else "" for e in element]
    heading = np.array([int(t[1]) if t in HEADINGS else 0 for t in tags], dtype=np.float32)
    mass = masses(page, element, sizes, own)
    depth = np.array([e.depth for e in page.elements], dtype=np.float32)[element]
    columns = [
        own,
        heading[:, None],
        depth[:, None],
        near[element],
        *(_of_holder(mass, up[:, level]) for level in range(4)),
        _steps(page, mass)[element],
        _around(own, sizes),
        _place(own, sizes, heading),
        *(_shifted(own, heading, up, step) for step in (-2, -1, 1, 2)),
    ]
    return np.concatenate(columns, axis=1).astype(np.float32)


def holders(page: Blocks) -> Floats:
    """How many levels up the nearest element of each part and tag stands, FAR where there is none."""
    names = (*part_names(), "hidden", *HOLDERS)
    place = {name: i for i, name in enumerate(names)}
    own = np.zeros((len(page.elements), len(names)), dtype=bool)
    for index, element in enumerate(page.elements):
        for name in element.parts:
            own[index, place[name]] = True
        if element.tag in place:
            own[index, place[element.tag]] = True
    near = np.where(own, 0, FAR).astype(np.float32)
    for indexes, parents in levels(page):
        near[indexes] = np.where(own[indexes], 0, np.minimum(near[parents] + 1, FAR))
    return near


def levels(page: Blocks) -> list[tuple[Ints, Ints]]:
    """The elements of each depth below the outermost with their parents, the outer ones first."""
    depth = np.array([e.depth for e in page.elements], dtype=np.int64)
    parent = np.array([e.parent for e in page.elements], dtype=np.int64)
    order = np.argsort(depth, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(depth[order])) + 1)
    return [(indexes, parent[indexes]) for indexes in parts[1:]]


def ancestors(page: Blocks, element: Ints) -> Ints:
    """The innermost element of each block and the three above it; the outermost stands for those above itself."""
    parents = np.array([max(0, e.parent) for e in page.elements], dtype=np.int64)
    levels = [element]
    for _ in range(3):
        levels.append(parents[levels[-1]])
    return np.stack(levels, axis=1)


def masses(page: Blocks, element: Ints, sizes: Floats, own: Floats) -> Floats:
    """For each element, with all inside it: characters, those linked, those of prose, blocks, blocks of prose."""
    each = np.stack([sizes, sizes * own[:, LINKED], sizes * own[:, PROSE], np.ones_like(sizes), own[:, PROSE]], axis=1)
    return summed(page, element, each)


def summed(page: Blocks, element: Ints, each: Floats) -> Floats:
    """Sums of the blocks' figures over all that an element holds."""
    total = np.zeros((len(page.elements), each.shape[1]), dtype=np.float32)
    np.add.at(total, element, each)
    for indexes, parents in reversed(levels(page)):
        np.add.at(total, parents, total[indexes])
    return total


def _of_holder(mass: Floats, element: Ints) -> Floats:
    rows = mass[element]
    whole = mass[0] + 1
    return np.stack(
        [
            np.log1p(rows[:, 0]),
            rows[:, 1] / (rows[:, 0] + 1),
            rows[:, 2] / (rows[:, 0] + 1),
            rows[:, 2] / whole[2],
            rows[:, 0] / whole[0],
            np.log1p(rows[:, 3]),
            rows[:, 4] / (rows[:, 3] + 1),
        ],
        axis=1,
    )


def _steps(page: Blocks, mass: Floats) -> Floats:
    """Levels up to the first element that holds a third, a half and four fifths of the page's prose."""
    share = (mass[:, 2] + 1e-3) / (mass[0, 2] + 1e-3)
    return steps_to(page, share[:, None] >= _SHARES)


def steps_to(page: Blocks, enough: NDArray[np.bool_]) -> Floats:
    """Levels up to the first element of which each column is true."""
    steps = np.zeros(enough.shape, dtype=np.float32)
    for indexes, parents in levels(page):
        steps[indexes] = np.where(enough[indexes], 0, steps[parents] + 1)
    return np.minimum(steps, FAR)


_SHARES = np.array([0.33, 0.5, 0.8], dtype=np.float32)


def _around(own: Floats, sizes: Floats) -> Floats:
    """Share of prose and of links among the characters of the blocks around, without the block's own."""
    each = np.stack([sizes, sizes * own[:, PROSE], sizes * own[:, LINKED]], axis=1)
    total = np.concatenate([np.zeros((1, 3), dtype=np.float64), np.cumsum(each, axis=0, dtype=np.float64)])
    count = len(sizes)
    here = np.arange(count)
    found = []
    for size in WINDOWS:
        before = total[here] - total[np.maximum(0, here - size)]
        after = total[np.minimum(count, here + 1 + size)] - total[here + 1]
        for side in (before, after):
            found += [np.log1p(side[:, 1]), side[:, 1] / (side[:, 0] + 1), side[:, 2] / (side[:, 0] + 1)]
    return np.stack(found, axis=1).astype(np.float32)


def _place(own: Floats, sizes: Floats, heading: Floats) -> Floats:
    """Where the block stands: in the page, from its first heading, and how far from prose on either side."""
    count = len(sizes)
    here = np.arange(count)
    prose = sizes * own[:, PROSE]
    before = np.cumsum(prose) - prose
    ones = np.flatnonzero(heading == 1)
    first = int(ones[0]) if len(ones) else 0
    is_prose = own[:, PROSE] > 0
    last = np.maximum.accumulate(np.where(is_prose, here, -50))
    following = np.minimum.accumulate(np.where(is_prose, here, count + 50)[::-1])[::-1]
    previous = np.concatenate([[-50], last[:-1]])
    coming = np.concatenate([following[1:], [count + 50]])
    return np.stack(
        [
            here / count,
            np.minimum(here, 200),
            np.minimum(count - here, 200),
            before / (prose.sum() + 1),
            np.log1p(before),
            np.log1p(prose.sum() - before - prose),
            np.clip(here - first, -50, 50),
            np.full(count, float(len(ones))),
            np.minimum(here - previous, 30),
            np.minimum(coming - here, 30),
        ],
        axis=1,
    ).astype(np.float32)


NEIGHBOUR = tuple(OWN.index(name) for name in ("log size", "linked", "ended", "prose", "bold", "digits"))


def _shifted(own: Floats, heading: Floats, up: Ints, step: int) -> Floats:
    """The neighbour `step` blocks on: its figures, and whether it has the same parent."""
    count = len(own)
    there = np.clip(np.arange(count) + step, 0, count - 1)
    same = (up[there, 0] == up[:, 0]).astype(np.float32)
    siblings = (up[there, 1] == up[:, 1]).astype(np.float32)
    return np.concatenate([own[there][:, NEIGHBOUR], heading[there][:, None], same[:, None], siblings[:, None]], axis=1)
