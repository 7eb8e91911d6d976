"""Bad input, one test each: a message that names the page and the remedy, the right exit status, nothing lost."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tellings.record import open_store

GOOD = """Brazil thanks Argentina for flood relief

Brazil's president thanked Argentina on 3 March 2031 for sending two planes of medicine after the floods in the south.

"We will not forget this help," the president said in a speech to both chambers of the congress.
"""
LONG = "\n".join(
    f"On day {day} of the floods, rescuers of the town council helped {day * 7} people.\n" for day in range(60)
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good page, to which a test adds a bad one."""
    made = tmp_path / "pages"
    made.mkdir()
    (made / "good.txt").write_text(GOOD)
    return made


def build(run, folder: Path, expected: int = 3):
    """Build the folder, and see that the good page is in."""
    record = folder.parent / "record.sqlite"
    ran = run("build", folder, "-o", record, "-j", "1", "-f", "json")
    assert ran.status == expected, ran.err
    with open_store(record) as store:
        names = [str(row[0]) for row in store.rows("SELECT name FROM pages")]
    assert any(name.endswith("good.txt") for name in names)
    return ran, names


def names_it(ran, name: str) -> None:
    """The page is named, with a reason and a remedy, on standard error and among the rejects."""
    reject = next(one for one in json.loads(ran.out)[0]["rejects"] if one["name"].endswith(name))
    assert reject["reason"]
    assert reject["remedy"]
    assert reject["reason"] in ran.err
    assert reject["remedy"] in ran.err
    assert name in ran.err
    assert "Traceback" not in ran.err


def test_an_empty_file(run, folder: Path) -> None:
    (folder / "empty.html").write_bytes(b"")
    names_it(build(run, folder)[0], "empty.html")


def test_a_binary(run, folder: Path) -> None:
    (folder / "program.bin").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)
    names_it(build(run, folder)[0], "program.bin")


def test_an_image_named_html(run, folder: Path) -> None:
    (folder / "photo.html").write_bytes(PNG)
    names_it(build(run, folder)[0], "photo.html")


def test_invalid_utf_8_is_read_as_well_as_can_be(run, folder: Path) -> None:
    (folder / "broken.txt").write_bytes(GOOD.encode().replace(b"floods in", b"floods \xc3\x28\xff in"))
    _, names = build(run, folder, 0)
    assert any(name.endswith("broken.txt") for name in names)
    with open_store(folder.parent / "record.sqlite") as store:
        [(text,)] = store.rows("SELECT text FROM articles WHERE page LIKE '%broken.txt'")
    assert "sending two planes of medicine after the floods" in str(text)
    assert "in the south." in str(text)


def test_a_wrong_charset_header(run, folder: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in GOOD.replace("the south", "São Paulo").split("\n\n"))
    page = f'<html><head><meta charset="utf-16"><title>Brazil thanks Argentina</title></head><body><article>{body}</article></body></html>'
    (folder / "wrong.html").write_bytes(page.encode("utf-8"))
    _, names = build(run, folder, 0)
    assert any(name.endswith("wrong.html") for name in names)
    with open_store(folder.parent / "record.sqlite") as store:
        assert list(store.rows("SELECT 1 FROM articles WHERE page LIKE '%wrong.html' AND text LIKE '%São Paulo%'"))


def test_a_page_of_50_megabytes(run, folder: Path) -> None:
    (folder / "huge.html").write_bytes(b"<p>" + b"word " * (10 * 2**20))
    names_it(build(run, folder)[0], "huge.html")


def test_a_page_with_no_article(run, folder: Path) -> None:
    (folder / "menu.html").write_text(
        "<html><body><nav><a href='/'>Home</a> <a href='/a'>About</a></nav></body></html>"
    )
    names_it(build(run, folder)[0], "menu.html")


def test_the_same_page_twice(run, folder: Path) -> None:
    (folder / "again").mkdir()
    (folder / "again" / "good.txt").write_text(GOOD)
    ran, names = build(run, folder, 0)
    assert len(names) == 1
    assert json.loads(ran.out)[0]["known"] == 1
    ran, names = build(run, folder, 0)
    assert len(names) == 1
    assert json.loads(ran.out)[0]["known"] == 2


def test_a_missing_path(run, folder: Path, tmp_path: Path) -> None:
    ran = run("build", folder, tmp_path / "nowhere", "-o", tmp_path / "record.sqlite", "-j", "1", "-f", "json")
    assert ran.status == 3
    names_it(ran, "nowhere")


def test_a_record_made_by_a_newer_version(run, record: Path, pages: Path) -> None:
    connection = sqlite3.connect(record)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = record.read_bytes()
    for arguments in (
        ("build", pages, "-o", record),
        ("show", record),
        ("export", record, "--to", record.parent / "x"),
    ):
        ran = run(*arguments)
        assert ran.status == 1
        assert "newer version" in ran.err
        assert "pip install -U" in ran.err
        assert str(record) in ran.err
    assert record.read_bytes() == before


FULL = """
import resource, sys
from tellings.cli import main
main(["clean", sys.argv[3], "-f", "json"])  # what reading loads needs room of its own
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("name", ["record.sqlite", "record/"])
def test_a_full_disk(run, folder: Path, tmp_path: Path, name: str) -> None:
    """A limit on the size of files makes the system refuse real writes in the midst of a build, as a full disk does."""
    path = f"{tmp_path}/{name}"
    assert run("build", folder, "-o", path, "-j", "1").status == 0
    sizes = [file.stat().st_size for file in Path(path.rstrip("/")).rglob("*")] or [Path(path).stat().st_size]
    for number in range(3):
        (folder / f"more{number}.txt").write_text(GOOD.replace("two planes", f"{number + 5} planes") + LONG)
    limit = max(sizes) + 2048 if name.endswith("sqlite") else 1500
    build_again = [sys.executable, "-c", FULL, str(limit), "build", str(folder), "-o", path, "-j", "1"]
    full = subprocess.run(build_again, capture_output=True, text=True, check=False)
    assert full.returncode == 1, full.stderr
    assert "disk is full" in full.stderr
    assert path.rstrip("/") in full.stderr
    assert "run the same command again" in full.stderr
    assert "Traceback" not in full.stderr
    with open_store(path) as store:
        assert any(str(row[0]).endswith("good.txt") for row in store.rows("SELECT name FROM pages"))
    assert run("build", folder, "-o", path, "-j", "1").status == 0
    assert run("check", path).status == 0


def test_a_page_of_mojibake_is_mended_and_says_so(run, folder: Path, tmp_path: Path) -> None:
    page = GOOD.replace("the south", "São Paulo’s south").replace('"', "“")
    (folder / "misread.txt").write_bytes("".join(bytes([b]).decode("cp1252", "ignore") for b in page.encode()).encode())
    build(run, folder, 0)
    record = folder.parent / "record.sqlite"
    with open_store(record) as store:
        [(article, text)] = store.rows("SELECT article_id, text FROM articles WHERE page LIKE '%misread.txt'")
    assert "São Paulo’s" in str(text)
    assert "mojibake mended" in run("explain", record, article, "-f", "json").out
    assert run("export", record, "--format", "jsonl", "--to", tmp_path / "out").status == 0
    rows = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()]
    assert [bool(row["repairs"]) for row in rows if row["page"].endswith("misread.txt")] == [True]
