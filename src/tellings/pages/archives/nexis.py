"""Downloads from Nexis: LexisNexis Academic's numbered documents, and Nexis Uni's that end in "End of Document".

Nexis Uni prints title, outlet, day and copyright, then labels, `Body`, the text, `Classification` and more
labels. The older form prints the number, outlet and day, then the title, labels in capitals, the text and
labels again; the oldest has the title under `HEADLINE:`. (Layouts as read by the R packages LexisNexisTools
and tm.plugin.lexisnexis.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tellings.pages.archives.entry import Database, Entry
from tellings.pages.archives.labels import Part, colon_label, first, parts
from tellings.pages.archives.text import Block, Document, paragraphs
from tellings.pages.carried import find_day, iso_day, names_of

END = re.compile(r"End of Document|Ende des Dokuments|Fin du document|Fin del documento", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?:(?:Document|Dokument|Documento) )?\d+ (?:of|von|de|di|van) \d+(?: DOCUMENTS?| DOKUMENTE?)?$", re.IGNORECASE
)
COPYRIGHT = re.compile(r"copyright\b|©|\(c\) ?\d{4}|all rights reserved|alle rechte vorbehalten", re.IGNORECASE)
LINK = re.compile(r"(?:link to|link zum|lien vers|enlace a)\b|view original|\d+$", re.IGNORECASE)
COVER = re.compile(
    r"(?:Date and Time|Job Number|Documents? \(\d+\)|Client/Matter|Search Terms|Search Type|Narrowed by|Content Type"
    r"|Download Request|Time Of Request|Terms|Source|Project ID)\b"
)
BY = re.compile(r"^(?:by|von|par|por|door|di)\s+(?=\S)", re.IGNORECASE)
#: Fields with which the text has ended.
FEET = ("foot", "loaded", "language")
#: A day starts its line, after the weekday at most.
LEADING_DAY = 24


def split(document: Document) -> Sequence[Sequence[Block]]:
    """The blocks of each article; none where neither mark of Nexis stands in the document."""
    ends = [i for i, b in enumerate(document.blocks) if len(b) == 1 and END.fullmatch(b[0])]
    if ends and _labelled(document.blocks):
        starts = [0, *(end + 1 for end in ends)]
        return [document.blocks[a:b] for a, b in zip(starts, ends, strict=False)]
    starts = [i for i, b in enumerate(document.blocks) if NUMBERED.fullmatch(b[0])]
    if not starts or not _labelled(document.blocks):
        return ()
    return [document.blocks[a:b] for a, b in pairwise((*starts, len(document.blocks)))]


def _labelled(blocks: Sequence[Block]) -> bool:
    """Whether at least two labels that only Nexis prints stand in the document."""
    pattern = colon_label("nexis")
    marks = ("length", "load-date", "publication-type", "länge", "sprache", "longueur", "body", "classification")
    found = {m["label"].lower() for b in blocks for line in b if (m := pattern.match(line))}
    return len(found.intersection(marks)) >= 2


def read(blocks: Sequence[Block], wrapped: bool) -> Entry:
    """The article that some blocks hold."""
    found = parts(blocks, "nexis", colon_label("nexis"))
    title, outlet, day = _heading(found[0].blocks, numbered=bool(NUMBERED.fullmatch(blocks[0][0])) if blocks else False)
    byline = first(found, "byline")
    loaded = first(found, "loaded")
    return Entry(
        title=first(found, "title") or title,
        outlet=outlet,
        published=day or loaded,
        paragraphs=paragraphs(_without(_body(found), title), wrapped=wrapped),
        byline=names_of(BY.sub("", byline)) if byline else (),
        language=first(found, "language"),
        loaded=iso_day(loaded),
        url=first(found, "url"),
    )


def _body(found: Sequence[Part]) -> tuple[Block, ...]:
    """The blocks under `Body`; without it, those after the header's last label, up to the foot's first."""
    for i, part in enumerate(found):
        if part.field in FEET:
            break
        if part.field == "body":
            return (*part.blocks, *_until_foot(found[i + 1 :]))
        # the first block belongs to the label
        if part.label and len(part.blocks) > 1:
            return (*part.blocks[1:], *_until_foot(found[i + 1 :]))
    return ()


def _until_foot(found: Sequence[Part]) -> Iterator[Block]:
    """What stands up to the first label of the foot; labels of the header are words of the text here."""
    for part in found:
        if part.field in FEET:
            return
        yield (" ".join((f"{part.label}:", *(part.blocks[0] if part.blocks else ()))),)
        yield from part.blocks[1:]


def _without(blocks: Sequence[Block], title: str | None) -> Iterator[Block]:
    """Blocks without the title, which PDFs repeat on each page."""
    kept = (tuple(line for line in b if line != title) for b in blocks)
    return (b for b in kept if b)


def _heading(blocks: Sequence[Block], *, numbered: bool) -> tuple[str | None, str | None, str | None]:
    """Title, outlet and day from the lines before the first label."""
    lines = [(i, line) for i, b in enumerate(blocks) for line in b if _speaks(line)]
    dated = next((n for n in range(len(lines) - 1, -1, -1) if _is_day(lines[n][1])), None)
    if dated is None:
        return (lines[-1][1] if lines else None), None, None
    place, day = lines[dated]
    outlet = lines[dated - 1][1] if dated else None
    after = [line for i, line in lines[dated + 1 :] if i != place]
    if numbered:
        below = lines[dated + 1 :]
        own = [line for i, line in below if i == next((j for j, _ in below if j != place), -1)]
        return " ".join(own) or None, outlet, day
    above = lines[: max(0, dated - 1)]
    # a title that a narrow page breaks has all its lines in the outlet's block or in the one above it
    title = [line for i, line in above if i == above[-1][0]] if above else after[:1]
    # PDFs print it twice on the first page
    return " ".join(dict.fromkeys(title)) or None, outlet, day


def _speaks(line: str) -> bool:
    return not (COPYRIGHT.search(line) or LINK.match(line) or NUMBERED.fullmatch(line) or COVER.match(line))


def _is_day(line: str) -> bool:
    found = find_day(line)
    return found is not None and found[0] <= LEADING_DAY and len(line) < 100


DATABASE = Database("Nexis", split, read)
