"""Small writers of the formats in which databases give their articles."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence

import docx


def word(paragraphs: Sequence[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def word_table(rows: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """A table of two columns, of which the second may hold several paragraphs."""
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for label, paragraphs in rows:
        cells = table.add_row().cells
        cells[0].text = label
        cells[1].text = paragraphs[0]
        for paragraph in paragraphs[1:]:
            cells[1].add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _escaped(text: str) -> str:
    text = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(c if ord(c) < 128 else rf"\u{ord(c)}?" for c in text)


def rtf(paragraphs: Sequence[str]) -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\froman\fcharset204 Times;}}\f0\fs20 "
    return (head + "".join(rf"\pard {_escaped(p)}\par " for p in paragraphs) + "}").encode("ascii")


def rtf_table(rows: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}\f0 "
    body = ""
    for label, values in rows:
        held = r"\par ".join(map(_escaped, values))
        body += rf"\trowd\cellx1000\cellx9000 \intbl {label}\cell {held}\cell\row "
    return (head + body + "}").encode("ascii")


def pdf(pages: Sequence[Sequence[str]], *, size: int = 10) -> bytes:
    """Pages of lines; an empty line leaves a gap. Helvetica, which every reader knows."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        y, shown = 800, []
        for line in lines:
            if line:
                text = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
                shown.append(f"BT /F1 {size} Tf 1 0 0 1 50 {y} Tm ({text}) Tj ET")
            y -= 14
        content = "\n".join(shown)
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ).encode("ascii")


def wrapped(text: str, width: int = 90) -> list[str]:
    return textwrap.wrap(text, width)
