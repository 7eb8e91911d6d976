from __future__ import annotations

import pytest

from tellings.model.page import Page, Reject
from tellings.pages.make import MAX_BYTES, make_page, sniff


def made(name: str, data: bytes, **kwargs: str) -> Page:
    page = make_page(name, data, **kwargs)  # type: ignore[arg-type]
    assert isinstance(page, Page)
    return page


def refused(name: str, data: bytes) -> Reject:
    page = make_page(name, data)
    assert isinstance(page, Reject)
    return page


def test_a_page_keeps_its_id_wherever_it_is_read_from() -> None:
    assert made("a/news.txt", b"Ministers met.").page_id == made("/b/c/news.txt", b"Ministers met.").page_id
    assert made("news.txt", b"Ministers met.").page_id != made("news.txt", b"Ministers met!").page_id


def test_the_address_goes_before_the_name() -> None:
    one = made("one.html", b"Ministers met.", url="https://example.org/a")
    other = made("other.html", b"Ministers met.", url="https://example.org/a")
    assert one.page_id == other.page_id


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n", "PNG image"),
        (b"12 34 -- 56", "no words"),
        (b"a" * (MAX_BYTES + 1), "bigger than 20 MB"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason_and_a_remedy(data: bytes, reason: str) -> None:
    rejected = refused("x.html", data)
    assert rejected.name == "x.html"
    assert reason in rejected.reason
    assert rejected.remedy


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<script>" + "let a = 1;" * 3000 + "</script><head><title>Talks</title></head><body>Talks", "html"),
        ("<script> is a tag that begins programs.", "text"),
        ("<!DOCTYPE html>\n<html><body>x", "html"),
        ("<!-- saved --> <html>", "html"),
        ("<div><p>One.</p><p>Two.</p></div>", "html"),
        ("Ministers met in Tallinn on Monday.", "text"),
        ("A text that shows <p> once.", "text"),
    ],
)
def test_the_kind_is_told_by_the_content(text: str, kind: str) -> None:
    assert sniff(text) == kind


def test_a_tag_with_thousands_of_attributes_is_refused() -> None:
    attributes = " ".join(f"a{n}" for n in range(5000))
    assert "1,000 attributes" in refused("x.html", f"<html><p {attributes}>Ministers met.".encode()).reason
    picture = f"<html><img src='data:{'QUJD ' * 5000}'><p>Ministers met.".encode()
    assert made("x.html", picture).kind == "html"


def test_a_page_of_more_tags_than_news_has_is_refused() -> None:
    assert "100,000 tags" in refused("x.html", b"<html>" + b"<p>a" * 100_000).reason
    assert made("x.html", b"<html>" + b"<p>a" * 50_000).kind == "html"
