"""Measure title, authors and publisher of HTML pages: `python -m evals.meta --data FILE --json`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from evals.body import page_of
from evals.data import read_rows
from evals.scores import mean, normal
from tellings.clean import NoArticleError, clean
from tellings.clean.vocabulary import agencies
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
    """Whether one of the page's authors is among those found; an agency counts as an author, under any of its names."""
    wrote = [a for agency in agencies() if article and agency.name == article.agency for a in agency.aliases]
    names = [*article.byline, *wrote] if article else []
    return bool({normal(n) for n in names if n} & {normal(n) for n in gold})


def right_publisher(article: Article | None, gold: str) -> bool:
    """Whether the outlet is the publisher but for case and marks."""
    return article is not None and normal(article.outlet or "") == normal(gold)


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--misses", is_flag=True, help="Show what was missed.")
@click.option("--json", "as_json", is_flag=True, help="The figures alone.")
def main(data: Path, misses: bool, as_json: bool) -> None:
    """Score each page and print the shares that are right."""
    titles: list[float] = []
    authors: list[float] = []
    publishers: list[float] = []
    for row in read_rows(data):
        article = article_of(row["id"], row["html"])
        titles.append(right_title(article, row["title"]))
        publishers.append(right_publisher(article, row["publisher"]))
        if row["authors"]:
            authors.append(right_authors(article, row["authors"]))
        if misses and not as_json:
            click.echo(f"{row['id']}: {_shown(article)} | gold {row['title']!r} {row['authors']} {row['publisher']!r}")
    click.echo(
        json.dumps({"n": len(titles), "title": mean(titles), "authors": mean(authors), "publisher": mean(publishers)})
    )


def _shown(article: Article | None) -> str:
    return f"{article.title!r} {article.byline} {article.agency} {article.outlet!r}" if article else "no article"


if __name__ == "__main__":
    main()
