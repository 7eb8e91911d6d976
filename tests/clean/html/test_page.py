from __future__ import annotations

import json

from tellings.clean import clean
from tellings.model.article import Article
from tellings.model.page import Page

PARAGRAPHS = (
    "ASTANA, May 3 (Kazinform) - Kazakhstan and Uzbekistan signed an agreement on the joint use of a reservoir on Monday, the Kazakh water ministry said.",
    "The agreement gives both countries a say in how much water is let through in summer, when farmers downstream need it most.",
    "Officials will meet every month from June and publish the figures, according to the ministry. A commission of ten experts from both countries will check them.",
    "Environmental groups welcomed the agreement but asked for more money for the repair of canals, where they say that a third of the water is lost.",
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": ["NewsArticle"],
            "headline": "Kazakhstan and Uzbekistan agree on reservoir",
            "datePublished": "2031-05-03T16:20:00+05:00",
            "dateModified": "2031-05-03T18:00:00+05:00",
            "author": [{"@type": "Person", "name": "Dana Sultan"}, {"@type": "Organization", "name": "Kazinform"}],
            "publisher": {"@type": "Organization", "name": "Steppe Media Group"},
        }
    ],
}


def html(ld: object = LD, site: str = "The Steppe Post") -> str:
    body = "\n".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="en"><head><title>Kazakhstan and Uzbekistan agree on reservoir - {site}</title>
<meta property="og:site_name" content="{site}"><meta property="og:url" content="https://example.org/2031/05/03/reservoir">
<script type="application/ld+json">{json.dumps(ld)}</script></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Kazakhstan and Uzbekistan agree on reservoir</h1>{body}
<p>Also read: Why the canals of the steppe leak</p></article>
<footer>Copyright 2031</footer></body></html>"""


def article_of(source: str) -> Article:
    return clean(Page("p1", "page.html", "html", source)).article


def test_the_paragraphs_are_kept_and_furniture_among_them_is_not() -> None:
    assert article_of(html()).text == "\n\n".join(PARAGRAPHS)


def test_the_head_says_who_and_when() -> None:
    article = article_of(html())
    assert article.title == "Kazakhstan and Uzbekistan agree on reservoir"
    assert article.outlet == "The Steppe Post"
    assert article.byline == ("Dana Sultan",)
    assert article.agency == "Kazinform"
    assert article.dateline_place == "Astana"
    assert article.url == "https://example.org/2031/05/03/reservoir"
    assert article.stated[0].value == "2031-05-03T16:20:00+05:00"
    assert [s.value for s in article.stated if s.updated] == ["2031-05-03T18:00:00+05:00"]


def test_the_site_goes_from_the_title_where_no_other_field_has_it() -> None:
    assert article_of(html(ld={})).title == "Kazakhstan and Uzbekistan agree on reservoir"


def test_every_run_stands_in_the_source() -> None:
    source = html()
    article = article_of(source)
    assert len(article.runs) == len(PARAGRAPHS)
    for run in article.runs:
        assert article.text[run.start : run.end] == source[run.page_start : run.page_start + run.end - run.start]


def test_broken_json_in_the_head_is_stepped_over() -> None:
    source = html().replace('{"@context"', '{"@context" oops')
    assert article_of(source).title == "Kazakhstan and Uzbekistan agree on reservoir"


def test_an_article_that_only_the_head_holds_is_read_from_there() -> None:
    ld = {**LD["@graph"][0], "articleBody": "\n\n".join(PARAGRAPHS)}
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    source = f"<html><head>{script}</head><body><div id='app'>Please switch on JavaScript.</div></body></html>"
    cleaned = clean(Page("p1", "page.html", "html", source))
    article = cleaned.article
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [source[run.page_start :][: run.end - run.start] for run in article.runs] == list(PARAGRAPHS)


def test_a_figures_caption_is_no_text_and_stands_among_the_captions() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>The reservoir in spring, seen from the dam of Karasu, which was built in 1961. (Photo: Dana Sultan)</figcaption></figure>"
    article = article_of(html().replace(f"<p>{PARAGRAPHS[1]}", f"{figure}<p>{PARAGRAPHS[1]}"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.captions == ("The reservoir in spring, seen from the dam of Karasu, which was built in 1961.",)


def test_the_stamp_beside_the_article_rivals_the_heads_date() -> None:
    source = html().replace("</h1>", "</h1><p>Published 3 June 2031</p>")
    stated = article_of(source).stated
    assert {"2031-05-03", "2031-06-03"} <= {date.value[:10] for date in stated}


def test_cells_of_a_row_are_parted() -> None:
    table = "<table><tr><td>Karvania</td><td>12</td></tr><tr><td>Ostrel</td><td>9</td></tr></table>"
    dropped = clean(Page("p1", "page.html", "html", html().replace("<footer>", f"{table}<footer>"))).dropped
    article = article_of(html().replace("<footer>", f"{table}<footer>"))
    seen = article.text + "\n".join(block.text for block in dropped)
    assert "Karvania | 12" in seen
    assert "Karvania12" not in seen


def test_a_standfirst_that_the_markup_names_is_the_subtitle_and_none_of_the_text() -> None:
    deck = "Neighbours agree on market days after four years"
    text = "".join(f"<p>{line}</p>" for line in ("LIMA, Peru (AFP) - Peru said so.", *PARAGRAPHS[1:]))
    page = (
        f"<html><body><article><h1>Bridge to reopen</h1><h2 class='sub-title'>{deck}</h2>{text}</article></body></html>"
    )
    article = clean(Page("p1", "page.html", "html", page)).article
    assert (article.subtitle, article.dateline_place, article.agency) == (deck, "Lima", "AFP")
    assert article.text.startswith("LIMA, Peru")


def test_under_a_byline_that_names_the_house_the_writer_stands_right_above_the_article() -> None:
    house = {**LD["@graph"][0], "author": {"@type": "Organization", "name": "Steppe Desk"}}
    lines = "</h1><p class='meta'>by Steppe Desk | 3 May 2031</p><p class='meta'><b>DANIEL SULTAN</b></p>"
    assert article_of(html(ld=house).replace("</h1>", lines)).byline == ("DANIEL SULTAN",)
