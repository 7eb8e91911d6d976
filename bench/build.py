"""A whole build beside what it cannot do without: `python -m bench.build --data FILE... --pages 100 --json`.

`--data` is a file of JSON lines with `html` (gzip or plain), in the form of `data/body`, or several; of each the first
`--pages` are taken, whose body trafilatura finds. The figures are those of all files together, by their sums, under
`files` those of each; with repetition a page tells what another of its own file tells. Everything is CPU seconds of one
process a file over the same pages in one run, models loaded before, so that a busy machine changes no ratio. The keys:

* `pages_per_cpu_second` of the whole build, pages to record, and by stage; `seconds` a page, by stage
* `ratio_without_repetition`: the build's rate over that of trafilatura and spaCy's full pipeline on the bodies it finds
  (the mean of a run before the build and one after it: beside other work CPU seconds change by a fifth)
* `ratio_with_repetition`: the same where 40 % of the pages are copies, excerpts or rewrites of others, under the
  furniture of a page of their own
* `ratio_to_parse_floor`: the build's time over that of spaCy's full pipeline on the paragraphs that the build parses,
  and nothing else; `ratio_to_own_parse` over that of the quicker pipeline that the build uses.
  `parsed_share` is their share of the articles' characters
* `engines_agree`: whether processes and Daft give the same rows for the first pages (null without the extra `cluster`)
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import Any
from unittest.mock import patch

import spacy
from evals.body import warm_up as warm_up_cleaning
from spacy.language import Language
from spacy.tokens import Doc

from bench.stages import ROOT, Seconds, measure_build, unwatched
from tellings.engine import Here, Processes, build
from tellings.places.gazetteer import small_towns
from tellings.record import open_store, schema
from tellings.text.model_files import checked_folder
from tellings.text.parser import Parser

#: Share of the pages that repeat others, and how: a copy, an excerpt, every third sentence in another order.
REPEATED = 0.4
PARAGRAPH = re.compile(r"<p[\s>].*?</p>", re.DOTALL | re.IGNORECASE)
#: Pages on which the engines are compared.
COMPARED = 12


@cache
def stock() -> Language:
    """The pipeline as it comes, with all that it has."""
    return spacy.load(checked_folder())


def warm_up(folder: Path) -> None:
    """Load what is loaded on first use: models, vocabularies, patterns."""
    stock()("One text.")
    with open_store(folder / "warm.sqlite", create=True) as store:
        build([str(ROOT / "examples" / "pages")], store, engine=Here())
    small_towns()
    warm_up_cleaning()


def pages_of(data: Path, count: int) -> list[str]:
    """The first so many pages whose body trafilatura finds."""
    from trafilatura import extract

    found: list[str] = []
    with gzip.open(data, "rt", encoding="utf-8") if data.suffix == ".gz" else data.open(encoding="utf-8") as lines:
        for line in lines:
            html = json.loads(line)["html"]
            if len(found) < count and extract(html, favor_precision=True, include_comments=False):
                found.append(html)
    return found


def with_repetition(pages: Sequence[str], share: float = REPEATED) -> list[str]:
    """As many pages, of which a share tell what others tell, under their own furniture."""
    dice, own = random.Random(7), list(pages[: round(len(pages) * (1 - share))])
    return own + [_retold(page, dice.choice(own), dice) for page in pages[len(own) :]]


def _retold(page: str, other: str, dice: random.Random) -> str:
    """A page whose paragraphs are those of another: all, the first half, or all with some in another order."""
    told = PARAGRAPH.findall(other)
    kind = dice.randrange(3)
    if kind == 1:
        told = told[: len(told) // 2 + 1]
    elif kind == 2:
        told[2::3] = reversed(told[2::3])
    places = list(PARAGRAPH.finditer(page))
    if not places or not told:
        return other
    return page[: places[0].start()] + "\n".join(told) + page[places[-1].end() :]


def reference(pages: Sequence[str]) -> float:
    """CPU seconds of trafilatura, and of spaCy's full pipeline on what it finds."""
    from trafilatura import extract

    nlp = stock()
    started = time.process_time()
    texts = [extract(page, favor_precision=True, include_comments=False) or "" for page in pages]
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    return time.process_time() - started


def measured(pages: Sequence[str], folder: Path) -> tuple[Seconds, list[str]]:
    """CPU seconds of a build by stage, and the texts that it gave to the parser."""
    given: list[str] = []
    nlp = Parser().nlp
    pipe = nlp.pipe

    def listening(docs: Iterable[Doc], **how: Any) -> object:
        held = list(docs)
        given.extend(doc.text for doc in held)
        return pipe(held, **how)

    written(pages, folder / "pages")
    with patch.object(nlp, "pipe", listening), unwatched():
        return measure_build(folder / "pages"), given


def written(pages: Sequence[str], folder: Path) -> None:
    """Pages as files."""
    folder.mkdir(parents=True)
    for number, page in enumerate(pages):
        (folder / f"{number:06d}.html").write_text(page, "utf-8")


