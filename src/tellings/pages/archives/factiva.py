"""Downloads from Factiva: with its two-letter codes (HD, PD, SN, LP, TD ...), and the article format without them.

The article format prints the title, the writer, "123 words", the day, the hour, the outlet and its code, the
language and the copyright, then the text and "Document" with the accession number. (Layouts as read by the R
package tm.plugin.factiva; the codes are Dow Jones' Intelligent Indexing fields.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter

from tellings.pages.archives.entry import Database, Entry
from tellings.pages.archives.labels import Part, first, labels, parts
from tellings.pages.archives.text import Block, Document, paragraphs
from tellings.pages.carried import find_day, language_code, names_of
from tellings.vocab.tables import rows

NUMBER = re.compile(r"(?:Document|Dokument|Documento) (?P<id>[A-Z]{2,8}\w{14,24})", re.IGNORECASE)
LENGTH = re.compile(
    r"[\d.,\xa0 ]{1,9}(?:words|Wörter|mots|palabras|palavras|parole|woorden|ord|слов\w?|字|文字)", re.IGNORECASE
)
HOUR = re.compile(r"\d{1,2}[:.]\d\d(?: ?(?:GMT|UTC|[ap]m))?", re.IGNORECASE)
SOURCE_CODE = re.compile(r"[A-Z0-9]{2,8}")
COPYRIGHT = re.compile(r"\(c\)|©|copyright\b", re.IGNORECASE)
BY = re.compile(r"^(?:by|von|par|por|door|di)\s+(?=\S)", re.IGNORECASE)
CAPITAL = r"[A-ZÀ-Þ][\w.'’-]*"
NAMES = re.compile(rf"{CAPITAL}(?:,? (?:(?:and|und|et|y|e) )?{CAPITAL}){{1,7}}")
FURNITURE = re.compile(r"Page \d+ of \d+.*|.*\bFactiva, Inc\..{0,40}|Search Summary.*", re.IGNORECASE)


#: What follows a code and one blank where a text has no wider gap; words such as "IN" and "CO" start sentences too.
AFTER_BLANK = (
    *(("HD", r"\S"), ("BY", r"(?:By|[A-ZÀ-Þ][a-zà-ÿ])"), ("WC", r"\d"), ("PD", r"\d"), ("ET", r"\d"), ("SN", r"\S")),
    *(("SC", r"\w+$"), ("LA", r"\w+$"), ("CY", r"(?:\(c\)|©|Copyright)"), ("LP", r"\S"), ("TD", r"\S")),
    *(("CO", r"\w+ :"), ("IN", r"\w+ :"), ("NS", r"\w+ :"), ("RE", r"\w+ :"), ("IPC", r"\S"), ("IPD", r"\S")),
    *(("PUB", r"\S"), ("AN", r"Do[ck]ument")),
)
#: A headline's code is followed by the count of words or the day within this many lines.
HEADER = 15


@cache
def _coded(loose: bool) -> re.Pattern[str]:
    """A line that is a code, or begins with one and a gap; loosely one blank is gap enough."""
    names = "|".join(sorted(labels("factiva"), key=len, reverse=True))
    if not loose:
        return re.compile(rf"(?P<label>{names})(?:\s*[|\t]\s*(?P<value>.*)|)$")
    forms = "|".join(rf"{code}(?= {after})" for code, after in AFTER_BLANK)
    return re.compile(rf"(?P<label>{forms}|(?:{names})$) ?(?P<value>.*)$")


def split(document: Document) -> Sequence[Sequence[Block]]:
    """The blocks of each article; none where the document is no download of Factiva."""
    blocks = [b for b in (tuple(li for li in b if not FURNITURE.fullmatch(li)) for b in document.blocks) if b]
    for loose in (False, True):
        found = list(_at_headlines(blocks, _coded(loose)))
        if found and all(_has_text(entry, _coded(loose)) for entry in found[:1]):
            return found
    return list(_at_numbers(blocks))


def _at_headlines(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Iterator[Sequence[Block]]:
    lines = [line for b in blocks for line in (*b, "")]
    codes = [m["label"] if (m := pattern.match(line)) else "" for line in lines]
    starts = [
        i for i, code in enumerate(codes) if code == "HD" and not {"WC", "PD"}.isdisjoint(codes[i + 1 : i + HEADER])
    ]
    for start, end in pairwise((*starts, len(lines))):
        yield _blocks(lines[start:end])


def _blocks(lines: Sequence[str]) -> Sequence[Block]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        else:
            found.append([])
    return [tuple(b) for b in found if b]


def _has_text(blocks: Sequence[Block], pattern: re.Pattern[str]) -> bool:
    fields = {part.label for part in parts(blocks, "factiva", pattern)}
    return "PD" in fields and "SN" in fields


def _at_numbers(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Articles in the form without codes: each ends in its number and counts its words."""
    held: list[Block] = []
    for b in blocks:
        ends = NUMBER.fullmatch(b[-1])
        held.append(b[:-1] if ends else b)
        if ends:
            if any(LENGTH.fullmatch(line) for h in held for line in h):
                yield [h for h in held if h]
            held = []


