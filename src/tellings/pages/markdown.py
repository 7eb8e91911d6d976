"""Markdown to plain text: marks taken out, front matter read as hints."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tellings.model.page import Page, Reject
from tellings.pages.fields import USUAL_FIELDS, row_hints
from tellings.pages.make import make_page, reject

FRONT = re.compile(
    r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<held>.{0,20000}?)\r?\n(?P=mark)[ \t]*(?:\r?\n|$)", re.DOTALL
)
PAIR = re.compile(r"(?P<key>[\w -]{1,40}):\s*(?P<value>.*)$")
ITEM = re.compile(r"\s*-\s+(?P<value>.*)$")
#: More is no article. Where every mark opens and none closes, markdown-it takes 16 s of CPU time a megabyte.
LONGEST = 500_000
QUOTED = "\"'"


@dataclass(frozen=True, slots=True)
class Plain:
    """What a Markdown file says: its text without marks, and the values of its front matter."""

    text: str
    front: dict[str, object]


def plain_text(text: str) -> Plain:
    """Take the marks out: headings, emphasis and links keep their words; images, HTML and code blocks go."""
    found = FRONT.match(text)
    front = _front(found["mark"], found["held"]) if found else {}
    body = text[found.end() :] if found else text
    if len(body) > LONGEST:
        return Plain(body, front)
    blocks = [b for b in _blocks(MarkdownIt("commonmark").enable("table").parse(body)) if b]
    return Plain("\n\n".join(blocks), front)


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    prefix = ""
    for token in tokens:
        if token.type == "list_item_open":
            prefix = "- "
        elif token.type == "inline":
            text = "".join(_words(token.children or ())).strip()
            yield prefix + text if text else ""
            prefix = ""


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"


def _front(mark: str, held: str) -> dict[str, object]:
    """The plain values of front matter: TOML's, or of YAML "key: value" and lists of values."""
    if mark == "+++":
        try:
            return dict(tomllib.loads(held))
        except tomllib.TOMLDecodeError:
            return {}
    found: dict[str, object] = {}
    key = ""
    for line in held.splitlines():
        pair, item = PAIR.match(line), ITEM.match(line)
        if pair:
            key = pair["key"].strip()
            found[key] = _plain(pair["value"])
        elif item and key:
            listed = found[key]
            found[key] = [*(listed if isinstance(listed, list) else []), _plain(item["value"])]
    return found


def _plain(value: str) -> object:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [part.strip().strip(QUOTED) for part in value[1:-1].split(",")]
    return value.strip(QUOTED)


def markdown_page(name: str, data: bytes) -> Page | Reject:
    """The page that a Markdown file is: its text without marks; its front matter as hints."""
    page = make_page(name, data)
    if isinstance(page, Reject):
        return page
    plain = plain_text(page.text)
    if not plain.text.strip():
        return reject(name, "the Markdown holds no text", "Check that the page was saved whole.")
    url = plain.front.get("url") or plain.front.get("link")
    return replace(
        page,
        kind="text",
        text=plain.text,
        url=url if isinstance(url, str) and url.startswith("http") else None,
        hints=row_hints(plain.front, USUAL_FIELDS),
    )
