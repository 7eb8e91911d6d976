from __future__ import annotations

from lxml.html import fromstring

from tellings.clean import clean
from tellings.clean.flatten import flatten
from tellings.model.page import Page

PROSE = (
    "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river and its fish.</p>"
    "<p>They said that they would meet again in the spring, when the ice has left the upper valley for good.</p>"
)


def test_blocks_part_lines_and_scripts_are_silent() -> None:
    tree = fromstring("<div><h1>Talks</h1><script>x()</script><p>Both <b>sides</b>\nmet.<br>Twice.</p></div>")
    assert flatten(tree) == "Talks\nBoth sides met.\nTwice."


def test_a_page_laid_out_in_a_table_has_its_article() -> None:
    menu = "<td><a href='/a'>Index</a><br><a href='/b'>Fish</a></td>"
    page = f"<html><body><table><tr>{menu}<td><h1>Talks in Port Selm</h1>{PROSE}</td></tr></table></body></html>"
    text = clean(Page("p1", "a.html", "html", page)).article.text
    assert text.startswith("The ministers")
    assert "Fish" not in text
