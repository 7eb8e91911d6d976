"""An HTML page as flat text: a line a block, scripts and styles left out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

SILENT = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button"))
INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)


def flatten(tree: HtmlElement) -> str:
    """Give the text of a page, a newline where a block element or a line break parts it."""
    lines = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The pieces of text in the order of the page; blanks of the source stand for one blank."""
    open_elements: list[tuple[HtmlElement, bool]] = [(element, False)]
    while open_elements:
        node, closing = open_elements.pop()
        named = node.tag if isinstance(node.tag, str) else ""
        block = named not in INLINE and named != ""
        if closing:
            yield "\n" if block else ""
            yield _blank(node.tail)
            continue
        yield "\n" if block else ""
        open_elements.append((node, True))
        if named and named not in SILENT:
            yield _blank(node.text)
            open_elements.extend((child, False) for child in reversed(node))


def _blank(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
