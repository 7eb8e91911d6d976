"""One page to its reading: clean, parse, resolve, quote, code. A pure function of the page."""

from __future__ import annotations

import re
from dataclasses import replace

import tellings.actors as actors
import tellings.events as events
import tellings.places as places
import tellings.quotes as quotes
import tellings.times as times
from tellings.clean import clean
from tellings.clean.refusals import or_reject
from tellings.clean.repeats import Repeated, trace, without
from tellings.clean.site_rules import SiteRules
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.times import Dating
from tellings.text.parser import Parser

#: Characters of an article, some 50,000 words: reading these takes 15 to 30 CPU seconds and up to 1 GB.
LONGEST = 300_000
#: Characters of a sentence, some 5,000 words. Chains of a sentence are climbed word by word, which takes time by the
#: square of its length; a list of 25,000 names without a full stop took more than 90 CPU seconds.
LONGEST_SENTENCE = 30_000
#: Lines with something on them of a page without tags, each of which cleaning weighs: a million take 2.6 GB and 22 CPU
#: seconds.
MOST_LINES = 100_000
LINE = re.compile(r"\n[^\S\n]*+\S")
STOP = re.compile(r"[.!?。\n]")
TOO_LONG = f"the article is longer than {LONGEST:,} characters, as no news article is"
TOO_LONG_SENTENCE = f"a sentence is longer than {LONGEST_SENTENCE:,} characters, as none in a news article is"
TOO_MANY_LINES = f"the page has more than {MOST_LINES:,} lines, as no page of news has"
#: A reading, and how its article dates by itself.
Dated = tuple[Reading, Dating]
SPLIT = "give each article as a page of its own"


class Reader:
    """Reads pages. Holds what is costly to load; one a process."""

    def __init__(self, sites: SiteRules | None = None, repeats: Repeated | None = None) -> None:
        """Make a reader; the parser loads on the first article.

        `sites` are rules for single sites, `repeats` what sites are known to print on page after page.
        """
        self.parser = Parser()
        self.sites = sites
        self.repeats = repeats or {}

    def read(self, page: Page) -> Reading | Reject:
        """Give a page's reading, or why there is none. One bad page never ends a run."""
        return _first(self.dated(page))

    def dated(self, page: Page) -> Dated | Reject:
        """The same, with how the article dates by itself."""
        return or_reject(page.name, lambda: self._read(page))

    def _read(self, page: Page) -> Dated | Reject:
        if page.kind == "text" and _has_too_many_lines(page.text):
            return Reject(page.name, "read", TOO_MANY_LINES, SPLIT)
        cleaned = _told(clean(page, self.sites))
        text = cleaned.article.text
        if len(text) > LONGEST:
            return Reject(page.name, "read", TOO_LONG, SPLIT)
        if max(map(len, STOP.split(text))) > LONGEST_SENTENCE:
            return Reject(page.name, "read", TOO_LONG_SENTENCE, SPLIT)
        return self.read_without_repeats(cleaned)

    def read_again(self, cleaned: Cleaned) -> Reading | Reject:
        """Give the reading of an article that is known by itself, now that more is known of its site."""
        return _first(self.dated_again(cleaned))

    def dated_again(self, cleaned: Cleaned) -> Dated | Reject:
        """The same, with how the article dates by itself."""
        return or_reject(cleaned.article.page, lambda: self.read_without_repeats(cleaned))

    def read_without_repeats(self, cleaned: Cleaned) -> Dated:
        """Read an article, cleaned from its page alone, without what its site is known to repeat."""
        left = without(cleaned, self.repeats)
        alone = None if left is cleaned else cleaned
        reading, dating = self.resolve(left)
        return replace(reading, trace=trace(cleaned.article), alone=alone), dating

    def resolve(self, cleaned: Cleaned) -> Dated:
        """Take a clean article through the stages that look at one article."""
        article = cleaned.article
        parsed = self.parser.parse(article)
        cast = actors.find(article, parsed)
        expressions = times.find(article, parsed)
        named = places.find(article, parsed, cast)
        said = quotes.find(article, parsed, cast, expressions)
        cast = events.of_their_scene(events.with_doers(parsed, cast), named)
        cast = events.with_towns(parsed, cast, named)
        coded = events.find(article, parsed, cast, expressions, named, said)
        sentences = tuple(sentence.span for sentence in parsed.sentences)
        read = (cast, expressions, named, said, coded.codings)
        reading = Reading(article, cleaned.dropped, sentences, *read, hints=coded.hints)
        [dating] = times.date_articles([reading])
        return replace(reading, month=actors.month_of(dating), sought=actors.sought(cast, dating)), dating


def _told(cleaned: Cleaned) -> Cleaned:
    """The article with a text that spans can count in: where the page gives none, its title."""
    article = cleaned.article
    if article.text.strip() or not article.title:
        return cleaned
    return replace(cleaned, article=replace(article, text=article.title, dateline=None))


def _first(found: Dated | Reject) -> Reading | Reject:
    return found if isinstance(found, Reject) else found[0]


def _has_too_many_lines(text: str) -> bool:
    return text.count("\n") > MOST_LINES and len(LINE.findall(text)) > MOST_LINES
