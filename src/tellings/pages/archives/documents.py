"""Word, RTF and PDF files, by the libraries made for them, within stated bounds."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import groupby

import docx
import docx.opc.exceptions
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from striprtf.striprtf import font_table_group, rtf_to_text

from tellings.model.page import Page, Reject
from tellings.pages.archives.articles import split_document
from tellings.pages.archives.kinds import MAX_DOCUMENT, OLD_OFFICE, RTF, ZIP, is_pdf
from tellings.pages.archives.pdf import UnreadableError, pdf_document
from tellings.pages.archives.text import Document, blocks_of, paragraphs
from tellings.pages.make import make_page, reject

MB = 1 << 20
#: The most that a Word file may unpack to.
MAX_UNPACKED = 200 * MB
#: What is unpacked from one part of a Word file is parsed whole, at some ten times its size in memory.
MAX_PART = 50 * MB
#: RTF is read at some 2 MB a CPU second.
MAX_RTF = 20 * MB

REMEDY = "Open it in a word processor and save it again, or export it as text."
CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
FONT = re.compile(r"\\f(\d{1,5})[^;{}]{0,200}?\\fcharset(\d{1,3})")


def read_document(name: str, data: bytes) -> Iterator[Page | Reject]:
    """Give the articles of a download, each a page; of any other document one page of text."""
    if len(data) > MAX_DOCUMENT:
        yield reject(name, f"the document is bigger than {MAX_DOCUMENT // MB} MB", "Export it in smaller parts.")
        return
    try:
        document = _reader(data)(data)
    except UnreadableError as error:
        yield reject(name, error.reason, error.remedy)
        return
    found = False
    for page in split_document(name, document):
        found = True
        yield page
    if not found:
        yield _one_page(name, data, document)


def _reader(data: bytes) -> Callable[[bytes], Document]:
    if data.startswith(ZIP):
        return word_document
    if data.startswith(OLD_OFFICE):
        raise UnreadableError("the file is of Word or Excel before 2007", "Save it as .docx, or a table as CSV.")
    return rtf_document if data.startswith(RTF) else pdf_document


def _one_page(name: str, data: bytes, document: Document) -> Page | Reject:
    text = "\n\n".join(paragraphs(document.blocks, wrapped=document.wrapped))
    if text.strip():
        return make_page(name, text.encode("utf-8", "replace"), charset="utf-8")
    kind = "a PDF of pictures" if is_pdf(data) else "an empty document"
    return reject(name, f"the file holds no text: it is {kind}", "Give a file with text; pictures need OCR first.")


def word_document(data: bytes) -> Document:
    """The blocks of a Word file: its paragraphs and cells, in order.

    Raises:
        UnreadableError: for archives that hold no Word document, and for those that unpack to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
        return Document(blocks_of(_word_texts(docx.Document(io.BytesIO(data)))), wrapped=False)
    except UnreadableError:
        raise
    except Exception as error:  # a broken Word file fails in a dozen ways, in zipfile, lxml and python-docx
        raise UnreadableError(f"the Word document is broken: {type(error).__name__}: {error}", REMEDY) from error


def _check(archive: zipfile.ZipFile) -> None:
    sizes = [info.file_size for info in archive.infolist()]
    names = archive.namelist()
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise UnreadableError("the archive is encrypted", "Save it without a password.")
    if "xl/workbook.xml" in names:
        raise UnreadableError("the file is a spreadsheet", "Save it as CSV, and name its columns where needed.")
    if "word/document.xml" not in names:
        raise UnreadableError("the file is a ZIP archive of other files", "Unpack it and give the folder.")
    if sum(sizes) > MAX_UNPACKED or max(sizes) > MAX_PART:
        raise UnreadableError(f"the Word document unpacks to {sum(sizes) // MB} MB", "Export it in smaller parts.")


def _word_texts(holder: WordDocument | _Cell) -> Iterator[str]:
    for item in holder.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text
        else:
            yield from _table_texts(item)


def _table_texts(table: Table) -> Iterator[str]:
    for row in table.rows:
        # a merged cell is given once for each column that it spans
        for _, (cell, *_spanned) in groupby(row.cells, key=lambda cell: cell._tc):
            yield from _word_texts(cell)


def rtf_document(data: bytes) -> Document:
    """The blocks of an RTF file: its paragraphs and cells, in order.

    Raises:
        UnreadableError: for broken files and those of more than 20 MB.
    """
    if len(data) > MAX_RTF:
        raise UnreadableError(f"the RTF file is bigger than {MAX_RTF // MB} MB", "Export it in smaller parts.")
    try:
        text = rtf_to_text(_plain_rtf(data.decode("latin-1")), errors="replace")
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        raise UnreadableError(f"the RTF file is broken: {error}", REMEDY) from error
    # striprtf joins the halves of characters beyond 16 bits as they stand
    return Document(
        blocks_of(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split("\n")), wrapped=False
    )


def _plain_rtf(text: str) -> str:
    """RTF as striprtf reads it in linear time, with cells as paragraphs and links as their words.

    Its patterns for links and for fonts try every pair of places on a line: 1 MB on one line takes minutes.
    """
    fonts = font_table_group(text)
    plain = "".join(rf"{{\f{number}\fcharset{charset} x;}}" for number, charset in FONT.findall(fonts))
    text = text.replace(fonts, rf"{{\fonttbl{plain}}}", 1) if fonts else text
    return CELL.sub(r"\\par ", text.replace(r"\fldinst{", r"\fldinst {"))
