from __future__ import annotations

import pytest

from tellings.clean import NoArticleError, clean
from tellings.clean.stubs import flash, may_be_headline
from tellings.model.article import Cleaned
from tellings.model.page import Hints, Page

TITLE = "Karvania closes its border with Ostrel"
SAYS = "Karvania closed its border with Ostrel on Monday, the foreign ministry said."
HEAD = (
    f"<head><title>{TITLE} - Selm Bulletin</title><meta property='og:title' content='{TITLE}'>"
    "<meta property='og:type' content='article'></head>"
)
NAV = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"


def of_html(body: str, head: str = HEAD) -> Cleaned:
    """An HTML page with this body, cleaned."""
    return clean(
        Page("p", "page.html", "html", f"<html>{head}<body>{NAV}{body}<footer>© 2031 Selm</footer></body></html>")
    )


def of_text(*lines: str, **hints: object) -> Cleaned:
    """A flat page of these lines, cleaned."""
    return clean(Page("p", "page.txt", "text", "\n".join(lines), hints=Hints(**hints)))  # type: ignore[arg-type]


def told(cleaned: Cleaned) -> tuple[str | None, str]:
    """Title and text."""
    return cleaned.article.title, cleaned.article.text


def test_a_page_of_a_headline_on_which_head_and_page_agree_is_an_article_of_its_title() -> None:
    found = of_html(f"<article><h1>{TITLE}</h1></article>")
    assert told(found) == (TITLE, "")
    assert {block.reason for block in found.dropped} >= {"navigation", "page foot"}


def test_what_a_wall_says_is_no_text_of_the_article() -> None:
    plea = "Good reporting costs money, and we would be glad of your help. " * 3
    wall = f"<div><h2>Keep reading for 1.99 a month</h2><p>{plea}</p></div>"
    assert told(of_html(f"<h1>{TITLE}</h1>{wall}")) == (TITLE, "")
    assert told(of_html(f"<h1>{TITLE}</h1><p>This story is for our members.</p>")) == (TITLE, "")


def test_a_line_that_goes_on_with_the_headline_is_its_text() -> None:
    assert told(of_html(f"<h1>{TITLE}</h1><p>{SAYS}</p>")) == (TITLE, SAYS)
    assert told(of_text(TITLE, "14 March 2031", SAYS)) == (TITLE, SAYS)
    other = "<h3>Ostrel recalls its envoy</h3><p>Ostrel recalled its envoy over the border.</p>"
    assert told(of_html(f"<h1>{TITLE}</h1><p>{SAYS}</p>{other}")) == (TITLE, SAYS)


@pytest.mark.parametrize(
    "head",
    [
        "",
        HEAD.replace("'article'", "'website'"),
        HEAD.replace(f"content='{TITLE}'", "content='Selm Bulletin, news from the Lower Hills'"),
        HEAD.replace(TITLE, "Sorry, this page was not found"),
        HEAD.replace(TITLE, "World news"),
    ],
)
def test_a_title_that_is_not_certain_does_not_stand_alone(head: str) -> None:
    heading = next((t for t in ("Sorry, this page was not found", "World news") if t in head), TITLE)
    with pytest.raises(NoArticleError):
        of_html(f"<h1>{heading}</h1>", head)


def test_a_front_of_a_section_is_refused() -> None:
    links = "".join(
        f"<li><a href='/{n}'>Ministers of Karvania and Ostrel meet for talks {n}</a></li>" for n in range(9)
    )
    with pytest.raises(NoArticleError):
        of_html(f"<h1>World</h1><ul>{links}</ul>", "<head><title>World</title></head>")


def test_a_short_text_on_the_subject_stays_beside_a_certain_title() -> None:
    brief = "The border between Karvania and the south was closed on Monday. " * 4
    assert told(of_html(f"<article><h1>{TITLE}</h1><p>{brief.strip()}</p></article>")) == (TITLE, brief.strip())


@pytest.mark.parametrize(
    "lines",
    [
        (f"URGENT: {TITLE}", "Selm Wire", "14 March 2031"),
        ("СРОЧНО: Карвания закрыла границу с Острелией",),
        ("【速報】カルバニア政府、オストレルとの国境を閉鎖", "2031年3月14日 10時20分"),
        ("عاجل | كارفانيا تغلق حدودها مع أوستريل",),
        ("Selm Bulletin", "World", TITLE, "By Ana Prado", "14 March 2031, 10:20 GMT", "Share", "© 2031 Selm Bulletin"),
    ],
)
def test_a_flash_or_a_headline_with_its_stamp_is_an_article_of_its_title(lines: tuple[str, ...]) -> None:
    title, text = told(of_text(*lines))
    assert title in lines
    assert text == ""


def test_a_flash_may_stand_below_its_mark() -> None:
    assert told(of_text("BREAKING NEWS", TITLE)) == (TITLE, "")


