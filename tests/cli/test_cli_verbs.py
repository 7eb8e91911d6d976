"""What single commands show and change."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from evals.repeats import read_set

import tellings.clean
from tellings.record import answers, open_store


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def first_event(record: Path) -> dict:
    with open_store(record) as store:
        event = next(answers.events(store))
    return {"event_id": event.event_id, "type": event.type, "evidence": event.evidence}


def test_build_prints_what_was_found(run, pages: Path, tmp_path: Path) -> None:
    ran = run("build", pages, "-o", tmp_path / "r.sqlite", "-j", "1", "-f", "table")
    assert ran.status == 0
    for word in ("pages read now", "families", "stories", "quotes", "events"):
        assert word in ran.out
    assert not ran.err


def test_build_counts_reasons_of_rejects(run, pages: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = run("build", pages, tmp_path / "empty.txt", "-o", tmp_path / "r.sqlite", "-j", "1", "-f", "table")
    assert ran.status == 3
    assert "not read" in ran.out
    assert "empty.txt" in ran.err


def test_clean_stores_nothing(run, pages: Path) -> None:
    found = lines(run("clean", pages).out)
    assert {article["title"] for article in found} == {
        "Brazil and Argentina agree on a bridge", "Ministers meet over a bridge",
    }  # fmt: skip
    assert [path.name for path in sorted(pages.iterdir())] == ["alba.txt", "birta.txt"]


def test_clean_says_why(run, pages: Path) -> None:
    found = lines(run("clean", "--why", pages / "alba.txt").out)
    assert [set(row) for row in found[:1]] == [{"page", "start", "end", "kept", "rule", "text"}]
    assert [(row["kept"], row["rule"]) for row in found] == [(False, "title"), *[(True, "article")] * 3]
    text = (pages / "alba.txt").read_text()
    assert all(text[row["start"] : row["end"]] == row["text"] for row in found)
    shown = run("clean", "--why", pages, "-f", "table").out
    assert "alba.txt" in shown
    assert "title  Brazil and Argentina agree on a bridge" in shown


def test_clean_leaves_out_what_a_site_repeats(run, tmp_path: Path) -> None:
    rows = [row.page() for row in read_set() if "meridian" in row.url]
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps({"url": p.url, "text": p.text}) + "\n" for p in rows))
    articles = lines(run("clean", tmp_path / "pages.jsonl").out)
    assert len(articles) == 6
    assert not [article for article in articles if "Follow the Meridian" in article["text"]]
    shown = lines(run("clean", "--why", tmp_path / "pages.jsonl").out)
    assert sum(row["rule"] == "repeated on pages of the site: speaks to the reader" for row in shown) == 6


def test_a_stage_that_fails_on_one_page_leaves_clean_the_others(run, pages: Path, monkeypatch) -> None:
    cleaned = tellings.clean.clean

    def broken(page, *sites):
        if page.name.endswith("alba.txt"):
            raise RuntimeError("a rule failed")
        return cleaned(page, *sites)

    monkeypatch.setattr("tellings.clean.clean", broken)
    ran = run("clean", pages)
    assert ran.status == 3
    assert [article["title"] for article in lines(ran.out)] == ["Ministers meet over a bridge"]
    assert "a rule failed" in ran.err


def test_explain_marks_the_evidence(run, record: Path) -> None:
    event = first_event(record)
    shown = run("explain", record, event["event_id"], "-f", "table").out
    for evidence in event["evidence"]:
        assert f"[{evidence.role}: {evidence.text}]" in shown or evidence.role not in ("act", "actor")
    data = lines(run("explain", record, event["event_id"]).out)[0]
    for passage in data["passages"]:
        for mark in passage["marks"]:
            assert passage["text"][mark["start"] : mark["end"]].strip()


def test_an_article_s_explanation_tells_how_it_was_dated(run, record: Path) -> None:
    article = lines(run("show", record, "articles").out)[0]
    shown = run("explain", record, article["article_id"], "-f", "table").out
    assert "published" in shown
    assert "confidence" in shown
    assert "days the clues leave" in shown


def test_a_rejected_event_is_hidden_and_comes_back(run, record: Path) -> None:
    event = first_event(record)
    before = len(lines(run("show", record).out))
    assert run("review", record, event["event_id"], "--reject", "--author", "Ida", "--note", "a drill").status == 0
    assert len(lines(run("show", record).out)) == before - 1
    assert "a drill" in run("explain", record, event["event_id"], "-f", "table").out
    assert run("review", record, event["event_id"], "--accept", "--author", "Ola").status == 0
    assert len(lines(run("show", record).out)) == before
    assert [row["author"] for row in lines(run("review", record).out)] == ["Ida", "Ola"]


def test_a_changed_field_is_shown_exported_and_found(run, record: Path, tmp_path: Path) -> None:
    event = first_event(record)["event_id"]
    assert run("review", record, event, "--set", "type=AID", "--set", 'mode=["x"]', "--author", "Ida").status == 0
    found = lines(run("show", record, "--type", "aid").out)
    assert [(row["event_id"], row["mode"]) for row in found] == [(event, ["x"])]
    run("export", record, "--to", tmp_path / "export")
    exported = lines((tmp_path / "export" / "events.jsonl").read_text())
    assert next(row for row in exported if row["event_id"] == event)["type"] == "AID"
    assert run("check", record).status == 0


def test_a_change_that_does_not_fit_is_refused(run, record: Path) -> None:
    event = first_event(record)["event_id"]
    for change in ("quad=high", "colour=red", "event_id=e1"):
        assert run("review", record, event, "--set", change, "--author", "Ida").status == 1
    assert not lines(run("review", record).out)


def test_removing_a_page_and_building_again_gives_the_same(run, record: Path, pages: Path, tmp_path: Path) -> None:
    run("export", record, "--to", tmp_path / "before")
    assert run("remove", record, pages / "alba.txt").status == 0
    assert len(lines(run("show", record, "articles").out)) == 1
    assert run("check", record).status == 0
    assert run("build", pages, "-o", record, "-j", "1").status == 0
    run("export", record, "--to", tmp_path / "after")
    for path in (tmp_path / "before").iterdir():
        assert path.read_bytes() == (tmp_path / "after" / path.name).read_bytes()


def test_loading_turns_one_kind_of_record_into_the_other(run, record: Path, tmp_path: Path) -> None:
    run("review", record, first_event(record)["event_id"], "--reject", "--author", "Ida")
    assert run("load", record, "-o", f"{tmp_path}/tables/").status == 0
    assert run("load", f"{tmp_path}/tables/", "-o", tmp_path / "back.sqlite").status == 0
    assert run("load", f"{tmp_path}/tables/", "-o", tmp_path / "back.sqlite").status == 0
    for what in ("articles", "events", "quotes", "stories"):
        shown = {run("show", path, what).out for path in (record, f"{tmp_path}/tables/", tmp_path / "back.sqlite")}
        assert len(shown) == 1
    assert len(lines(run("review", tmp_path / "back.sqlite").out)) == 1


def test_check_finds_what_does_not_hold(run, record: Path) -> None:
    assert run("check", record).status == 0
    connection = sqlite3.connect(record)
    connection.execute('UPDATE evidence SET "end" = "end" + 1 WHERE role = \'act\'')
    connection.execute('UPDATE quotes SET "start" = 0')
    connection.execute("DELETE FROM actors")
    connection.execute("UPDATE runs SET derived = NULL")
    connection.commit()
    connection.close()
    ran = run("check", record)
    assert ran.status == 1
    assert {"evidence", "quotes", "mentions", "stories"} <= {problem["table"] for problem in lines(ran.out)}


def test_check_names_lists_that_cannot_be_read(run, record: Path) -> None:
    connection = sqlite3.connect(record)
    connection.execute("UPDATE quotes SET parts = 'nonsense'")
    connection.commit()
    connection.close()
    ran = run("check", record)
    assert ran.status == 1
    assert {problem["what"] for problem in lines(ran.out)} == {"parts is not JSON"}


def test_stats_tell_runs_outlets_and_days(run, record: Path) -> None:
    assert {row["name"]: row["count"] for row in lines(run("stats", record).out)}["articles"] == 2
    assert lines(run("stats", record, "runs").out)[0]["finished"]
    assert sum(row["count"] for row in lines(run("stats", record, "outlets").out)) == 2
    assert sum(row["count"] for row in lines(run("stats", record, "days").out)) == 2
    assert not lines(run("stats", record, "rejects").out)
