"""tellings clean: pages to clean articles, nothing stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from tellings.cli import output

if TYPE_CHECKING:
    from tellings.model.article import Cleaned
    from tellings.model.page import Reject


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
    stated: str | None
    language: str
    translated: bool
    text: str


@click.command("clean")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output.format_option
def command(paths: tuple[str, ...], form: str) -> int:
    """Give the clean articles of pages on standard output; nothing is stored.

    \b
    Example:
      tellings clean examples/pages --format jsonl
    """
    rejects: list[Reject] = []
    output.show(_articles(paths, rejects), CleanArticle, form, ("title", "outlet", "agency", "stated", "text"))
    return output.tell_rejects(rejects)


def _articles(paths: tuple[str, ...], rejects: list[Reject]) -> Iterator[CleanArticle]:
    import tellings.pages
    from tellings.clean import NoArticleError, clean
    from tellings.model.page import Reject

    for found in tellings.pages.read(paths):
        if isinstance(found, Reject):
            rejects.append(found)
            continue
        try:
            yield _article(clean(found))
        except NoArticleError as error:
            rejects.append(Reject(found.name, "clean", error.reason, error.remedy))


def _article(cleaned: Cleaned) -> CleanArticle:
    article = cleaned.article
    stated = next((date.value for date in article.stated if not date.updated), None)
    names = [name for name in CleanArticle.__dataclass_fields__ if name != "stated"]
    return CleanArticle(**{name: getattr(article, name) for name in names}, stated=stated)
