from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from pages.warcs import record

from tellings.model.page import Page, Reject
from tellings.pages import read

TEXT = "Ministers of both countries met in Tallinn on Monday."
HTML = f"<html><body><p>{TEXT}</p></body></html>"


def names(paths: list[Path | str]) -> list[str]:
    return [page.name for page in read(map(str, paths))]


def rejects(paths: list[Path | str]) -> list[Reject]:
    return [page for page in read(map(str, paths)) if isinstance(page, Reject)]


def pages(paths: list[Path | str]) -> list[Page]:
    return [page for page in read(map(str, paths)) if isinstance(page, Page)]


def test_a_folder_gives_its_files_in_order_and_no_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.html", "a.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    folder = tmp_path.as_posix()
    assert names([tmp_path]) == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/sub/a.html"]


def test_a_pattern_gives_its_matches(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.md").write_text(TEXT)
    assert names([f"{tmp_path}/*.txt"]) == [f"{tmp_path.as_posix()}/a.txt"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    stream = read([str(tmp_path / "a.txt"), str(tmp_path / "missing.txt")])
    assert isinstance(next(stream), Page)
    assert isinstance(next(stream), Reject)


def test_gzip_is_told_by_the_content(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(HTML.encode()))
    (tmp_path / "b.html").write_bytes(gzip.compress(HTML.encode()))
    assert [(page.kind, page.text) for page in pages([tmp_path])] == [("html", HTML)] * 2


def test_broken_gzip_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(HTML.encode() * 100)[:40])
    assert "cannot be read" in rejects([tmp_path])[0].reason


@pytest.mark.parametrize(
    ("path", "reason", "remedy"),
    [
        ("ftp://example.org/news", "not of the web", "Give http or https"),
        ("no/such/file.txt", "no such file", "Check the path"),
    ],
)
def test_what_is_not_there_is_a_reject(path: str, reason: str, remedy: str) -> None:
    (rejected,) = rejects([path])
    assert rejected.name == path
    assert reason in rejected.reason
    assert remedy in rejected.remedy


def test_an_image_named_html_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    assert "JPEG image" in rejects([tmp_path])[0].reason


def test_a_page_over_the_limit_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "big.html").open("wb") as big:
        big.truncate(50_000_000)
    assert "bigger than 20 MB" in rejects([tmp_path])[0].reason


def test_json_lines_give_pages_with_hints_and_go_on_after_a_bad_line(tmp_path: Path) -> None:
    row = {
        "url": "https://example.org/1",
        "text": TEXT,
        "title": "Talks",
        "date": "2031-03-14",
        "source": {"name": "The Lakeside Herald"},
        "authors": ["Ana Prado"],
    }
    lines = [json.dumps(row), "{broken", json.dumps({"id": 3}), "", json.dumps({"body": TEXT})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    first, broken, empty, last = read([str(tmp_path / "a.jsonl")])
    assert isinstance(first, Page)
    assert first.name == first.url == "https://example.org/1"
    assert first.hints.outlet == "The Lakeside Herald"
    assert first.hints.published == "2031-03-14"
    assert first.hints.byline == ("Ana Prado",)
    assert isinstance(broken, Reject)
    assert broken.name.endswith("a.jsonl#2")
    assert isinstance(empty, Reject)
    assert last.name.endswith("a.jsonl#5")


def test_standard_input_is_a_page_or_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, name in ((TEXT.encode(), "-"), (json.dumps({"text": TEXT}).encode(), "-#1")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[type-var]
        assert names(["-"]) == [name]


def test_a_feed_gives_a_page_for_each_entry_with_words(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Northern Wire</title>"
        f"<item><title>Talks</title><link>https://example.org/1</link><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"
        "<pubDate>Fri, 03 May 2030 11:15:00 +0300</pubDate></item>"
        "<item><link>https://example.org/2</link></item></channel></rss>"
    )
    first, second = read([str(tmp_path / "feed.xml")])
    assert isinstance(first, Page)
    assert first.url == "https://example.org/1"
    assert first.hints.outlet == "Northern Wire"
    assert first.hints.title == "Talks"
    assert isinstance(second, Reject)
    assert second.name == "https://example.org/2"


@pytest.mark.parametrize("suffix", ["warc", "warc.gz"])
def test_a_warc_gives_its_responses_of_html(tmp_path: Path, suffix: str) -> None:
    records = [
        record("https://example.org/1", HTML.encode()),
        record("https://example.org/2.png", b"\x89PNG", kind="image/png"),
        record("https://example.org/3", b"gone", status="404 Not Found"),
    ]
    file = tmp_path / f"crawl.{suffix}"
    file.write_bytes(b"".join(map(gzip.compress, records)) if suffix.endswith("gz") else b"".join(records))
    (page,) = pages([file])
    assert page.name == page.url == "https://example.org/1"
    assert page.hints.seen == "2031-03-15T10:00:00Z"


def test_a_file_that_is_no_warc_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"nothing of the kind\n" * 10)
    assert rejects([tmp_path / "a.warc"])


def test_a_warc_comes_through_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, record("https://example.org/1", HTML.encode()))
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=pipe))
        assert names(["-"]) == ["https://example.org/1"]


def test_a_file_name_that_is_no_utf8_can_be_kept(tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    try:
        Path(name).write_text(TEXT)
        Path(os.fsdecode(bytes(tmp_path) + b"/vide\xe9.txt")).touch()
    except OSError:
        pytest.skip("this file system allows no such names")
    assert names([tmp_path]) == [f"{tmp_path}/caf\\xe9.txt", f"{tmp_path}/vide\\xe9.txt"]
