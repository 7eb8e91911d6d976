"""One utterance was said on one day, and no later than the first report of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.model.rows import QuoteRow

#: A report this much older is dated wrongly or of other words: it does not move a day.
REACH = timedelta(days=31)
NEWS = "the day of the news"


def settle(group: Sequence[QuoteRow]) -> tuple[QuoteRow, ...]:
    """Give an utterance's rows the first day that any of them is dated to, where their own words name no day."""
    dated = sorted((row for row in group if row.said_on), key=lambda row: (row.said_on or "", row.quote_id))
    return tuple(_settled(row, dated[0]) if dated else row for row in group)


def _settled(row: QuoteRow, first: QuoteRow) -> QuoteRow:
    named = row.said_on_basis is not None and not row.said_on_basis.startswith(NEWS)
    if row.said_on == first.said_on or named or not first.said_on:
        return row
    if row.said_on and date.fromisoformat(row.said_on) - date.fromisoformat(first.said_on) > REACH:
        return row
    return replace(
        row, said_on=first.said_on, said_on_basis=f"as another telling of the same words: {first.said_on_basis}"
    )
