"""Pages of one site help each other: what it prints on page after page is no article's own.

A paragraph that stands in several otherwise different articles of a site is furniture of the site, unless it reads like
a report and has to do with the article that it stands in: background is copied for months, and is text.

All here is a pure function of a set of articles as each is cleaned from its page alone, so that the order in which
pages come never shows.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from urllib.parse import urlsplit

from tellings.clean.assemble import FEWEST_WORDS
from tellings.clean.blocks import GAP, in_page
from tellings.clean.dating.datelines import find_dateline
from tellings.clean.fields.sites import key_of
from tellings.clean.flat.known import WORD, stop_words
from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.words import agreement, fold, stems
from tellings.model.article import Article, Cleaned, Dropped, Run, Trace
from tellings.model.ids import stable_id
from tellings.model.spans import Span
from tellings.vocab.tables import rows

#: Otherwise different articles of a site in which a paragraph stands before it is the site's.
PAGES = 3
#: Articles that share this much of the shorter one's letters are one article, printed again. At a half, short reports
#: with two lines of the site's and a paragraph of background were taken for one.
SAME = 2 / 3
#: A paragraph of more words that stands between others is background, whatever its words.
LONG = 40
#: A sentence about nothing in particular ("No one was hurt.") is the site's where this share of its articles has it.
OFTEN = 0.1
#: The share of a paragraph's content words that the rest of its article takes up where it is of its matter.
OF_MATTER = 0.34
#: Articles that are held at once where nothing is stored: some 20 MB.
HELD = 2000

REASON = "repeated on pages of the site"
#: The place of a paragraph that an HTML page's source is not found to hold.
NOWHERE = Span(-1, -1)
QUOTED = re.compile(r"\"[^\"]*\"|[“„«][^”“»]*[”“»]")

#: By site, the keys of the paragraphs that it repeats, each with whether it does so often.
Repeated = Mapping[str, Mapping[str, bool]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its span in the article's text."""

    span: Span
    text: str
    key: str


def site_of(article: Article) -> str | None:
    """What an article's site is called: the host of its address, else its outlet, None where neither is known."""
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else key_of(article.outlet or "") or None


def trace(article: Article) -> Trace | None:
    """What is compared of an article as cleaned from its page alone; None where its site is not known."""
    site = site_of(article)
    if site is None:
        return None
    return Trace(article.page_id, site, tuple((p.key, len(p.text)) for p in paragraphs(article.text)))


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of an article's text; those that differ in marks and case alone have one key."""
    start = 0
    for one in text.split(GAP) if text else ():
        key = hashlib.sha256(fold(one).encode()).hexdigest()[:12]
        yield Paragraph(Span(start, start + len(one)), one, key)
        start += len(one) + len(GAP)


def repeated(traces: Iterable[Trace]) -> dict[str, dict[str, bool]]:
    """By site, the paragraphs that stand in at least three otherwise different articles of it."""
    by_site = defaultdict[str, list[Trace]](list)
    for one in traces:
        by_site[one.site].append(one)
    found = {site: dict(_of_site(sorted(those, key=lambda t: t.page_id))) for site, those in by_site.items()}
    return {site: keys for site, keys in found.items() if keys}


def _of_site(traces: Sequence[Trace]) -> Iterator[tuple[str, bool]]:
    holders = defaultdict[str, list[dict[str, int]]](list)
    for one in traces:
        lengths = dict(one.paragraphs)
        for key in lengths:
            holders[key].append(lengths)
    for key, those in holders.items():
        if len(those) >= PAGES and stand_apart(those):
            yield key, is_often(len(those), len(traces))


def is_often(holders: int, articles: int) -> bool:
    """Whether so many of a site's articles are a good share of them."""
    return holders >= OFTEN * articles


def stand_apart(articles: Iterable[Mapping[str, int]]) -> bool:
    """Whether enough of the articles differ from each other, counted in the order given: linear in their number.

    An article is given as the lengths of its paragraphs by their keys; no more are taken than decide.
    """
    apart: list[Mapping[str, int]] = []
    for one in articles:
        if all(_differ(one, other) for other in apart):
            apart.append(one)
        if len(apart) == PAGES:
            return True
    return False


