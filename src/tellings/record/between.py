"""Why two tellings are related as the record says: the rule, the direction, and the passages of both side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple

from tellings.errors import TellingsError
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.record import answers
from tellings.record.entries import Article, Shared, TellingEntry
from tellings.record.explain import Explanation, Fact, Mark, Passage
from tellings.record.filters import Filter
from tellings.record.store import Store
from tellings.relate.changes import changes

#: Words of an article shown on each side of a passage, in letters.
AROUND = 60
SHARED = "shared"


def between(store: Store, one: str, other: str) -> Explanation:
    """Explain the relation of two articles, each given by its id or page.

    Raises:
        TellingsError: where one of them is not in the record, or no relation between the two is.
    """
    articles = tuple(_article(store, wanted) for wanted in (one, other))
    told = _told(store, *articles)
    readings = {r.article.page: r for r in store.readings([article.article_id for article in articles])}
    passages = tuple(p for n, shared in enumerate(told.shared, 1) for p in _side_by_side(told, shared, n, readings))
    name = f"{articles[0].article_id} {articles[1].article_id}"
    return Explanation("relation", name, told.relation, tuple(_facts(told, readings)), passages, (), ())


def _article(store: Store, wanted: str) -> Article:
    row = next(store.rows("SELECT article_id FROM articles WHERE article_id = ? OR page = ?", (wanted, wanted)), None)
    found = next(answers.articles(store, Filter(ids=(str(row[0]),))), None) if row else None
    if found is None:
        raise TellingsError(f"no article has the id or page {wanted}", "list all with: tellings show RECORD articles")
    return found


def _told(store: Store, one: Article, other: Article) -> TellingEntry:
    stories = answers.stories(store, Filter(ids=(one.story_id or "",)))
    told = (t for story in stories for t in story.tellings if {t.page, t.other_page} == {one.page, other.page})
    found = next(told, None)
    if found is None:
        reason = f"{one.page} and {other.page} are not known to be related"
        raise TellingsError(reason, "the tellings of one story are: tellings story RECORD ID")
    return found


def _facts(told: TellingEntry, readings: Mapping[str, Reading]) -> Iterator[Fact]:
    yield Fact("relation", f"{told.relation} {told.score:.2f}", told.detail)
    yield Fact("first", told.direction or "nothing shows which of the two came first")
    if told.relation != "independent":
        first = told.direction or told.page
        after = told.other_page if first == told.page else told.page
        made = changes(readings[first], readings[after])
        yield Fact("words", f"{made.kept} kept, {made.cut} cut, {made.added} added", f"from {first} to {after}")


def _side_by_side(
    told: TellingEntry, shared: Shared, number: int, readings: Mapping[str, Reading]
) -> Iterator[Passage]:
    start, end, other_start, other_end = astuple(shared)
    note = f"passage {number} of {len(told.shared)}"
    yield _passage(readings[told.page], Span(start, end), "")
    yield _passage(readings[told.other_page], Span(other_start, other_end), note)


def _passage(reading: Reading, span: Span, note: str) -> Passage:
    """The words shared, with some words of their paragraph around them."""
    text = reading.article.text
    before, after = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    first = max(before, text.find(" ", max(0, span.start - AROUND), span.start) + 1)
    last = text.rfind(" ", span.end, span.end + AROUND)
    end = min(place for place in (after, last if last > 0 else len(text), len(text)) if place >= 0)
    end = max(end, span.end)
    marks = (Mark(span.start - first, span.end - first, SHARED),)
    return Passage(reading.article.page, first, text[first:end], marks, note)