def test_a_sentence_under_an_agency_s_dateline_needs_no_headline() -> None:
    line = f"PORT SELM, March 14 (Reuters) - {SAYS}"
    assert told(of_text(line)) == (None, line)
    assert told(of_text(TITLE, line)) == (TITLE, line)


def test_a_text_of_sentences_alone_is_an_article_however_short() -> None:
    assert told(of_text(SAYS)) == (None, SAYS)
    assert told(of_text(*[SAYS] * 6)) == (None, SAYS)


@pytest.mark.parametrize(
    "lines",
    [
        ("404 Not Found", "The page that you asked for is not here.", "© 2031"),
        ("Please enable JavaScript and cookies to continue.",),
        (TITLE, "14 March 2031", "Ostrel recalls its envoy from the capital", "13 March 2031"),
        (f"URGENT: {TITLE}", "URGENT: Ostrel recalls its envoy from Karvania"),
        ("Urgent talks begin between ministers in Port Selm",),
        ("Home", "World", "14 March 2031"),
    ],
)
def test_errors_fronts_and_headlines_without_a_sign_are_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(NoArticleError):
        of_text(*lines)


def test_the_carrier_s_title_is_certain() -> None:
    assert told(of_text("Home", "World", title=TITLE)) == (TITLE, "")
    assert told(of_text(SAYS, title=TITLE)) == (TITLE, SAYS)
    assert told(of_text(TITLE, title=TITLE, whole=True)) == (TITLE, "")
    with pytest.raises(NoArticleError):
        of_text("Home", "World", title="Access to this page has been denied")


def test_a_page_that_prints_its_text_for_screens_and_printers_has_it_once() -> None:
    lines = [SAYS, "Ostrel recalled its ambassador within hours and called the closure a breach of the treaty of 2019."]
    assert told(of_text(*lines * 3)) == (None, "\n\n".join(lines))


def test_a_text_on_one_line_without_stop_words_or_an_end_is_an_article() -> None:
    sentence = "کاروانیا اور اوسٹریل کے وزرائے خارجہ نے پیر کے روز دریا کے معاملے پر ملاقات کی۔"
    text = " ".join([sentence] * 12) + " (جاری"
    assert told(of_text("صفحہ اول", "کھیل", text, "موسم"))[1] == text
    dashed = text.replace("۔", " -")
    assert told(of_text("صفحہ اول", "کھیل", dashed, "موسم"))[1] == dashed


def test_a_long_line_of_links_is_none() -> None:
    with pytest.raises(NoArticleError):
        of_text("Home", " - ".join(["Politics", "World", "Sport", "Weather"] * 60), "Contact")


def test_a_page_titled_like_a_wall_is_refused_whatever_it_says() -> None:
    head = "<head><title>Before you continue - Selm Bulletin</title></head>"
    notice = "We and our partners store and read information on your device, and use it to choose what you see. " * 3
    with pytest.raises(NoArticleError):
        of_html(f"<h1>Before you continue</h1><p>{notice}</p>", head)


@pytest.mark.parametrize(
    "text",
    [
        "รัฐมนตรีต่างประเทศของทั้งสองประเทศพบกันที่ท่าเรือเมื่อวันจันทร์เพื่อหารือเรื่องแม่น้ำและการค้าระหว่างกัน เจ้าหน้าที่กล่าว",
        "የሁለቱ አገራት የውጭ ጉዳይ ሚኒስትሮች ሰኞ ዕለት በወደቡ ተገናኝተው ስለ ወንዙ እና ስለ ንግድ መወያየታቸውን ባለሥልጣናት ተናገሩ።",
        "နှစ်နိုင်ငံ နိုင်ငံခြားရေးဝန်ကြီးများသည် တနင်္လာနေ့တွင် ဆိပ်ကမ်း၌ တွေ့ဆုံ၍ မြစ်အကြောင်း ဆွေးနွေးခဲ့ကြသည်။",
    ],
)
def test_paragraphs_of_scripts_with_signs_of_their_own_are_sentences(text: str) -> None:
    assert told(of_text(text, f"{text[:-1]} 2{text[-1]}"))[1].startswith(text)


def test_a_mark_of_a_flash_is_parted_by_a_sign_or_in_capitals() -> None:
    assert flash("Breaking: ministers meet") == "ministers meet"
    assert flash("URGENT Ministers meet") == "Ministers meet"
    assert flash("[속보] 장관 회담") == "장관 회담"
    assert flash("Breaking waves hit Port Selm") is None
    assert flash("突发公共卫生事件") is None


def test_a_headline_has_words_enough_and_is_no_error_s() -> None:
    assert may_be_headline(TITLE)
    assert may_be_headline("カルバニア大統領が辞任")
    assert not may_be_headline("World news")
    assert not may_be_headline("Subscribe to read the whole story")
    assert not may_be_headline("word " * 60)
    assert not may_be_headline(None)
