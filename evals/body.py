"""Measure the body: `python -m evals.body --data FILE --input flat|html --json`."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from evals.beside import Beside
from evals.data import read_rows
from evals.scores import ShingleScore
from tellings.clean import NoArticleError, clean
from tellings.model.page import Page
from tellings.pages.make import make_page

#: A page of which every part is read, so that models and vocabularies are loaded before the clock starts.
WARM = (
    f"<article><h1>Talks</h1><p class='byline'>By Ana Prado</p>{'<p>Both ministers met on Monday, they said.</p>' * 9}"
)


def body_of(page: Page) -> str:
    """The article's text, "" where there is none."""
    try:
        return clean(page).article.text
    except NoArticleError:
        return ""


def page_of(name: str, source: str) -> Page | None:
    """A page of the set, None where it is empty."""
    page = make_page(name, source.encode("utf-8", "replace"))
    return page if isinstance(page, Page) else None


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--input", "kind", type=click.Choice(["flat", "html"]), default="flat", show_default=True)
@click.option("--lang", help="Only pages of this language.")
@click.option("--worst", default=0, help="Name this many of the worst pages.")
@click.option("--beside", is_flag=True, help="HTML: trafilatura's modes on the same pages first, with F1 by language.")
@click.option("--json", "as_json", is_flag=True, help="The figures alone.")
def main(data: Path, kind: str, lang: str | None, worst: int, beside: bool, as_json: bool) -> None:
    """Score each page and print the set's figures."""
    score, by_page, spent, others = ShingleScore(), [], 0.0, Beside()
    body_of(Page("", "", "text", "Warm up the models with a line."))
    body_of(Page("", "", "html", WARM))
    for row in read_rows(data):
        if lang and row["lang"] != lang:
            continue
        page = page_of(row["id"], row[kind])
        started = time.process_time()
        answer = body_of(page) if page else ""
        seconds = time.process_time() - started
        spent += seconds
        if beside:
            others.add(row["gold_text"], answer, row["lang"], seconds, row["html"])
        by_page.append((score.add(row["gold_text"], answer), row["id"]))
    for value, name in sorted(by_page)[: 0 if as_json else worst]:
        click.echo(f"{value:.3f} {name}")
    if beside:
        others.show()
    precision, recall, f1 = score.result()
    figures = {"n": len(by_page), "precision": precision, "recall": recall, "f1": f1}
    click.echo(json.dumps({**figures, "pages_per_cpu_second": len(by_page) / max(spent, 1e-9)}))


if __name__ == "__main__":
    main()
