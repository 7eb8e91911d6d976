"""The article's title: the line that the body agrees with, without the site's name around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tellings.clean.layout import Layout
from tellings.clean.lines import WORD, Line, stop_words

#: A title's words that the body takes up: below this share the line is no title of this body.
AGREES = 0.34
#: More agreement than this tells a title no better from a caption: the first line then wins.
SURE = 0.55
#: A line of at least HEADLINE words is the title with SOME agreement where the page has no better one.
SOME, HEADLINE = 0.12, 6
SHORTEST, LONGEST = 3, 32
MOST_CHARS = 300

SUFFIX = re.compile(r"\s+[-–—|·•»:]{1,2}\s*(?P<site>[^-–—|·•»]{2,40})$")
BREADCRUMB = re.compile(r"^(?:current ?: ?)?home\s*(?:[>»›/|:]|(?=[A-Z]))", re.IGNORECASE)
CRUMB = re.compile(r"(?<=[a-z])(?=[A-Z])|[>»›|]")
CUT_SHORT = re.compile(r"(?:\.\.\.|…)$")


@dataclass(frozen=True, slots=True)
class Titles:
    """What the page says above the body. `lines` are the indexes of the title's and the subtitle's lines."""

    title: str | None
    subtitle: str | None
    lines: tuple[int, ...]
    outlet: str | None = None


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry content, in lower case without possessive endings."""
    words = WORD.findall(text.lower().replace("’", "'"))
    return frozenset(w.removesuffix("'s") for w in words if len(w) > 2) - stop_words("en")


def stems(text: str) -> frozenset[str]:
    """The first five letters of a text's content words."""
    return frozenset(w[:5] for w in content_words(text))


def agreement(line: str, body: frozenset[str]) -> float:
    """The share of a line's content words that the body, given by its stems, takes up."""
    words = stems(line)
    return len(words & body) / len(words) if words else 0.0


def find_titles(layout: Layout) -> Titles:
    """Choose the title among the lines above the body, and the subtitle after it."""
    body = stems(" ".join(line.text for line in layout.paragraphs()))
    candidates = [li for li in layout.head if _may_be_title(li, layout)]
    scored = [(_worth(li, layout, body), -i, li) for i, li in enumerate(candidates)]
    best = max(scored, default=None, key=lambda s: s[:2])
    if best is None or best[0] < AGREES:
        crumb = _from_breadcrumb(layout, body)
        best = None if crumb.title else _headline(scored)
        if best is None:
            return crumb
    line = best[2]
    title, outlet = split_suffix(line.text, layout)
    subtitle = _subtitle(candidates, line, title, body)
    outlet = outlet or _breadcrumb_outlet(layout, title)
    lines = tuple(li.index for li in candidates if fold(li.text) in (fold(line.text), fold(subtitle or "")))
    return Titles(title, subtitle, lines, outlet)


def _headline(scored: Sequence[tuple[float, int, Line]]) -> tuple[float, int, Line] | None:
    """A line set like a headline that the body agrees with less, where no other does: "Allies close ranks: ..."."""
    return max((s for s in scored if s[0] >= SOME and s[2].words >= HEADLINE), default=None, key=lambda s: s[:2])


def fold(text: str) -> str:
    """A text's words alone, in lower case: titles that differ in marks only are the same."""
    return " ".join(WORD.findall(text.lower().replace("’", "'")))


def _may_be_title(line: Line, layout: Layout) -> bool:
    rule = layout.rules[line.index]
    if len(line.text) > MOST_CHARS or BREADCRUMB.match(line.text) or line.code:
        return False
    return SHORTEST <= line.words <= LONGEST and (rule is None or rule.action == "end")


def _worth(line: Line, layout: Layout, body: frozenset[str]) -> float:
    """Agreement with the body, a bonus for standing more than once, and a malus for a full stop at the end."""
    agrees = agreement(line.text, body)
    repeated = 0.25 if line.times > 1 else 0.0
    sentence = 0.25 if line.text.endswith(".") else 0.0
    short = 0.2 if line.words < 5 else 0.0
    credit = 0.5 if layout.rules[line.index] is not None else 0.0
    return min(agrees, SURE) + repeated - sentence - short - credit


def _subtitle(candidates: Sequence[Line], title: Line, split: str, body: frozenset[str]) -> str | None:
    for line in candidates:
        after = line.start > title.start and fold(line.text) != fold(title.text)
        if after and fold(line.text) != fold(split) and line.words >= 6 and agreement(line.text, body) >= AGREES:
            return line.text
    return None


def split_suffix(title: str, layout: Layout) -> tuple[str, str | None]:
    """Part the site's name from the title ("Title - The Daily Sun").

    The end is taken for the site's name where it is at most five capitalised words, and a bar parts
    it, or the rest stands on the page as a line of its own, or the name stands elsewhere outside the body.
    """
    found = SUFFIX.search(title)
    if not found or not _like_a_name(found["site"]):
        return title, None
    rest, site = title[: found.start()].strip(), found["site"].strip()
    alone = any(fold(li.text) == fold(rest) for li in layout.lines)
    elsewhere = sum(fold(site) in fold(li.text) for li in layout.lines if li.index not in layout.body) > 1
    if (alone or elsewhere or "|" in found[0]) and len(rest.split()) >= SHORTEST:
        return rest, site
    return title, None


def _like_a_name(site: str) -> bool:
    words = site.split()
    return len(words) <= 5 and all(w[:1].isupper() for w in words if w.lower() not in ("of", "the", "and", "&"))


def _breadcrumb_outlet(layout: Layout, title: str) -> str | None:
    """The site's name where the page title is glued to a breadcrumb: "Home > News<title> -Site"."""
    for line in layout.head:
        place = line.text.find(title) if title else -1
        if place >= 0:
            rest = re.fullmatch(r"\s*[-–—|]\s*(\S.{1,39})", line.text[place + len(title) :])
            if rest:
                return rest[1].strip()
    return None


def _from_breadcrumb(layout: Layout, body: frozenset[str]) -> Titles:
    """The title inside a breadcrumb line, where no line of its own carries it."""
    for line in layout.head:
        if len(line.text) <= MOST_CHARS and BREADCRUMB.match(line.text) and not CUT_SHORT.search(line.text):
            parts = [p.strip() for p in CRUMB.split(line.text) if p]
            best = max(_joined(parts), key=lambda p: agreement(p, body) * min(1.0, len(p.split()) / 6), default="")
            if agreement(best, body) >= AGREES and len(best.split()) >= SHORTEST:
                found = re.search(r"\s[-–—|]\s?(\S.{1,39})$", best)
                site = found[1] if found else None
                return Titles(best[: found.start()] if found else best, None, (line.index,), site)
    return Titles(None, None, ())


def _joined(parts: Sequence[str]) -> Iterable[str]:
    yield from parts
