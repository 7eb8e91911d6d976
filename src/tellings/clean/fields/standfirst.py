"""The subtitle of an HTML page: a description of its head that stands on the page above the body."""

from __future__ import annotations

from collections.abc import Iterable

from tellings.clean.flat.layout import Layout
from tellings.clean.flat.words import fold

#: Fewer words than this are a kicker or a section's name.
FEWEST_WORDS = 4
#: A description cut short still shows this many of the standfirst's first letters.
SHOWN = 40


def standfirst(descriptions: Iterable[str], around: Layout, title: str | None) -> str | None:
    """The line between title and body that a description gives, whole or cut short; None where it is the body's own."""
    if not around.body:
        return None
    own = {fold(line.text)[:SHOWN] for line in around.paragraphs()}
    given = {fold(text)[:SHOWN] for text in descriptions} - own - {fold(title or "")[:SHOWN], ""}
    lines = (line for line in around.opening() if line.words >= FEWEST_WORDS)
    return next((line.text for line in lines if given and fold(line.text)[:SHOWN] in given), None)