def read(blocks: Sequence[Block], wrapped: bool) -> Entry:
    """The article that some blocks hold."""
    for loose in (False, True):
        found = parts(blocks, "factiva", _coded(loose))
        if first(found, "title") and len(found) > 3:
            return _coded_entry(found, wrapped)
    lines = [(i, line) for i, b in enumerate(blocks) for line in b]
    counts = [n for n, (_, line) in enumerate(lines) if LENGTH.fullmatch(line)]
    return _plain_entry(lines, counts[0], wrapped) if counts else Entry(None, None, None, ())


def _coded_entry(found: Sequence[Part], wrapped: bool) -> Entry:
    day, hour = first(found, "day"), first(found, "time")
    byline = first(found, "byline")
    text = [b for part in found if part.field in ("lead", "body") for b in part.blocks]
    return Entry(
        title=next((" ".join(line for b in p.blocks for line in b) for p in found if p.field == "title"), None),
        outlet=first(found, "outlet"),
        published=f"{day} {hour}" if day and hour else day,
        paragraphs=paragraphs(text, wrapped=wrapped),
        byline=names_of(BY.sub("", byline)) if byline else (),
        language=first(found, "language"),
    )


def _plain_entry(lines: Sequence[tuple[int, str]], count: int, wrapped: bool) -> Entry:
    """An article without codes, whose line `count` says how many words it has; lines with their block's place."""
    above, below = lines[:count], lines[count + 1 :]
    title, byline = _above(above)
    day = next((line for _, line in below[:2] if find_day(line)), None)
    after = 1 if day else 0
    hour = below[after][1] if len(below) > after and HOUR.fullmatch(below[after][1]) else None
    after += 1 if hour else 0
    outlet = below[after][1] if len(below) > after else None
    language = next((line for _, line in below[after + 1 : after + 8] if language_code(line)), None)
    return Entry(
        title=title,
        outlet=outlet,
        published=f"{day} {hour}" if day and hour else day,
        paragraphs=paragraphs(_after_header(below, after + 1), wrapped=wrapped),
        byline=byline,
        language=language,
    )


def _above(lines: Sequence[tuple[int, str]]) -> tuple[str | None, tuple[str, ...]]:
    """Title and writers from the lines above the count of words: the writers stand last, a section first."""
    if not lines:
        return None, ()
    last = lines[-1][1]
    signed = len(lines) > 1 and _is_byline(last, lines[-2][1], after=len(lines))
    titles = lines[:-1] if signed else lines
    own = [line for i, line in titles if i == titles[-1][0]]
    return " ".join(own), names_of(BY.sub("", last)) if signed else ()


def _is_byline(line: str, above: str, after: int) -> bool:
    """Whether a line signs: by its "By", a given name, or as names under a longer title that a section heads."""
    if BY.match(line):
        return True
    known = line.split()[0].lower() in _given_names()
    return bool(NAMES.fullmatch(line)) and (known or (after > 2 and len(above.split()) > len(line.split())))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("given_names.tsv"))


def _after_header(below: Sequence[tuple[int, str]], after: int) -> tuple[Block, ...]:
    """The blocks after the copyright, else after the language, else after the outlet's code."""
    stop = min(len(below), after + 10)
    marks = [
        *(n for n in range(after, stop) if COPYRIGHT.match(below[n][1])),
        *(n for n in range(after, stop) if language_code(below[n][1])),
        *(n for n in range(after, stop) if SOURCE_CODE.fullmatch(below[n][1])),
    ]
    start = (marks[0] if marks else after - 1) + 1
    rest = below[start:]
    return tuple(tuple(line for _, line in group) for _, group in groupby(rest, key=itemgetter(0)))


DATABASE = Database("Factiva", split, read)
