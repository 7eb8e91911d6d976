from __future__ import annotations

import io
import time
import zipfile

import docx
import pypdf
import pytest
from pages.archives.samples import BRIDGE, nexis_uni
from pages.archives.writers import pdf, rtf, word, wrapped

from tellings.model.page import Page, Reject
from tellings.pages.archives import documents
from tellings.pages.archives.documents import read_document

TEXT = BRIDGE.paragraphs


def one(data: bytes, name: str = "note") -> Page | Reject:
    (found,) = read_document(name, data)
    return found


def reject(data: bytes) -> Reject:
    found = one(data)
    assert isinstance(found, Reject)
    return found


@pytest.mark.parametrize("data", [word(TEXT), rtf(TEXT), pdf([[line for p in TEXT for line in (*wrapped(p), "")]])])
def test_a_document_that_is_no_download_is_one_page_of_text(data: bytes) -> None:
    page = one(data)
    assert isinstance(page, Page)
    assert (page.name, page.kind, page.hints.whole) == ("note", "text", False)
    assert page.text == "\n\n".join(TEXT)


def test_rtf_keeps_letters_of_every_script_and_the_words_of_links() -> None:
    link = r"{\field{\*\fldinst{ HYPERLINK "
    link += r'"https://example.org/x"}}{\fldrslt the report}}'
    data = rtf(["Ministři v Žďáru — 日本 😀 LINKHERE of May."]).replace(b"LINKHERE", link.encode())
    data = data.replace(rb"\u128512?", rb"\u-10179?\u-8704?")
    page = one(data)
    assert isinstance(page, Page)
    assert page.text == "Ministři v Žďáru — 日本 😀 the report of May."


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_a_word_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"word/document.xml": b" " * (documents.MAX_PART + 1)})
    assert len(bomb) < 100_000
    assert "unpacks to" in reject(bomb).reason


def test_an_entity_bomb_in_a_word_file_expands_to_nothing() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">{entities}]>'
    held = io.BytesIO(word(TEXT))
    with zipfile.ZipFile(held) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    body = files["word/document.xml"].decode().split("?>", 1)[1].replace("Norland", "&e11;", 1)
    started = time.process_time()
    one(zipped({**files, "word/document.xml": (xml + body).encode()}))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        (zipped({"a.txt": b"x"}), "ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "before 2007"),
        (zipped({"word/document.xml": b"<broken"}), "broken"),
        (b"PK\x03\x04 and no more", "broken"),
        (word(TEXT)[:-200], "broken"),
        (b"%PDF-1.7 and no more", "PDF is broken"),
        (pdf([[]]), "holds no text"),
        (b"{\\rtf1 }", "holds no text"),
        (b"{\\rtf1" + b" " * (21 << 20), "bigger than 20 MB"),
        (b"%PDF" + b" " * (51 << 20), "bigger than 50 MB"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    rejected = reject(data)
    assert reason in rejected.reason
    assert rejected.remedy


def test_a_locked_pdf_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["The bridge is old and will be built anew."]])))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert "password" in reject(held.getvalue()).reason


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["The bridge is old and will be built anew."]])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert isinstance(one(held.getvalue()), Page)


def test_an_article_without_its_text_is_a_reject_beside_the_others() -> None:
    lines = [line for line in nexis_uni((BRIDGE,)) if line not in (*BRIDGE.paragraphs, "Body")]
    first, second = read_document("news.docx", word([*lines, *nexis_uni((BRIDGE,))]))
    assert isinstance(first, Reject)
    assert "has no text" in first.reason
    assert isinstance(second, Page)


@pytest.mark.parametrize(
    "piece", [rb"{\field{\*\fldinst{ HYPERLINK ", rb"\f1", rb"\fcharset1", rb"{\fonttbl", b"{", rb"\'e4", rb"\u1"]
)
def test_hostile_rtf_takes_linear_time(piece: bytes) -> None:
    started = time.process_time()
    list(read_document("bomb.rtf", rb"{\rtf1{\fonttbl{\f0\fcharset0 Arial;" + piece * 40_000))
    assert time.process_time() - started < 5


def test_a_merged_cell_of_a_word_table_is_read_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    merged = table.cell(0, 0).merge(table.cell(0, 1))
    merged.text, table.cell(0, 2).text = "The bridge is old.", "It will be built anew."
    held = io.BytesIO()
    document.save(held)
    page = one(held.getvalue())
    assert isinstance(page, Page)
    assert page.text == "The bridge is old.\n\nIt will be built anew."
