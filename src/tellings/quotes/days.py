"""One utterance was said on one day, and no later than the first report of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.model.rows import QuoteRow

#: A report this much older is dated wrongly or of other words: it does not move a day.
REACH = timedelta(days=31)
NEWS = "the day of the news"
RETOLD = "as another telling of the same words"
#: Cues by which a speaker goes on.
ADDING = frozenset({"added", "adding", "adds", "continued", "went on"})


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
    return replace(row, said_on=first.said_on, said_on_basis=f"{RETOLD}: {first.said_on_basis}")


def carry(rows: Sequence[QuoteRow]) -> tuple[QuoteRow, ...]:
    """Give what a speaker added in an article the day that another telling gave the words before it.

    `rows` are the quotes of a story, settled; they come back in the order of article and text.
    """
    found: list[QuoteRow] = []
    for row in sorted(rows, key=lambda row: (row.article_id, row.start, row.quote_id)):
        found.append(_added(row, found[-1]) if found else row)
    return tuple(found)


def _added(row: QuoteRow, before: QuoteRow) -> QuoteRow:
    on = row.article_id == before.article_id and row.speaker_id == before.speaker_id is not None
    news = row.said_on_basis is not None and row.said_on_basis.startswith(NEWS)
    told = before.said_on_basis is not None and before.said_on_basis.startswith(RETOLD)
    if not (on and news and told and (row.cue or "").casefold() in ADDING):
        return row
    return replace(row, said_on=before.said_on, said_on_basis=f"with the words before: {before.said_on_basis}")
