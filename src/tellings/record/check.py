"""Whether a record holds together: every span, key and id, and that its stories follow from its readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from tellings.model.spans import Span, holds
from tellings.record import queries, schema
from tellings.record.load import batched, grouped
from tellings.record.rows import read_reading, unpack
from tellings.record.store import Row, Store, Value


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold: in which table, in which entry, and what is wrong."""

    table: str
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Article:
    """What the spans of an article's entries are checked against."""

    article_id: str
    text: str


def check(store: Store) -> Iterator[Problem]:
    """Give every problem found; none is a whole record. Reads everything once, one page at a time.

    Where lists cannot be read, spans and evidence are left for when they can.
    """
    broken = False
    for one in (_keys, _ids, _json):
        for problem in one(store):
            broken = broken or one is _json
            yield problem
    for one in (_derived,) if broken else (_derived, _spans, _evidence, _told):
        yield from one(store)


def _keys(store: Store) -> Iterator[Problem]:
    """Each reference names a row that exists."""
    for table in schema.TABLES:
        for column in schema.columns(table):
            if column.references:
                other, key = column.references
                sql = (
                    f"SELECT DISTINCT {column.name} FROM {table} WHERE {column.name} IS NOT NULL"
                    f" AND {column.name} NOT IN (SELECT {key} FROM {other})"
                )
                for (missing,) in store.rows(sql):
                    yield Problem(table, str(missing), f"{column.name} names no row of {other}")


def _ids(store: Store) -> Iterator[Problem]:
    """No id stands twice."""
    for table, key in _UNIQUE.items():
        for twice, times in store.rows(f"SELECT {key}, count(*) FROM {table} GROUP BY {key} HAVING count(*) > 1"):
            yield Problem(table, str(twice), f"stands {times!r} times")


_UNIQUE = {
    "pages": "page_id",
    "articles": "article_id",
    "stories": "story_id",
    "families": "family_id",
    "actors": "actor_id",
    "quotes": "quote_id",
    "utterances": "utterance_id",
    "events": "event_id",
    "disagreements": "disagreement_id",
    "judgements": "judgement_id",
    "runs": "run_id",
}


def _json(store: Store) -> Iterator[Problem]:
    """Each list and object can be read."""
    for table, (key, names) in _LISTS.items():
        for found, *values in store.rows(f"SELECT {key}, {', '.join(names)} FROM {table}"):
            for name, value in zip(names, values, strict=True):
                if value is not None and not _readable(value):
                    yield Problem(table, str(found), f"{name} is not JSON")


_LISTS = {
    "articles": ("article_id", ("byline", "captions", "photo_credits", "published_rejected", "runs", "dating")),
    "families": ("family_id", ("article_ids",)),
    "tellings": ("article_id", ("shared",)),
    "quotes": ("quote_id", ("parts",)),
    "utterances": ("utterance_id", ("quote_ids",)),
    "events": ("event_id", ("mode", "contexts", "actors", "recipients")),
    "disagreements": ("disagreement_id", ("article_ids", '"values"', "evidence")),
    "runs": ("run_id", ("settings", "counts")),
}


def _readable(value: Value) -> bool:
    try:
        msgspec.json.decode(str(value))
    except msgspec.DecodeError:
        return False
    return True


def _spans(store: Store) -> Iterator[Problem]:
    """Each span gives back its words, in the article and in the page that it came from."""
    sql = (
        "SELECT a.article_id, a.text, a.runs, a.reading, p.text, a.title FROM articles a"
        " JOIN pages p ON p.page_id = a.page_id ORDER BY a.article_id"
    )
    for batch in batched(store.rows(sql), 50):
        ids = [str(row[0]) for row in batch]
        named = {table: grouped(store, sql, ids) for table, sql in _SPANS.items()}
        for row in batch:
            article = Article(str(row[0]), str(row[1]))
            title = Article(article.article_id, str(row[5] or ""))
            yield from _page_spans(article, row, named["dropped"][article.article_id])
            for table in ("mentions", "evidence"):
                yield from _slices(table, article, named[table][article.article_id])
            yield from _slices("evidence", title, named["titles"][article.article_id])
            yield from _quotes(article, named["quotes"][article.article_id])


