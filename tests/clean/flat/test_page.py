"""Flat pages as a whole; what single steps do stands beside them."""

from __future__ import annotations

from tellings.clean import clean
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
