"""tellings clean: pages to clean articles, nothing stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from tellings.cli import output
from tellings.cli.blocks import show_blocks
from tellings.cli.reading import fields_options

if TYPE_CHECKING:
    from tellings.model.article import Cleaned
    from tellings.model.page import Reject
    from tellings.pages.fields import Fields


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article by itself, before any other is looked at: `stated` is the date that its page gives, true or false."""

    page: str
    article_id: str
    url: str | None
    title: str | None
    subtitle: str | None
    byline: tuple[str, ...]
    outlet: str | None
    agency: str | None
    source_credit: str | None
    dateline_place: str | None
    dateline_date: str | None
    captions: tuple[str, ...]
    photo_credits: tuple[str, ...]
    stated: str | None
    language: str
    translated: bool
    repairs: tuple[str, ...]
    text: str


@click.command("clean")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--why", is_flag=True, help="Show the whole page: what is kept, what is left out, and the rule for each.")
@fields_options
@output.site_rules_option
@output.vocab_option
@output.format_option
def command(paths: tuple[str, ...], why: bool, fields: Fields, site_rules: str | None, form: str) -> int:
    """Give the clean articles of pages on standard output; nothing is stored.

    What the first 2,000 pages show to stand on page after page of one site is left out.

    With --why, one row a block in the order of the page: its place in the page's text, whether it is kept as the
    article's, and the rule by which it is not ("title" and "byline" are read, but stand in fields of their own).

    \b
    Examples:
      tellings clean examples/pages --format jsonl
      tellings clean --why PAGE
    """
    from tellings.clean.repeats import among

    rejects: list[Reject] = []
    cleaned = among(_cleaned(paths, fields, site_rules, rejects))
    if why:
        show_blocks(cleaned, form)
    else:
        shown = ("title", "outlet", "agency", "stated", "text")
        output.show((_article(one) for one in cleaned), CleanArticle, form, shown)
    return output.tell_rejects(rejects)


def _cleaned(
    paths: tuple[str, ...], fields: Fields, site_rules: str | None, rejects: list[Reject]
) -> Iterator[Cleaned]:
    import tellings.pages
    from tellings.clean import clean
    from tellings.clean.refusals import or_reject
    from tellings.clean.site_rules import rules_with
    from tellings.model.page import Reject

    sites = rules_with(site_rules)
    for found in tellings.pages.read(paths, fields):
        cleaned = found if isinstance(found, Reject) else or_reject(found.name, partial(clean, found, sites))
        if isinstance(cleaned, Reject):
            rejects.append(cleaned)
        else:
            yield cleaned


def _article(cleaned: Cleaned) -> CleanArticle:
    article = cleaned.article
    stated = next((date.value for date in article.stated if not date.updated), None)
    names = [name for name in CleanArticle.__dataclass_fields__ if name != "stated"]
    return CleanArticle(**{name: getattr(article, name) for name in names}, stated=stated)
