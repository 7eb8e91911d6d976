"""The options that name fields, in both verbs that read pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TABLE = "Tag;Kopf;Artikel;Blatt;Wer\n2031-03-14;Talks open;The ministers met in Vell.;The Lakeside Herald;Ana Prado\n"
NAMES = {"text": "Artikel", "title": "Kopf", "date": "Tag", "outlet": "Blatt", "byline": "Wer"}
NAMED = [*(word for field, name in NAMES.items() for word in (f"--{field}-field", name)), "--whole"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "articles.csv").write_text(TABLE)
    return tmp_path / "articles.csv"


def test_clean_reads_the_columns_that_are_named(run, table: Path) -> None:
    ran = run("clean", table, *NAMED, "-f", "jsonl")
    article = json.loads(ran.out)
    assert ran.status == 0
    assert (article["title"], article["outlet"], article["byline"]) == (
        "Talks open",
        "The Lakeside Herald",
        ["Ana Prado"],
    )
    assert (article["stated"], article["text"]) == ("2031-03-14", "The ministers met in Vell.")


def test_build_reads_them_too(run, table: Path, tmp_path: Path) -> None:
    assert run("build", table, *NAMED, "-o", tmp_path / "record.sqlite", "-j", "1").status == 0
    shown = run("show", tmp_path / "record.sqlite", "articles", "-f", "jsonl")
    assert json.loads(shown.out)["title"] == "Talks open"


def test_without_names_the_table_is_refused_with_the_option_s_name(run, table: Path) -> None:
    ran = run("clean", table)
    assert ran.status == 3
    assert "--text-field" in ran.err
