"""What articles say of who holds which office, for other articles of the months around that leave it open."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from tellings.model.actors import Reported
from tellings.record.load import batched
from tellings.record.runs import Asked

#: Months before and after an article's own in which others' claims hold for it.
NEAR = 1


def reported(store: Asked, article_ids: Sequence[str]) -> Mapping[str, tuple[Reported, ...]]:
    """By article, what other articles say of whom it leaves open. Those for whom nothing is said are not in it."""
    found: dict[str, list[Reported]] = {}
    for some in batched(article_ids):
        for article_id, *claim in store.rows(_SAID.format(ids=", ".join("?" * len(some))), (*some, *some)):
            found.setdefault(str(article_id), []).append(Reported(*map(str, claim)))
    return {article_id: tuple(sorted(claims)) for article_id, claims in found.items()}


def reopened(connection: sqlite3.Connection) -> set[str]:
    """The articles of which others say something else than when stories were last derived; that is forgotten here.

    What is said by one article more, or by one less of several, opens nothing.
    """
    found = set[str]()
    for name, office, country, key, month in connection.execute("SELECT * FROM reports_moved").fetchall():
        claim = (name, office, country, month)
        said = connection.execute(_IS_SAID, (country, office, month, name)).fetchone()
        if bool(said) == bool(connection.execute(_WAS_SAID, claim).fetchone()):
            continue
        connection.execute(_SAY if said else _UNSAY, claim)
        near = (month - NEAR, month + NEAR)
        found.update(row[0] for row in connection.execute(_SEEKING, (key, *near, country, office, *near)))
    connection.execute("DELETE FROM reports_moved")
    return found


_MONTHS = f"BETWEEN s.month - {NEAR} AND s.month + {NEAR}"
_SAID = (
    "SELECT s.article_id, c.name, c.office, c.country FROM sought s"
    f" JOIN claims c ON c.name_key = s.name_key AND c.month {_MONTHS} WHERE s.article_id IN ({{ids}})"
    " UNION SELECT s.article_id, c.name, c.office, c.country FROM sought s"
    f" JOIN claims c ON c.country = s.country AND c.office = s.office AND c.month {_MONTHS}"
    " WHERE s.article_id IN ({ids})"
)
_IS_SAID = "SELECT 1 FROM claims WHERE country = ? AND office = ? AND month = ? AND name = ?"
_WAS_SAID = "SELECT 1 FROM reported WHERE name = ? AND office = ? AND country = ? AND month = ?"
_SAY = "INSERT INTO reported (name, office, country, month) VALUES (?, ?, ?, ?)"
_UNSAY = "DELETE FROM reported WHERE name = ? AND office = ? AND country = ? AND month = ?"
_SEEKING = (
    "SELECT article_id FROM sought WHERE name_key = ? AND month BETWEEN ? AND ?"
    " UNION SELECT article_id FROM sought WHERE country = ? AND office = ? AND month BETWEEN ? AND ?"
)
