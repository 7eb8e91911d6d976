from __future__ import annotations

import io

from tellings.clean import clean
from tellings.model.page import Page, Reject
from tellings.pages.feeds import read_feed

TEXT = "The foreign ministers of Norland and Sudria met in the border town of Vell on Friday and agreed, after three hours of talks, to meet again in May."


def entries(text: str) -> list[Page | Reject]:
    return list(read_feed("feed.xml", io.BytesIO(text.encode())))


def test_the_whole_content_goes_before_the_summary() -> None:
    (page,) = entries(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel><title>Wire</title><language>en-gb</language><item><title>Talks &lt;b&gt;open&lt;/b&gt;</title><link>https://example.org/1</link>"
        f"<dc:creator>Ana Prado</dc:creator><description>They met.</description><content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded>"
        "<pubDate>Fri, 14 Mar 2031 12:05:00 GMT</pubDate></item></channel></rss>"
    )
    assert isinstance(page, Page)
    assert (page.name, page.kind) == ("https://example.org/1", "html")
    assert (page.hints.title, page.hints.outlet, page.hints.byline) == ("Talks open", "Wire", ("Ana Prado",))
    assert (page.hints.language, page.hints.published) == ("en", "Fri, 14 Mar 2031 12:05:00 GMT")
    article = clean(page).article
    assert (article.title, article.outlet, article.text) == ("Talks open", "Wire", TEXT)


def test_an_atom_entry_without_a_link_has_its_place_as_its_name() -> None:
    (page,) = entries(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title>Wire</title><entry><title>Talks</title>"
        f"<content type='text'>{TEXT}</content><updated>2031-03-14T12:05:00Z</updated></entry></feed>"
    )
    assert isinstance(page, Page)
    assert (page.name, page.kind, page.hints.published) == ("feed.xml#1", "text", "2031-03-14T12:05:00Z")


def test_an_aggregator_s_entry_names_its_own_source() -> None:
    (page,) = entries(
        "<rss version='2.0'><channel><title>All news</title><item><link>https://example.org/1</link>"
        f"<source url='https://example.org'>Lakeside Herald</source><description>{TEXT}</description></item></channel></rss>"
    )
    assert isinstance(page, Page)
    assert page.hints.outlet == "Lakeside Herald"


def test_an_entry_with_a_title_alone_is_a_page_of_its_title() -> None:
    headline, nothing = entries(
        "<rss version='2.0'><channel><title>Wire</title><item><title>Kenya &amp; Peru Sign &lt;b&gt;Pact&lt;/b&gt;</title>"
        "<link>https://example.org/1</link></item><item><link>https://example.org/2</link></item></channel></rss>"
    )
    assert isinstance(headline, Page)
    article = clean(headline).article
    assert (article.title, article.text) == ("Kenya & Peru Sign Pact", "")
    assert isinstance(nothing, Reject)
    assert "no content" in nothing.reason
