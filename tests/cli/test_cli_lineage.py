"""Families and stories on the command line: their trees, their diffs, and their ids of once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
REPORT = """Ministers open the border bridge at Lusk

The Strait Chronicle
2 March 2031 10:00 GMT

LUSK, March 2 - The foreign ministers of Brazil and Argentina opened a border bridge at Lusk on Sunday, 2 March 2031, after nine years of work.

"The bridge is ours together," the Brazilian minister told reporters after the ceremony, which lasted two hours.

The bridge cost 340 million dollars and will carry some 9,000 lorries a day. Customs officers of both countries work in one hall.

Fishermen had protested against the piers, which they say have driven the dorado from the river.
"""
CUT = """Border bridge opened at Lusk

Meridian Post
2 March 2031 14:00 GMT

LUSK, March 2 - The foreign ministers of Brazil and Argentina opened a border bridge at Lusk on Sunday, 2 March 2031, after ten years of work.

"The bridge is ours together," the Brazilian minister told reporters after the ceremony, which lasted two hours.

The bridge cost 340 million dollars and will carry some 9,000 lorries a day. Customs officers of both countries work in one hall.
"""
OWN = """A day at the new bridge

Lusk Courier
3 March 2031

It rained on the brass band of Lusk, and the drummer's skin split during the second anthem. Nobody minded.

"The bridge is ours together," said the Brazilian minister as she and her guest from Argentina walked to the middle arm in arm on Sunday, 2 March 2031.

Old Tomasa, who has rowed passengers over for fifty years, watched from her boat. She will sell it, she said, if anyone is fool enough to buy.

Behind the customs hall two lorries had already got stuck in the mud, and schoolchildren were pushing.
"""
TEA = """Tea prices climb in Ruritania

The price of tea rose in Ruritania by a third in the year 2029, growers said in their yearly report on Thursday.

A late frost had killed the young leaves on the slopes of Zenda, and half of the pickers had gone to the coast.
"""
PAGES = {"report.txt": REPORT, "cut.txt": CUT, "own.txt": OWN}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture(params=["record.sqlite", "record/"])
def path(request: pytest.FixtureRequest, folder: Path) -> str:
    return f"{folder}/{request.param}"


def build(run: Run, path: str, *pages: Path) -> None:
    assert run("build", *pages, "-o", path, "-j", "1", "-f", "json").status == 0


def flat(shown: str) -> str:
    """What a tree says, without its branches and line breaks."""
    return " ".join(shown.replace("│", " ").split())


def articles(run: Run, path: str) -> dict[str, dict[str, str]]:
    rows = map(json.loads, run("show", path, "articles", "-f", "jsonl").out.splitlines())
    return {Path(row["page"]).name: row for row in rows}


def test_a_story_shows_its_independent_sources_and_what_each_telling_changed(run: Run, folder: Path, path: str) -> None:
    build(run, path, *(folder / name for name in PAGES))
    shown = flat(run("story", path, folder / "own.txt", "-f", "table").out)
    assert "independent sources 2" in shown
    assert "[-nine-] {+ten+} years of work" in shown
    assert "[-Fishermen had protested" in shown
    assert shown.index("report.txt") < shown.index("cut.txt") < shown.index("own.txt")


def test_a_family_shows_all_that_was_changed(run: Run, folder: Path, path: str) -> None:
    build(run, path, *(folder / name for name in PAGES))
    shown = flat(run("family", path, folder / "cut.txt", "-f", "table").out)
    assert "excerpt:" in shown
    assert "[-Fishermen had protested" in shown
    assert "own.txt" not in shown


def test_a_relation_is_explained_by_the_passages_of_both(run: Run, folder: Path, path: str) -> None:
    build(run, path, *(folder / name for name in PAGES))
    told = json.loads(run("explain", path, folder / "cut.txt", folder / "report.txt", "-f", "jsonl").out)
    facts = {fact["name"]: fact["value"] for fact in told["facts"]}
    assert facts["relation"].startswith("excerpt")
    assert facts["first"].endswith("report.txt")
    one, other = told["passages"][:2]
    marked = [p["text"][m["start"] : m["end"]] for p in (one, other) for m in p["marks"]]
    assert marked[0] == marked[1]


def test_two_that_are_not_related_are_told_so(run: Run, folder: Path, path: str) -> None:
    (folder / "far.txt").write_text(TEA)
    build(run, path, folder / "report.txt", folder / "far.txt")
    found = run("explain", path, folder / "report.txt", folder / "far.txt")
    assert (found.status, "not known to be related" in found.err) == (1, True)


def test_ids_of_once_lead_to_what_their_articles_are_in_now(run: Run, folder: Path, path: str) -> None:
    build(run, path, *(folder / name for name in PAGES))
    whole = articles(run, path)
    by_id = sorted(PAGES, key=lambda name: whole[name]["article_id"], reverse=True)
    other = path.rstrip("/") + "2" if path.endswith("/") else path.replace(".sqlite", "2.sqlite")
    once: list[dict[str, str]] = []
    for name in by_id:
        build(run, other, folder / name)
        once.append(articles(run, other)[name])
    now = articles(run, other)
    assert {n: (a["story_id"], a["family_id"]) for n, a in now.items()} == {
        n: (a["story_id"], a["family_id"]) for n, a in whole.items()
    }
    assert once[0]["story_id"] != now[by_id[0]]["story_id"]
    for name, old in zip(by_id, once, strict=True):
        story = json.loads(run("story", other, old["story_id"], "-f", "jsonl").out)
        assert story["story_id"] == now[name]["story_id"]
        family = map(json.loads, run("family", other, old["family_id"], "-f", "jsonl").out.splitlines())
        assert {article["family_id"] for article in family} == {now[name]["family_id"]}
        held = run("show", other, "articles", "--story", old["story_id"], "-f", "jsonl").out.splitlines()
        assert len(held) == len(story["pages"])
        assert json.loads(run("explain", other, old["story_id"], "-f", "jsonl").out)["kind"] == "story"
