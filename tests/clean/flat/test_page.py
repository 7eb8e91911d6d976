"""Flat pages as a whole; what single steps do stands beside them."""

from __future__ import annotations

from tellings.clean import clean
from tellings.model.article import Cleaned
from tellings.model.page import Hints, Page
from tellings.pages.make import make_page


def test_what_the_carrier_says_of_title_outlet_and_writers_is_believed() -> None:
    first = "The foreign ministers of Norland and Sudria met in Vell on Friday and spoke about the bridge."
    text = f"By Somebody Else\n\n{first}\n\nThey agreed after three hours of talks to meet again in the spring, both sides said."
    hints = Hints(title="Ministers meet over a bridge", outlet="The Lakeside Herald", byline=("Ana Prado",))
    page = make_page("row#1", text.encode(), hints=hints)
    assert isinstance(page, Page)
    article = clean(page).article
    assert (article.title, article.outlet, article.byline) == (hints.title, hints.outlet, hints.byline)
    assert article.text.startswith(first)


TITLE = "Karvania and Ostrel reopen their river crossing"
BODY = """Karvania and Ostrel agreed on Thursday to reopen the river crossing that they closed two years ago, both governments said.
The foreign ministers of both countries met for four hours and signed a protocol that names the day of the first bus.
Ostrel closed the crossing after a quarrel over fishing rights, and its traders have asked to reopen it ever since."""


def cleaned(*lines: str) -> Cleaned:
    page = make_page("page.txt", "\n".join(lines).encode())
    assert isinstance(page, Page)
    return clean(page)


def test_a_list_stays_whole_though_its_entries_end_in_semicolons() -> None:
    entries = ("- buses will run on market days;", "- fees go back to those of two years ago;", "- fines are void.")
    text = cleaned(TITLE, BODY, "Under the protocol:", *entries, BODY.replace("Thursday", "Friday")).article.text
    assert all(line in text for line in ("Under the protocol:", *entries))


def test_a_notice_of_translation_above_the_text_is_none_of_it() -> None:
    article = cleaned("Machine translation. The original is in Russian.", f"OSLO, May 2. /TASS/. {BODY}").article
    assert article.text.startswith("OSLO, May 2.")
    assert (article.translated, article.agency, article.dateline_place) == (True, "TASS", "Oslo")


def test_one_paragraph_above_byline_and_dateline_is_a_standfirst() -> None:
    standfirst = "Buses between the two banks are to run again from the autumn, after a long quarrel over fees."
    article = cleaned(TITLE, standfirst, "By Ana Prado and Jon Reel", f"Oslo (dpa) - {BODY}").article
    assert article.text.startswith("Oslo (dpa) -")
    assert (article.subtitle, article.dateline_place) == (standfirst, "Oslo")


def test_a_sentence_above_the_text_that_ends_in_a_house_s_credit_is_a_caption() -> None:
    article = cleaned(TITLE, "14/05/2031", "Lorries wait at the eastern bank. EFE/Archivo", BODY).article
    assert article.captions == ("Lorries wait at the eastern bank.",)
    assert article.photo_credits == ("EFE/Archivo",)


def test_the_foot_of_a_page_may_credit_the_agency() -> None:
    assert cleaned(TITLE, BODY, "© 2031 AFP").article.agency == "AFP"
    assert cleaned(TITLE, BODY, "Read next", "A ferry runs aground", "© 2031 AFP").article.agency is None


def test_a_button_above_the_title_is_no_agency() -> None:
    assert cleaned("Home", "APP", "Sports", TITLE, "By Ana Prado", BODY).article.agency is None


def test_the_place_may_stand_beside_the_stamp_or_in_capitals_above_the_text() -> None:
    assert cleaned(TITLE, "Published - May 2, 2031 06:02 pm IST - Lima", BODY).article.dateline_place == "Lima"
    assert cleaned(TITLE, "Lima / 2 May 2031 - 17:45", BODY).article.dateline_place == "Lima"
    assert cleaned(TITLE, "By Ana Prado", "LIMA", BODY).article.dateline_place == "Lima"


def test_a_stamp_later_than_the_first_publication_is_an_update() -> None:
    stamps = ("Thu 6 May 2032 22.40 CEST", "First published on Thu 6 May 2032 07.15 CEST")
    stated = cleaned(TITLE, "Ana Prado (now) and Jon Reel (earlier)", *stamps, BODY).article.stated
    assert {(s.value[11:16], s.updated) for s in stated} == {("22:40", True), ("07:15", False)}
