"""The article's title: the line that the body agrees with, without the site's name around it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from tellings.clean.dating.forms import find_dates
from tellings.clean.fields.menus import is_menu
from tellings.clean.fields.photos import photo_credit
from tellings.clean.flat.known import WORD
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.words import agreement, fold, holding, stems

#: A line that weighs less than this is no title of this body. Of the titles found on four sets of flat pages
#: (Fundus, Media Cloud, AEB, WCXB) .79, .74, .81 and .67 are one of the page's headlines; by agreement alone .56,
#: .63, .53 and .42 were.
NEEDED = 0.0
#: What a subtitle's words must have in common with the body, and how many lines below the title it may stand.
AGREES, BELOW = 0.34, 5
#: Right below the title and above its date or byline a standfirst needs less: it says what the title does not.
BESIDE_AGREES = 0.15
SHORTEST, LONGEST = 3, 32
MOST_CHARS = 300
#: So many content words that the body takes up are as sure as more.
ENOUGH = 4
#: A standfirst agrees with the body more than its title does: of lines this near in worth and place the first wins.
NEAR, ABOVE = 0.2, 7
#: Right above a line as long as a standfirst the title may weigh so much less.
ATOP = 0.4
#: Lines below a title in which its date or byline stands; what that weighs.
STAMPED_WITHIN, STAMPED = 4, 0.3
#: It begins with a figure in every branch, so that `re` skips to the next one.
STAMP = re.compile(r"\d(?:(?<=1)9(?<!\w19)\d\d\b|(?<=2)0(?<!\w20)\d\d\b|\d?:\d\d|\d?[./]\d\d?[./]\d\d)")
BY = re.compile(r"[\W_]*(?:by|von|par|por|di|av|af|door)(?!['’]?[^\W_])", re.IGNORECASE)
#: Lines above the body beyond which none counts as farther off; what the farthest loses.
FARTHEST, FAR = 200, 0.3
#: A page's own title stands among so many of its first lines, where it stands there at all.
TOP = 2
REPEATED, SENTENCE, SHORT, CREDIT, CRUMBS = 0.25, 0.4, 0.2, 0.5, 0.5
#: Words beyond this many are a standfirst's; what ten of them lose.
HEADLINE, LONG = 14, 0.2

#: A line of so few words right above a headline is a kicker; what it loses.
KICKER_WORDS, KICKER = 3, 0.4
#: A line with this share of figures among its words is a table's, of rates or scores.
FIGURES = 0.4
#: A date with a clock that begins within so many characters of a line is the page's stamp; a clock begins an entry.
STAMP_BEGINS = 12
CLOCK = re.compile(r"\d\d?[:.]\d\d(?!\d|[.%])")
ENTRY = re.compile(r"\W*\d\d?:\d\d\b|.*[^\W\d_]\d\d?:\d\d(?!\d)")

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


def find_titles(layout: Layout) -> Titles:
    """Choose the title among the lines above the body, and the subtitle after it."""
    body = layout.subject
    candidates = [li for li in layout.head[-FARTHEST:] if _may_be_title(li, layout)]
    line = _best(candidates, layout, body)
    if line is None:
        return _from_breadcrumb(layout, body)
    title, outlet = split_suffix(line.text, layout)
    subtitle = _subtitle(candidates, line, title, body, layout)
    outlet = outlet or _breadcrumb_outlet(layout, title)
    same = {fold(line.text), fold(subtitle or "")}
    lines = tuple(li.index for li in candidates if fold(li.text) in same)
    return Titles(title, subtitle, lines, outlet)


def _best(candidates: Sequence[Line], layout: Layout, body: frozenset[str]) -> Line | None:
    """The line that weighs most, or the first of those near it that weigh nearly as much."""
    texts = [fold(li.text) for li in candidates]
    crumbs, stamps = _ending_in_another(texts), _stamps(candidates, layout)
    kickers = _kickers(candidates)
    weighed = [
        (_worth(li, layout, body, stamps) - CRUMBS * (text in crumbs) - KICKER * (li.index in kickers), li)
        for li, text in zip(candidates, texts, strict=True)
    ]
    ranked = sorted(weighed, key=lambda w: (-w[0], w[1].index))
    top, best = next((w for w in ranked if not is_no_headline(w[1].text)), (0.0, None))
    if best is None or top < NEEDED:
        return None
    near = (li for worth, li in weighed if li.index < best.index and _near(li, best, top - worth))
    return next((li for li in near if not is_no_headline(li.text)), best)


def _kickers(candidates: Sequence[Line]) -> frozenset[int]:
    """The lines of few words right above one of a headline's length: they name its matter, as it does."""
    pairs = pairwise(candidates)
    return frozenset(
        one.index
        for one, other in pairs
        if one.words <= KICKER_WORDS < other.words <= HEADLINE and other.index == one.index + 1 and not other.ended
    )


def _near(line: Line, best: Line, behind: float) -> bool:
    """Whether a line above the one that weighs most may be the title of which that is the standfirst."""
    atop = line.index == best.index - 1 and best.words > HEADLINE
    return best.index - ABOVE <= line.index and line.words > SHORTEST and behind <= (ATOP if atop else NEAR)


