"""The `tellings` command: finds a verb's module only when the verb is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from tellings import __version__
from tellings.errors import TellingsError

#: Each verb with its line of help; its command stands in `tellings.cli.<verb>`.
VERBS = {
    "build": "Read pages into a record: the main job.",
    "clean": "Give pages' clean articles; store nothing.",
    "show": "Show events, articles, stories, quotes or actors.",
    "dyad": "Count what two countries did to each other.",
    "actor": "Show who someone is, what they did and said.",
    "story": "Show one occurrence and all its tellings.",
    "family": "Show the articles that descend from one text.",
    "search": "Find articles by their words.",
    "explain": "Say why an entry says what it says.",
    "export": "Write a record in another format.",
    "review": "Accept, reject or change an entry.",
    "check": "Check every span, key and id.",
    "stats": "Show counts, runs, outlets, days or rejects.",
    "remove": "Take pages out of a record.",
    "load": "Load Parquet tables into a record.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported one by one: `tellings --help` takes no stage with it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which one meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A verb's command, None where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"tellings.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; that whoever reads its output leaves early is no failure."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence()
            return 0
        return status

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def tellings() -> None:
    """From many tellings to one record: who said and did what to whom, every entry on its words.

    Start with: tellings build PAGES -o record.sqlite
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, and give its exit status: 0 done, 1 failed, 2 wrong use, 3 done with rejects."""
    try:
        status = tellings.main(arguments, prog_name="tellings", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stopped; what was committed is kept", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except TellingsError as error:
        click.echo(f"tellings: {error.reason}\n  {error.remedy}", err=True)
        return 1
    return status if isinstance(status, int) else 0


def _silence() -> None:
    """Whoever read our output has left: nothing more is written, not even while Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
