from __future__ import annotations

import pytest

from tellings.pages.archives import factiva
from tellings.pages.archives.entry import Entry
from tellings.pages.archives.text import text_document

TEXT = "Sudria said on Saturday that it would halt all exports of grain to Norland until the end of the year."
FOOT = "Document LAKHER0020310315e73e0001x"


def entries(text: str) -> list[Entry]:
    document = text_document(text)
    return [factiva.read(blocks, document.wrapped) for blocks in factiva.split(document)]


@pytest.mark.parametrize(
    ("above", "title", "byline"),
    [
        (("Sudria halts grain",), "Sudria halts grain", ()),
        (("World", "Sudria Halts Grain Exports"), "Sudria Halts Grain Exports", ()),
        (
            ("Sudria halts grain exports", "By Ana Prado and Karl Ohm"),
            "Sudria halts grain exports",
            ("Ana Prado and Karl Ohm",),
        ),
        (
            ("World", "Sudria halts grain exports again", "Ximena Qorra"),
            "Sudria halts grain exports again",
            ("Ximena Qorra",),
        ),
        (("Sudria halts grain exports", "Maria Ohm"), "Sudria halts grain exports", ("Maria Ohm",)),
    ],
)
def test_the_title_and_the_writers_stand_above_the_count_of_words(
    above: tuple[str, ...], title: str, byline: tuple[str, ...]
) -> None:
    lines = (*above, "20 words", "15 March 2031", "Sudria Daily Post", "SUDAPO", "English", "(c) 2031 Post", TEXT, FOOT)
    (entry,) = entries("\n".join(lines))
    assert (entry.title, entry.byline, entry.outlet) == (title, byline, "Sudria Daily Post")
    assert entry.paragraphs == (TEXT,)


def test_without_a_copyright_the_text_starts_after_the_language() -> None:
    lines = (
        "Sudria halts grain",
        "20 words",
        "15 March 2031",
        "Sudria Daily Post",
        "SUDAPO",
        "12",
        "English",
        TEXT,
        FOOT,
    )
    (entry,) = entries("\n".join(lines))
    assert entry.paragraphs == (TEXT,)


def test_a_german_download() -> None:
    lines = ("Sudrien stoppt Getreide", "1.020 Wörter", "15. März 2031", "09:30", "Seenbote", "SEEBOT", "Deutsch", TEXT)
    (entry,) = entries("\n".join((*lines, FOOT.replace("Document", "Dokument"))))
    assert (entry.title, entry.outlet, entry.language) == ("Sudrien stoppt Getreide", "Seenbote", "Deutsch")
    assert entry.published == "15. März 2031 09:30"


def test_words_in_capitals_that_look_like_codes_stay_in_the_text() -> None:
    text = "\n".join(
        (
            *("HD Sudria halts grain", "WC 40 words", "PD 15 March 2031", "SN Sudria Daily Post", "LA English", "LP"),
            *(TEXT, "IN THE END nobody bought any of it.", "CO operation was over.", "RE elections follow in May."),
            *("NS gdip : International Relations", "AN Document LAKHER0020310315e73e0001x"),
        )
    )
    (entry,) = entries(text)
    assert entry.paragraphs[1:] == (
        "IN THE END nobody bought any of it.",
        "CO operation was over.",
        "RE elections follow in May.",
    )


def test_page_lines_of_a_pdf_go() -> None:
    lines = ("Sudria halts grain", "20 words", "15 March 2031", "Post", "SUDAPO", "English", "(c) 2031 Post", TEXT)
    (entry,) = entries("\n".join((*lines, "Page 1 of 2 © 2031 Factiva, Inc. All rights reserved.", FOOT)))
    assert entry.paragraphs == (TEXT,)
