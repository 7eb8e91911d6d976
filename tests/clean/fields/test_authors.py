from __future__ import annotations

import pytest
from lxml.html import fromstring

from tellings.clean.fields.authors import Authors, marked_authors, sorted_out
from tellings.clean.fields.jsonld import Named


def marked(body: str) -> Authors:
    return marked_authors(fromstring(f"<html><body><h1>Talks go on</h1>{body}</body></html>"), "Harbour Post")


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<p class="byline">By Mara Lind, <span>Ostrel bureau</span></p>', ("Mara Lind",)),
        ('<a rel="author" href="/staff/mara">Mara Lind</a>', ("Mara Lind",)),
        ('<span itemprop="author"><b>Mara</b> Lind</span>', ("Mara Lind",)),
        ('<div class="comment"><span class="author">Mara Lind</span></div>', ()),
        ('<div class="teaser"><p class="author">Mara Lind</p></div>', ()),
        ('<a rel="author" href="/author/admin/">Harbour D</a>', ()),
    ],
)
def test_bylines_in_the_markup(body: str, names: tuple[str, ...]) -> None:
    assert marked(body).people == names


def test_people_agency_and_house_are_told_apart() -> None:
    named = [Named("Mara Lind"), Named("dpa"), Named("Harbour Post"), Named("Ferry Office", organisation=True)]
    assert sorted_out(named, "The Harbour Post") == Authors(("Mara Lind",), "dpa", "Harbour Post")
