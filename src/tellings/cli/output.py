"""What commands print: entries as a table on a terminal, as JSON lines in a pipe, or as asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from tellings.engine import BuildSummary

F = TypeVar("F", bound=Callable[..., object])

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "parquet")


def format_option(command: F) -> F:
    """Add `--format`: a table on a terminal, JSON lines in a pipe."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default=lambda: "table" if sys.stdout.isatty() else "jsonl",
        show_default="table on a terminal, jsonl in a pipe",
        help="How to print.",
    )(command)


def show_summary(summary: BuildSummary, record: Path, form: str) -> None:
    """Print what a build did."""
    import msgspec

    click.echo(msgspec.json.encode(summary))
