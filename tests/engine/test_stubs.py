"""Articles of a title alone on the whole way: read, related, kept, found, exported, taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as t
from tellings.record import open_store
from tellings.record.check import check

TITLE = "Karvania closes its border with Ostrel"
PAGES = {
    "flash.txt": f"URGENT: {TITLE}\n14 March 2031\n",
    "wall.html": (
        f"<html><head><meta property='og:title' content='{TITLE}'><meta property='og:type' content='article'></head>"
        f"<body><h1>{TITLE}</h1><p>Subscribe to read the rest of this story.</p></body></html>"
    ),
    "full.txt": (
        f"{TITLE}\nBy Ana Prado\n14 March 2031, 10:20 GMT\nPORT SELM, March 14 (Reuters) - Karvania closed its border "
        "with Ostrel on Monday, the foreign ministry said, after talks about the river had failed.\nOstrel recalled its "
        "ambassador to Karvania within hours and called the closure a breach of the treaty of 2019.\n"
    ),
}


@pytest.mark.parametrize("name", ["record.sqlite", "record"])
def test_an_article_of_a_title_alone_goes_the_whole_way(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for page, text in PAGES.items():
        (folder / page).write_text(text, "utf-8")
    with t.build([folder], tmp_path / name) as record:
        assert record.summary
        assert not record.summary.rejects
        texts = {Path(article.page).name: (article.title, article.text) for article in record.articles()}
        assert texts["flash.txt"] == (f"URGENT: {TITLE}",) * 2
        assert texts["wall.html"] == (TITLE, TITLE)
        assert texts["full.txt"][1].startswith("PORT SELM")
        assert len(record.stories()) == 1
        assert record.events()
    with open_store(tmp_path / name, write=False) as store:
        assert not list(check(store))
