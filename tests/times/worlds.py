"""Factories for the tests of times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tellings.model.actors import Cast, Term
from tellings.model.article import Article, StatedDate
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.text import Parsed
from tellings.model.times import Interval
from tellings.text.parser import Parser
from tellings.times import find

Parse = Callable[[str], tuple[Article, Parsed]]


def no_terms(cast: Cast) -> Sequence[Term]:
    return ()


def terms(*spans: tuple[str, str]) -> Callable[[Cast], Sequence[Term]]:
    made = tuple(
        Term(date.fromisoformat(a), date.fromisoformat(b), 0, 0, "Minister Ana Prado", "Ana Prado held the office then")
        for a, b in spans
    )
    return lambda cast: made


def open_term(first: str) -> Callable[[Cast], Sequence[Term]]:
    made = Term(date.fromisoformat(first), None, 0, 0, "Minister Ana Prado", "Ana Prado held the office from then on")
    return lambda cast: (made,)


def stated(value: str, confidence: float = 0.93, source: str = "line", updated: bool = False) -> StatedDate:
    kind = {"line": "line", "url": "url", "metadata": "metadata", "carrier": "carrier"}[source]
    return StatedDate(value, kind, value, f"a line that says {value}", confidence, updated)  # type: ignore[arg-type]


def reading(
    parser: Parser,
    text: str,
    *stamps: StatedDate,
    article_id: str = "a1",
    dateline: str | None = None,
    dateline_date: str | None = None,
    seen: str | None = None,
) -> Reading:
    body = f"{dateline} {text}" if dateline else text
    article = Article(article_id, "p1", "page.txt", body, stated=stamps, seen=seen, dateline_date=dateline_date)
    if dateline:
        article = replace(article, dateline=Span(0, len(dateline) + 1))
    parsed = parser.parse(article)
    return Reading(article, (), tuple(s.span for s in parsed.sentences), Cast(), find(article, parsed), (), (), ())


def day(value: str) -> Interval:
    return Interval(date.fromisoformat(value), date.fromisoformat(value))


def days(first: str, last: str) -> Interval:
    return Interval(date.fromisoformat(first), date.fromisoformat(last))
