"""Measure title, authors and publisher: `python -m evals.meta --data FILE --json`.

With `--input flat --flat FILE` the pages are taken without their tags, from the field `flat` of the rows with the
same `id` in FILE (the form of `data/dates`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import click

from evals.body import page_of
from evals.data import read_rows
from evals.scores import mean, normal
from tellings.clean import NoArticleError, clean
from tellings.clean.fields.vocabulary import agencies
from tellings.model.article import Article


def article_of(name: str, source: str) -> Article | None:
    """The article of a page, None where there is none."""
    page = page_of(name, source)
    try:
        return clean(page).article if page else None
    except NoArticleError:
        return None


def right_title(article: Article | None, gold: str) -> bool:
    """Whether the titles are the same but for case and marks."""
    return article is not None and normal(article.title or "") == normal(gold)


def right_authors(article: Article | None, gold: list[str]) -> bool:
    """Whether one of the page's authors is among those found.

    The gold lists agencies and houses as authors ("dpa", "sportschau.de"), the record keeps people apart from
    both: the agency, under any of its names, and the source credited count as authors found.
    """
    wrote = [a for agency in agencies() if article and agency.name == article.agency for a in agency.aliases]
    names = [*article.byline, *wrote, article.source_credit or ""] if article else []
    return bool({normal(n) for n in names if n} & {normal(n) for n in gold})


def right_publisher(article: Article | None, gold: str) -> bool:
    """Whether one of outlet and publisher contains the other, but for case and marks ("containing")."""
    found, wanted = normal(article.outlet or "" if article else ""), normal(gold)
    return bool(found and wanted) and (found in wanted or wanted in found)


def exact_publisher(article: Article | None, gold: str) -> bool:
    """Whether outlet and publisher are the same but for case and marks."""
    return article is not None and normal(article.outlet or "") == normal(gold)


@dataclass
class Tally:
    """What was right on each page, as 1 and 0."""

    title: list[float] = field(default_factory=list)
    authors: list[float] = field(default_factory=list)
    publisher: list[float] = field(default_factory=list)
    publisher_exact: list[float] = field(default_factory=list)

    def add(self, article: Article | None, row: Mapping[str, Any]) -> None:
        """Count a page; authors only where the gold has any."""
        self.title.append(right_title(article, row["title"]))
        self.publisher.append(right_publisher(article, row["publisher"]))
        self.publisher_exact.append(exact_publisher(article, row["publisher"]))
        if row["authors"]:
            self.authors.append(right_authors(article, row["authors"]))

    def figures(self) -> dict[str, float]:
        """The shares that are right."""
        return {"n": len(self.title), **{f.name: mean(getattr(self, f.name)) for f in fields(self)}}


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--input", "kind", type=click.Choice(["html", "flat"]), default="html", show_default=True)
@click.option("--flat", type=click.Path(exists=True, path_type=Path), help="Where the flat pages are.")
@click.option("--misses", is_flag=True, help="Show what was found beside the gold.")
@click.option("--json", "as_json", is_flag=True, help="The figures alone.")
def main(data: Path, kind: str, flat: Path | None, misses: bool, as_json: bool) -> None:
    """Score each page and print the shares that are right."""
    if kind == "flat" and flat is None:
        raise click.UsageError("--input flat needs --flat FILE: the labelled set holds no flat pages.")
    flattened = {row["id"]: row["flat"] for row in read_rows(flat)} if kind == "flat" and flat else {}
    tally = Tally()
    for row in read_rows(data):
        article = article_of(row["id"], flattened[row["id"]] if flattened else row["html"])
        tally.add(article, row)
        if misses and not as_json:
            click.echo(f"{row['id']}: {_shown(article)} | gold {row['title']!r} {row['authors']} {row['publisher']!r}")
    click.echo(json.dumps(tally.figures()))


def _shown(article: Article | None) -> str:
    return f"{article.title!r} {article.byline} {article.agency} {article.outlet!r}" if article else "no article"


if __name__ == "__main__":
    main()
