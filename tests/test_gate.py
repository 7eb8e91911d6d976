"""The gate holds figures above their floors, on the data that they were pinned on."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from evals import gate
from evals.gate import Gate, check, figure, read_gates


def _gate(monkeypatch: pytest.MonkeyPatch, folder: Path, figures: Mapping[str, Any], **floors: float) -> Gate:
    data = folder / "key.json"
    data.write_text("{}", "utf-8")
    monkeypatch.setattr(gate, "ROOT", folder)
    monkeypatch.setattr(Gate, "measure", lambda self: dict(figures))
    made = Gate("own", ["evals.own"], ["key.json"], "", floors, True)
    return Gate(made.name, made.command, made.data, made.digest(), floors, True)


def test_a_figure_below_its_floor_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = _gate(monkeypatch, tmp_path, {"f1": 0.8}, f1=0.9)
    assert check(own, pin=False)[1] == ["own: f1 is 0.8000, floor 0.9000"]


def test_pinning_raises_a_floor_and_never_lowers_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = _gate(monkeypatch, tmp_path, {"f1": 0.8, "recall": 0.7}, f1=0.9, recall=0.6)
    pinned, low = check(own, pin=True)
    assert pinned.floors == {"f1": 0.9, "recall": 0.7}
    assert low


def test_changed_data_must_be_pinned_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = _gate(monkeypatch, tmp_path, {"f1": 0.8}, f1=0.9)
    (tmp_path / "key.json").write_text("[]", "utf-8")
    assert "its data changed" in check(own, pin=False)[1][0]
    assert check(own, pin=True)[0].floors == {"f1": 0.8}


def test_layers_are_shares_and_open_gates_count_down() -> None:
    figures = {"layers": {"quotes found": [9, 10]}, "gates_open": ["one"], "recall": {"direct": 0.5}}
    assert figure(figures, "layers/quotes found") == 0.9
    assert figure(figures, "gates_open") == -1
    assert figure(figures, "recall/direct") == 0.5


@pytest.mark.parametrize("gate", read_gates(), ids=lambda gate: gate.name)
def test_every_gate_names_an_eval_that_exists(gate: Gate) -> None:
    assert find_spec(gate.command[0])
