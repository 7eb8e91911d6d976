from __future__ import annotations

from lxml.html import document_fromstring

from tellings.clean.fields.metadata import read_metadata

PAGE = '<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script></head><body></body></html>'


def sure_of(value: str) -> float:
    (stated,) = read_metadata(document_fromstring(PAGE.format(value))).stated
    return stated.confidence


def test_the_first_second_of_a_year_is_no_sure_day() -> None:
    assert sure_of("2031-01-01T00:00:00+00:00") < 0.8
    assert sure_of("2031-01-01T09:30:00+00:00") > 0.9
    assert sure_of("2031-02-01T00:00:00Z") > 0.9
