"""What an HTML page's head says of the article: JSON-LD, OpenGraph and meta tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

import msgspec
from lxml.html import HtmlElement

from tellings.clean.dates import find_dates
from tellings.model.article import StatedDate
from tellings.vocab.tables import rows

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Node = dict[str, Json]

ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|ReportageNewsArticle)$")

AND = re.compile(r"\s*(?:;|,(?=\s)|\s+(?:and|und|et|y|og|och|&)\s+)\s*")


@cache
def tags_of(field: str) -> tuple[str, ...]:
    """The meta tags that carry a field, in the order of trust."""
    return tuple(row["tag"] for row in rows("page_tags.tsv") if row["field"] == field)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The head's fields, None or empty where it does not have them."""

    title: str | None
    headings: tuple[str, ...]
    subtitle: str | None
    authors: tuple[str, ...]
    outlet: str | None
    url: str | None
    stated: tuple[StatedDate, ...]


def read_metadata(tree: HtmlElement) -> Metadata:
    """Collect the fields from JSON-LD first, then from meta tags."""
    nodes = list(articles_of(tree))
    tags = _meta_tags(tree)
    names = [name for node in nodes for name in _people(node.get("author"))]
    outlets = tags_of("outlet")
    return Metadata(
        title=_first(_text(node.get("headline")) for node in nodes)
        or _first(tags.get(t) for t in tags_of("title"))
        or _title_tag(tree),
        headings=tuple(h for h in (_inner(e) for e in tree.iter("h1")) if h),
        subtitle=None,
        authors=tuple(dict.fromkeys(names)) or _author_tags(tags),
        outlet=_first(tags.get(t) for t in outlets[:1])
        or _first(_named(node.get("publisher")) for node in nodes)
        or _first(tags.get(t) for t in outlets[1:]),
        url=tags.get("og:url") or _canonical(tree),
        stated=tuple(_stated(tree, nodes, tags)),
    )


def articles_of(tree: HtmlElement) -> Iterator[Node]:
    """The JSON-LD objects that describe an article, broken blocks stepped over."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            yield from (node for node in _nodes(_json(script.text)) if _is_article(node))


def _json(text: str) -> Json:
    cleaned = re.sub(r"[\x00-\x1f]+", " ", text).strip().removesuffix(";")
    try:
        return cast("Json", msgspec.json.decode(cleaned))
    except (msgspec.DecodeError, RecursionError):
        return None


def _nodes(value: Json, depth: int = 0) -> Iterator[Node]:
    """Every object in lists, graphs and main entities; four levels hold all that pages nest."""
    if isinstance(value, list) and depth < 4:
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < 4:
                yield from _nodes(value.get(key), depth + 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and ARTICLE_TYPES.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: Json) -> str | None:
    if isinstance(value, list):
        return _first(map(_text, value))
    return _plain(value) if isinstance(value, str) else None


def _plain(text: str) -> str | None:
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]+>", "", html.unescape(text))).strip() or None


def _named(value: Json) -> str | None:
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _first(map(_named, value)) if isinstance(value, list) else _text(value)


def _people(value: Json) -> list[str]:
    """Names of authors; a list of names in one string is parted."""
    if isinstance(value, list):
        return [name for item in value for name in _people(item)]
    name = _named(value)
    if name is None and isinstance(value, dict) and isinstance(value.get("name"), list):
        return _people(value["name"])
    return [] if not name or name.startswith("http") else [n for n in AND.split(name) if n]


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = _plain(meta.get("content") or "")
        if name and content:
            tags.setdefault(name, content)
    return tags


def _author_tags(tags: dict[str, str]) -> tuple[str, ...]:
    value = _first(tags.get(t) for t in tags_of("author") if not (tags.get(t) or "").startswith("http"))
    return tuple(_people(re.sub(r"^(?i:by|von|por|par)\s+", "", value))) if value else ()


def _title_tag(tree: HtmlElement) -> str | None:
    return _first(_inner(e) for e in tree.iter("title"))


def _inner(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _canonical(tree: HtmlElement) -> str | None:
    return _first(e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical")


def _stated(tree: HtmlElement, nodes: list[Node], tags: dict[str, str]) -> Iterator[StatedDate]:
    for node in nodes:
        for key, updated in (("datePublished", False), ("dateCreated", False), ("dateModified", True)):
            yield from _date(_text(node.get(key)), f"JSON-LD {key}", 0.97 if key == "datePublished" else 0.85, updated)
    for name in tags_of("published"):
        yield from _date(tags.get(name), f"meta tag {name}", 0.95 if "publish" in name else 0.85, False)
    for name in tags_of("updated"):
        yield from _date(tags.get(name), f"meta tag {name}", 0.85, True)
    for element in tree.iter("time"):
        updated = "modif" in (element.get("itemprop") or element.get("class") or "").lower()
        sure = 0.85 if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None else 0.6
        yield from _date(element.get("datetime") or element.text, "time element", sure, updated)


def _date(value: str | None, detail: str, sure: float, updated: bool) -> Iterator[StatedDate]:
    for printed in list(find_dates(value or ""))[:1]:
        yield StatedDate(printed.value, "metadata", (value or "")[:80], detail, round(sure * printed.sure, 2), updated)
