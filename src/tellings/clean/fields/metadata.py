"""What an HTML page's head says of the article: JSON-LD, OpenGraph and meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from lxml.html import HtmlElement

from tellings.clean.dating.forms import find_dates
from tellings.clean.dating.partial import TEMPLATE, TEMPLATED
from tellings.clean.fields.authors import Authors, stated_authors
from tellings.clean.fields.headlines import Headlines, choose_headline
from tellings.clean.fields.jsonld import Graph, Json, Node, first, plain, read_graph, text_of
from tellings.model.article import StatedDate
from tellings.vocab.tables import rows

#: The first second of a year is often a program's default; what is left of such a date's confidence.
NEW_YEAR = re.compile(r"\d{4}-01-01[T ]00:00(?::00)?(?![:\d])")
DEFAULTED = 0.6
#: What parts the paragraphs of a text with markup.
PARAGRAPH_END = re.compile(r"</(?:p|div|h[1-6]|li)>|<br[^<>]{0,20}>", re.IGNORECASE)


@cache
def tags_of(field: str) -> tuple[str, ...]:
    """The meta tags that carry a field, in the order of trust."""
    return tuple(row["tag"] for row in rows("page_tags.tsv") if row["field"] == field)


@dataclass(frozen=True)
class Metadata:
    """The head's fields, from JSON-LD first, then from meta tags; None or empty where it does not have them."""

    tree: HtmlElement
    graph: Graph
    nodes: Sequence[Node]
    tags: Mapping[str, str]

    @cached_property
    def title(self) -> str | None:
        """The headline, without the site's name around it."""
        return choose_headline(self.headlines, self.outlet)

    @cached_property
    def headlines(self) -> Headlines:
        """The headlines that it may be."""
        return _headlines(self.tree, self.nodes, self.tags)

    @property
    def is_article(self) -> bool:
        """Whether the head says that the page is an article: by its kind, or by a day of publication."""
        kind = self.tags.get("og:type", "").lower()
        dated = any(name in self.tags for name in tags_of("published"))
        return "article" in kind or dated or any(not day.updated for day in self.stated)

    @cached_property
    def descriptions(self) -> tuple[str, ...]:
        """The texts that may stand on the page as its standfirst."""
        return tuple(_descriptions(self.nodes, self.tags))

    @cached_property
    def authors(self) -> Authors:
        """Who is said to have written it."""
        return stated_authors(self.graph, self.nodes, _values(self.tags, "author"), self.outlet)

    @cached_property
    def outlet(self) -> str | None:
        """What the site calls itself."""
        return _outlet(self.graph, self.nodes, self.tags)

    @cached_property
    def url(self) -> str | None:
        """The page's own address."""
        return self.tags.get("og:url") or _canonical(self.tree)

    @cached_property
    def stated(self) -> tuple[StatedDate, ...]:
        """The dates that it states."""
        return tuple(_stated(self.tree, self.nodes, self.tags))

    @cached_property
    def body(self) -> str:
        """The article's whole text, a paragraph a line, as far as the JSON-LD holds it."""
        return max((_lines(node.get("articleBody")) for node in self.nodes), key=len, default="")


def read_metadata(tree: HtmlElement) -> Metadata:
    """Collect what the head says; each field is read when it is asked for."""
    graph = read_graph(tree)
    return Metadata(tree, graph, graph.articles(), _meta_tags(tree))


def _lines(value: Json) -> str:
    """The lines of a text, without markup and blank ones."""
    if not isinstance(value, str):
        return ""
    return "\n".join(filter(None, map(plain, PARAGRAPH_END.sub("\n", value).splitlines())))


def _headlines(tree: HtmlElement, nodes: Sequence[Node], tags: Mapping[str, str]) -> Headlines:
    structured = first(text_of(node.get("headline")) for node in nodes)
    social, searched = first(_values(tags, "title")), first(_inner(e) for e in tree.iter("title"))
    shown, lower = _headings(tree, "h1"), () if structured or social else _headings(tree, "h2", "h3")
    return Headlines(structured, social, searched, shown, lower)


def _headings(tree: HtmlElement, *tags: str) -> tuple[str, ...]:
    return tuple(h for h in (_inner(e) for e in tree.iter(*tags)) if h)


def _outlet(graph: Graph, nodes: Sequence[Node], tags: Mapping[str, str]) -> str | None:
    """The site's own tag, then the publisher in the JSON-LD, then what applications call the site."""
    names = tags_of("outlet")
    return (
        tags.get(names[0])
        or first(graph.name(node.get("publisher")) for node in nodes)
        or first(tags.get(name) for name in names[1:])
    )


def _descriptions(nodes: Sequence[Node], tags: Mapping[str, str]) -> Iterator[str]:
    for node in nodes:
        yield from filter(None, (text_of(node.get(key)) for key in ("alternativeHeadline", "description")))
    yield from _values(tags, "description")


def _values(tags: Mapping[str, str], field: str) -> Iterator[str]:
    return (tags[name] for name in tags_of(field) if name in tags)


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = plain(meta.get("content") or "")
        if name and content:
            tags.setdefault(name, content)
    return tags


def _inner(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _canonical(tree: HtmlElement) -> str | None:
    return first(e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical")


def _stated(tree: HtmlElement, nodes: Sequence[Node], tags: Mapping[str, str]) -> Iterator[StatedDate]:
    for node in nodes:
        for key, updated in (("datePublished", False), ("dateCreated", False), ("dateModified", True)):
            yield from _date(
                text_of(node.get(key)), f"JSON-LD {key}", 0.97 if key == "datePublished" else 0.85, updated
            )
    for name in tags_of("published"):
        yield from _date(tags.get(name), f"meta tag {name}", 0.95 if "publish" in name else 0.85, False)
    for name in tags_of("updated"):
        yield from _date(tags.get(name), f"meta tag {name}", 0.85, True)
    for element in tree.iter("time"):
        updated = "modif" in (element.get("itemprop") or element.get("class") or "").lower()
        sure = 0.85 if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None else 0.6
        yield from _date(element.get("datetime") or element.text, "time element", sure, updated)


def _date(value: str | None, detail: str, sure: float, updated: bool) -> Iterator[StatedDate]:
    if value and TEMPLATE.search(value):
        yield StatedDate(value[:40], "metadata", value[:80], detail, 0.0, updated, TEMPLATED)
        return
    if value and NEW_YEAR.match(value):
        sure, detail = (
            sure * DEFAULTED,
            f"{detail}, the first second of a year, as programs fill in what they do not know",
        )
    for printed in list(find_dates(value or ""))[:1]:
        yield StatedDate(printed.value, "metadata", (value or "")[:80], detail, round(sure * printed.sure, 2), updated)
