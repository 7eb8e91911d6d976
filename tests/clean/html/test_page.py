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
