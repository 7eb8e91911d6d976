"""The JSON-LD of a page: its objects, the articles among them, and whom their authors and publishers mean."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import msgspec
from lxml.html import HtmlElement

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Node = dict[str, Json]

ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|ReportageNewsArticle)$")
ORGANISATION_TYPES = re.compile(r"(?:Organization|Corporation)$")
#: Objects nest no deeper than this on news pages.
DEEPEST = 4
#: The pages of accounts that are no person's: ".../author/admin/".
HOUSE_ACCOUNT = re.compile(r"/(?:admin|administrator|webmaster)/?$")


@dataclass(frozen=True, slots=True)
class Named:
    """An author as stated, and whether the page says that it is an organisation or a house's shared account."""

    name: str
    organisation: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Every object of a page's JSON-LD in order, and the fullest one under each `@id`."""

    nodes: tuple[Node, ...]
    by_id: Mapping[str, Node]

    def articles(self) -> list[Node]:
        """The objects that describe an article."""
        return [node for node in self.nodes if _is_article(node)]

    def resolved(self, node: Node) -> Node:
        """An object with what the graph says elsewhere under its `@id`."""
        identity = node.get("@id")
        return {**self.by_id.get(identity, {}), **node} if isinstance(identity, str) else node

    def authors(self, value: Json, depth: int = 0) -> Iterator[Named]:
        """The authors that a value of `author` names: strings, objects, references and lists of them."""
        if depth > DEEPEST:
            return
        if isinstance(value, list):
            for item in value:
                yield from self.authors(item, depth + 1)
        elif isinstance(value, dict):
            yield from self._author(self.resolved(value), depth)
        elif isinstance(value, str) and not value.startswith(("http", "#", "/")) and (name := plain(value)):
            yield Named(name)

    def _author(self, node: Node, depth: int) -> Iterator[Named]:
        if isinstance(node.get("name"), list):
            yield from self.authors(node["name"], depth + 1)
        elif (name := text_of(node.get("name")) or _full_name(node)) and not name.startswith("http"):
            pages = (node.get("url"), node.get("@id"))
            shared = any(isinstance(page, str) and HOUSE_ACCOUNT.search(page) for page in pages)
            yield Named(name, shared or _has_type(node, ORGANISATION_TYPES))

    def name(self, value: Json) -> str | None:
        """The name of an organisation, given as a string, an object, a reference or a list of them."""
        if isinstance(value, list):
            return first(map(self.name, value))
        return text_of(self.resolved(value).get("name")) if isinstance(value, dict) else text_of(value)


def read_graph(tree: HtmlElement) -> Graph:
    """All objects of the page's JSON-LD scripts; a broken script is stepped over."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            nodes.extend(_nodes(_json(script.text)))
    return Graph(tuple(nodes), _by_id(nodes))


def _by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for node in nodes:
        identity = node.get("@id")
        if isinstance(identity, str) and len(node) > len(found.get(identity, ())):
            found[identity] = node
    return found


def _json(text: str) -> Json:
    cleaned = re.sub(r"[\x00-\x1f]+", " ", text).strip().removesuffix(";")
    try:
        return cast("Json", msgspec.json.decode(cleaned))
    except (msgspec.DecodeError, RecursionError):
        return None


def _nodes(value: Json, depth: int = 0) -> Iterator[Node]:
    """Every object in lists, graphs, main entities, authors and publishers."""
    if isinstance(value, list) and depth < DEEPEST:
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            if depth < DEEPEST:
                yield from _nodes(value.get(key), depth + 1)


def _is_article(node: Node) -> bool:
    return _has_type(node, ARTICLE_TYPES)


def _has_type(node: Node, types: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and types.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _full_name(node: Node) -> str | None:
    given, family = text_of(node.get("givenName")), text_of(node.get("familyName"))
    return f"{given} {family}" if given and family else family


def text_of(value: Json) -> str | None:
    """The first text in a value, without markup."""
    if isinstance(value, list):
        return first(map(text_of, value))
    return plain(value) if isinstance(value, str) else None


def plain(text: str) -> str | None:
    """A text without entities, tags and runs of blanks; None where nothing is left."""
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]+>", "", html.unescape(text))).strip() or None


def first(values: Iterable[str | None]) -> str | None:
    """The first value that is not empty."""
    return next((v for v in values if v), None)
