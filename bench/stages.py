"""Pages per CPU second of each stage, beside trafilatura alone and spaCy's full pipeline alone.

python -m bench.stages --pages 1000

Every figure is CPU time of this one process over the same pages in one run; loading models is left out.
Where the machine is busy all figures fall together, so the ratios are what to quote.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

import tellings.actors
import tellings.clean
import tellings.engine.article
import tellings.events
import tellings.places
import tellings.quotes
import tellings.relate
import tellings.times
from bench.vary import varied
from tellings.engine import build
from tellings.record import open_store
from tellings.text.parser import Parser

ROOT = Path(__file__).parents[1]
#: CPU seconds by stage.
Seconds = defaultdict[str, float]
#: Which stage each of the engine's calls belongs to, where the engine looks it up.
CALLS: tuple[tuple[str, ModuleType | type, str], ...] = (
    ("clean", tellings.engine.article, "clean"),
    ("text", Parser, "parse"),
    ("actors", tellings.actors, "find"),
    ("times", tellings.times, "find"),
    ("places", tellings.places, "find"),
    ("quotes", tellings.quotes, "find"),
    ("events", tellings.events, "find"),
    ("relate", tellings.relate, "sketch"),
    ("relate", tellings.relate, "group"),
    ("relate", tellings.relate, "tell"),
    ("dates", tellings.times, "date_articles"),
    ("resolve", tellings.actors, "resolve"),
    ("merge", tellings.quotes, "attribute"),
    ("merge", tellings.quotes, "join"),
    ("merge", tellings.events, "merge"),
    ("merge", tellings.events, "disagreements"),
)


def watch(seconds: Seconds) -> None:
    """Wrap the engine's calls so that each adds its CPU time to its stage, a call inside a call counted once."""
    inside: list[float] = []
    for stage, owner, name in CALLS:
        setattr(owner, name, _timed(getattr(owner, name), stage, seconds, inside))


@contextmanager
def unwatched() -> Iterator[None]:
    """Leave the engine's calls as they were before this block."""
    before = [getattr(owner, name) for _, owner, name in CALLS]
    try:
        yield
    finally:
        for (_, owner, name), call in zip(CALLS, before, strict=True):
            setattr(owner, name, call)


def _timed(call: Callable[..., Any], stage: str, seconds: Seconds, inside: list[float]) -> Callable[..., Any]:
    @wraps(call)
    def timed(*args: Any, **named: Any) -> Any:
        inside.append(0.0)
        start = time.process_time()
        try:
            return call(*args, **named)
        finally:
            spent = time.process_time() - start
            seconds[stage] += spent - inside.pop()
            if inside:
                inside[-1] += spent

    return timed


def measure_build(folder: Path) -> Seconds:
    """CPU seconds of each stage of a whole build; `record` is what is left: reading, storing, indexing."""
    seconds: Seconds = defaultdict(float)
    Parser().nlp("Load what is loaded on first use.")
    watch(seconds)
    store = open_store(folder.parent / "record.sqlite", create=True)
    start = time.process_time()
    build([str(folder)], store, jobs=1)
    whole = time.process_time() - start
    store.close()
    seconds["pages and record"] = whole - sum(seconds.values())
    seconds["the whole build"] = whole
    return seconds


def measure_trafilatura(texts: Sequence[str]) -> float:
    """CPU seconds of trafilatura alone, in the mode that does best on news; flat text in `<p>` lines."""
    from trafilatura import extract

    pages = [text if "<" in text[:200] else _as_html(text) for text in texts]
    start = time.process_time()
    for page in pages:
        extract(page, favor_precision=True, include_comments=False)
    return time.process_time() - start


def _as_html(text: str) -> str:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    return f"<html><body>\n{lines}</body></html>"


def measure_spacy(texts: Sequence[str]) -> float:
    """CPU seconds of spaCy's full pipeline alone on the clean articles."""
    nlp = Parser().nlp
    nlp("Load what is loaded on first use.")
    start = time.process_time()
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    return time.process_time() - start


def main() -> None:
    """Print a line a stage, or with --json one object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        for file, text in varied(ROOT / "examples" / "pages", args.pages):
            (folder / file).write_text(text, "utf-8")
        texts = [file.read_text("utf-8") for file in sorted(folder.iterdir())]
        seconds = measure_build(folder)
        store = open_store(Path(name) / "record.sqlite", create=False)
        articles = [reading.article.text for reading in store.readings()]
        seconds["trafilatura alone"] = measure_trafilatura(texts)
        seconds["spaCy's full pipeline alone"] = measure_spacy(articles)
    rates = {stage: round(args.pages / spent, 1) for stage, spent in seconds.items() if spent > 0}
    print(
        json.dumps(rates)
        if args.json
        else "\n".join(f"{stage:28s} {rate:9.1f} pages a CPU second" for stage, rate in rates.items())
    )


if __name__ == "__main__":
    main()
