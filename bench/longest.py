"""What the longest pages take: `python -m bench.longest`.

Pages at the bounds of docs/limits.md and beyond, made by program from the example pages, are each read in a process of
its own as builds do, without its bounds of time and memory: `cpu` seconds, and the most memory held (MiB), of which
`before` any page was read. `outcome` is the number of sentences read, or why the page was refused. Linux only.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path

from bench.vary import varied
from tellings.engine.article import Reader
from tellings.model.page import Page, Reject
from tellings.pages import read
from tellings.record.ready import Form, ready_page

ROOT = Path(__file__).parents[1]
MB = 1_000_000
SENTENCE = "The minister of Brazil met the president of Argentina in Lima on Monday and said that both would sign."


def paragraphs() -> Iterator[str]:
    """Paragraphs of varied example pages, without end."""
    texts = (text for _, text in varied(ROOT / "examples" / "pages", 400))
    return cycle([line for text in texts for line in text.splitlines() if len(line) > 150 and "<" not in line])


def told(size: int, between: str = "\n\n") -> str:
    """Paragraphs of so many characters together."""
    found, length = list[str](), 0
    for line in paragraphs():
        if length >= size:
            return "A long report\n\n" + between.join(found)
        found.append(line)
        length += len(line) + len(between)
    raise AssertionError("paragraphs without end ended")


def html(body: str) -> str:
    """A page with this in its body, and a story below."""
    story = "".join(f"<p>{SENTENCE} {SENTENCE}</p>" for _ in range(9))
    return f"<html><head><title>Talks in Lima</title></head><body>{body}{story}</body></html>"


def names(count: int, together: int) -> str:
    """So many names of persons, some together in each sentence."""
    given = (f"A{_letter(n)}{_letter(n // 26)} B{_letter(n // 676)}or" for n in range(count))
    listed = iter(lambda: list(islice(given, together)), [])
    return "Who was there\n\n" + "\n\n".join(f"{', '.join(some)} met in Lima on Monday." for some in listed)


def _letter(number: int) -> str:
    return chr(97 + number % 26)


PAGES: dict[str, Callable[[], str]] = {
    "the longest article that is read: 290,000 characters": lambda: told(290_000),
    "the same in HTML": lambda: html("".join(f"<p>{line}</p>" for line in told(290_000).split("\n\n"))),
    "50 MB of paragraphs": lambda: told(50 * MB),
    "20 MB of paragraphs": lambda: told(20 * MB),
    "a million lines": lambda: "\n".join(f"The minister {n}" for n in range(MB)),
    "99,000 lines": lambda: "\n".join(f"The minister {n}" for n in range(99_000)),
    "a million lines, each a paragraph": lambda: "\n\n".join(f"Line {n}." for n in range(MB)),
    "one line of 5 MB": lambda: told(5 * MB, " ").replace("\n\n", " "),
    "one line of 5 MB without a full stop": lambda: "the minister of Brazil and " * (5 * MB // 27),
    "one word of 5 MB": lambda: "A" * 5 * MB + "\n\n" + f"{SENTENCE}\n\n" * 9,
    "HTML of 100,000 levels": lambda: html("<div>" * 100_000),
    "HTML of 30,000 levels with a story at the bottom": lambda: html("<div><p>" * 15_000),
    "HTML of 99,000 paragraphs": lambda: html(f"<p>{SENTENCE}</p>" * 99_000),
    "HTML of 20 MB in one paragraph": lambda: html(f"<p>{SENTENCE * (19 * MB // len(SENTENCE))}</p>"),
    "20,000 names, 20 a sentence": lambda: names(20_000, 20),
    "20,000 names, 2,000 a sentence": lambda: names(20_000, 2_000),
    "20,000 names in a sentence": lambda: names(20_000, 20_000),
}


def measured(path: Path) -> dict[str, object]:
    """Read the page in a process of its own; what that took."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_reads, args=(theirs, path))
    process.start()
    theirs.close()
    try:
        found: dict[str, object] = ours.recv()
    except EOFError:
        found = {"outcome": "the process ended"}
    process.join()
    return found


def _reads(connection: Connection, path: Path) -> None:
    before, begun = _held(), time.process_time()
    found = [_outcome(one) for one in read([str(path)])]
    took = round(time.process_time() - begun, 2)
    connection.send({"outcome": found[0], "cpu": took, "mib": round(_held()), "before": round(before)})


def _outcome(page: Page | Reject) -> int | str:
    found = page if isinstance(page, Reject) else Reader().read(page)
    if isinstance(found, Reject):
        return found.reason
    assert isinstance(page, Page)
    ready_page(Form(packed=True), page, found)
    return len(found.sentences)


def _held() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure each page and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="pages whose names hold this")
    args = parser.parse_args()
    import tellings.engine.warm  # noqa: F401 - as readers have it

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, make in PAGES.items():
            if args.only and args.only not in name:
                continue
            path = Path(folder) / ("page.html" if "HTML" in name else "page.txt")
            path.write_text(make(), "utf-8")
            found[name] = measured(path)
            print(json.dumps({"page": name} | found[name]), flush=True)
    print(json.dumps({"pages": found}))


if __name__ == "__main__":
    main()
