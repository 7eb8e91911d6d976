"""The filters that reading commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from tellings.record.filters import Filter

F = TypeVar("F", bound=Callable[..., object])


class Day(click.ParamType[str]):
    """A day in ISO 8601, or a month or a year alone."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take 2031, 2031-03 and 2031-03-02 as they are."""
        from datetime import date

        try:
            date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value)
        except ValueError:
            self.fail(f"{value!r} is no day: write 2031-03-02, 2031-03 or 2031", param, ctx)
        return value


class Pair(click.ParamType[tuple[str, str]]):
    """Two countries, as RUS,CHN."""

    name = "pair"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Split at the comma."""
        codes = value if isinstance(value, tuple) else tuple(code.strip().upper() for code in value.split(","))
        if len(codes) != 2 or not all(codes):
            self.fail(f"{value!r} is no pair: write two country codes, as RUS,CHN", param, ctx)
        return codes[0], codes[1]


OPTIONS = (
    click.option("--since", type=Day(), help="From this day, month or year on."),
    click.option("--until", type=Day(), help="Up to this day, month or year."),
    click.option("--pair", type=Pair(), metavar="AAA,BBB", help="Between these two countries, either way."),
    click.option("--type", "type_", metavar="TYPE", help="Events of this PLOVER type, as CONSULT."),
    click.option("--actor", metavar="NAME", help="With this actor: an id, a name or part of it, a country."),
    click.option("--speaker", metavar="NAME", help="Said by: an id, a name or part of it, a country."),
    click.option("--story", metavar="ID", help="In this story."),
)


def filters(command: F) -> F:
    """Add the filters' options."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def made(**given: object) -> Filter:
    """The filter that the options make."""
    from tellings.record.filters import Filter

    return Filter(**{name.rstrip("_"): value for name, value in given.items()})  # type: ignore[arg-type]
