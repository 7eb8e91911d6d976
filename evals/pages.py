"""Measure cleaning on hard pages of our own: `python -m evals.pages --json`.

Pages in thirty-five languages, on invented countries, each of which holds what misleads a cleaner: comments and teasers
that read like prose, walls in the middle, streams of other articles, live blogs, texts parted by breaks alone. Flat
pages are read as they are; HTML pages as they are and with their tags taken out, as archives give them.

A set is a text. `@@ NAME KIND LANGUAGE` opens a page, KIND being flat or html; `@KEY VALUE` says what is right (title,
byline, outlet, agency, dateline, date; with `html_` before it what only tags tell). Then come the page's lines, each
after its mark: `+` the article's own words, `-` not the article's, `T` the title's place, `~` words that may be taken
or left, `=` markup alone. A page without `+` has no body: where it has a title it is an article of that title alone,
otherwise it is to be refused.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
import trafilatura

from evals.beside import MODES
from evals.scores import ShingleScore, normal
from tellings.clean import NoArticleError, clean
from tellings.model.article import Article
from tellings.model.page import Page

SETS = Path(__file__).parent / "sets" / "pages"
#: Fields of an article that a page's key may give.
FIELDS = ("title", "byline", "outlet", "agency", "dateline", "date")
#: Elements that end a line where a page is flattened.
BLOCKS = (
    "p div section article li ul ol h1 h2 h3 h4 h5 h6 tr table br header footer nav aside main form blockquote pre dl "
    "dt dd figure figcaption td th option button hr"
)
UNSEEN = re.compile(r"<(script|style|head|svg|template)\b.*?</\1>", re.DOTALL)
PARTING = re.compile(rf"</?(?:{'|'.join(BLOCKS.split())})\b[^>]*>")
TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Hard:
    """A page of the set: its key and its marked lines."""

    name: str
    kind: str
    language: str
    key: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The page as it came."""
        return "\n".join(line for _, line in self.lines)

    def views(self) -> Iterator[Page]:
        """The page as it came and, where that has tags, without them."""
        if self.kind == "html":
            yield Page(self.name, self.name, "html", self.source)
        yield Page(self.name, self.name, "text", flattened(self.source) if self.kind == "html" else self.source)

    def marked(self, marks: str) -> list[str]:
        """The text of the lines with one of these marks."""
        texts = (text for mark, text in self.lines if mark in marks)
        return [line for text in texts for line in (flattened(text).split("\n") if self.kind == "html" else [text])]

    def wanted(self, name: str, kind: str) -> str | None:
        """What the key gives for a field, None where it is silent."""
        return self.key.get(name, self.key.get(f"{kind}_{name}"))


def flattened(source: str) -> str:
    """A page without its tags, a line a block."""
    joined = re.sub(r"\s*\n\s*", " ", UNSEEN.sub("", source))
    lines = html.unescape(TAG.sub("", PARTING.sub("\n", joined))).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def read_set(path: Path) -> list[Hard]:
    """The pages of a file of the set."""
    pages: list[Hard] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@@ "):
            name, kind, language = line[3:].split()
            pages.append(Hard(name, kind, language))
        elif line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            pages[-1].key[name] = value
        elif line and not line.startswith("#"):
            pages[-1].lines.append((line[0], line[2:]))
    return pages


@dataclass
class Tally:
    """Figures of one kind of page: the body's score, fields right of those asked, and pages told right or not."""

    score: ShingleScore = field(default_factory=ShingleScore)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def count(self, what: str, is_right: bool) -> bool:
        """Count a question; gives whether it was answered."""
        self.asked[what] += 1
        self.right[what] += is_right
        return is_right

    def figures(self) -> dict[str, object]:
        """Precision, recall and F1 of the bodies; of every other question the number right and the number asked."""
        precision, recall, f1 = self.score.result()
        fields = {what: [self.right[what], asked] for what, asked in self.asked.items()}
        return {"n": len(self.score.recalls), "precision": precision, "recall": recall, "f1": f1, **fields}


