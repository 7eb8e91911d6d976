"""The gate: every eval in `floors.json` must reach its floors, on the data that they were pinned on.

python -m evals.gate            the quick ones, on the project's own pages
python -m evals.gate --all      those on labelled sets beside the project as well, where present
python -m evals.gate --pin      raise floors to what was measured; never lowers one

A floor stands for data with one SHA-256: a figure on other data is another figure, so changed data
must be pinned anew, which shows in the diff.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "evals" / "floors.json"
#: A figure may fall this far below its floor: less than one record more or less on any set pinned here.
EPSILON = 0.0005


@dataclass(frozen=True, slots=True)
class Gate:
    """One eval: its command, the data it reads, and the least that its figures may be."""

    name: str
    command: list[str]
    data: list[str]
    sha256: str
    floors: dict[str, float]
    quick: bool

    @property
    def present(self) -> bool:
        """Whether the data is here (labelled sets lie beside the project)."""
        return all((ROOT / path).exists() for path in self.data)

    def digest(self) -> str:
        """SHA-256 over the data's files, names and bytes."""
        total = hashlib.sha256()
        for path in self.data:
            for file in sorted(_files(ROOT / path)):
                total.update(file.name.encode() + b"\0" + file.read_bytes())
        return total.hexdigest()

    def measure(self) -> dict[str, Any]:
        """Run the eval and read the JSON object on its last line."""
        run = subprocess.run(
            [sys.executable, "-m", *self.command], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise SystemExit(f"{self.name}: {' '.join(self.command)} failed:\n{run.stderr[-2000:]}")
        figures: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
        return figures


def _files(path: Path) -> list[Path]:
    return [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]


def read_gates() -> list[Gate]:
    """The gates of `floors.json`, in its order."""
    rows: list[dict[str, Any]] = json.loads(FLOORS.read_text("utf-8"))
    return [Gate(**row) for row in rows]


def figure(figures: dict[str, Any], key: str) -> float:
    """A figure by its key; `layers/title` and what stands beside are shares of questions, `gates_open` a count."""
    value: Any = figures
    for step in key.split("/"):
        value = value[step]
    if isinstance(value, list):
        return value[0] / value[1] if key.startswith(("layers/", "beside/")) else -float(len(value))
    return float(value)


def check(gate: Gate, pin: bool) -> tuple[Gate, list[str]]:
    """Measure a gate: what it is now, and what is wrong with it."""
    digest = gate.digest()
    if digest != gate.sha256 and not pin:
        return gate, [f"{gate.name}: its data changed since the floors were pinned; run python -m evals.gate --pin"]
    figures = gate.measure()
    found = {key: figure(figures, key) for key in gate.floors}
    low = [
        f"{gate.name}: {key} is {found[key]:.4f}, floor {floor:.4f}"
        for key, floor in gate.floors.items()
        if found[key] < floor - EPSILON
    ]
    print(f"{gate.name}: " + ", ".join(f"{key} {value:.4f}" for key, value in found.items()))
    if not pin:
        return gate, low
    same = digest == gate.sha256
    floors = {key: round(max(found[key], floor) if same else found[key], 4) for key, floor in gate.floors.items()}
    return Gate(gate.name, gate.command, gate.data, digest, floors, gate.quick), low if same else []


def main() -> None:
    """Check the gates; exit status 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="the labelled sets beside the project too")
    parser.add_argument("--pin", action="store_true", help="write what was measured as the new floors")
    args = parser.parse_args()
    wrong: list[str] = []
    gates: list[Gate] = []
    for gate in read_gates():
        run = gate.present and (gate.quick or args.all)
        measured, low = check(gate, args.pin) if run else (gate, [])
        gates.append(measured)
        wrong += low
    if args.pin:
        FLOORS.write_text(json.dumps([_row(gate) for gate in gates], indent=1) + "\n", "utf-8")
    if wrong:
        raise SystemExit("\n".join(wrong))


def _row(gate: Gate) -> dict[str, Any]:
    return {name: getattr(gate, name) for name in ("name", "command", "data", "sha256", "floors", "quick")}


if __name__ == "__main__":
    main()
