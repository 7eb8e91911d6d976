from __future__ import annotations

import json
from pathlib import Path

from recipes.block_pages import Source, told, variants

SENTENCE = (
    "The ministers of Karvania and Ostrel met in Port Selm for the {n}th time to talk about the river and its fish."
)
PROSE = [SENTENCE.format(n=n) for n in range(4, 16)]


def page(head: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    menu = "<nav class='menu'><a href='/'>Home</a></nav>"
    return f"<html><head><title>Talks</title>{head}</head><body>{menu}<article class='story'>{body}</article></body></html>"


def test_variants_are_shorter_or_have_no_names_or_say_more_and_keep_their_head() -> None:
    gold = "\n".join(PROSE)
    found = [v.html for v in variants([Source(page(), gold, gold, 1.0)] * 30, 1.0)]
    assert any(PROSE[-1] not in html and PROSE[1] in html for html in found)
    assert any("class=" not in html for html in found)
    assert any("privacy" in html or "Home / News" in html or "<nav" in html for html in found)
    assert all("<title>Talks</title>" in html for html in found)


def test_variants_are_the_same_in_every_run() -> None:
    sources = [Source(page(), "\n".join(PROSE), "", 1.0)] * 9
    assert [v.html for v in variants(sources, 0.5)] == [v.html for v in variants(sources, 0.5)]


def test_the_heads_text_labels_a_page_before_what_others_find(tmp_path: Path) -> None:
    body = "\n".join(PROSE[:-1])
    held = json.dumps({"@type": "NewsArticle", "articleBody": body})
    pages = [page(f"<script type='application/ld+json'>{held}</script>"), page(), "<p>Nothing</p>"]
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(json.dumps({"html": html}) for html in pages))
    first, second = told(path)
    assert first.gold == body
    assert PROSE[-1] in second.gold
    assert second.weight < 1
