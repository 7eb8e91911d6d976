"""The docs say what the product has: every table, view, export field and verb stands in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

import tellings
from tellings.cli.main import tellings as group

ROOT = Path(__file__).parents[1]
RECORD = (ROOT / "docs/record.md").read_text("utf-8")
SCHEMA = (ROOT / "src/tellings/record/schema.sql").read_text("utf-8")


@pytest.mark.parametrize("name", re.findall(r"CREATE (?:TABLE|VIEW) (\w+)", SCHEMA))
def test_every_table_and_view_is_documented(name: str) -> None:
    assert f"`{name}`" in RECORD


def test_every_export_field_is_documented(tmp_path: Path) -> None:
    pages = sorted((ROOT / "examples/pages").iterdir())[:3]
    with tellings.build([str(page) for page in pages], tmp_path / "record.sqlite") as record:
        record.export("jsonl", tmp_path)
    for kind in ("articles", "quotes", "events", "stories"):
        documented = re.search(rf"`{kind}\.jsonl`: ([^*]+)", RECORD)
        fields = json.loads((tmp_path / f"{kind}.jsonl").read_text("utf-8").splitlines()[0])
        assert documented
        assert list(fields) == re.findall(r"\w+", documented[1].split("\n\n")[0])


def test_every_verb_has_help() -> None:
    context = click.Context(group)
    for verb in group.list_commands(context):
        command = group.get_command(context, verb)
        assert command
        assert command.help


def test_the_changelog_has_this_version() -> None:
    assert f"## {tellings.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
