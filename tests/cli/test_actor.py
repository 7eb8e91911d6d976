"""What `tellings actor` tells of one who is named, holds an office, meets others and speaks."""

from __future__ import annotations

from pathlib import Path

PAGE = """Tuvalu and Fiji agree on boats

FUNAFUTI, May 4, 2019 - Tuvalu's finance minister, Harbin Okelle, met Fiji's trade minister, Alis Marovu, in Funafuti on Saturday.

"We will buy nine boats," Okelle said after the meeting. The boats will be built in Fiji and arrive next year.
"""


def test_an_actors_names_offices_meetings_and_words_stand_together(run, tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text(PAGE, "utf-8")
    record = tmp_path / "record.sqlite"
    run("build", tmp_path / "boats.txt", "-o", record, "-j", "1")
    shown = run("actor", record, "Harbin Okelle", "-f", "table").out
    for title in ("offices", "met", "did, and what was done to them", "said"):
        assert f"\n{title}\n" in shown
    assert "Okelle (1)" in shown
    assert "Tuvalu's finance minister" in shown
    assert "Alis Marovu" in shown
    assert "We will buy nine boats" in shown


def test_the_first_of_each_are_told(run, tmp_path: Path) -> None:
    again = '\n\n"The boats will have red sails," Okelle said.\n'
    (tmp_path / "boats.txt").write_text(PAGE + again, "utf-8")
    record = tmp_path / "record.sqlite"
    run("build", tmp_path / "boats.txt", "-o", record, "-j", "1")
    words = ("nine boats", "red sails")
    assert all(said in run("actor", record, "Harbin Okelle", "-f", "table").out for said in words)
    shown = run("actor", record, "Harbin Okelle", "-n", "1", "-f", "table").out
    assert sum(said in shown for said in words) == 1


def test_of_several_a_list_is_given(run, record: Path) -> None:
    shown = run("actor", record, "a", "-f", "table").out
    assert "actor id" in shown
    assert "\nsaid\n" not in shown


def test_those_named_together_do_not_stand_in_the_way_of_one(run, tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text(PAGE + "\nOkelle and Marovu said they would meet again.\n", "utf-8")
    record = tmp_path / "record.sqlite"
    run("build", tmp_path / "boats.txt", "-o", record, "-j", "1")
    assert "\nsaid\n" in run("actor", record, "Okelle", "-f", "table").out
