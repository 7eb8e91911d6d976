"""What a record keeps of the paragraphs that its sites repeat.

`traces` and `repeated_by_site` go through all articles. The SQLite store keeps `Paragraphs` instead: which pages hold
each paragraph, so that new and removed pages are compared with their own site's alone, paragraph by paragraph.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import groupby
from uuid import uuid4

import msgspec

import tellings
from tellings.clean.repeats import Repeated, is_often, repeated, stand_apart
from tellings.model.article import Trace
from tellings.record.runs import Asked
from tellings.record.store import Row, Value

#: A site and the key of one of its paragraphs.
Key = tuple[str, str]
#: Pages looked at in one go, some 1 kB each.
AT_ONCE = 2000


def trace_of(row: Row) -> tuple[str, Trace]:
    """An article's id and trace, from a row of article_id, page_id, site and paragraphs."""
    article_id, page_id, site, given = row
    return str(article_id), Trace(str(page_id), str(site), _lengths(given))


def _lengths(given: Value) -> tuple[tuple[str, int], ...]:
    return msgspec.json.decode(str(given), type=tuple[tuple[str, int], ...]) if given else ()


def traces(store: Asked) -> Iterator[tuple[str, Trace]]:
    """Each article's id and trace, site by site."""
    asked = "SELECT article_id, page_id, site, paragraphs FROM articles WHERE site IS NOT NULL ORDER BY site, page_id"
    return map(trace_of, store.rows(asked))


def repeated_by_site(store: Asked) -> dict[str, dict[str, bool]]:
    """What each site repeats among the articles of a record; one site's traces are held at a time."""
    found: dict[str, dict[str, bool]] = {}
    for _, of_site in groupby(traces(store), key=lambda named: named[1].site):
        found |= repeated(trace for _, trace in of_site)
    return found


