"""Pages as `tellings clean --why` shows them: what is kept, what is left out, and the rule for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tellings.cli import output

if TYPE_CHECKING:
    from rich.table import Table

    from tellings.clean.blocks import Block
    from tellings.model.article import Cleaned

#: Letters that a terminal shows of a block that is left out; scripts and menus run to thousands.
LEFT_OUT = 300
#: What rules do to lines that are no paragraphs of the article but are read into its fields.
READ = ("head", "caption")


def show_blocks(cleaned: Iterable[Cleaned], form: str) -> None:
    """Print the blocks of pages: on a terminal a page at a time, what is left out dim with its rule before it."""
    from tellings.clean.blocks import Block, blocks

    if form != "table":
        output.show(_each(cleaned), Block, form)
        return
    console, read = output.console(), _read()
    for one in cleaned:
        console.print(f"[bold]{output.shown(one.article.page)}[/bold]")
        console.print(_table(blocks(one), read))


def _each(cleaned: Iterable[Cleaned]) -> Iterator[Block]:
    from tellings.clean.blocks import blocks

    for one in cleaned:
        yield from blocks(one)


def _read() -> frozenset[str]:
    """The rules of lines that are read into an article's fields."""
    from tellings.clean.flat.rules import line_rules

    return frozenset(("title", "subtitle", *(rule.name for rule in line_rules() if rule.action in READ)))


def _table(found: Iterable[Block], read: frozenset[str]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for block in found:
        text = block.text if block.kept else _cut(block.text)
        style = "" if block.kept else "cyan" if block.rule in read else "dim"
        table.add_row("" if block.kept else block.rule, Text(text, style))
    return table


def _cut(text: str) -> str:
    return text if len(text) <= LEFT_OUT else text[: LEFT_OUT - 1] + "…"
