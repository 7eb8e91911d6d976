"""Pages made to break a reader, put through it under hard limits on memory and CPU time.

python tests/fuzz/hostile_pages.py FOLDER MEGABYTES CPU_SECONDS

Writes one JSON object: what became of each page. Run by test_hostile.py, which says what should. The process is
killed where a page goes beyond the limits.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

SENTENCE = "The minister of Brazil met the president of Argentina in Lima on Monday and said that both would sign. "
STORY = "".join(f"<p>{SENTENCE * 3}</p>" for _ in range(6))
BIG = 200_000

Made = dict[str, str]


def html(body: str) -> str:
    return f"<html><head><title>Talks in Lima</title></head><body>{body}{STORY}</body></html>"


def json_ld(script: str) -> str:
    return f"<html><head><script type='application/ld+json'>{script}</script></head><body>{STORY}"


def pages() -> Made:
    """Each page by name: those that nest, repeat and trap patterns."""
    return {
        **{f"100,000 levels of <{tag}>": html(f"<{tag}>" * 100_000) for tag in ("div", "b", "blockquote", "svg")},
        "50,000 tables in tables": html("<table><tr><td>" * 50_000),
        "100,000 tags left open": html("<div" * 100_000),
        "200,000 comments left open": html("<!--" * BIG),
        "200,000 signs of a tag": html("<" * BIG),
        "200,000 ampersands": html("&" * BIG),
        "a bomb of entities": BOMB.replace("<rss>", "<html><body><p>&a9;</p>") + STORY,
        "10,000 links": html("".join(f"<a href='/{n}'>story {n}</a> " for n in range(10_000))),
        "10,000 authors": html("").replace("</title>", "</title>" + "<meta name=author content='A B'>" * 10_000),
        "50,000 attributes": html(f"<p {' '.join(f'a{n}' for n in range(50_000))}>"),
        "a picture in an attribute": html(f"<img src='data:{'QUJD' * BIG}'>"),
        "100,000 brackets of JSON": json_ld("[" * 100_000),
        "100,000 objects of JSON": json_ld('{"a":' * 100_000),
        "a script that looks like text": html(f"<script>{SENTENCE * 500}</script>"),
        **{
            f"a line of 200,000 {name}": f"{SENTENCE * 9}\n{piece * (BIG // len(piece))}"
            for name, piece in LINES.items()
        },
        "20,000 lines of one word": SENTENCE * 9 + "\n" + "\n".join(f"word{n}" for n in range(20_000)),
        "20,000 dates": SENTENCE * 9 + "\n" + "\n".join(f"{n % 28 + 1} March {1990 + n % 60}" for n in range(20_000)),
        "20,000 bylines": SENTENCE * 9 + "\n" + "\n".join(f"By John Smith{n}" for n in range(20_000)),
        "200,000 empty lines": SENTENCE * 9 + "\r\n \r\n" * BIG + SENTENCE,
        "NULs among the letters": (SENTENCE * 9).replace("minister", "mini\0ster"),
        "text turned round": (SENTENCE * 9).replace("minister", "\u202ematerial\u202c minister"),
        "an endless sentence": "Brazil and " * 5000 + SENTENCE * 9,
        "an article of 400,000 characters": "\n\n".join(f"{SENTENCE * 3}{n}." for n in range(1300)),
    }


LINES = {
    "letters": "a", "dots": ".", "blanks": " ", "digits": "1", "brackets": "(", "braces": "{", "quotation marks": "“",
    "straight marks": '"', "apostrophes": "a'", "dashes": "-", "colons": ":", "pipes": "| ", "by": "by ", "By John": "By John ",
    "dates": "3 March 2031 ", "times": "12/03/2031 10:00 ", "addresses": "http://a.b/c ", "at": "a@", "capitals": "A B ",
    "accents": "e\u0301", "zero-width blanks": "\u200b", "Han": "中",
}  # fmt: skip
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><rss>"
)
FEED = f"{BOMB}<channel><title>Talks</title><item><title>&a9;</title><description>&a9;{SENTENCE}</description></item></channel></rss>"


def files(folder: Path) -> None:
    """Write the files that unpack to far more than they hold."""
    with (folder / "200 MB in a line.txt").open("wb") as file:
        file.write(SENTENCE.encode())
        file.truncate(200_000_000)
    for name, start in (("10 GB.txt.gz", b""), ("10 GB.jsonl.gz", b'{"text": "'), ("10 GB.rss.gz", b"<rss>")):
        (folder / name).write_bytes(gzip.compress(start) + gzip.compress(b"a" * 100_000_000) * 100)
    (folder / "bomb.rss").write_text(FEED)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    body = head + gzip.compress(b"a" * 1_000_000_000)
    warc = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/b\r\nContent-Type: application/http\r\n"
    (folder / "bomb.warc").write_bytes(warc + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n")


def outcome(read: Callable[[str], object], text: str) -> str:
    """What became of a page: the article's length, or the reason why there is none."""
    started = time.process_time()
    found = read(text)
    article = getattr(found, "article", None)
    said = f"{len(article.text)} characters" if article else getattr(found, "reason", "no page")
    sys.stderr.write(f"{time.process_time() - started:6.2f} s  {said}\n")
    return said


def main() -> None:
    """Read everything under the limits."""
    folder, megabytes, seconds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    files(folder)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds,) * 2)
    from tellings.engine.article import Reader
    from tellings.model.page import Reject
    from tellings.pages import read
    from tellings.pages.make import make_page

    reader = Reader()

    def read_text(text: str) -> object:
        page = make_page("page.txt", text.encode())
        return page if isinstance(page, Reject) else reader.read(page)

    became = {name: outcome(read_text, text) for name, text in pages().items()}
    for file in sorted(folder.iterdir()):
        became[file.name] = "; ".join(getattr(found, "reason", "a page") for found in read([str(file)]))
    sys.stdout.write(json.dumps(became))


if __name__ == "__main__":
    main()
