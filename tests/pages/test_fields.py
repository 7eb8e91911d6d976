from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from tellings.pages.fields import KEYS, USUAL, Fields, holds_text

DOCS = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8")


@pytest.mark.parametrize("meaning", [f.name for f in fields(Fields) if f.name != "whole"])
def test_each_field_s_option_and_usual_names_are_documented(meaning: str) -> None:
    (row,) = [line for line in DOCS.splitlines() if f"`--{meaning}-field`" in line and line.startswith("|")]
    assert not [name for name in USUAL[meaning] if name not in row.lower()]


def test_no_name_stands_for_two_fields() -> None:
    names = [name for keys in KEYS.values() for name in keys]
    assert len(names) == len(set(names))


def test_a_table_holds_pages_where_the_column_that_was_asked_for_is_in_it() -> None:
    assert holds_text(["Full Text", "id"], Fields())
    assert holds_text(["Artikel"], Fields(text="artikel"))
    assert not holds_text(["text"], Fields(text="body"))
