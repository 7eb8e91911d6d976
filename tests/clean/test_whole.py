from __future__ import annotations

from tellings.clean import clean
from tellings.model.article import Article
from tellings.model.page import Hints, Page
from tellings.pages.make import make_page


def article(text: str, **hints: object) -> Article:
    page = make_page("news.docx#1", text.encode(), hints=Hints(whole=True, **hints))  # type: ignore[arg-type]
    assert isinstance(page, Page)
    return clean(page).article


def test_a_short_item_of_one_paragraph_is_kept() -> None:
    found = article("Sudria halted grain exports to Norland.", title="Sudria halts grain exports")
    assert (found.title, found.text) == ("Sudria halts grain exports", "Sudria halted grain exports to Norland.")


def test_lines_that_would_be_furniture_on_a_page_are_kept() -> None:
    lines = (
        "Ministers of both countries met in Vell on Friday and agreed on three points.",
        "* The bridge",
        "* The ferry",
        "READ MORE: the full text of the accord",
        "Subscribe now",
        "The talks go on in May, both sides said after the meeting.",
    )
    assert article("\n\n".join(lines)).text == "\n\n".join(lines)


def test_the_carrier_s_fields_are_the_article_s() -> None:
    found = article(
        "VELL (Reuters) - Ministers of both countries met on Friday.\n\nThey will meet again.",
        title="Ministers meet",
        outlet="The Lakeside Herald",
        byline=("Ana Prado and Karl Ohm",),
        published="14 March 2031 12:05",
        seen="2031-03-16",
    )
    assert (found.title, found.outlet, found.byline) == (
        "Ministers meet",
        "The Lakeside Herald",
        ("Ana Prado", "Karl Ohm"),
    )
    assert (found.agency, found.dateline_place, found.seen) == ("Reuters", "Vell", "2031-03-16")
    assert [stated.value for stated in found.stated] == ["2031-03-14T12:05:00"]


def test_an_agency_that_signs_is_the_agency_and_no_person() -> None:
    found = article("Ministers of both countries met on Friday.", byline=("AFP",))
    assert (found.agency, found.byline) == ("AFP", ())


def test_the_title_goes_from_the_text_where_it_stands_again() -> None:
    found = article("Ministers meet\n\nThe ministers met on Friday.", title="Ministers Meet")
    assert found.text == "The ministers met on Friday."


def test_runs_lead_back_to_the_page() -> None:
    text = "The ministers met.\n\nThey will meet again."
    found = article(text)
    assert [text[run.page_start : run.page_start + run.end - run.start] for run in found.runs] == text.split("\n\n")
