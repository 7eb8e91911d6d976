"""Pages from Parquet tables of articles, one row a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tellings.model.page import Page, Reject
from tellings.pages.fields import USUAL_FIELDS, Fields, holds_text, row_page
from tellings.pages.make import reject
from tellings.pages.tables import REMEDY

if TYPE_CHECKING:
    import duckdb

ROWS = 64


def read_parquet(name: str, path: str, fields: Fields = USUAL_FIELDS) -> Iterator[Page | Reject]:
    """Give each row of the table at `path` as a page named by its address, else by `name` and row number from 1."""
    import duckdb  # takes 0.1 s to load

    from tellings.record.duck import connect

    with connect() as connection:
        try:
            rows = connection.execute("SELECT * FROM read_parquet(?)", [path])
            columns = [str(column[0]) for column in rows.description or ()]
            if holds_text(columns, fields):
                yield from _pages(name, columns, rows, fields)
            else:
                found = ", ".join(columns)[:200]
                yield reject(name, f"the table has no column of text; its columns are: {found}", REMEDY)
        except duckdb.Error as error:
            yield reject(name, f"the table cannot be read: {error}", "Write the Parquet file again.")


def _pages(name: str, columns: list[str], rows: duckdb.DuckDBPyConnection, fields: Fields) -> Iterator[Page | Reject]:
    number = 0
    while batch := rows.fetchmany(ROWS):
        for row in batch:
            number += 1
            given = {column: _plain(value) for column, value in zip(columns, row, strict=True)}
            yield row_page(f"{name}#{number}", given, fields)


def _plain(value: object) -> object:
    """A value as JSON would give it."""
    return value.isoformat() if isinstance(value, date) else value
