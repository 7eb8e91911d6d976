"""Who an HTML page says wrote its article: in its head, and in the markup of its bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from tellings.clean.fields.jsonld import HOUSE_ACCOUNT, Graph, Named, Node, first, plain, text_of
from tellings.clean.fields.names import split_names, stated_people
from tellings.clean.fields.sites import key_of
from tellings.clean.fields.vocabulary import agency_names
from tellings.clean.flat.words import fold

#: What the class of a byline's element holds, of the characters that are read of it; elements that show no text.
MARKED, LONGEST_NAMES = re.compile("yline|uthor|ignature|article-by"), 600
UNSEEN = frozenset(("meta", "link", "script"))
#: What such an element is called where it belongs to another article, a comment, a picture or a biography.
OTHERS = re.compile(
    r"comment|quote|teaser|card|related|caption|credit|image|photo|figure|bio\b|social|avatar|preview|promo|sidebar|widget|footer|reco|list-?item",
    re.I,
)
#: How far up the elements are asked whether they belong to another article.
UPWARD = 6
LONGEST_BYLINE = 160
#: Agencies' names of so few letters are too often something else inside a longer text ("AA", "PA").
SHORT = 2


@dataclass(frozen=True, slots=True)
class Authors:
    """The people, the agency and the house or other source that a page's author fields name."""

    people: tuple[str, ...] = ()
    agency: str | None = None
    house: str | None = None


def stated_authors(graph: Graph, nodes: Iterable[Node], tags: Iterable[str], outlet: str | None) -> Authors:
    """Read the author fields: those of the first article of the JSON-LD that has any, else the meta tags."""
    named = first_authors(graph, nodes) or [Named(tag) for tag in tags if not tag.startswith(("http", "@"))]
    return sorted_out(named, outlet)


def first_authors(graph: Graph, nodes: Iterable[Node]) -> list[Named]:
    """The authors of all JSON-LD objects that tell of the same article as the first."""
    listed = list(nodes)
    title = fold(first(text_of(node.get("headline")) for node in listed) or "")
    same = (n for n in listed if fold(text_of(n.get("headline")) or title) == title)
    return [named for node in same for key in ("author", "creator") for named in graph.authors(node.get(key))]


def sorted_out(named: Iterable[Named], outlet: str | None) -> Authors:
    """Part people from agencies, and both from houses and desks; the site's own name is a house."""
    who: dict[str, None] = {}
    agency: str | None = None
    house: str | None = None
    for author in named:
        signed = _agency(author.name)
        own = outlet is not None and key_of(author.name) == key_of(outlet)
        persons = () if own or author.organisation else stated_people(author.name)
        who.update(dict.fromkeys(persons))
        agency = agency or signed
        house = house or (None if signed or persons else author.name)
    return Authors(tuple(who), agency, house)


def _agency(text: str) -> str | None:
    """The agency that an author's name is, or that it ends or begins with: "AFP", "Mit Material der dpa"."""
    names = agency_names()
    words = (word for word in re.split(r"[\s,/()]+", text) if len(word) > SHORT)
    return first(names.get(part) for part in (text.strip(), *split_names(text), *words))


def marked_authors(tree: HtmlElement, outlet: str | None) -> Authors:
    """The first byline in the page's markup that names people, those after the headline before others."""
    found = Authors()
    for text in dict.fromkeys(_bylines(tree)):
        authors = sorted_out([Named(text)], outlet)
        if authors.people:
            return authors
        found = found if found.agency else Authors((), authors.agency, found.house)
    return found


def _bylines(tree: HtmlElement) -> Iterator[str]:
    for element in filter(_is_marked, tree.iter("*")):
        if not _of_another(element) and not any(HOUSE_ACCOUNT.search(link[2]) for link in element.iterlinks()):
            text = plain(" ".join(element.itertext()))
            if text and len(text) <= LONGEST_BYLINE:
                yield text


def _is_marked(element: HtmlElement) -> bool:
    get = element.get
    marked = _is_byline((get("class") or "")[:LONGEST_NAMES]) or get("itemprop") == "author" or get("rel") == "author"
    return marked and element.tag not in UNSEEN


@lru_cache(maxsize=1 << 12)
def _is_byline(names: str) -> bool:
    """Whether the names of an element's class are a byline's; the same names return on a page."""
    return MARKED.search(names) is not None


def _of_another(element: HtmlElement) -> bool:
    return any(OTHERS.search(_called(e)) for e in (element, *_above(element)))


def _above(element: HtmlElement) -> Iterator[HtmlElement]:
    for _, parent in zip(range(UPWARD), element.iterancestors(), strict=False):
        yield parent


def _called(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
