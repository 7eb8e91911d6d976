"""One page to its reading: clean, parse, resolve, quote, code. A pure function of the page."""

from __future__ import annotations

import tellings.actors as actors
import tellings.events as events
import tellings.places as places
import tellings.quotes as quotes
import tellings.times as times
from tellings.clean import clean
from tellings.clean.refusals import or_reject
from tellings.clean.site_rules import SiteRules
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.text.parser import Parser

#: Characters of an article, some 50,000 words: reading these takes about 15 CPU seconds.
LONGEST = 300_000
TOO_LONG = f"the article is longer than {LONGEST:,} characters, as no news article is"
SPLIT = "give each article as a page of its own"


class Reader:
    """Reads pages. Holds what is costly to load; one a process."""

    def __init__(self, sites: SiteRules | None = None) -> None:
        """Make a reader, with rules for single sites; the parser loads on the first article."""
        self.parser = Parser()
        self.sites = sites

    def read(self, page: Page) -> Reading | Reject:
        """Give a page's reading, or why there is none. One bad page never ends a run."""
        return or_reject(page, self._read)

    def _read(self, page: Page) -> Reading | Reject:
        cleaned = clean(page, self.sites)
        fits = len(cleaned.article.text) <= LONGEST
        return self.resolve(cleaned) if fits else Reject(page.name, "read", TOO_LONG, SPLIT)

    def resolve(self, cleaned: Cleaned) -> Reading:
        """Take a clean article through the stages that look at one article."""
        article = cleaned.article
        parsed = self.parser.parse(article)
        cast = actors.find(article, parsed)
        expressions = times.find(article, parsed)
        named = places.find(article, parsed, cast)
        said = quotes.find(article, parsed, cast, expressions)
        coded = events.find(article, parsed, cast, expressions, named, said)
        sentences = tuple(sentence.span for sentence in parsed.sentences)
        return Reading(article, cleaned.dropped, sentences, cast, expressions, named, said, coded)
