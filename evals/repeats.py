"""Measure what pages of one site show of each other, on a set of our own: `python -m evals.repeats --json`.

Each page has paragraphs of its article and of its site. Counted are the site's that stay and the article's that go:
with each page cleaned alone, and with all of them together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from tellings.clean import clean
from tellings.clean.repeats import among
from tellings.model.article import Cleaned
from tellings.model.page import Page

SET = Path(__file__).parent / "sets" / "repeats.jsonl"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and whose it is: the "article"'s or the "site"'s."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A page of the set."""

    url: str
    title: str
    paragraphs: tuple[Paragraph, ...]

    def page(self) -> Page:
        """The page as flat text, from an address."""
        text = "\n\n".join((self.title, *(paragraph.text for paragraph in self.paragraphs)))
        return Page(f"p{self.url}", self.url, "text", text, url=self.url)


def read_set(path: Path = SET) -> list[Row]:
    """The pages of the set."""
    return msgspec.json.decode(b"[" + b",".join(path.read_bytes().splitlines()) + b"]", type=list[Row])


def counts(rows: Sequence[Row], cleaned: Sequence[Cleaned]) -> dict[str, int]:
    """How many paragraphs of sites are left in the articles, and how many of articles are not."""
    left = lost = 0
    for row, one in zip(rows, cleaned, strict=True):
        held = set(one.article.text.split("\n\n"))
        left += sum(paragraph.of == "site" and paragraph.text in held for paragraph in row.paragraphs)
        lost += sum(paragraph.of == "article" and paragraph.text not in held for paragraph in row.paragraphs)
    return {"site_left": left, "article_lost": lost}


def figures(rows: Sequence[Row], alone: Sequence[Cleaned], together: Sequence[Cleaned]) -> dict[str, object]:
    """Both counts, and with pages together the share of the site's paragraphs removed and of the articles' kept."""
    of = [paragraph.of for row in rows for paragraph in row.paragraphs]
    site, article = of.count("site"), of.count("article")
    after = counts(rows, together)
    return {
        "n": len(rows),
        "site": site,
        "article": article,
        "alone": counts(rows, alone),
        "together": after,
        "removed": 1 - after["site_left"] / site,
        "kept": 1 - after["article_lost"] / article,
    }


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, path_type=Path), default=SET, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The figures alone.")
def main(data: Path, as_json: bool) -> None:
    """Clean the pages alone and together, and print both counts."""
    rows = read_set(data)
    alone = [clean(row.page()) for row in rows]
    together = list(among(alone))
    if not as_json:
        for row, one in zip(rows, together, strict=True):
            for block in one.dropped:
                click.echo(f"{row.url}  {block.reason}: {block.text[:80]}")
    click.echo(json.dumps(figures(rows, alone, together)))


if __name__ == "__main__":
    main()
