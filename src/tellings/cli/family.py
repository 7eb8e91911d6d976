"""tellings family: the articles that descend from one text."""

from __future__ import annotations

import click

from tellings.cli import output


@click.command("family")
@click.argument("record")
@click.argument("family_id", metavar="ID")
@output.format_option
def command(record: str, family_id: str, form: str) -> None:
    """Show the articles of RECORD that descend from one text, as a tree: who made what of which.

    ID is a family's, or an article's or page's in it. Under each telling stands the word diff to the one above:
    [-what it cut-] and {+what it added+}. In a format other than table, the articles are given.

    \b
    Example:
      tellings family record.sqlite FAMILY_ID
    """
    from tellings.cli.told import the_family
    from tellings.cli.tree import show_families
    from tellings.record import entries, open_store

    with open_store(record) as store:
        articles, tellings = the_family(store, family_id)
        if form == "table":
            show_families(store, articles, tellings, None)
        else:
            output.show(articles, entries.Article, form)
