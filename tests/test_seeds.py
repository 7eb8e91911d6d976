"""The main job on real pages, where they are present: what the record must reach on them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from evals.scoring import Scores, score

import tellings

ROOT = Path(__file__).parents[1]
SHARED = ROOT / "../shared"


@pytest.fixture(scope="module")
def export(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    with tellings.build([str(seeds)], folder / "record.sqlite") as record:
        record.export("jsonl", folder / "export")
    return folder / "export"


@pytest.fixture(scope="module")
def scores(export: Path) -> Scores:
    return score(SHARED / "answers/seeds.json", export)


def test_every_gate_is_whole_and_the_mean_is_reached(scores: Scores) -> None:
    assert scores.gates_open == []
    assert scores.mean >= 0.98


@pytest.mark.parametrize(
    ("layer", "least"),
    [
        ("stories", 3),
        ("quotes found", 16),
        ("quote speaker", 15),
        ("events found", 8),
    ],
)
def test_enough_is_found(scores: Scores, layer: str, least: int) -> None:
    assert scores.rate(layer)[0] >= least


def test_no_furniture_is_kept_and_no_event_is_false(scores: Scores) -> None:
    dropped, asked = scores.rate("body drops")
    right, given = scores.rate("events precision")
    assert dropped == asked
    assert right == given


def test_the_scorer_agrees_with_the_field_kit(export: Path, scores: Scores) -> None:
    command = [
        sys.executable,
        str(SHARED / "score_record.py"),
        str(SHARED / "answers/seeds.json"),
        str(export),
        "--json",
    ]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert theirs["layers"] == {layer: list(scores.rate(layer)) for layer in scores.layers}
    assert theirs["mean"] == round(scores.mean, 4)
