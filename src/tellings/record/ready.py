"""Pages and stories made ready for a store: rows in the order of its columns, long texts packed as it packs them.

All of it follows from one page, or from one story. So it is done where these are read and told, in as many processes
as there are, and who writes the record only inserts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tellings.model.article import Cleaned
from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.record import rows as to
from tellings.record import schema
from tellings.record.fullest import emptiness
from tellings.record.rows import NamedRow
from tellings.record.store import Row, Value

#: By table, rows in the order of `schema.columns`.
Rows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Form:
    """How a store takes rows: long texts `packed`, each article with its `sketch`."""

    packed: bool = False
    sketched: bool = False


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """What one page brings by itself, or its article alone where that is replaced.

    `compared` is by what it is compared with others of its site, `dropped` are the rules by which parts were left
    out, `sketch` is packed.
    """

    page_id: str
    article_id: str
    name: str
    rows: Rows
    compared: tuple[Value, Value]
    dropped: tuple[str, ...]
    sketch: bytes | None = None


@dataclass(frozen=True, slots=True)
class ReadyStory:
    """What one story brings. `dated` says of each article its day, story and family; `actors` are rows of its actors,
    who may stand in several stories, and `cast` has each with how little is said of them (`emptiness`) and their JSON.
    """

    story_id: str
    rows: Rows
    dated: list[NamedRow]
    actors: list[Row]
    cast: list[tuple[str, int, str]]


def ready_page(form: Form, of: Page | Cleaned, reading: Reading, sketch: bytes | None = None) -> ReadyPage:
    """Make a page with its reading ready, or the reading of an article that is cleaned already."""
    named = to.page_rows(of, reading) if isinstance(of, Page) else to.article_rows(reading)
    given = list(named)
    article = next(row for table, row in given if table == "articles")
    return ReadyPage(
        page_id=reading.article.page_id,
        article_id=reading.article.article_id,
        name=of.name if isinstance(of, Page) else of.article.page,
        rows=_ready(form, given),
        compared=(article["site"], article["paragraphs"]),
        dropped=tuple(dropped.rule for dropped in reading.dropped),
        sketch=sketch,
    )


def ready_story(form: Form, told: StoryRows) -> ReadyStory:
    """Make a story ready."""
    cast = [(actor.actor_id, emptiness(actor), to.to_json(actor)) for actor in told.actors]
    rows, actors = _ready(form, to.story_rows(told)), [row_of(form, "actors", to.named(actor)) for actor in told.actors]
    return ReadyStory(told.story.story_id, rows, list(to.dated_rows(told)), actors, cast)


def _ready(form: Form, named: Iterable[tuple[str, NamedRow]]) -> Rows:
    found: Rows = {}
    for table, row in named:
        found.setdefault(table, []).append(row_of(form, table, row))
    return found


def row_of(form: Form, table: str, row: NamedRow) -> Row:
    """A row in the order of its table's columns."""
    cells = map(row.get, names_of(table))
    if not (form.packed and _packed(table)):
        return tuple(cells)
    return tuple(
        to.pack(str(cell)) if packed and cell is not None else cell
        for cell, packed in zip(cells, _packed(table), strict=True)
    )


@cache
def names_of(table: str) -> tuple[str, ...]:
    """A table's columns."""
    return tuple(column.name for column in schema.columns(table))


@cache
def _packed(table: str) -> tuple[bool, ...]:
    """Which columns are packed; empty where none is."""
    found = tuple(column.type == "BLOB" for column in schema.columns(table))
    return found if any(found) else ()
