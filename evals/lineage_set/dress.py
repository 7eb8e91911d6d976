"""Lay an article out as the flat page that a scraper leaves: masthead, menu, stamps, teasers, notices.

Lines of furniture are in `furniture.tsv`; which ones a page gets depends on its id alone.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from random import Random

from evals.lineage_set.source import Telling

FURNITURE = Path(__file__).parent / "furniture.tsv"
STAMPS = (
    "Published: %A, %-d %B %Y at %H:%M{zone}",
    "%B %-d, %Y, %-I:%M %p{zone}",
    "%-d %b %Y | %H:%M{zone}",
    "Posted on %B %-d, %Y %H:%M{zone}",
    "%d.%m.%Y %H:%M{zone}",
    "%Y-%m-%d %H:%M{zone}",
)
DAYS = ("Published %-d %B %Y", "%B %-d, %Y", "%A, %-d %B %Y", "Posted %b %-d, %Y")
CREDITS = ("This article first appeared in {}.", "Source: {}", "Originally published by {}")
STYLES = ("bare", "short", "short", "full", "full", "busy")


def furniture() -> dict[str, list[str]]:
    """Read the lines of furniture by kind."""
    found = defaultdict[str, list[str]](list)
    with FURNITURE.open(encoding="utf-8", newline="") as lines:
        for kind, text in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            found[kind].append(text)
    return dict(found)


def stamp(published: str, rng: Random) -> str:
    """Print a date of ISO 8601 in one of the ways of the web; a bare day stays a day."""
    moment = datetime.fromisoformat(published)
    if "T" not in published:
        return moment.strftime(rng.choice(DAYS))
    zone = f" GMT{published[-6:]}" if moment.tzinfo else ""
    return moment.strftime(rng.choice(STAMPS)).format(zone=zone)


def _sources(telling: Telling, rng: Random) -> list[str]:
    lines = []
    if telling.byline:
        lines.append(f"By {telling.byline}")
    if telling.agency and telling.agency != telling.outlet:
        lines.append(rng.choice(("{}", "By {}", "Source: {}")).format(telling.agency))
    if telling.published:
        lines.append(stamp(telling.published, rng))
    return lines


def head(telling: Telling, style: str, rng: Random, lines: dict[str, list[str]]) -> list[str]:
    """Give the lines above the article: masthead and menu as the style has them, title, sources and stamp."""
    top = [telling.outlet] if telling.outlet else []
    if style in ("full", "busy"):
        top.append(rng.choice(lines["menu"]))
    if style == "busy":
        top.append(rng.choice(lines["notice"]))
    sources = _sources(telling, rng)
    if len(sources) > 1 and rng.random() < 0.4:
        sources = [" | ".join(sources)]
    return [*top, telling.title, *sources]


def foot(telling: Telling, style: str, rng: Random, lines: dict[str, list[str]]) -> list[str]:
    """Give the lines under the article: its credit, then what the style adds."""
    under = [rng.choice(CREDITS).format(telling.credit)] if telling.credit else []
    if style == "bare":
        return under
    under.append(rng.choice(lines["share"]))
    if style == "short":
        return under
    under += [rng.choice(lines["heading"]), *rng.sample(lines["teaser"], rng.randint(3, 5))]
    if style == "busy":
        under += [rng.choice(lines["comment"]), rng.choice(lines["heading"]), *rng.sample(lines["teaser"], 4)]
    return [*under, rng.choice(lines["legal"]).format(outlet=telling.outlet or "the publisher")]


def middle(telling: Telling, style: str, rng: Random, lines: dict[str, list[str]]) -> list[str]:
    """Give the article's paragraphs; a busy page puts lines of its own between them."""
    paragraphs = telling.text.split("\n\n")
    if style != "busy" or len(paragraphs) < 3:
        return paragraphs
    for at in sorted(rng.sample(range(1, len(paragraphs)), min(2, len(paragraphs) - 1)), reverse=True):
        paragraphs.insert(at, rng.choice(lines["insert"]))
    return paragraphs


def page(telling: Telling) -> str:
    """Give the telling's flat page; one that brings its own keeps it."""
    if telling.page is not None:
        return telling.page
    rng, lines = Random(f"page {telling.id}"), furniture()
    style = telling.dress or rng.choice(STYLES)
    between = rng.choice(("\n", "\n\n"))
    parts = [part(telling, style, rng, lines) for part in (head, middle, foot)]
    return between.join(line for part in parts for line in part) + "\n"
