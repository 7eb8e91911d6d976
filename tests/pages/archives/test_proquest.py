from __future__ import annotations

from tellings.pages.archives import proquest
from tellings.pages.archives.entry import Entry
from tellings.pages.archives.text import text_document

TEXT = "Sudria said on Saturday that it would halt all exports of grain to Norland until the end of the year."
FOOT = "Publication title: Sudria Daily Post; Sudra City\nProQuest document ID: 251439\nDatabase: World Dailies\n"


def entries(text: str) -> list[Entry]:
    document = text_document(text)
    return [proquest.read(blocks, document.wrapped) for blocks in proquest.split(document)]


def test_fields_that_the_foot_lacks_come_from_the_publication_info() -> None:
    (entry,) = entries(
        "Sudria halts grain\nPublication info: Sudria Daily Post ; Sudra City [Sudra City]15 Mar 2031: A.2.\n"
        f"Full text: {TEXT}\nSubject: Grain\nProQuest document ID: 251439\n"
    )
    assert (entry.title, entry.outlet, entry.published) == ("Sudria halts grain", "Sudria Daily Post", "2031-03-15")


def test_the_form_with_headings_in_capitals() -> None:
    (entry,) = entries(
        f"Sudria halts grain\nPublication info: Post\nABSTRACT\nGrain.\nFULL TEXT\n{TEXT}\nDETAILS\nSubject: Grain\n{FOOT}LINKS\n"
    )
    assert entry.paragraphs == (TEXT,)


def test_writers_as_the_page_signed_and_nobody() -> None:
    signed = f"Halt\nAuthor: By Karl Ohm, Post Correspondent\nFull text: {TEXT}\n{FOOT}"
    nobody = f"Halt\nAuthor: Anonymous\nFull text: {TEXT}\n{FOOT}"
    assert [entry.byline for entry in entries(signed + nobody)] == [("Karl Ohm",), ()]


def test_an_entry_that_was_saved_without_its_text() -> None:
    (entry,) = entries(f"Sudria halts grain\nFull text: Not available.\n{FOOT}")
    assert entry.paragraphs == ()


def test_a_place_of_the_article_that_stands_alone_is_no_label() -> None:
    (entry,) = entries(f"Halt\nFull text: {TEXT}\nPeople\nThey queued for bread.\n{FOOT}")
    assert entry.paragraphs == (TEXT, "People", "They queued for bread.")
