"""tellings remove: a page and all that rests on it out of a record."""

from __future__ import annotations

import click

from tellings.cli.progress import progress


@click.command("remove")
@click.argument("record")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
def command(record: str, pages: tuple[str, ...]) -> None:
    """Take pages, by name, URL or id, out of RECORD with all that rests on them, and derive its stories anew.

    The record is then as if they had never come, but for a row of its runs that says which were taken out.

    Judgements stay: they hold again if the page comes back.

    \b
    Example:
      tellings remove record.sqlite PAGE
    """
    from tellings.engine import derive
    from tellings.record import open_store
    from tellings.record.transfer import find_page

    with open_store(record, write=True) as store, progress("deriving") as report:
        for page_id in [find_page(store, page) for page in pages]:
            store.remove(page_id)
        derive(store, removed=pages, progress=report)
    click.echo(f"removed {len(pages)} page(s)", err=True)
