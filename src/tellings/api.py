"""A record in Python: build one, open one, ask it.

import tellings as t

record = t.build(["pages/"], "record.sqlite")
for event in record.events(pair=("RUS", "CHN")):
    print(event.date, event.summary)
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypedDict, TypeVar, Unpack

import msgspec

from tellings.record import answers, entries, judgements, queries
from tellings.record.answers import Period
from tellings.record.check import Problem, check
from tellings.record.explain import Explanation, explain
from tellings.record.filters import Filter
from tellings.record.judgements import Verdict
from tellings.record.store import Judgement, Store, open_store

if TYPE_CHECKING:
    import pandas
    import polars

    from tellings.engine import BuildSummary, Progress
    from tellings.pages.fields import Fields

T = TypeVar("T")


class Asked(TypedDict, total=False):
    """The fields of a `Filter`, as keywords."""

    since: str | None
    until: str | None
    pair: tuple[str, str] | None
    type: str | None
    actor: str | None
    speaker: str | None
    story: str | None
    ids: tuple[str, ...] | None


class What(TypedDict, total=False):
    """What a judgement is about, as keywords."""

    field: str | None
    value: object
    note: str | None


class Entries(list[T]):
    """A list of entries, which pandas and polars can take over where they are installed."""

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame, one row an entry; lists stay lists."""
        import pandas

        return pandas.DataFrame(msgspec.to_builtins(list(self)))

    def to_polars(self) -> polars.DataFrame:
        """A polars frame, one row an entry; lists stay lists."""
        import polars

        return polars.DataFrame(msgspec.to_builtins(list(self)), infer_schema_length=None)


class Record:
    """An open record. Filters are those of `Filter`: since, until, pair, type, actor, speaker, story."""

    def __init__(self, store: Store, folder: tempfile.TemporaryDirectory[str] | None = None) -> None:
        """Ask an open store; `folder` is deleted with the record, where it is a temporary one."""
        self.store = store
        self.summary: BuildSummary | None = None
        self._folder = folder

    def articles(self, **asked: Unpack[Asked]) -> Entries[entries.Article]:
        """Clean articles with their day, story and family."""
        return Entries(answers.articles(self.store, Filter(**asked)))

    def quotes(self, **asked: Unpack[Asked]) -> Entries[entries.Quote]:
        """Words attributed to speakers."""
        return Entries(answers.quotes(self.store, Filter(**asked)))

    def events(self, **asked: Unpack[Asked]) -> Entries[entries.Event]:
        """Who did what to whom, over all tellings."""
        return Entries(answers.events(self.store, Filter(**asked)))

    def stories(self, **asked: Unpack[Asked]) -> Entries[entries.Story]:
        """Stories with their families and tellings."""
        return Entries(answers.stories(self.store, Filter(**asked)))

    def disagreements(self, **asked: Unpack[Asked]) -> Entries[entries.Disagreement]:
        """Where the tellings of a story give different values."""
        return Entries(answers.disagreements(self.store, Filter(**asked)))

    def actors(self, **asked: Unpack[Asked]) -> Entries[entries.Actor]:
        """Everyone whom the record names."""
        return Entries(answers.actors(self.store, Filter(**asked)))

    def dyad(self, one: str, other: str, by: Period = "month", **asked: Unpack[Asked]) -> Entries[entries.Dyad]:
        """What two countries did towards each other, by period and direction."""
        return Entries(answers.dyad(self.store, one, other, by, Filter(**asked)))

    def search(self, words: str, limit: int = 50) -> Entries[entries.Hit]:
        """Articles that hold all the words, the best first."""
        return Entries(queries.search(self.store, words, limit))

    def explain(self, target: str) -> Explanation:
        """Why an event, quote, article or story says what it says."""
        return explain(self.store, target)

    def export(self, form: str, to: Path | str) -> tuple[Path, ...]:
        """Write the record in another format into a folder."""
        from tellings.exports import export

        return export(self.store, form, Path(to))

    def check(self) -> Entries[Problem]:
        """Everything in the record that does not hold."""
        return Entries(check(self.store))

    def judge(self, target: str, verdict: Verdict, author: str, **what: Unpack[What]) -> Judgement:
        """Accept, reject or change an entry, or a field of it."""
        return judgements.judge(self.store, target, verdict, author=author, **what)

    def close(self) -> None:
        """Let go of the record."""
        self.store.close()
        if self._folder:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        """Use the record in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


def build(
    paths: Iterable[Path | str],
    record: Path | str | None = None,
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    site_rules: Path | str | None = None,
    vocab: Path | str | None = None,
    fields: Fields | None = None,
) -> Record:
    """Read pages into a record and give it open; without a path, into one that goes when it is closed.

    Pages are read in this process. `jobs` above 1 reads them in so many (0: one a core), which start by
    importing the calling script anew: there the call must stand under `if __name__ == "__main__":`.
    `site_rules` is a folder of rules of your own for single sites (see docs/site_rules.md).
    `vocab` is a folder of vocabularies of your own (see docs/vocab.md): it holds for the process from then on, and
    has to be named before the first page is read in it.
    `fields` name the fields of JSON and tables where they are not the usual ones (see docs/formats.md).
    What was read and refused stands in the record's `summary`. Raises TellingsError where the record
    cannot be written.
    """
    from tellings import engine
    from tellings.clean.site_rules import rules_with
    from tellings.pages.fields import USUAL_FIELDS
    from tellings.vocab.tables import use

    if vocab is not None:
        use(vocab)
    sites = rules_with(site_rules)
    folder = None if record else tempfile.TemporaryDirectory(prefix="tellings-")
    built = Record(open_store(record or f"{folder.name if folder else ''}/record.sqlite", create=True), folder)
    try:
        given, named = [str(path) for path in paths], fields or USUAL_FIELDS
        built.summary = engine.build(given, built.store, jobs=jobs, progress=progress, sites=sites, fields=named)
    except BaseException:
        built.close()
        raise
    return built


def open_record(path: Path | str, *, write: bool = False) -> Record:
    """Open a record that exists, to ask it, or to judge it where `write`. Raises TellingsError where there is none."""
    return Record(open_store(path, write=write))
