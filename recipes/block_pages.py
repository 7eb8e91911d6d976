"""The pages from which the weights of HTML blocks are fitted: those of a labelled set, those of a set without a gold
text, labelled by others, and variants of both that are shorter, have no names or say more beside the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import trafilatura
from evals.data import read_rows
from lxml.html import HtmlElement, fragment_fromstring, tostring

from tellings.clean.fields.metadata import read_metadata
from tellings.clean.html.tree import parse

#: A text is the article's where the JSON-LD holds it, if that has at least this share of what is found on the page.
WHOLE = 0.5
#: An article of fewer characters was not found.
FOUND = 400
#: What pages weigh whose gold text is others' answer, and variants of pages.
TOLD, VARIED = 0.7, 0.5
#: Shares of the variants that are shortened, lose their names, and get notices.
SHORTER, NAMELESS, NOTICED = 0.6, 0.4, 0.7
NAMES = ("class", "id", "role", "itemprop")
PARAGRAPH = 60
TAGS = ("h2", "h3", "p", "div", "strong")


@dataclass(frozen=True, slots=True)
class Source:
    """A page, the gold text of its article, a text that may also hold it, and how much the page weighs."""

    html: str
    gold: str
    also: str
    weight: float


def labelled(path: Path) -> Iterator[Source]:
    """The pages of a set with gold texts."""
    return (Source(row["html"], row["gold_text"], row["gold_text"], 1.0) for row in read_rows(path))


def told(path: Path) -> Iterator[Source]:
    """The pages of a set without gold texts: the article that the head holds, or else what trafilatura's modes find.

    Where these two disagree on a block, it counts as half the article's.
    """
    for row in read_rows(path):
        precise, default = (
            trafilatura.extract(row["html"], include_comments=False, favor_precision=mode) or ""
            for mode in (True, False)
        )
        tree = parse(row["html"])
        body = read_metadata(tree).body if tree is not None else ""
        if len(body) > max(FOUND, WHOLE * len(precise)):
            yield Source(row["html"], body, body, TOLD)
        elif len(precise) > FOUND:
            yield Source(row["html"], precise, default, TOLD)


def variants(sources: list[Source], share: float, seed: int = 3) -> Iterator[Source]:
    """Variants of a share of the pages."""
    chance = np.random.default_rng(seed)
    notices = [(row[0], row[1].split(" / ")) for row in _notices()]
    for source in sources:
        tree = parse(source.html)
        body = tree.find("body") if tree is not None else None
        if body is None or chance.random() > share:
            continue
        if chance.random() < SHORTER:
            shorten(body, source.gold, int(chance.integers(2, 6)))
        if chance.random() < NAMELESS:
            unname(body)
        if chance.random() < NOTICED:
            for pick in chance.integers(len(notices), size=2):
                where, lines = notices[pick]
                said = notice(lines, TAGS[chance.integers(len(TAGS))], int(chance.integers(0, 4)))
                body.insert(0 if where == "before" else len(body), said)
        yield Source(tostring(tree, encoding="unicode"), source.gold, source.also, VARIED * source.weight)


def _notices() -> Iterator[list[str]]:
    lines = Path(__file__).with_name("notices.tsv").read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith(("#", "where\t")))


def shorten(body: HtmlElement, gold: str, kept: int) -> None:
    """Leave so many of the article's paragraphs."""
    texts = ((element, " ".join(element.text_content().split())) for element in body.iter("p"))
    own = [element for element, text in texts if len(text) > PARAGRAPH and text[5:45] in gold]
    for element in own[kept:]:
        if element.getparent() is not None:
            element.drop_tree()


def unname(body: HtmlElement) -> None:
    """Take the names from all elements, as makers do who have theirs from programs."""
    for element in body.iter():
        for name in NAMES:
            element.attrib.pop(name, None)


def notice(lines: list[str], tag: str, depth: int) -> HtmlElement:
    """A heading and paragraphs inside elements without names."""
    inner = f"<{tag}>{lines[0]}</{tag}>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    return fragment_fromstring(f"<div>{'<div>' * depth}{inner}{'</div>' * depth}</div>")
