"""What must hold of any bytes whatever, checked by the fuzz tests and by the fuzzer that is run by hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tellings.clean import NoArticleError, clean
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.model.spans import holds
from tellings.pages import read

#: The first nine in the order in which fuzzing by hand began; its corpus counts on it.
SUFFIXES = (
    *(".html", ".txt", ".warc", ".jsonl", ".xml", ".rss", ".html.gz", ".warc.gz", ".jsonl.gz"),
    *(".md", ".json", ".csv", ".pdf", ".docx", ".rtf"),
)


def read_all(folder: Path) -> list[Page]:
    """Read a folder; every page is whole and storable, every reject says why and what to do.

    A folder, not a file: a list of addresses that is named itself would be fetched.
    """
    pages = []
    for found in read([str(folder)]):
        found.name.encode()
        if isinstance(found, Reject):
            _check_reason(found)
        else:
            found.text.encode()
            pages.append(found)
    return pages


def clean_whole(page: Page) -> Cleaned | None:
    """Clean a page; its spans are exact. None where it holds no article."""
    try:
        cleaned = clean(page)
    except NoArticleError as error:
        _check_reason(error)
        return None
    _check_article(page, cleaned)
    _check_dropped(page, cleaned)
    return cleaned


def _check_reason(refused: Reject | NoArticleError) -> None:
    assert refused.reason
    assert refused.remedy


def _check_article(page: Page, cleaned: Cleaned) -> None:
    article = cleaned.article
    article.text.encode()
    assert article.text.strip() == article.text != ""
    for run in article.runs:
        assert 0 <= run.start < run.end <= len(article.text)
        length = run.end - run.start
        assert article.text[run.start : run.end] == page.text[run.page_start : run.page_start + length]
    assert all(a.end <= b.start for a, b in pairwise(article.runs))
    if page.kind == "text":
        assert sum(run.end - run.start for run in article.runs) == len(article.text.replace("\n\n", ""))
    if article.dateline:
        assert 0 <= article.dateline.start < article.dateline.end <= len(article.text)


def _check_dropped(page: Page, cleaned: Cleaned) -> None:
    for dropped in cleaned.dropped:
        assert dropped.reason
        if page.kind == "html" and dropped.start < 0:
            continue
        assert 0 <= dropped.start < dropped.end <= len(page.text)
        if page.kind == "html":
            assert holds(page.text[dropped.start : dropped.end], dropped.text)
        elif "\n" not in dropped.text:
            assert page.text[dropped.start : dropped.end] == dropped.text
