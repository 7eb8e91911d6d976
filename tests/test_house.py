"""The house rules that no linter checks: lengths, and no path of somebody's machine."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES_A_FILE = 350


def _functions() -> list[tuple[int, str]]:
    return sorted(
        (node.end_lineno - node.lineno + 1, f"{path.name}:{node.lineno} {node.name}")
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    )


def test_functions_are_short() -> None:
    lengths = [length for length, _ in _functions()]
    assert statistics.median(lengths) <= 8
    assert lengths[int(0.9 * (len(lengths) - 1))] <= 30, _functions()[-20:]


def test_files_are_short() -> None:
    long = [path.name for path in SOURCES if path.read_text("utf-8").count("\n") > MOST_LINES_A_FILE]
    assert not long


def test_nothing_is_left_to_do() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX:")
    assert not [path.name for path in SOURCES if any(mark in path.read_text("utf-8") for mark in marks)]


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    homes = ("/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/")
    texts = [*SOURCES, *(ROOT / "evals").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *ROOT.glob("*.md")]
    assert not [path.name for path in texts if any(home in path.read_text("utf-8") for home in homes)]
