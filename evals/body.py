"""Measure the body: `python -m evals.body --data FILE --input flat|html --json`.

`pages_per_cpu_second` is for the body alone, which is what trafilatura gives without its metadata;
`pages_per_cpu_second_whole` for the whole of cleaning: title, people, outlet, dates, captions, and all that was left
out with its reasons.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import trafilatura

from evals.beside import Beside
from evals.data import read_rows
from evals.scores import ShingleScore
from tellings.clean import NoArticleError, clean, find_body
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


#: On a page of so few words trafilatura asks jusText, whose lists of words it loads then (.2 s).
SPARSE = "<html><body><div>Ministers meet.</div></body></html>"


def warm_up() -> None:
    """Clean the pages of ours, whose time does not count, ours and trafilatura's.

    What is loaded then is set apart from garbage: to look through it once takes as long as twenty pages.
    """
    for kind, text in WARM:
        clean(Page("", "", "html" if kind == "html" else "text", text))
    trafilatura.extract(SPARSE)
    gc.collect()
    gc.freeze()


@dataclass(frozen=True, slots=True)
class Answer:
    """The article's text, "" where there is none, and the CPU seconds that it took alone and with all the rest."""

    text: str
    body: float
    whole: float


def answer_to(page: Page) -> Answer:
    """Clean a page in its two stages, the clock read after each."""
    started = time.process_time()
    try:
        found = find_body(page)
    except NoArticleError:
        return Answer("", *[time.process_time() - started] * 2)
    body = time.process_time() - started
    found.cleaned()
    return Answer(found.text, body, time.process_time() - started)


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
    score, by_page, answers, others = ShingleScore(), [], list[Answer](), Beside()
    warm_up()
    for row in read_rows(data):
        if lang and row["lang"] != lang:
            continue
        page = page_of(row["id"], row[kind])
        answer = answer_to(page) if page else Answer("", 0.0, 0.0)
        answers.append(answer)
        if beside:
            others.add(row["gold_text"], answer.text, row["lang"], (answer.body, answer.whole), row["html"])
        by_page.append((score.add(row["gold_text"], answer.text), row["id"]))
    for value, name in sorted(by_page)[: 0 if as_json else worst]:
        click.echo(f"{value:.3f} {name}")
    if beside:
        others.show()
    precision, recall, f1 = score.result()
    figures = {"n": len(by_page), "precision": precision, "recall": recall, "f1": f1}
    click.echo(json.dumps(figures | speeds(answers)))


def speeds(answers: Sequence[Answer]) -> dict[str, float]:
    """Pages per CPU second: the body alone, and the whole of cleaning."""
    body, whole = sum(answer.body for answer in answers), sum(answer.whole for answer in answers)
    return {
        "pages_per_cpu_second": len(answers) / max(body, 1e-9),
        "pages_per_cpu_second_whole": len(answers) / max(whole, 1e-9),
    }


if __name__ == "__main__":
    main()
