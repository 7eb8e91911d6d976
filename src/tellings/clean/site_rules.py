"""Rules for single sites: never needed, where a site's pages defeat the general ones. Format: `docs/site_rules.md`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from lxml.etree import XPath, XPathError
from lxml.html import HtmlElement

from tellings.clean.flat.lines import Line
from tellings.clean.flat.rules import LONGEST, Action, LineRule
from tellings.errors import TellingsError
from tellings.model.article import Dropped, StatedDate
from tellings.model.page import Page

NAME = "site rule"
#: Words that a line may have under a site's pattern: as many as it likes, since the pattern was written for it.
ANY_WORDS = 10**6


class SiteRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the pages of a site are read from one day until another, both included.

    `title`, `body` and `drop` are XPath expressions over HTML: the title's element, the elements that are each one
    paragraph of the article, and what is taken out before anything else. `lines` are regular expressions over the
    lines of flat text, matched at their start whatever their case, by what follows from them (see `LineRule`).
    `page` names the test page.
    """

    page: str
    valid_from: datetime.date = datetime.date.min
    valid_until: datetime.date = datetime.date.max
    title: str | None = None
    body: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    lines: dict[Action, tuple[str, ...]] = {}


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: a site's host, which stands for those below it too, and its rules."""

    host: str
    rules: tuple[SiteRule, ...]


@dataclass(frozen=True, slots=True)
class Selected:
    """What a rule found in an HTML page, None where it has no say, and the texts that it took out."""

    title: str | None = None
    text: str | None = None
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteRules:
    """Rules by host; of two files for one host the first stands."""

    sites: tuple[Site, ...] = ()

    def of(self, page: Page, url: str | None, dates: Iterable[StatedDate]) -> SiteRule | None:
        """The rule for a page at an address: the one that held on its day, or the latest where it states none.

        The day is when the page was seen, else the first that it states.
        """
        host = _host(url)
        site = next((s for s in self.sites if host == s.host or host.endswith("." + s.host)), None)
        if site is None:
            return None
        day = (page.hints.seen or next((date.value for date in dates), ""))[:10]
        held = [rule for rule in site.rules if not day or _holds(rule, day)]
        return max(held, key=lambda rule: rule.valid_from, default=None)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _holds(rule: SiteRule, day: str) -> bool:
    return rule.valid_from.isoformat()[: len(day)] <= day <= rule.valid_until.isoformat()[: len(day)]


@cache
def shipped() -> SiteRules:
    """The rules that come with Tellings."""
    with as_file(files("tellings.vocab").joinpath("site_rules")) as folder:
        return read_rules(folder)


def read_rules(folder: Path | str) -> SiteRules:
    """Read every `.toml` file of a folder.

    Raises:
        TellingsError: names the file that cannot be read as a site's rules, and what is wrong with it.
    """
    return SiteRules(tuple(_read(path) for path in sorted(Path(folder).glob("*.toml"))))


def rules_with(folder: Path | str | None) -> SiteRules:
    """A user's own rules before those that come with Tellings."""
    own = read_rules(folder).sites if folder else ()
    return SiteRules((*own, *shipped().sites))


def _read(path: Path) -> Site:
    try:
        site = msgspec.toml.decode(path.read_bytes(), type=Site)
        for rule in site.rules:
            _check(rule)
    except (OSError, msgspec.DecodeError, XPathError, re.error) as error:
        raise TellingsError(
            f"{path} is no file of site rules: {error}", "see docs/site_rules.md for its form"
        ) from error
    return site


def _check(rule: SiteRule) -> None:
    for expression in (*rule.body, *rule.drop, *([rule.title] if rule.title else [])):
        _xpath(expression)
    line_rules(rule)


@cache
def _xpath(expression: str) -> XPath:
    return XPath(expression)


def _elements(tree: HtmlElement, expressions: Iterable[str]) -> Iterator[HtmlElement]:
    """What the expressions select, in the order of the page."""
    joined = " | ".join(expressions)
    found = _xpath(joined)(tree) if joined else []
    yield from (one for one in found if isinstance(one, HtmlElement)) if isinstance(found, list) else ()


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def select(rule: SiteRule | None, tree: HtmlElement) -> Selected:
    """Take out of the tree what the rule drops, and read the title and the paragraphs that it names."""
    if rule is None:
        return Selected()
    taken = list(_elements(tree, rule.drop))
    texts = tuple(filter(None, map(_text, taken)))
    for element in taken:
        element.drop_tree()
    title = next(_elements(tree, [rule.title] if rule.title else []), None)
    paragraphs = filter(None, map(_text, _elements(tree, rule.body)))
    return Selected(None if title is None else _text(title) or None, "\n".join(paragraphs) or None, texts)


def taken_out(page: Page, selected: Selected) -> Iterator[Dropped]:
    """What a rule took out of an HTML page, where the source holds its words verbatim."""
    for text in selected.taken:
        start = page.text.find(text)
        if start >= 0:
            yield Dropped(start, start + len(text), text, NAME)


@cache
def _patterns(lines: tuple[tuple[Action, tuple[str, ...]], ...]) -> tuple[tuple[re.Pattern[str], LineRule], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), LineRule(NAME, action, ANY_WORDS, pattern))
        for action, patterns in lines
        for pattern in patterns
    )


def line_rules(rule: SiteRule) -> tuple[tuple[re.Pattern[str], LineRule], ...]:
    """The rule's patterns over lines of flat text, each with what follows from it."""
    return _patterns(tuple(rule.lines.items()))


def site_first(
    rule: SiteRule | None, lines: Sequence[Line], general: Sequence[LineRule | None]
) -> tuple[LineRule | None, ...]:
    """The rule of every line: the site's where one of its patterns matches, else the general one.

    After a line that the site's rule calls the article's end, all is.
    """
    own = line_rules(rule) if rule else ()
    if not own:
        return tuple(general)
    found: list[LineRule | None] = []
    end: LineRule | None = None
    for line, other in zip(lines, general, strict=True):
        first = end or _first(line, own)
        end = first if first and first.action == "end" else None
        found.append(first or other)
    return tuple(found)


def _first(line: Line, own: Sequence[tuple[re.Pattern[str], LineRule]]) -> LineRule | None:
    text = line.text
    return next((found for pattern, found in own if pattern.match(text)), None) if len(text) <= LONGEST else None
