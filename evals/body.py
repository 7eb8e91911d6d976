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

#: Pages of ours on which every part of the cleaning is run once, so that models and vocabularies are loaded before the
#: clock starts: one of tags, one of lines, and one in another language, which has to be told.
WARM = (
    (
        "html",
        "<article><h1>Talks</h1><p class='byline'>By Ana Prado</p>"
        + "".join(
            f"<p>Both ministers met on the {n}th of May to talk about the river, they said.</p>" for n in range(4, 13)
        ),
    ),
    (
        "text",
        "The Harbour Daily\nHome > News\nMinisters of Karvania and Ostrel meet\nBy Ana Prado, AFP\nPublished: 14 March "
        "2031, 10:20 GMT\nPhoto: a bridge in Port Selm. Photo: Ana Prado/AFP\nOSLO, March 14 (AFP) - The ministers of "
        "Karvania and Ostrel met on Monday to speak of the river and of trade between both states, they said.\nThey "
        "will meet again in autumn, the minister of Karvania told reporters after the talks, which took two hours.\n"
        "Read more: talks begin\nRelated articles\nA bridge opens\n3 hours ago\n© 2031 The Harbour Daily. Contact: "
        "desk@harbourdaily.com\n",
    ),
    (
        "text",
        "Gespräche über den Fluss\nAna Prado\n14.03.2031, 10:20 Uhr\nDie Minister von Karvania und Ostrel haben am "
        "Montag über den Fluss und den Handel zwischen beiden Staaten gesprochen, wie sie nach dem Treffen sagten.\n"
        "Sie wollen sich im Herbst wieder treffen, sagte der Minister von Karvania nach den Gesprächen von zwei "
        "Stunden.\n",
    ),
)


def warm_up() -> None:
    """Clean the pages of ours, whose time does not count."""
    for kind, text in WARM:
        clean(Page("", "", "html" if kind == "html" else "text", text))


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
    warm_up()
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
