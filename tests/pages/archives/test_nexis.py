from __future__ import annotations

from pages.archives.samples import BRIDGE

from tellings.pages.archives import nexis
from tellings.pages.archives.entry import Entry
from tellings.pages.archives.text import Document, text_document

BODY = "\n\n".join(BRIDGE.paragraphs)


def entries(text: str) -> list[Entry]:
    document = text_document(text)
    return [nexis.read(blocks, document.wrapped) for blocks in nexis.split(document)]


def test_the_oldest_form_has_its_title_under_a_label_and_its_copyright_on_top() -> None:
    (entry,) = entries(
        "                 1 of 1 DOCUMENT\n\n     Copyright 2031 The Lakeside Herald Company\n\n"
        "              The Lakeside Herald\n\n     March 14, 2031, Friday, Late Edition - Final\n\n"
        f"SECTION: Section A; Page 1\n\nLENGTH: 86 words\n\nHEADLINE: {BRIDGE.title}\n\nBYLINE: By ANA PRADO\n\n"
        f"DATELINE: VELL, March 14\n\n BODY:\n\n{BODY}\n\nGRAPHIC: The bridge.\n\nLOAD-DATE: March 15, 2031\n"
    )
    assert (entry.title, entry.outlet, entry.byline) == (BRIDGE.title, BRIDGE.outlet, ("ANA PRADO",))
    assert entry.published == "March 14, 2031, Friday, Late Edition - Final"
    assert entry.paragraphs == BRIDGE.paragraphs


def test_a_german_download() -> None:
    (entry,) = entries(
        "                 Dokument 1 von 1\n\n\n          Seenbote\n\n       14. März 2031 Freitag\n\n"
        f"{BRIDGE.title}\n\nAUTOR: Von Ana Prado\n\nRUBRIK: Politik; S. 1\n\nLÄNGE: 86 Wörter\n\n{BODY}\n\n"
        "UPDATE: 15. März 2031\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n\nCopyright 2031 Seenbote\n"
    )
    assert (entry.title, entry.outlet, entry.published) == (BRIDGE.title, "Seenbote", "14. März 2031 Freitag")
    assert (entry.byline, entry.loaded) == (("Ana Prado",), "2031-03-15")
    assert entry.paragraphs == BRIDGE.paragraphs


def test_an_entry_without_a_text_has_no_paragraphs() -> None:
    (entry,) = entries(
        "A picture of the bridge\nThe Lakeside Herald\nMarch 14, 2031 Friday\nCopyright 2031 The Lakeside Herald\n"
        "Length: 12 words\nClassification\nLanguage: ENGLISH\nLoad-Date: March 15, 2031\nEnd of Document\n"
    )
    assert entry.title == "A picture of the bridge"
    assert entry.paragraphs == ()


def test_labels_of_the_header_inside_the_text_are_words_of_it() -> None:
    (entry,) = entries(
        "Plan\nThe Lakeside Herald\nMarch 14, 2031 Friday\nLength: 12 words\nBody\nThe bridge is described so.\n"
        "Length: 90 metres\nIt will be built by May.\nClassification\nLoad-Date: March 15, 2031\nEnd of Document\n"
    )
    assert entry.paragraphs == ("The bridge is described so.", "Length: 90 metres", "It will be built by May.")


def test_a_title_that_a_narrow_page_breaks_is_joined() -> None:
    blocks = (
        ("Norland and Sudria open talks", "on the river bridge"),
        ("The Lakeside Herald",),
        ("March 14, 2031 Friday",),
        ("Length: 3 words",),
        ("Body",),
        ("They talked.",),
        ("Load-Date: March 15, 2031",),
        ("End of Document",),
    )
    document = Document(blocks, wrapped=True)
    (entry,) = [nexis.read(found, True) for found in nexis.split(document)]
    assert entry.title == "Norland and Sudria open talks on the river bridge"


def test_the_title_that_a_pdf_repeats_on_each_page_goes() -> None:
    (entry,) = entries(
        "Plan\nThe Lakeside Herald\nMarch 14, 2031 Friday\nLength: 12 words\nBody\nThe bridge is old.\nPlan\n"
        "It will be built anew.\nClassification\nLoad-Date: March 15, 2031\nEnd of Document\n"
    )
    assert entry.paragraphs == ("The bridge is old.", "It will be built anew.")
