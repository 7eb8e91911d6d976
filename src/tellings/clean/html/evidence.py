"""What is measured of every block of an HTML page: its words, the elements that hold it, and its neighbours.

Nothing here knows a language: words are counted, not looked up, so that weights learned on English pages hold for
others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from tellings.clean.html.characters import (
    AT,
    BAR,
    BLANK,
    CLOSE,
    COLON,
    COMMA,
    COPYRIGHT,
    DENSE,
    DIGIT,
    LOWER,
    QUOTE,
    STOP,
    UNSTOPPED,
    UPPER,
    characters,
)
from tellings.clean.html.frame import FAR, Floats, Frame, Ints
from tellings.clean.html.tree import Block, part_names

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
#: A block of at least this many words that ends like a sentence and is not mostly links is prose.
PROSE_WORDS = 9
#: Kinds of characters with which a sentence or what introduces one ends.
ENDS = (STOP, CLOSE, COLON, QUOTE)
#: Characters a word in scripts without blanks; Thai and Lao write vowels and tones as signs of their own.
DENSE_CHARS_A_WORD, UNSTOPPED_CHARS_A_WORD = 1.7, 4.0
#: Where a script has no sign for it, so many words are a sentence that ends.
SENTENCE_WORDS = 20
WINDOWS = (2, 5, 12)
#: A text of more characters that stands in the title is its repetition.
TITLE_CHARS = 8


#: Words of a title by which other texts are known to be on its subject, cut so that most endings fall off; of scripts
#: without blanks, pairs of signs. The scripts of India write vowels as marks, which are no letters to `re`.
SUBJECT = re.compile(r"(?:[^\W\d_]|[\u0900-\u0dff]){4,}")
PAIR = re.compile(r"(?=([\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}))")
STEM = 6
#: Characters of a title that are read: time stays linear in the page.
LONGEST_TITLE = 500
#: Blocks from the title that are counted, and what stands where no block says it.
STEPS, UNTOLD = 60, -99


def _own(blocks: Sequence[Block], title: str) -> Floats:
    """What each block's own text says."""
    texts = [block.text for block in blocks]
    signs, times = characters(texts), Counter(texts)
    sizes = np.array(list(map(len, texts)))
    counts, read = signs.counts, signs.counts.sum(axis=1)
    unstopped = counts[:, UNSTOPPED] / UNSTOPPED_CHARS_A_WORD
    words = np.maximum(counts[:, BLANK] + 1, counts[:, DENSE] / DENSE_CHARS_A_WORD + unstopped)
    linked = np.minimum(1, np.array([block.linked for block in blocks]) / sizes)
    stopped = (signs.last == STOP) | ((signs.last == UNSTOPPED) & (words >= SENTENCE_WORDS))
    ended = stopped | np.isin(signs.last, ENDS)
    columns = (
        np.log1p(sizes),
        words,
        linked,
        np.minimum(1, np.array([block.bold for block in blocks]) / sizes),
        ended,
        stopped,
        signs.stops + stopped,
        counts[:, COMMA] / words,
        counts[:, DIGIT] / read,
        read / words,
        signs.first == LOWER,
        signs.first == DIGIT,
        (counts[:, UPPER] > 0) & (counts[:, LOWER] == 0),
        counts[:, UPPER] / read,
        counts[:, BAR] + counts[:, QUOTE] > 0,
        counts[:, COPYRIGHT] > 0,
        signs.last == COLON,
        [text.endswith(("...", "…")) for text in texts],
        np.array(["http" in text for text in texts]) | (counts[:, AT] > 0),
        [times[text] for text in texts],
        [len(text) > TITLE_CHARS and text in title for text in texts],
        (words >= PROSE_WORDS) & ended & (linked < 0.5),
        [len(block.pieces) for block in blocks],
    )
    return np.stack(columns, axis=1).astype(np.float32)


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
SIZE, LINKED, PROSE, IN_TITLE = 0, OWN.index("linked"), OWN.index("prose"), OWN.index("in title")


