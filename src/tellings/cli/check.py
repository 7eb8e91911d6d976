"""tellings check: whether a record holds together."""

from __future__ import annotations

import click

from tellings.cli import output

FAILED = 1


@click.command("check")
@click.argument("record")
@output.format_option
def command(record: str, form: str) -> int:
    """Check every span, key and id of RECORD, and that its stories follow from its pages.

    Problems go to standard output; the exit status is 1 where there are any.

    \b
    Example:
      tellings check record.sqlite
    """
    from tellings.record import open_store
    from tellings.record.check import Problem, check

    with open_store(record) as store:
        problems = output.show(check(store), Problem, form)
        pages = len(store.page_ids())
    click.echo(f"{problems} problem(s) in {pages} page(s)", err=True)
    return FAILED if problems else 0
