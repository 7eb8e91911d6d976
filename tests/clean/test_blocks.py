"""A page in its own order: nothing of it is left without a rule, and every place is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tellings.pages
from tellings.clean import NoArticleError, clean
from tellings.clean.blocks import GAP, Block, blocks, in_page
from tellings.model.article import Cleaned
from tellings.model.page import Page
from tellings.model.spans import Span, holds

EXAMPLES = Path(__file__).parents[2] / "examples/pages"
LINES = (
    "The ministers of Zambora and Kintale met on Sunday in the border town of Luvazi to talk about the ferry.",
    '"We are glad that the river is open again," the minister of Kintale told reporters after the meeting.',
    "Kintale had closed the river to ships in February, and traders on both sides had asked for it to be opened.",
    "River talks open the way for the ferry",
    "By Ola Rask",
    "3 March 2031",
    "Share this article",
    "Sign up for our newsletter",
    "Photo: the ferry at Luvazi (Ida Rask)",
    "var page = {id: 4};",
    "MOST READ",
    "© 2031 The Luvazi Courier",
    "",
    "  ",
    "\u3000",
)


def read(folder: Path) -> list[Page]:
    return [page for page in tellings.pages.read([str(folder)]) if isinstance(page, Page)]


def unexplained(page: Page, cleaned: Cleaned) -> str:
    """What of a page's text is neither kept nor left out with a rule."""
    letters = list(page.text)
    for block in blocks(cleaned):
        assert block.rule
        assert block.start is not None
        assert block.end is not None
        letters[block.start : block.end] = " " * (block.end - block.start)
    return "".join(letters).strip()


def check_places(page: Page, cleaned: Cleaned) -> list[Block]:
    """Every block stands where it says, in the order of the page, and the article is whole."""
    found = list(blocks(cleaned))
    for block in found:
        if block.start is not None:
            assert holds(page.text[block.start : block.end], block.text)
    starts = [block.start for block in found if block.start is not None]
    assert starts == sorted(starts)
    assert GAP.join(block.text for block in found if block.kept) == cleaned.article.text
    for run in cleaned.article.runs:
        text = cleaned.article.text[run.start : run.end]
        assert page.text[run.page_start : run.page_start + len(text)] == text
    return found


@pytest.mark.parametrize("page", read(EXAMPLES), ids=lambda page: Path(page.name).name)
def test_each_example_is_explained_and_its_places_are_right(page: Page) -> None:
    cleaned = clean(page)
    check_places(page, cleaned)
    if page.kind == "text":
        assert unexplained(page, cleaned) == ""


def test_the_real_pages_are_explained_and_their_places_are_right(seeds: Path) -> None:
    for page in read(seeds):
        cleaned = clean(page)
        check_places(page, cleaned)
        assert page.kind == "html" or unexplained(page, cleaned) == ""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_no_line_of_a_flat_page_is_without_a_rule(lines: list[str]) -> None:
    page = Page("p1", "page.txt", "text", "\n".join(lines))
    try:
        cleaned = clean(page)
    except NoArticleError:
        return
    check_places(page, cleaned)
    assert unexplained(page, cleaned) == ""


def test_the_title_and_what_follows_the_article_have_their_rules() -> None:
    text = "\n\n".join((LINES[3], LINES[4], *LINES[:3], LINES[7], LINES[10], "Goats win a prize at the fair"))
    found = {block.text: block.rule for block in blocks(clean(Page("p1", "page.txt", "text", text)))}
    assert found[LINES[3]] == "title"
    assert found[LINES[4]] == "byline"
    assert found[LINES[0]] == found[LINES[2]] == "article"
    assert found[LINES[7]] == "subscribe and follow"


def test_an_article_of_its_title_alone_has_no_blocks_that_are_kept() -> None:
    cleaned = clean(Page("p1", "page.txt", "text", "River talks open the way for the ferry\n3 March 2031"))
    assert [(block.rule, block.kept) for block in blocks(cleaned)] == [("title", False), ("time stamp", False)]


def test_a_paragraph_that_html_parts_with_marks_is_shown_without_a_place() -> None:
    bold = LINES[0].replace("Sunday", "<b>Sunday</b>")
    page = Page(
        "p1", "page.html", "html", f"<html><body><article><p>{bold}</p><p>{LINES[1]}</p></article></body></html>"
    )
    found = check_places(page, clean(page))
    assert [block.text for block in found if block.kept] == list(LINES[:2])


def test_a_span_of_an_article_is_found_in_its_page() -> None:
    page = read(EXAMPLES)[0]
    article = clean(page).article
    second = article.text.index(GAP) + len(GAP)
    place = in_page(article, Span(second, second + 20))
    assert place
    assert page.text[place.start : place.end] == article.text[second : second + 20]


def test_a_paragraph_in_entities_stands_in_the_page_with_them() -> None:
    words = "We met on Monday in Port Selm to speak of the river &amp; of trade, and of nothing else at all, my friends"
    text = f"<article><h1>Talks</h1>{f'<p>&ldquo;{words}&rdquo;</p><p>The minister said: {words}.</p>' * 3}</article>"
    cleaned = clean(Page("p", "p.html", "html", text))
    first = Span(0, cleaned.article.text.index(GAP))
    place = in_page(cleaned.article, first)
    assert place is not None
    assert text[place.start : place.end] == f"&ldquo;{words}&rdquo;"
