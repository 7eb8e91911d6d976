"""The training sentences of the event types: marks, labels, variety."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tellings.vocab.tables import rows as vocabulary

FOLDER = Path(__file__).parents[2] / "recipes" / "types" / "sentences"
COLUMNS = ("text", "type", "mode", "status", "note")
STATUSES = frozenset({"happened", "planned", "hypothetical", "alleged", "denied", "negated"})
MODES = {(row["type"], row["mode"]) for row in vocabulary("plover.tsv")}
TYPES = frozenset(kind for kind, _ in MODES) | {"NONE"}
MARK = re.compile(r"</?[^>]*>")
ACTOR = re.compile(r"<a>[^<>]*\w[^<>]*</a>")
RECIPIENT = re.compile(r"<r>[^<>]*\w[^<>]*</r>")

Row = tuple[str, str, str, str, str]


def read(path: Path) -> list[Row]:
    header, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    assert tuple(header.split("\t")) == COLUMNS, path.name
    cells = [line.split("\t") for line in lines]
    wrong = [(path.name, row) for row in cells if len(row) != len(COLUMNS)]
    assert wrong == []
    return [(text, kind, mode, status, note) for text, kind, mode, status, note in cells]


ROWS = [row for path in sorted(FOLDER.glob("*.tsv")) for row in read(path)]


def well_marked(text: str) -> bool:
    """One actor, at most one recipient, and no other mark; neither inside the other."""
    marks = MARK.findall(text)
    sides = len(ACTOR.findall(text)), len(RECIPIENT.findall(text))
    return sides in {(1, 0), (1, 1)} and len(marks) == 2 * sum(sides)


def status_fits(row: Row) -> bool:
    """NONE has no status; every other type has one of the design's."""
    return row[3] == "" if row[1] == "NONE" else row[3] in STATUSES


CHECKS: dict[str, Callable[[Row], bool]] = {
    "one actor and at most one recipient are marked": lambda row: well_marked(row[0]),
    "the text is trimmed and single-spaced": lambda row: row[0] == " ".join(row[0].split()),
    "the type is PLOVER's or NONE": lambda row: row[1] in TYPES,
    "the mode is one of the type's": lambda row: row[2] == "" or (row[1], row[2]) in MODES,
    "the status fits the type": status_fits,
    "the note is one word": lambda row: re.fullmatch(r"[a-z-]*", row[4]) is not None,
    "a line without an event marks two sides and says what misleads": lambda row: (
        row[1] != "NONE" or ("<r>" in row[0] and row[4] != "")
    ),
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda name: name.replace(" ", "-"))
def test_every_line_is_well_formed(check: str) -> None:
    assert [row for row in ROWS if not CHECKS[check](row)] == []


def test_no_sentence_stands_twice_with_the_same_marks() -> None:
    assert [text for text, n in Counter(row[0] for row in ROWS).items() if n > 1] == []


def test_one_sentence_has_one_type_for_a_pair() -> None:
    kinds: dict[str, set[str]] = {}
    for row in ROWS:
        kinds.setdefault(row[0].casefold(), set()).add(row[1])
    assert {text: types for text, types in kinds.items() if len(types) > 1} == {}


def test_every_type_has_enough_sentences_and_both_orders() -> None:
    count = Counter(row[1] for row in ROWS)
    turned = Counter(row[1] for row in ROWS if 0 <= row[0].find("<r>") < row[0].find("<a>"))
    assert {kind: count[kind] for kind in TYPES if count[kind] < 70} == {}
    assert {kind: turned[kind] for kind in TYPES - {"NONE"} if turned[kind] < 5} == {}


def test_every_mode_has_sentences() -> None:
    seen = {row[1:3] for row in ROWS}
    assert sorted(mode for mode in MODES if mode not in seen and mode[1]) == []


def test_most_lines_mark_both_sides_and_many_are_not_said_to_have_happened() -> None:
    events = [row for row in ROWS if row[1] != "NONE"]
    assert sum("<r>" in row[0] for row in ROWS) >= 0.85 * len(ROWS)
    assert 0.08 * len(events) <= sum(row[3] != "happened" for row in events) <= 0.3 * len(events)
    assert 0.15 * len(ROWS) <= len(ROWS) - len(events) <= 0.35 * len(ROWS)