_SPANS = {
    "dropped": 'SELECT article_id, "start", "end", text FROM dropped WHERE article_id IN (IDS)',
    "mentions": 'SELECT article_id, "start", "end", text FROM mentions WHERE article_id IN (IDS)',
    "evidence": 'SELECT article_id, "start", "end", text FROM evidence WHERE field = \'text\' AND article_id IN (IDS)',
    "titles": 'SELECT article_id, "start", "end", text FROM evidence WHERE field = \'title\' AND article_id IN (IDS)',
    "quotes": 'SELECT article_id, quote_id, parts, text, "start", "end" FROM quotes WHERE article_id IN (IDS)',
}


def _slices(table: str, article: Article, rows: list[Row]) -> Iterator[Problem]:
    for start, end, text in rows:
        if article.text[int(start or 0) : int(end or 0)] != text:
            yield Problem(table, article.article_id, f"{start!r}:{end!r} is not {text!r}")


def _page_spans(article: Article, row: Row, dropped: list[Row]) -> Iterator[Problem]:
    """The article's runs stand in the page letter by letter, so do the dropped blocks; the reading is of this text."""
    page = unpack(row[4])
    for run in msgspec.json.decode(str(row[2]), type=list[dict[str, int]]):
        start, end, at = run["start"], run["end"], run["page_start"]
        if article.text[start:end] != page[at : at + end - start]:
            yield Problem("articles", article.article_id, f"run {start}:{end} does not stand at {at} of the page")
    for begin, finish, text in dropped:  # a dropped block is kept without its empty lines and tags
        if int(begin or 0) >= 0 and not holds(page[int(begin or 0) : int(finish or 0)], str(text)):
            yield Problem("dropped", article.article_id, f"{begin!r}:{finish!r} of the page is not {text!r}")
    if read_reading(row[3]).article.text != article.text:
        yield Problem("articles", article.article_id, "the stored reading is of another text")


def _quotes(article: Article, rows: list[Row]) -> Iterator[Problem]:
    for quote_id, parts, text, start, end in rows:
        spans = msgspec.json.decode(str(parts), type=list[Span])
        if " ".join(span.of(article.text) for span in spans) != text:
            yield Problem("quotes", str(quote_id), f"its parts do not give {text!r}")
        if not spans or (spans[0].start, spans[-1].end) != (start, end):
            yield Problem("quotes", str(quote_id), f"its parts do not reach from {start!r} to {end!r}")


def _told(store: Store) -> Iterator[Problem]:
    """The words of each disagreement stand in its articles."""
    for one in queries.disagreements(store):
        ids = sorted({told.article_id for told in one.evidence})
        texts = grouped(store, "SELECT article_id, text FROM articles WHERE article_id IN (IDS)", ids)
        for told in one.evidence:
            if [str(text)[told.start : told.end] for [text] in texts[told.article_id]] != [told.text]:
                reason = f"{told.start}:{told.end} of {told.page} is not {told.text!r}"
                yield Problem("disagreements", one.disagreement_id, reason)


def _evidence(store: Store) -> Iterator[Problem]:
    """Each event rests on an act and an actor."""
    for event in queries.events(store):
        missing = {"act", "actor"} - {evidence.role for evidence in event.evidence}
        if missing:
            yield Problem("events", event.event_id, f"rests on no {' and no '.join(sorted(missing))}")


def _derived(store: Store) -> Iterator[Problem]:
    """The stories follow from all the readings."""
    if not store.is_derived():
        yield Problem("stories", "", "do not follow from the pages that are in: finish the build by running it again")
