"""A flat page laid out: its lines, the furniture rule of each, and which of them are the body and the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tellings.clean.flat.lines import Line, Sheet
from tellings.clean.flat.rules import LineRule
from tellings.clean.flat.words import stems, stems_of

#: A byline or a date that stands under a standfirst comes before this many paragraphs of the body.
OPENING = 3


@dataclass(frozen=True)
class Layout:
    """Lines of a page and what each is; `body` holds the indexes of the article's own paragraphs.

    `log_odds` are the line model's, for every line to be the article's; empty where it was not asked. `sheet` is what
    was measured of the lines, where they are a page's own.
    """

    lines: tuple[Line, ...]
    rules: tuple[LineRule | None, ...]
    body: tuple[int, ...]
    log_odds: tuple[float, ...] = ()
    sheet: Sheet | None = None

    @property
    def head(self) -> Sequence[Line]:
        """The lines before the body."""
        return self.lines[: self.body[0]] if self.body else self.lines

    @property
    def tail(self) -> Sequence[Line]:
        """The lines after the body."""
        return self.lines[self.body[-1] + 1 :] if self.body else ()

    @cached_property
    def inside(self) -> frozenset[int]:
        """The indexes of the body's lines."""
        return frozenset(self.body)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The stems of the body's words."""
        told = stems_of(self.sheet, self.body) if self.sheet else None
        return stems("\n".join(line.text for line in self.paragraphs())) if told is None else told

    @cached_property
    def words(self) -> int:
        """How many words the body has."""
        return sum(line.words for line in self.paragraphs())

    def paragraphs(self) -> Iterator[Line]:
        """The lines of the body."""
        return (self.lines[i] for i in self.body)

    def credits(self) -> Iterator[Line]:
        """Lines that may name who wrote the report: those before the body, and those after it up to the first list."""
        yield from self.opening()
        yield from self.after()

    def is_caption(self, line: Line) -> bool:
        """Whether the line is a picture's caption."""
        rule = self.rules[line.index]
        return rule is not None and rule.action == "caption"

    def opening(self) -> Iterator[Line]:
        """The lines before the body and those left out among its first paragraphs."""
        last = self.body[min(OPENING, len(self.body) - 1)] if self.body else len(self.lines)
        return (line for line in self.lines[:last] if line.index not in self.inside)

    def after(self) -> Iterator[Line]:
        """The lines right after the body, up to the first list of other articles or form, or to the page's foot."""
        for line in self.tail:
            rule = self.rules[line.index]
            if rule is not None and rule.name in CLOSING:
                return
            yield line

    def foot(self) -> Line | None:
        """The first line of the page's foot, where it follows the body before any list of other articles."""
        for line in self.tail:
            rule = self.rules[line.index]
            if rule is not None and rule.name in CLOSING:
                return line if rule.name == "page foot" else None
        return None


CLOSING = frozenset(("list of other articles", "comment form", "page foot", "previous and next article"))
