"""Pages from RSS and Atom feeds: one page an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from tellings.model.page import Hints, Page, Reject
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big


def read_feed(name: str, stream: BinaryIO) -> Iterator[Page | Reject]:
    """Give each entry that carries its content as a page named by its link, else by its place in the feed."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_big(name)
        return
    feed = feedparser.parse(data)
    if not feed.entries:
        yield reject(name, "no feed entries in it", "Give an RSS or Atom feed; other XML is not read.")
    for number, entry in enumerate(feed.entries, start=1):
        yield _page(f"{name}#{number}", entry, feed.feed.get("title"))


def _page(place: str, entry: Any, outlet: str | None) -> Page | Reject:
    url = entry.get("link") or None
    text = max((c.get("value", "") for c in entry.get("content", [])), key=len, default="") or entry.get("summary", "")
    if not text.strip():
        return reject(url or place, "the feed entry has no content", "Save the page that the entry links to.")
    hints = Hints(
        title=entry.get("title"),
        outlet=outlet,
        byline=tuple(a["name"] for a in entry.get("authors", []) if a.get("name")),
        published=entry.get("published") or entry.get("updated"),
    )
    return make_page(url or place, text.encode(), url=url, charset="utf-8", hints=hints)
