"""The options that say what the fields of JSON and tables hold, shared by the verbs that read pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

P = ParamSpec("P")

HELP = {
    "text": "The field of JSON or the column of a table that holds the text; a.b is b inside a.",
    "html": "The one that holds the page's HTML.",
    "title": "The one with the title.",
    "date": "The one with the day of publication.",
    "url": "The one with the page's address.",
    "outlet": "The one with the outlet's name.",
    "byline": "The one with who wrote it.",
    "language": "The one with the language.",
}


def fields_options(command: Callable[P, int]) -> Callable[..., int]:
    """Add `--text-field` and its like, and `--whole`; the command takes them together as `fields`."""

    @wraps(command)
    def with_fields(*args: P.args, **options: P.kwargs) -> int:
        from tellings.pages.fields import Fields

        named = {name: options.pop(f"{name}_field") for name in HELP}
        options["fields"] = Fields(whole=bool(options.pop("whole")), **named)  # type: ignore[arg-type]
        return command(*args, **options)

    decorated: Callable[..., int] = click.option(
        "--whole", is_flag=True, help="The text of JSON and tables is the article itself: nothing of it is left out."
    )(with_fields)
    for name, said in reversed(HELP.items()):
        decorated = click.option(f"--{name}-field", metavar="NAME", help=said)(decorated)
    return decorated