class Paragraphs:
    """The same of one open SQLite record, brought up to date by what has come and gone.

    `unsettled` names the pages whose articles have come, gone or changed, and those that hold a paragraph of which
    something else is known now; with the site and paragraphs by which the other tables know each. A page stands there
    until its article is what its site makes of it, however often a build is stopped before.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work in the connection's open transactions."""
        self._connection = connection
        self._turn = ""

    def touch(self, page_id: str) -> None:
        """Note that a page's article comes or goes; to be called before it does."""
        self._connection.execute(_TOUCH, (page_id,))

    def repeated(self) -> Repeated:
        """By site, the paragraphs that it repeats."""
        found = defaultdict[str, dict[str, bool]](dict)
        for site, key, often in self._connection.execute('SELECT site, "key", often FROM repeats'):
            found[site][key] = bool(often)
        return found

    def unsettled(self) -> Iterator[tuple[str, Trace]]:
        """The articles that may have other paragraphs than they should."""
        return map(trace_of, self._connection.execute(_LEFT))

    def settle(self) -> None:
        """Bring what is kept up to the articles, and note whose paragraphs something else is known of."""
        if self._stale():
            for table in ("paragraphs", "repeats", "sites"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute(_ALL_UNSETTLED)
        holders, articles = self._moved()
        for site, count in articles.items():
            self._connection.execute(_COUNT_SITE, (site, count))
        self._connection.execute("DELETE FROM sites WHERE articles = 0")
        for key in (*(key for key in sorted(holders) if self._judge(key, holders[key])), *self._turned(articles)):
            self._connection.execute(_UNSETTLE_HOLDERS, key)
        self._turn = uuid4().hex
        self._connection.execute("UPDATE unsettled SET turn = ?", (self._turn,))

    def settled(self, but: Collection[str]) -> None:
        """Forget the pages that were unsettled at the last call of `settle`, if not touched since, but for these."""
        self._connection.executemany("UPDATE unsettled SET turn = NULL WHERE page_id = ?", ((page,) for page in but))
        self._connection.execute("DELETE FROM unsettled WHERE turn = ?", (self._turn,))

    def _stale(self) -> bool:
        """Whether another version has settled what is kept, by other rules perhaps."""
        first, last = self._connection.execute(_VERSIONS).fetchone()
        return bool(first) and not first == last == tellings.__version__

    def _moved(self) -> tuple[Counter[Key], Counter[str]]:
        """Put paragraphs where they stand now; give by how much the holders of each and each site's articles grow.

        A paragraph that was looked at stands there too where it neither came nor went.
        """
        holders, articles = Counter[Key](), Counter[str]()
        for page_id, old_site, old, site, new in self._rows_moved():
            before, after = _keys(old_site, old), _keys(site, new)
            self._connection.executemany(_TAKE_OUT, ((*key, page_id) for key in before - after))
            self._connection.executemany(_PUT_IN, ((*key, page_id) for key in after - before))
            holders.update(dict.fromkeys(after, 1))
            holders.subtract(dict.fromkeys(before, 1))
            articles.update({site: 1} if site else {})
            articles.subtract({old_site: 1} if old_site else {})
            self._connection.execute(_KNOWN_AS, (site, new, page_id))
        self._connection.execute(_FORGET_GONE)
        return holders, articles

    def _rows_moved(self, last: str = "") -> Iterator[tuple[str, str | None, str | None, str | None, str | None]]:
        """Pages that moved, with site and paragraphs before and now; some at a time, since their rows then change."""
        while rows := self._connection.execute(_MOVED, (last, AT_ONCE)).fetchall():
            yield from rows
            last = rows[-1][0]

    def _judge(self, key: Key, more: int) -> bool:
        """Say whether a paragraph that came or went with pages is repeated; true where it was not, or is no more."""
        known = self._connection.execute(_REPEATED, key).fetchone()
        apart = stand_apart(dict(_lengths(given)) for (given,) in self._connection.execute(_HOLDERS, key))
        if not apart:
            self._connection.execute(_NOT_REPEATED, key)
        elif known:
            self._connection.execute(_MORE_HOLDERS, (more, *key))
        else:
            self._connection.execute(_REPEATS, (*key, *key))
        return apart != bool(known)

    def _turned(self, sites: Collection[str]) -> Iterator[Key]:
        """The paragraphs that their site has begun or ceased to repeat often."""
        for site in sorted(sites):
            for key, holders, articles, before in self._connection.execute(_OF_SITE, (site,)).fetchall():
                if (often := is_often(holders, articles)) != before:
                    self._connection.execute(_OFTEN, (often, site, key))
                    yield site, key


def _keys(site: str | None, given: str | None) -> set[Key]:
    return {(site, key) for key, _ in _lengths(given)} if site else set()


_TOUCH = (
    "INSERT INTO unsettled (page_id, site, paragraphs) SELECT p.page_id, a.site, a.paragraphs"
    " FROM (SELECT ? AS page_id) p LEFT JOIN articles a ON a.page_id = p.page_id WHERE true"
    " ON CONFLICT (page_id) DO UPDATE SET turn = NULL"
)
#: In the order in which they were put in: neighbours stand on the same pages of the file. Of a record of 4 GB 80 a
#: second were replaced in the order of their ids, and 250 in this one.
_LEFT = (
    "SELECT a.article_id, a.page_id, a.site, a.paragraphs FROM unsettled u JOIN articles a ON a.page_id = u.page_id"
    " WHERE a.site IS NOT NULL ORDER BY a.number"
)
_VERSIONS = "SELECT (SELECT min(version) FROM sketches), (SELECT max(version) FROM sketches)"
_ALL_UNSETTLED = "INSERT OR REPLACE INTO unsettled (page_id) SELECT page_id FROM articles"
_MOVED = (
    "SELECT u.page_id, u.site, u.paragraphs, a.site, a.paragraphs"
    " FROM unsettled u LEFT JOIN articles a ON a.page_id = u.page_id"
    " WHERE u.page_id > ? AND (u.site IS NOT a.site OR u.paragraphs IS NOT a.paragraphs) ORDER BY u.page_id LIMIT ?"
)
_KNOWN_AS = "UPDATE unsettled SET site = ?, paragraphs = ? WHERE page_id = ?"
_FORGET_GONE = "DELETE FROM unsettled WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.page_id = unsettled.page_id)"
_TAKE_OUT = 'DELETE FROM paragraphs WHERE site = ? AND "key" = ? AND page_id = ?'
_PUT_IN = "INSERT INTO paragraphs VALUES (?, ?, ?)"
_COUNT_SITE = "INSERT INTO sites VALUES (?, ?) ON CONFLICT (site) DO UPDATE SET articles = articles + excluded.articles"
_REPEATED = 'SELECT 1 FROM repeats WHERE site = ? AND "key" = ?'
_HOLDERS = (
    "SELECT a.paragraphs FROM paragraphs p JOIN articles a ON a.page_id = p.page_id"
    ' WHERE p.site = ? AND p."key" = ? ORDER BY p.page_id'
)
_NOT_REPEATED = 'DELETE FROM repeats WHERE site = ? AND "key" = ?'
_MORE_HOLDERS = 'UPDATE repeats SET holders = holders + ? WHERE site = ? AND "key" = ?'
_REPEATS = 'INSERT INTO repeats SELECT ?, ?, count(*), 0 FROM paragraphs WHERE site = ? AND "key" = ?'
_OF_SITE = 'SELECT "key", holders, articles, often FROM repeats r JOIN sites s ON s.site = r.site WHERE r.site = ?'
_OFTEN = 'UPDATE repeats SET often = ? WHERE site = ? AND "key" = ?'
_UNSETTLE_HOLDERS = (
    "INSERT OR IGNORE INTO unsettled (page_id, site, paragraphs) SELECT a.page_id, a.site, a.paragraphs"
    ' FROM paragraphs p JOIN articles a ON a.page_id = p.page_id WHERE p.site = ? AND p."key" = ?'
)
