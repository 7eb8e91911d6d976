from __future__ import annotations

from pages.archives.samples import BRIDGE, Told, nexis_uni
from pages.archives.writers import pdf, wrapped

from tellings.model.page import Page
from tellings.pages.archives.documents import read_document
from tellings.pages.archives.pdf import without_furniture


def test_page_numbers_and_lines_that_head_many_pages_go_and_no_others() -> None:
    pages = [
        ["Lakeside Archive", f"It was day {n}.", "1990", "", f"Nobody came in {n}.", f"Page {n} of 4"]
        for n in range(1, 5)
    ]
    assert without_furniture(pages) == [[f"It was day {n}.", "1990", "", f"Nobody came in {n}."] for n in range(1, 5)]


def test_marks_and_outlets_that_stand_at_the_edges_of_many_pages_stay() -> None:
    """Each article on pages of its own, all of one outlet, as Nexis prints them."""
    told = tuple(
        Told(f"Talks, day {n}", BRIDGE.outlet, "14 March 2031", "Ana Prado", BRIDGE.paragraphs) for n in range(1, 6)
    )
    pages = []
    for one in told:
        lines = nexis_uni((one,))[7:]
        pages.append(["Page 1 of 1", one.title, *(line for text in lines for line in (*wrapped(text), ""))])
    found = [page for page in read_document("news.pdf", pdf(pages)) if isinstance(page, Page)]
    assert [(page.hints.title, page.hints.outlet) for page in found] == [(one.title, one.outlet) for one in told]
    assert {page.text for page in found} == {"\n\n".join(BRIDGE.paragraphs)}


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    text = (
        "The ministers of both countries met on Friday and spoke for three hours about the bridge over the river, which"
    )
    (page,) = read_document("news.pdf", pdf([[text, "1"], ["both want rebuilt.", "", "They meet again in May.", "2"]]))
    assert isinstance(page, Page)
    assert page.text == f"{text} both want rebuilt.\n\nThey meet again in May."
