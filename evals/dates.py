"""Measure the day of publication: `python -m evals.dates --data FILE --input flat|html --json`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from evals.data import read_rows
from tellings import actors, times
from tellings.clean import NoArticleError, clean
from tellings.model.article import Article
from tellings.model.page import Hints, Page
from tellings.model.reading import Reading
from tellings.model.times import Dating
from tellings.pages.make import make_page
from tellings.text.parser import Parser

#: From this confidence on a day is meant to be relied on.
CONFIDENT = 0.8
#: Where the bins of the reliability table begin.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def dating_of(article: Article, parser: Parser) -> Dating:
    """The day that the product gives an article by itself, from its stated dates and its words."""
    parsed = parser.parse(article)
    sentences = tuple(sentence.span for sentence in parsed.sentences)
    cast = actors.find(article, parsed)
    reading = Reading(article, (), sentences, cast, times.find(article, parsed), (), (), ())
    return times.date_articles([reading])[0]


def answer(name: str, source: str, url: str | None, parser: Parser) -> Dating | None:
    """The dating of a page, None where it has no article."""
    page = make_page(name, source.encode("utf-8", "replace"), url=url, hints=Hints())
    try:
        return dating_of(clean(page).article, parser) if isinstance(page, Page) else None
    except NoArticleError:
        return None


def verdict(dating: Dating | None, gold: str) -> str:
    """Whether the day is right, wrong or not given; the gold day is the one in its own offset."""
    if dating is None or not dating.published:
        return "none"
    return "right" if dating.published[:10] == gold[:10] else "wrong"


def table(answers: Sequence[tuple[float, bool]]) -> list[str]:
    """The reliability of answers, each a confidence and whether it was right: by bin number, mean and share right."""
    lines = []
    for first, last in zip(BINS, (*BINS[1:], 1.01), strict=True):
        held = [(sure, right) for sure, right in answers if first <= sure < last]
        if held:
            mean, share = (sum(column) / len(held) for column in zip(*held, strict=True))
            lines.append(
                f"{first:.2f} to {min(last, 1.0):.2f}: {len(held)} answers, mean {mean:.2f}, right {share:.2f}"
            )
    return lines


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--input", "kind", type=click.Choice(["flat", "html"]), default="flat", show_default=True)
@click.option("--lang", help="Only pages of this language.")
@click.option("--misses", is_flag=True, help="Show what was missed.")
@click.option("--table", "as_table", is_flag=True, help="Show the share right by confidence.")
@click.option("--json", "as_json", is_flag=True, help="The figures alone.")
def main(data: Path, kind: str, lang: str | None, misses: bool, as_table: bool, as_json: bool) -> None:
    """Date each page and print the shares."""
    parser, counts = Parser(), Counter[str]()
    answers: list[tuple[float, bool]] = []
    for row in read_rows(data):
        if lang and row["lang"] != lang:
            continue
        dating = answer(row["id"], row[kind], row["url"] if kind == "html" else None, parser)
        found = verdict(dating, row["published"])
        if dating and found != "none":
            answers.append((dating.confidence, found == "right"))
        counts.update(("n", found))
        if misses and not as_json and found != "right":
            click.echo(f"{row['id']}: {found}, gold {row['published']}, {dating and dating.published}")
    for line in table(answers) if as_table and not as_json else ():
        click.echo(line)
    sure = [right for confidence, right in answers if confidence >= CONFIDENT]
    counts.update({"confident": len(sure), "wrong_when_confident": sure.count(False)})
    keys = ("right", "wrong", "none", "confident", "wrong_when_confident")
    click.echo(json.dumps({"n": counts["n"], **{key: counts[key] / max(1, counts["n"]) for key in keys}}))


if __name__ == "__main__":
    main()
