"""Pages from RSS and Atom feeds: one page an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from tellings.model.page import Hints, Page, Reject
from tellings.pages.carried import language_code
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big

TAG = re.compile(r"<[a-zA-Z!/][^<>]{0,500}>")


def read_feed(name: str, stream: BinaryIO) -> Iterator[Page | Reject]:
    """Give each entry as a page named by its link, else by its place in the feed; without content, its title alone."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield too_big(name)
        return
    feed = feedparser.parse(data)
    if not feed.entries:
        yield reject(name, "no feed entries in it", "Give an RSS or Atom feed; other XML is not read.")
    for number, entry in enumerate(feed.entries, start=1):
        yield _page(f"{name}#{number}", entry, feed.feed)


def _page(place: str, entry: Any, feed: Any) -> Page | Reject:
    url = entry.get("link") or None
    texts = [c.get("value") or "" for c in entry.get("content", [])]
    title = _plain(entry.get("title"))
    text = max(texts, key=len, default="") or entry.get("summary") or ""
    text = text if text.strip() else title or ""
    if not text:
        return reject(url or place, "the feed entry has no content", "Give the page that the entry links to.")
    hints = Hints(
        title=title,
        outlet=(entry.get("source") or {}).get("title") or feed.get("title"),
        byline=tuple(a["name"] for a in entry.get("authors", []) if a.get("name")),
        published=entry.get("published") or entry.get("updated"),
        language=language_code(_language(entry, feed)),
    )
    # an entry is a piece of a page, which one paragraph's tags do not tell from text
    text = f"<html><body>{text}</body></html>" if TAG.search(text) else text
    return make_page(url or place, text.encode("utf-8", "replace"), url=url, charset="utf-8", hints=hints)


def _language(entry: Any, feed: Any) -> str | None:
    stated: list[str] = [c["language"] for c in entry.get("content", []) if c.get("language")]
    return next(iter((*stated, *filter(None, (feed.get("language"),)))), None)


def _plain(title: str | None) -> str | None:
    return TAG.sub("", title).strip() or None if title else None