def article_of(page: Page) -> Article | None:
    """The article of a page, None where it is refused."""
    try:
        return clean(page).article
    except NoArticleError:
        return None


def own_words(hard: Hard, text: str) -> str:
    """An answer without the lines that may be taken or left: those marked so, and the title."""
    free = {normal(line) for line in (*hard.marked("T~"), hard.key.get("title", ""))}
    return "\n".join(line for line in text.split("\n") if normal(line) not in free)


def measure(hard: Hard, page: Page, tally: Tally) -> list[str]:
    """Clean a page and count what is right; gives what is wrong, a line each."""
    article, gold = article_of(page), hard.marked("+")
    if not gold:
        titled = bool(hard.key.get("title"))
        decided = (article is not None) == titled and (article is None or not own_words(hard, article.text).strip())
        told = tally.count("title alone" if titled else "refused", decided)
        return [] if told else [f"told wrong: {article and article.text[:80]!r}"]
    text = own_words(hard, article.text) if article else ""
    value = tally.score.add("\n".join(gold), text)
    wrong = [f"F1 {value:.3f}"] if value < 1 else []
    return wrong + ([*_lines_wrong(gold, text), *_fields_wrong(hard, page.kind, article, tally)] if article else [])


def _lines_wrong(gold: Sequence[str], text: str) -> Iterator[str]:
    given, wanted = {normal(line) for line in text.split("\n")}, {normal(line) for line in gold}
    yield from (f"  - {line[:100]}" for line in gold if normal(line) not in given)
    yield from (f"  + {line[:100]}" for line in text.split("\n") if line and normal(line) not in wanted)


def _fields_wrong(hard: Hard, kind: str, article: Article, tally: Tally) -> Iterator[str]:
    """Count the fields that the key asks for."""
    stated = next((s.value[:10] for s in article.stated if not s.updated and not s.refused), "")
    given = {
        "title": article.title,
        "byline": "; ".join(article.byline),
        "outlet": article.outlet,
        "agency": article.agency,
        "dateline": article.dateline_place,
        "date": stated,
    }
    for name in FIELDS:
        wanted = hard.wanted(name, kind)
        if wanted is not None and not tally.count(name, normal(given[name] or "") == normal(wanted)):
            yield f"  {name}: {given[name]!r} for {wanted!r}"


def by_trafilatura(hard: Hard) -> dict[str, float]:
    """F1 of trafilatura's modes on a page."""
    found = {}
    for name, precise in MODES.items():
        answer = trafilatura.extract(hard.source, include_comments=False, favor_precision=precise) or ""
        found[name] = ShingleScore().add("\n".join(hard.marked("+")), own_words(hard, answer))
    return found


@click.command(help=__doc__)
@click.option("--data", "paths", type=click.Path(exists=True, path_type=Path), multiple=True, help="Instead of ours.")
@click.option("--misses", is_flag=True, help="Show what is wrong on each page.")
@click.option("--beside", is_flag=True, help="Show F1 of trafilatura's modes on each HTML page.")
@click.option("--json", "as_json", is_flag=True, help="The figures alone.")
def main(paths: tuple[Path, ...], misses: bool, beside: bool, as_json: bool) -> None:
    """Clean the pages, and print the figures of flat text and of HTML."""
    tallies = {"text": Tally(), "html": Tally()}
    for hard in [hard for path in paths or sorted(SETS.glob("*.txt")) for hard in read_set(path)]:
        for page in hard.views():
            wrong = measure(hard, page, tallies[page.kind])
            if misses and wrong and not as_json:
                click.echo("\n".join((f"{hard.name} [{page.kind}]", *wrong)))
        if beside and hard.kind == "html" and hard.marked("+") and not as_json:
            click.echo(f"{hard.name} {by_trafilatura(hard)}")
    click.echo(json.dumps({"flat": tallies["text"].figures(), "html": tallies["html"].figures()}))


if __name__ == "__main__":
    main()