def is_no_headline(text: str) -> bool:
    """Whether a line is a picture's caption with its credit, a stamp, an entry with its clock, or a row of figures."""
    words = WORD.findall(text)
    if sum(word[0].isdigit() for word in words) >= FIGURES * max(1, len(words)) or ENTRY.match(text):
        return True
    if CLOCK.search(text) and any(printed.start <= STAMP_BEGINS for printed in find_dates(text)):
        return True
    return "©" in text or bool(photo_credit(text)[1])


def _ending_in_another(texts: Sequence[str]) -> frozenset[str]:
    """The lines that are breadcrumbs before a title that stands on the page alone."""
    by_end: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        by_end[" ".join(text.split()[-SHORTEST:])].add(text)
    shared = (group for end, group in by_end.items() if len(group) > 1)
    return frozenset(t for group in shared for t in group if any(t != o and t.endswith(f" {o}") for o in group))


def _may_be_title(line: Line, layout: Layout) -> bool:
    rule = layout.rules[line.index]
    if not SHORTEST <= line.words <= LONGEST or (rule is not None and rule.action != "end"):
        return False
    return not (line.code or len(line.text) > MOST_CHARS or BREADCRUMB.match(line.text) or is_menu(line.text))


def _worth(line: Line, layout: Layout, body: frozenset[str], stamps: Set[int]) -> float:
    """Agreement with the body, a stamp right below it, and what speaks against a title."""
    words = stems(line.text)
    common = len(words & body)
    agrees = common / len(words) * min(1.0, common / ENOUGH) if words else 0.0
    distance = (layout.body[0] if layout.body else len(layout.lines)) - line.index
    far = FAR * min(1.0, math.log1p(distance) / math.log(FARTHEST))
    signs = REPEATED * _heads_page_too(line, layout) + STAMPED * _stamped(line, stamps)
    flaws = SENTENCE * line.text.endswith(".") + SHORT * (line.words < 5) + LONG * max(0, line.words - HEADLINE) / 10
    return agrees + signs - flaws - far - CREDIT * (layout.rules[line.index] is not None)


def _heads_page_too(line: Line, layout: Layout) -> bool:
    """Whether the page begins with the same line, as its `<title>`: teasers are repeated as well, but lower."""
    return line.times > 1 and any(li.text == line.text for li in layout.lines[:TOP])


def _stamps(candidates: Sequence[Line], layout: Layout) -> frozenset[int]:
    """The indexes of the lines among and below the candidates that are dates or bylines."""
    lines = layout.lines[candidates[0].index : candidates[-1].index + 1 + STAMPED_WITHIN] if candidates else ()
    short = [line for line in lines if line.words <= HEADLINE * 2]
    dated = {line.index for line in holding(short, MOST_CHARS, STAMP)}
    signed = (line.index for line in short if BY.match(line.text))
    heads = (li.index for li in lines if (rule := layout.rules[li.index]) is not None and rule.action == "head")
    return frozenset((*dated, *signed, *heads))


def _stamped(line: Line, stamps: Set[int]) -> bool:
    """Whether a date or a byline stands right below."""
    return not stamps.isdisjoint(range(line.index + 1, line.index + 1 + STAMPED_WITHIN))


def _subtitle(candidates: Sequence[Line], title: Line, split: str, body: frozenset[str], layout: Layout) -> str | None:
    for line in candidates:
        after = 0 < line.index - title.index <= BELOW and fold(line.text) != fold(title.text)
        if not after or fold(line.text) == fold(split) or line.words < 6:
            continue
        beside = (
            line.index == title.index + 1 and _stamped(line, _stamps((line,), layout)) and not _mostly_names(line.text)
        )
        if agreement(line.text, body) >= (BESIDE_AGREES if beside else AGREES) and not is_no_headline(line.text):
            return line.text
    return None


def _mostly_names(text: str) -> bool:
    """Whether half of a line's words begin with a capital, as a byline's do."""
    words = WORD.findall(text)
    capitals = [word for word in words if word[0].isupper()]
    return 2 * len(capitals) >= len(words)


def split_suffix(title: str, layout: Layout) -> tuple[str, str | None]:
    """Part the site's name from the title ("Title - The Daily Sun").

    The end is taken for the site's name where it is at most five capitalised words, and a bar parts
    it, or the rest stands on the page as a line of its own, or the name stands elsewhere outside the body.
    """
    found = SUFFIX.search(title)
    if not found or not _like_a_name(found["site"]):
        return title, None
    rest, site = title[: found.start()].strip(), found["site"].strip()
    if len(rest.split()) < SHORTEST or not ("|" in found[0] or _parts_names(layout, fold(rest), fold(site))):
        return title, None
    return rest, site


def _parts_names(layout: Layout, rest: str, site: str) -> bool:
    """Whether the title without the site's name is a line of the page, or the name stands outside the body twice."""
    texts = [fold(li.text) for li in layout.lines]
    return rest in texts or sum(site in text for i, text in enumerate(texts) if i not in layout.inside) > 1


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