def _differ(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    shared = sum(one[key] for key in one.keys() & other.keys())
    return shared < SAME * min(sum(one.values()), sum(other.values()))


def without(cleaned: Cleaned, by_site: Repeated) -> Cleaned:
    """The article without what its site repeats; the same object where nothing goes.

    An article that has lost paragraphs has an id of its own, made of the page's and those paragraphs', so that the text
    of an id never changes. One of which fewer than 25 words would be left stays whole.
    """
    article = cleaned.article
    site = site_of(article)
    keys = by_site.get(site or "", {})
    found = tuple(paragraphs(article.text)) if keys else ()
    again = [p.key in keys for p in found]
    if not any(again):
        return cleaned
    unshared = " ".join(p.text for p, repeats in zip(found, again, strict=True) if not repeats)
    own = Matter.of(unshared, site or "", article.language)
    reasons = [
        why(p.text, own, often=keys[p.key], at_edge=p in (found[0], found[-1])) if repeats else None
        for p, repeats in zip(found, again, strict=True)
    ]
    left = [p for p, reason in zip(found, reasons, strict=True) if reason is None]
    if len(left) == len(found) or _words(" ".join(p.text for p in left)) < FEWEST_WORDS:
        return cleaned
    taken = [(p, reason) for p, reason in zip(found, reasons, strict=True) if reason]
    after = (*cleaned.dropped, *_dropped(article, taken))
    return Cleaned(_rebuilt(article, left, [p.key for p, _ in taken]), tuple(sorted(after, key=lambda d: d.start)))


def _words(text: str) -> int:
    return sum(line.words for line in split_lines(text))


@dataclass(frozen=True, slots=True)
class Matter:
    """What an article is about: the stems of its content words, and its words with a capital, the site's name aside."""

    stems: frozenset[str]
    names: frozenset[str]
    site: str
    language: str

    @classmethod
    def of(cls, text: str, site: str, language: str = "en") -> Matter:
        """The matter of a text that stands on a site."""
        return cls(stems(text), names(text, site, language), site, language)

    def has(self, text: str) -> bool:
        """Whether a paragraph is of this matter: by one of its names, or by enough of its words."""
        named = names(text, self.site, self.language)
        return not self.names.isdisjoint(named) or agreement(text, self.stems) >= OF_MATTER


def names(text: str, site: str, language: str) -> frozenset[str]:
    """Words with a capital that are no function words and no part of the site's name."""
    found = (word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text) if word[0].isupper())
    return frozenset(word for word in found if word.lower() not in stop_words(language) and word.lower() not in site)


def why(text: str, own: Matter, *, often: bool, at_edge: bool) -> str | None:
    """Why a repeated paragraph is the site's and not the article's, None where it is the article's.

    `own` is the matter of what the article does not share, `at_edge` says that the paragraph opens or closes it.
    """
    if not split_lines(text)[-1].ended:
        return "no sentence"
    if any(pattern.search(QUOTED.sub("", text)) for pattern in _speaks()):
        return "speaks to the reader"
    background = own.has(text) or (not at_edge and _words(text) > LONG)
    return "of another matter" if often and not background else None


@cache
def _speaks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows("reader_words.tsv"))


def _dropped(article: Article, taken: Iterable[tuple[Paragraph, str]]) -> Iterator[Dropped]:
    for paragraph, reason in taken:
        place = in_page(article, paragraph.span) or NOWHERE
        yield Dropped(place.start, place.end, paragraph.text, f"{REASON}: {reason}")


def _rebuilt(article: Article, left: Sequence[Paragraph], taken: Sequence[str]) -> Article:
    """The article of the paragraphs that are left; where it opens with another one now, with that one's dateline."""
    made = replace(
        article,
        article_id=stable_id("a", article.page_id, *taken),
        text=GAP.join(p.text for p in left),
        runs=tuple(_runs(article, left)),
    )
    if left[0].span.start == 0:
        return made
    line = find_dateline(left[0].text)
    return replace(
        made,
        dateline=Span(0, line.length) if line else None,
        dateline_place=(line and line.place) or made.dateline_place,
        dateline_date=(line and line.day) or made.dateline_date,
        agency=made.agency or (line.agency if line else None),
    )


def _runs(article: Article, left: Sequence[Paragraph]) -> Iterator[Run]:
    """The article's runs, each cut to the paragraphs that are left of it and moved to where they stand now."""
    runs, at, start = article.runs, 0, 0
    for paragraph in left:
        span = paragraph.span
        while at < len(runs) and runs[at].end < span.start:
            at += 1
        for run in islice(runs, at, None):
            if run.start > span.end:
                break
            first, last = max(run.start, span.start), min(run.end, span.end)
            moved = start - span.start
            yield Run(first + moved, last + moved, run.page_start + first - run.start)
        start += len(paragraph.text) + len(GAP)


def among(cleaned: Iterable[Cleaned], held: int = HELD) -> Iterator[Cleaned]:
    """Articles without what their sites repeat among the first `held` of them."""
    left = iter(cleaned)
    first = list(islice(left, held))
    by_site = repeated(found for one in first if (found := trace(one.article)))
    return (without(one, by_site) for one in chain(first, left))
