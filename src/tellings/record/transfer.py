"""From one record into another, and pages found by what a user calls them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import msgspec

from tellings.errors import TellingsError
from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.record.judgements import judgements, numbered
from tellings.record.rows import NamedRow, read_reading, unpack
from tellings.record.runs import Asked
from tellings.record.schema import columns
from tellings.record.stats import rejects
from tellings.record.store import Store, Value

PAGE = tuple(field.name for field in fields(Page))


def pages(store: Asked) -> Iterator[tuple[Page, Reading]]:
    """The pages of a record with their readings, by page id."""
    named = ", ".join(f"p.{name}" for name in PAGE)
    sql = f"SELECT a.reading, {named} FROM pages p JOIN articles a ON a.page_id = p.page_id ORDER BY p.page_id"
    for reading, *row in store.rows(sql):
        given = dict(zip(PAGE, row, strict=True))
        plain = {name: msgspec.json.decode(str(given[name])) for name in ("hints", "repairs")}
        yield msgspec.convert(given | plain | {"text": unpack(given["text"])}, Page), read_reading(reading)


def load(source: Store, target: Store) -> int:
    """Add the pages of one record, with their readings and judgements, to another, and give how many were new.

    What could not be read of the one, and the runs that made it, come too; those that are there already stay once.
    The stories of the target are to be derived anew.
    """
    known, added = target.page_ids(), 0
    for page, reading in pages(source):
        if page.page_id not in known:
            target.add(page, reading)
            added += 1
    _load_rejects(source, target)
    target.commit()
    _load_runs(source, target)
    _load_judgements(source, target)
    return added


def _load_rejects(source: Store, target: Store) -> None:
    """Add the rejects of pages that the target does not hold under that name."""
    for reject in rejects(source):
        if next(target.rows("SELECT 1 FROM pages WHERE name = ?", (reject.name,)), None) is None:
            target.reject(reject)


def _load_runs(source: Store, target: Store) -> None:
    names = [column.name for column in columns("runs")]
    asked = f"SELECT {', '.join(names)} FROM runs ORDER BY run_id"
    held = {_mark(dict(zip(names, row, strict=True))) for row in target.rows(asked)}
    for row in list(source.rows(asked)):
        run = dict(zip(names, row, strict=True))
        if _mark(run) not in held:
            target.keep_run(run)


def _mark(run: NamedRow) -> tuple[Value, ...]:
    """What tells a run from others, whatever its id: its moment and what it was to do."""
    return run["started"], run["settings"]


def _load_judgements(source: Store, target: Store) -> None:
    """Add the judgements that the target lacks after its own, under numbers of their own."""
    held = [replace(one, judgement_id="") for one in judgements(target)]
    new = [one for one in judgements(source) if replace(one, judgement_id="") not in held]
    for number, judgement in enumerate(new, len(held) + 1):
        target.judge(replace(judgement, judgement_id=numbered(number)))


def find_page(store: Asked, wanted: str) -> str:
    """The id of the page of that id, name or URL, or of that article. Raises TellingsError where there is none."""
    sql = (
        "SELECT page_id FROM pages WHERE page_id = ? OR name = ? OR url = ?"
        " UNION SELECT page_id FROM articles WHERE article_id = ?"
    )
    found = [str(row[0]) for row in store.rows(sql, (wanted,) * 4)]
    if not found:
        raise TellingsError(f"the record holds no page {wanted}", "list all with: tellings show RECORD articles")
    if len(found) > 1:
        raise TellingsError(
            f"{len(found)} pages are called {wanted}", f"give one by its id: {', '.join(sorted(found))}"
        )
    return found[0]
