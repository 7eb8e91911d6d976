from __future__ import annotations

from tellings.clean import clean
from tellings.clean.html.tree import Blocks, blocks_of, in_caption, parse
from tellings.model.page import Page

PROSE = (
    "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river and its fish.</p>"
    "<p>They said that they would meet again in the spring, when the ice has left the upper valley for good.</p>"
)


def blocks(source: str) -> Blocks:
    tree = parse(source)
    assert tree is not None
    return blocks_of(tree)


def texts(source: str) -> list[str]:
    return [block.text for block in blocks(source).blocks]


def test_blocks_part_lines_and_scripts_are_silent() -> None:
    page = "<div><h1>Talks</h1><script>x()</script><p>Both <b>sides</b>\nmet.<br>Twice.</p></div>"
    assert texts(page) == ["Talks", "Both sides met.", "Twice."]


def test_the_short_cells_of_a_row_make_one_line_and_long_ones_their_own() -> None:
    assert texts("<table><tr><td>Karvania</td><td>4</td></tr><tr><td>Ostrel</td><td>2</td></tr></table>") == [
        "Karvania | 4",
        "Ostrel | 2",
    ]
    long = "The ministers of Karvania and Ostrel met. " * 6
    assert texts(f"<table><tr><td>{long}</td><td>Menu</td></tr></table>") == [long.strip(), "Menu"]
    assert texts(f"<table><tr><td>Menu</td>\n<td><h1>{long}</h1></td></tr></table>") == ["Menu", long.strip()]


def test_links_and_bold_type_are_counted() -> None:
    (block,) = blocks("<p>See <a href='/a'>the river</a> and <b>fish</b>.</p>").blocks
    assert (block.linked, block.bold) == (9, 4)


def test_names_of_elements_tell_the_parts_of_the_page() -> None:
    page = blocks("<div class='related-posts' style='display: none'><p>More on fish</p></div>")
    block = page.blocks[0]
    above = page.elements[page.elements[block.element].parent]
    assert {"related", "hidden"} <= above.parts


def parts(name: str) -> frozenset[str]:
    """What the name of an element tells."""
    page = blocks(f"<div class='{name}'><p>Fish</p></div>")
    return next(element.parts for element in page.elements if element.tag == "div")


def test_of_the_words_in_a_name_the_longest_counts_and_some_stand_alone_only() -> None:
    assert parts("td-post-content") == parts("entry_content") == {"body"}
    assert parts("main-nav") == {"navigation", "content"}
    assert parts("canvas relative uploads") == frozenset()
    assert parts("elementor-widget-wrap") == {"widget"}
    assert parts("js-cookie-consent") == {"popup"}
    assert parts("tag-1f3a") == {"meta"}


def test_a_page_laid_out_in_a_table_has_its_article() -> None:
    menu = "<td><a href='/a'>Index</a><br><a href='/b'>Fish</a></td>"
    page = f"<html><body><table><tr>{menu}<td><h1>Talks in Port Selm</h1>{PROSE}</td></tr></table></body></html>"
    text = clean(Page("p1", "a.html", "html", page)).article.text
    assert text.startswith("The ministers")
    assert "Fish" not in text


def test_a_button_that_was_left_open_does_not_swallow_the_article() -> None:
    assert texts("<div><button>Menu</button><p>Both met.</p></div>") == ["Both met."]
    assert texts("<div><button><span>Menu</span></div><main><p>Both met.</p></main>")[-1] == "Both met."


def test_an_article_that_a_site_sets_in_captions_is_none_of_a_picture() -> None:
    caption = blocks(f"<figure><figcaption>{PROSE[: PROSE.index('</p>')]}</p></figcaption></figure>")
    assert in_caption(caption, caption.blocks[0])
    article = blocks(f"<figure><figcaption>{PROSE * 2}</figcaption></figure>")
    assert not in_caption(article, article.blocks[0])
