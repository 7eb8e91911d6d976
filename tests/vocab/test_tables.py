"""A user's own vocabularies beside the package's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tellings.errors import TellingsError
from tellings.vocab import tables

ACTS = "lemma\tpos\tobject\ttype\tmode\tagent\trecipient\n"
PAGE = """The league turns on Peru

LIMA, May 4 (Reuters) - The Salt League has startled Peru on Monday, after a week of talks in Lima had ended without a
result, and its envoys went home.

The talks had been called to settle how much salt may be taken from the coast. A new round is to begin in June, when
the rains are over and the roads can be used again by the lorries of both sides.

"We shall be there," said Peru's fisheries minister, who had led the hosts. He gave no further details of the offer.
"""
OPERATORS = "lemma\tpos\tcomplement\teffect\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(tables.VARIABLE, str(tmp_path))
    return tmp_path


def test_without_a_folder_the_package_s_rows_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(tables.VARIABLE, raising=False)
    assert any(row["lemma"] == "refuse" for row in tables.rows("operators.tsv"))


def test_a_row_of_the_user_s_is_added(folder: Path) -> None:
    (folder / "acts.tsv").write_text(f"# mine\n{ACTS}startle\tv\t\tACCUSE\tdisapprove\tsubj\tdobj\n")
    assert any(row["lemma"] == "startle" for row in tables.rows("acts.tsv"))
    assert any(row["lemma"] == "meet" for row in tables.rows("acts.tsv"))


def test_a_row_with_the_same_key_replaces_the_package_s(folder: Path) -> None:
    (folder / "operators.tsv").write_text(f"{OPERATORS}refuse\tv\tverb\tagree\n")
    assert [
        r["effect"] for r in tables.rows("operators.tsv") if (r["lemma"], r["complement"]) == ("refuse", "verb")
    ] == ["agree"]


def test_a_row_that_begins_with_a_dash_removes_one(folder: Path) -> None:
    (folder / "operators.tsv").write_text(f"{OPERATORS}-refuse\tv\tverb\n")
    assert not any(
        (r["lemma"], r["pos"], r["complement"]) == ("refuse", "v", "verb") for r in tables.rows("operators.tsv")
    )


def test_other_columns_are_refused_with_those_that_are_wanted(folder: Path) -> None:
    (folder / "operators.tsv").write_text("word\teffect\nrefuse\tagree\n")
    with pytest.raises(TellingsError, match="give it lemma, pos, complement, effect"):
        tables.rows("operators.tsv")


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "verbs.tsv").write_text("a\tb\n")
    with pytest.raises(TellingsError, match=r"verbs\.tsv, which is no vocabulary"):
        tables.use(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TellingsError, match=r"holds no \.tsv"):
        tables.use(tmp_path)


def test_a_build_codes_by_the_user_s_words(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "acts.tsv").write_text(f"{ACTS}startle\tv\t\tACCUSE\tdisapprove\tsubj\tdobj\n")
    (own / "organisations.tsv").write_text(
        "name\tnames\tcode\tsector\tkind\nSalt League\tSalt League\tIGO\t\torganisation\n"
    )
    page = tmp_path / "page.txt"
    page.write_text(PAGE)
    command = [sys.executable, "-m", "tellings", "build", str(page), "-o", str(tmp_path / "r.sqlite"), "-j", "1"]
    environment = {k: v for k, v in os.environ.items() if k != tables.VARIABLE}
    subprocess.run([*command, "--vocab", str(own)], check=True, capture_output=True, env=environment)
    shown = [sys.executable, "-m", "tellings", "show", str(tmp_path / "r.sqlite"), "events", "--format", "jsonl"]
    found = subprocess.run(shown, check=True, capture_output=True, text=True, env=environment).stdout
    assert '"ACCUSE"' in found
    assert "Salt League" in found


def test_a_place_of_the_user_s_is_found_by_clean_and_build_alike(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "places.tsv").write_text("name\tcountry\tlatitude\tlongitude\nQuarnel Ford\tPER\t-12.5\t-76.1\n")
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace("talks in Lima", "talks in Quarnel Ford"))
    script = (
        "import sys, tellings\n"
        "from tellings.places.gazetteer import gazetteer\n"
        "record = tellings.build([sys.argv[1]], vocab=sys.argv[2])\n"
        "(place,) = gazetteer()['quarnel ford']\n"
        "print(place.country, place.latitude, record.summary.rejects)\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != tables.VARIABLE}
    command = [sys.executable, "-c", script, str(page), str(own)]
    found = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    assert found.split() == ["PER", "-12.5", "[]"]
    clean = [sys.executable, "-m", "tellings", "clean", "--vocab", str(own), str(page)]
    subprocess.run(clean, check=True, capture_output=True, env=environment)
