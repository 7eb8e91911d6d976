"""Which fields of a JSON object or a table's row hold what of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tellings.model.page import Hints, Page, Reject
from tellings.pages.carried import language_code, moment
from tellings.pages.make import make_page, reject

#: Names in use for each field, the surest first; blanks, hyphens, underscores and case do not count.
#: Those of databases stand among them: Factiva's two letters, Nexis' and ProQuest's columns.
USUAL: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "permalink", "article url", "source url", "document url"),
    "html": ("html", "raw html", "page html"),
    "text": ("text", "body", "content", "full text", "article text", "article", "maintext", "content text", "td"),
    "title": ("title", "headline", "heading", "document title", "hd"),
    "date": (
        *("published", "date", "publication date", "pub date", "published at", "publish date", "date publish"),
        *("date published", "publication datetime", "pd"),
    ),
    "outlet": (
        *("outlet", "publisher", "source", "publication title", "publication", "source name", "newspaper"),
        *("media name", "sn"),
    ),
    "byline": ("authors", "byline", "author", "by"),
    "language": ("language", "lang", "language of publication", "la"),
    "seen": ("seen", "load date", "crawled", "retrieved"),
}
#: Factiva parts a text in two.
LEAD = "lp"
FOLD = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields to read, where they are not the usual ones; "a.b" is `b` inside `a`.

    `whole` says that the text is the article itself, so that cleaning leaves nothing of it out.
    """

    text: str | None = None
    html: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    whole: bool = False


USUAL_FIELDS = Fields()
Row = Mapping[str, object]


def fold(name: str) -> str:
    """A field's name as it is compared."""
    return FOLD.sub("", name.strip().lower())


KEYS = {meaning: tuple(map(fold, names)) for meaning, names in USUAL.items()}


def holds_text(names: list[str], fields: Fields) -> bool:
    """Whether a table with these columns holds pages."""
    folded = set(map(fold, names))
    asked = [fold(name) for name in (fields.text, fields.html) if name]
    return any(name in folded for name in (asked or (*KEYS["text"], *KEYS["html"], LEAD)))


def row_page(place: str, row: Row, fields: Fields) -> Page | Reject:
    """The page that a row holds, named by its address, else by its place."""
    folded = {fold(name): value for name, value in row.items()}
    html = None if fields.text and not fields.html else _text(_value(row, folded, "html", fields.html))
    text = html or _body(folded, _text(_value(row, folded, "text", fields.text)), fields)
    if not text:
        return _no_text(place, fields)
    url = _text(_value(row, folded, "url", fields.url))
    data = text.encode("utf-8", "replace")
    return make_page(url or place, data, url=url, charset="utf-8", hints=row_hints(row, fields))


def row_hints(row: Row, fields: Fields) -> Hints:
    """What a row says beside the text."""
    folded = {fold(name): value for name, value in row.items()}
    return Hints(
        title=_text(_value(row, folded, "title", fields.title)),
        outlet=_name(_value(row, folded, "outlet", fields.outlet)),
        byline=tuple(_names(_value(row, folded, "byline", fields.byline))),
        published=moment(_plain(_value(row, folded, "date", fields.date))),
        language=language_code(_text(_value(row, folded, "language", fields.language))),
        seen=moment(_plain(_value(row, folded, "seen", None))),
        whole=fields.whole,
    )


def _value(row: Row, folded: Row, meaning: str, asked: str | None) -> object:
    """The field that was asked for, else the first of the usual ones that is filled."""
    return _asked(row, folded, asked) if asked else next(_filled(folded, KEYS[meaning]), None)


def _asked(row: Row, folded: Row, name: str) -> object:
    """The value of a field by the name that was asked for, also inside other fields."""
    if name in row or fold(name) in folded:
        return row.get(name, folded.get(fold(name)))
    found: object = row
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _filled(folded: Row, keys: tuple[str, ...]) -> Iterator[object]:
    return (folded[key] for key in keys if folded.get(key) not in (None, "", [], {}))


def _body(folded: Row, text: str | None, fields: Fields) -> str | None:
    lead = None if fields.text else _text(folded.get(LEAD))
    return "\n\n".join(part for part in (lead, text) if part) or None


def _no_text(place: str, fields: Fields) -> Reject:
    asked = fields.text or fields.html
    if asked:
        return reject(place, f"the field {asked!r} is missing or empty", "Name the field that holds the text.")
    reason = "it has no html, text, body or content"
    return reject(place, reason, "Give the page under one of these names, or name the field with --text-field.")


def _text(value: object) -> str | None:
    return (value if value.strip() else None) if isinstance(value, str) else None


def _plain(value: object) -> str | float | None:
    if isinstance(value, date):  # TOML has dates
        return value.isoformat()
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _name(value: object) -> str | None:
    """A name that stands plainly or as the name of an object, as news interfaces give sources and authors."""
    return _text(value.get("name") or value.get("title")) if isinstance(value, Mapping) else _text(value)


def _names(value: object) -> Iterator[str]:
    values = value if isinstance(value, list) else value.split(";") if isinstance(value, str) else [value]
    return (name.strip() for name in map(_name, values) if name)