def features(frame: Frame, title: str) -> Floats:
    """A row of figures a block."""
    page, sizes, above = frame.page, frame.sizes, frame.above
    title = title[:LONGEST_TITLE]
    own = _own(page.blocks, title)
    tags = [element.tag for element in page.elements]
    heading = np.array([int(t[1]) if t in HEADINGS else 0 for t in tags] + [0], dtype=np.float32)[above[0]]
    depth = np.array([e.depth for e in page.elements] + [0], dtype=np.float32)[above[0]]
    prose = own[:, PROSE]
    mass = frame.summed(np.stack([sizes, sizes * own[:, LINKED], sizes * prose, np.ones_like(sizes), prose], axis=1))
    whole, holding, levels = mass[-1] + 1, _of_holder(mass), _holders(frame)
    columns = [
        own,
        heading[:, None],
        depth[:, None],
        levels,
        *(holding[above[level]] for level in range(4)),
        frame.levels_to((mass[:, 2] / whole[2])[:, None] >= _SHARES),
        _around(own, sizes),
        _place(own, sizes, heading),
        _shares_above(frame, levels, mass[:, 2]),
        _on_subject(frame, title),
        _from_title(own, heading),
        *(_shifted(own, heading, above, step) for step in (-2, -1, 1, 2)),
    ]
    return np.concatenate(columns, axis=1).astype(np.float32)


@cache
def holder_places() -> Mapping[str, int]:
    """Where each part and tag stands in a row of levels."""
    return {name: i for i, name in enumerate(dict.fromkeys((*part_names(), "hidden", *HOLDERS)))}


def _holders(frame: Frame) -> Floats:
    """How many levels up the nearest element of each part and tag stands."""
    place = holder_places()
    marks = [
        (index, place[name])
        for index, element in enumerate(frame.page.elements)
        for name in (*element.parts, element.tag)
        if name in place
    ]
    return frame.levels_to(frame.marked(marks, len(place)))


def _of_holder(mass: Floats) -> Floats:
    """Of each element: its characters, the shares of links and prose in them, its shares of the page, its blocks."""
    whole = mass[-1] + 1
    return np.stack(
        [
            np.log1p(mass[:, 0]),
            mass[:, 1] / (mass[:, 0] + 1),
            mass[:, 2] / (mass[:, 0] + 1),
            mass[:, 2] / whole[2],
            mass[:, 0] / whole[0],
            np.log1p(mass[:, 3]),
            mass[:, 4] / (mass[:, 3] + 1),
        ],
        axis=1,
    )


#: Shares of the page's prose that an element holds.
_SHARES = np.array([0.33, 0.5, 0.8], dtype=np.float32)


#: Tags and parts that may hold the article: of many of a kind, the share of the page's prose tells which does.
MAY_HOLD = ("article", "main", "section", "body", "content")


def _shares_above(frame: Frame, levels: Floats, prose: Floats) -> Floats:
    """The share of the page's prose in each block's nearest element of each kind that may hold the article; -1 where
    it stands in none.
    """
    places = holder_places()
    near = levels[:, [places[name] for name in MAY_HOLD]].astype(np.int64)
    nearest = frame.above[np.minimum(near, FAR - 1), np.arange(len(near))[:, None]]
    return np.where(near < FAR, (prose / (prose[-1] + 1))[nearest], np.float32(-1))


def _on_subject(frame: Frame, title: str) -> Floats:
    """The share of the title's words that each block has; of all such words of the page, how many stand in the
    elements above it, and how densely.
    """
    words = {word[:STEM] for word in SUBJECT.findall(title.lower())} | set(PAIR.findall(title))
    texts = (block.text.lower() for block in frame.page.blocks)
    said = np.array([sum(word in text for word in words) for text in texts], dtype=np.float32)
    held = frame.summed(np.stack([said, frame.sizes], axis=1))
    share, dense = held[:, 0] / (held[-1, 0] + 1), 1000 * held[:, 0] / (held[:, 1] + 100)
    columns = [figure[frame.above[level]] for level in (1, 2, 3) for figure in (share, dense)]
    return np.stack([said / max(len(words), 1), *columns], axis=1)


def _from_title(own: Floats, heading: Floats) -> Floats:
    """How many blocks each stands after the first heading that says the title, and after the title's last place."""
    said = own[:, IN_TITLE] > 0
    here = np.arange(len(own))
    places = np.flatnonzero(said & (heading > 0))[:1], np.flatnonzero(said)[-1:]
    steps = [np.clip(here - place, -STEPS, STEPS) if len(place) else np.full(len(own), UNTOLD) for place in places]
    return np.stack(steps, axis=1)


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


def _shifted(own: Floats, heading: Floats, above: Ints, step: int) -> Floats:
    """The neighbour `step` blocks on: its figures, and whether it has the same parent."""
    count = len(own)
    there = np.clip(np.arange(count) + step, 0, count - 1)
    same = (above[0, there] == above[0]).astype(np.float32)
    siblings = (above[1, there] == above[1]).astype(np.float32)
    return np.concatenate([own[there][:, NEIGHBOUR], heading[there][:, None], same[:, None], siblings[:, None]], axis=1)
