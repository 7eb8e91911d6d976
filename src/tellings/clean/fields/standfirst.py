"""The subtitle of an HTML page: a description of its head that stands on the page above the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from tellings.clean.flat.layout import Layout
from tellings.clean.flat.words import fold

#: Fewer words than this are a kicker or a section's name.
FEWEST_WORDS = 4
#: A description cut short still shows this many of the standfirst's first letters.
SHOWN = 40
#: What sites call the element of a standfirst, in English, French, Spanish, Portuguese, Italian and German.
CALLED = re.compile(
    r"(?:^|[\s_-])(?:sub-?(?:title|head(?:line|ing)?)|sub-?t[ií]tulo|sous-?titre|sottotitolo|untertitel|unterzeile|vorspann"
    r"|standfirst|dec?k|chapo|chapeau|bajada|copete|entradilla|linha-?fina)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: The elements of the page's main part that may be one. They are walked, at a third of the time of an XPath expression.
ELEMENTS = ("h2", "h3", "h4", "p", "div", "span")
#: Characters that are read of an element's names, and that its text has at most.
LONGEST = 600


def marked(tree: HtmlElement) -> Iterator[str]:
    """The texts that a page's markup calls a standfirst."""
    for element in tree.iter(*ELEMENTS):
        if _is_called((element.get("class") or "")[:LONGEST]):
            text = " ".join("".join(element.itertext()).split())
            if len(text) <= LONGEST:
                yield text


@lru_cache(maxsize=1 << 12)
def _is_called(names: str) -> bool:
    """Whether the names of an element's class are a standfirst's; the same names return on a page."""
    return CALLED.search(names) is not None


def standfirst(descriptions: Iterable[str], around: Layout, title: str | None) -> str | None:
    """The line between title and body that a description gives, whole or cut short; None where it is the body's own."""
    if not around.body:
        return None
    own = {fold(line.text)[:SHOWN] for line in around.paragraphs()}
    given = {fold(text)[:SHOWN] for text in descriptions} - own - {fold(title or "")[:SHOWN], ""}
    lines = (line for line in around.opening() if line.words >= FEWEST_WORDS)
    return next((line.text for line in lines if given and fold(line.text)[:SHOWN] in given), None)