def parse_floor(texts: Sequence[str], nlp: Language) -> float:
    """CPU seconds of a pipeline alone on these texts, in the batches that suit it best."""
    started = time.process_time()
    for _ in nlp.pipe(sorted(texts, key=len), batch_size=64):
        pass
    return time.process_time() - started


def engines_agree(pages: Sequence[str], folder: Path) -> bool | None:
    """Whether two engines give the same rows; None where the other is not installed."""
    if not find_spec("daft"):
        return None
    from tellings.engine.cluster.build import Given
    from tellings.engine.cluster.build import build as on_daft
    from tellings.pages.fields import USUAL_FIELDS

    written(pages[:COMPARED], folder / "compared")
    with open_store(f"{folder}/processes/", create=True) as store:
        build([str(folder / "compared")], store, engine=Processes(1))
    on_daft(Given((str(folder / "compared"),), None, None, USUAL_FIELDS), f"{folder}/daft/")
    return _rows(f"{folder}/processes/") == _rows(f"{folder}/daft/")


def _rows(record: str) -> list[list[str]]:
    tables = [table for table in schema.TABLES if table != "runs"]
    with open_store(record) as store:
        return [sorted(map(repr, store.rows(f"SELECT * FROM {table}"))) for table in tables]


@dataclass(frozen=True, slots=True)
class Sums:
    """What was measured of one file's pages, or of several files': CPU seconds, and numbers of pages and characters.

    `alone` and `again` are builds without and with repetition, `beside` and `beside_again` the reference on the same
    pages; `floor` and `own_floor` what parsing the `given` characters alone takes, of `letters` in the articles.
    """

    pages: int
    alone: Seconds
    again: Seconds
    beside: float
    beside_again: float
    floor: float
    own_floor: float
    given: int
    letters: int
    agree: bool | None


def sums(data: Path, count: int) -> Sums:
    """Measure one file's pages."""
    with tempfile.TemporaryDirectory() as name:
        folder, pages = Path(name), pages_of(data, count)
        warm_up(folder)
        repeated = with_repetition(pages)
        before = reference(pages), reference(repeated)
        (alone, given), (again, _) = measured(pages, folder / "alone"), measured(repeated, folder / "repeated")
        beside, beside_again = map(fmean, zip(before, (reference(pages), reference(repeated)), strict=True))
        floor, own_floor = parse_floor(given, stock()), parse_floor(given, Parser().nlp)
        with open_store(folder / "alone" / "record.sqlite") as store:
            letters = sum(len(reading.article.text) for reading in store.readings())
        agree = engines_agree(pages, folder)
    parsed = sum(map(len, given))
    return Sums(len(pages), alone, again, beside, beside_again, floor, own_floor, parsed, letters, agree)


def together(several: Sequence[Sums]) -> Sums:
    """Several files' pages as one's."""
    agree = [one.agree for one in several if one.agree is not None]
    return Sums(
        pages=sum(one.pages for one in several),
        alone=_added(one.alone for one in several),
        again=_added(one.again for one in several),
        beside=sum(one.beside for one in several),
        beside_again=sum(one.beside_again for one in several),
        floor=sum(one.floor for one in several),
        own_floor=sum(one.own_floor for one in several),
        given=sum(one.given for one in several),
        letters=sum(one.letters for one in several),
        agree=all(agree) if agree else None,
    )


def _added(several: Iterable[Seconds]) -> Seconds:
    found: Seconds = defaultdict(float)
    for one in several:
        for stage, spent in one.items():
            found[stage] += spent
    return found


def figures(of: Sums) -> dict[str, object]:
    """The figures that are printed."""
    whole, whole_again = of.alone["the whole build"], of.again["the whole build"]
    return {
        "n": of.pages,
        "ratio_to_parse_floor": round(whole / of.floor, 2),
        "ratio_to_own_parse": round(whole / of.own_floor, 2),
        "ratio_without_repetition": round(of.beside / whole, 3),
        "ratio_with_repetition": round(of.beside_again / whole_again, 3),
        "engines_agree": of.agree,
        "pages_per_cpu_second": round(of.pages / whole, 2),
        "parsed_share": round(of.given / of.letters, 3),
        "stages": {stage: round(of.pages / spent, 1) for stage, spent in of.alone.items() if spent > 0},
        "milliseconds_a_page": {stage: round(1000 * spent / of.pages, 2) for stage, spent in of.alone.items()},
        "beside_pages_per_cpu_second": round(of.pages / of.beside, 2),
    }


def report(files: Sequence[Path], count: int) -> dict[str, object]:
    """All figures: those of all files, and of several also each one's."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:  # words once met are kept
        measures = list(pool.map(sums, files, repeat(count)))
    found = dict(zip((data.name for data in files), measures, strict=True))
    each = {name: figures(one) for name, one in found.items()} if len(found) > 1 else {}
    return figures(together(measures)) | ({"files": each} if each else {})


def main() -> None:
    """Print the figures a line each, and one JSON object at last."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--json", action="store_true", help="the JSON object alone")
    args = parser.parse_args()
    found = report(args.data, args.pages)
    if not args.json:
        for name, figure in found.items():
            print(f"{name:28s} {figure}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
