"""A record's store: what a build writes to and what every reader asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, Self

from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.record.schema import TABLES

if TYPE_CHECKING:  # who only reads a record loads nothing that compares articles
    from tellings.clean.repeats import Repeated
    from tellings.model.article import Trace
    from tellings.record.ready import Form, ReadyPage, ReadyStory
    from tellings.record.rows import NamedRow
    from tellings.relate.pairing import Matched
    from tellings.relate.sketch import Sketch

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
Sketched = Callable[[Iterable[Reading]], Iterator["Sketch"]]
Told = Callable[[Iterable[tuple[str, ...]]], Iterator["ReadyStory"]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a human decided on an entry, or on one field of it.

    The last row on the same target and field stands. `value` is JSON, for the verdict `change`.
    """

    judgement_id: str
    target: str
    field: str | None
    verdict: Literal["accept", "reject", "change"]
    value: str | None
    author: str
    created: str
    note: str | None


class Summary(Protocol):
    """What a run counted."""

    read: int
    known: int
    rejects: list[Reject]
    articles: int
    stories: int
    families: int
    quotes: int
    events: int
    seconds: float
    replaced: list[str]
    dropped: Counter[str]
    stages: dict[str, float]

    @property
    def refused(self) -> dict[str, int]:
        """Pages that could not be read, by reason."""


class Store(Protocol):
    """One record, kept in one of two ways that behave alike.

    Whatever is added, rejected, replaced or removed is in the record once `commit` returns, and
    none of it is if the process dies before. `close` without `commit` gives up what is open.
    """

    @property
    def path(self) -> Path:
        """Where the record is kept."""

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """Answer a query in the SQL that both stores speak, over the tables and views of `schema.sql`."""

    def named(self, part: str) -> Iterator[Row]:
        """The ids of actors whose names hold these letters, whatever their case; all of them where there are none."""

    def search(self, words: str, limit: int) -> Iterator[Row]:
        """Rows of page, article_id, title, published, snippet, story_id; all words must be held, the best first."""

    def page_ids(self) -> Collection[str]:
        """The ids of the pages that are in already, those not yet committed too."""

    def holds(self, page_id: str) -> bool:
        """Whether a page is in already, committed or not."""

    @property
    def form(self) -> Form:
        """How pages and stories are made ready for it."""

    def add(self, page: Page, reading: Reading) -> None:
        """Add one page in whole; one that is in already stays as it is. May commit by itself, never within a page."""

    def put(self, page: ReadyPage) -> None:
        """The same of a page that is ready."""

    def reject(self, reject: Reject) -> None:
        """Keep why a page could not be read; the same name, stage and reason stand once."""

    def commit(self) -> None:
        """Make everything since the last commit part of the record, all of it or nothing."""

    def stored(self, article_ids: Iterable[str] | None = None) -> Iterator[Value]:
        """The readings as they are stored, for `rows.read_reading`; otherwise as `readings`."""

    def readings(self, article_ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The stored readings, all or those asked for, one by one in the order of their article ids."""

    def repeats(self) -> Repeated:
        """By site, the paragraphs that it repeats among the articles that are held."""

    def unsettled(self) -> Iterator[tuple[str, Trace]]:
        """The ids and traces of articles that may have other paragraphs than `repeats`, asked before, leaves them."""

    def settled(self, but: Collection[str]) -> None:
        """All those have the paragraphs that they should have, but for these pages' articles; and commit."""

    def replace_stories(self, rows: Iterable[StoryRows]) -> None:
        """Put these stories in place of all that follows from comparing articles, and commit."""

    def derive(self, sketched: Sketched, told: Told, matched: Matched | None = None) -> None:
        """Bring all that follows from comparing articles up to the articles that are held, and commit, many in steps.

        `sketched` gives readings' sketches, `told` puts the stories of these articles together; a store may ask for
        those alone that are new or changed. `matched` sets articles side by side, batch by batch in their order; the
        store does so itself where it is not given, and may do so in any case.
        """

    def is_derived(self) -> bool:
        """Whether this version has derived the stories, and no page came or went since."""

    def counts(self, tables: Sequence[str] = TABLES) -> dict[str, int]:
        """How many rows tables hold."""

    def start_run(self, settings: Mapping[str, object]) -> str:
        """Open a row of `runs` and give its id. `settings` are kept as JSON."""

    def keep_run(self, run: NamedRow) -> None:
        """Keep a run of another record under the next id, and commit; what it derived is not derived here."""

    def finish_run(self, run_id: str, summary: Summary) -> None:
        """Close a row of `runs` with what was counted."""

    def judge(self, judgement: Judgement) -> None:
        """Add a human's judgement, and commit. No row is ever changed: a later one undoes it."""

    def replace(self, articles: Iterable[ReadyPage]) -> None:
        """Put articles in place of those of the same pages, and commit; their stories are then to be derived anew."""

    def remove(self, page_id: str) -> None:
        """Take a page out with all that rests on it, and commit; its story is then to be derived anew."""

    def close(self) -> None:
        """Let go of the record, without what was not committed."""

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""

    def __exit__(self, *_: object) -> None:
        """Close it."""


def is_folder(path: Path | str) -> bool:
    """Whether a record of this path is a folder of Parquet tables: `record/`, or a name without a suffix."""
    given = Path(path)
    if given.exists():
        return given.is_dir()
    return str(path).endswith(("/", "\\")) or not given.suffix


def open_store(path: Path | str, *, create: bool = False, write: bool = False) -> Store:
    """Open a record: `create` makes it where there is none, `write` opens one that exists for writing.

    Raises TellingsError where there is no record, where it is of another version, or cannot be opened.
    """
    if is_folder(path):
        from tellings.record.parquet import ParquetStore  # duckdb is loaded only where it is needed

        return ParquetStore(Path(path), create=create, write=write or create)
    from tellings.record.sqlite import SqliteStore

    return SqliteStore(Path(path), create=create, write=write or create)
