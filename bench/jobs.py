"""What processes gain: `python -m bench.jobs --pages 200 --jobs 1 2`, on a machine with nothing else to do.

The example pages, varied by program (`bench.vary`), are built by the command with each number of processes: `wall`
seconds of the whole command, `driver` and `workers` CPU seconds, and the most memory that one of either held (MiB).
Varied pages repeat sentences, which each process keeps for itself; with `--data`, a file of JSON lines with `html` in
the form of `data/body`, pages are taken that do not. `gain` is the wall time of the first number over that of the
last, start-up included; `start` the wall time of a build of one page, and `gain_after_start` the gain without it;
`driver_share` the driver's CPU over the workers'. With `--longest` a page of 290,000 letters is among them, the longest
kind that is read. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.vary import varied

ROOT = Path(__file__).parents[1]
PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
#: Seconds between two looks at the processes: what one does after the last look is not counted.
LOOK = 0.05
LONGEST = 290_000

#: CPU seconds and MiB of a process.
Used = tuple[float, float]


def measure(folder: Path, record: Path, jobs: int) -> dict[str, float]:
    """Build, and look at the build's processes meanwhile."""
    command = [sys.executable, "-m", "tellings", "build", str(folder), "-o", str(record), "--jobs", str(jobs)]
    begun = time.perf_counter()
    build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    used: dict[int, Used] = {}
    while build.poll() is None:
        used |= dict(of_session(build.pid))
        time.sleep(LOOK)
    wall = time.perf_counter() - begun
    driver = used.pop(build.pid)
    return {
        "jobs": jobs,
        "wall": round(wall, 2),
        "driver": round(driver[0], 2),
        "workers": round(sum(cpu for cpu, _ in used.values()), 2),
        "driver_mib": round(driver[1]),
        "worker_mib": round(max(memory for _, memory in used.values())),
    }


def of_session(session: int) -> Iterator[tuple[int, Used]]:
    """The processes of a session."""
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) != session:
                continue
            status = (stat.parent / "status").read_text()
        except OSError:
            continue
        most = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")), "0")
        yield int(stat.parent.name), ((int(fields[11]) + int(fields[12])) / TICKS, int(most) / 1024)


def longest() -> str:
    """A page whose article is as long as one may be: paragraphs of the example pages one after the other."""
    lines = [line for _, text in islice(varied(ROOT / "examples" / "pages", 400), 400) for line in text.splitlines()]
    told = [line for line in lines if len(line) > 150 and "<" not in line]
    text: list[str] = []
    size = 0
    while size < LONGEST:
        text.append(told[len(text) % len(told)])
        size += len(text[-1]) + 2
    return "A long report\n\n" + "\n\n".join(text)


def given(data: Path | None, count: int) -> Iterator[tuple[str, str]]:
    """So many pages as (file name, text)."""
    if data is None:
        yield from varied(ROOT / "examples" / "pages", count)
        return
    with gzip.open(data, "rt", encoding="utf-8") if data.suffix == ".gz" else data.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, count)):
            yield f"{number:06d}.html", json.loads(line)["html"]


def measured(args: argparse.Namespace, work: Path) -> tuple[list[dict[str, float]], float]:
    """Each number of processes, and the wall time of a build of one page."""
    (folder := work / "pages").mkdir()
    for file, text in given(args.data, args.pages):
        (folder / file).write_text(text, "utf-8")
    (one := work / "one").mkdir()
    first = min(folder.iterdir())
    (one / first.name).write_bytes(first.read_bytes())
    if args.longest:
        (folder / "longest.txt").write_text(longest(), "utf-8")
    start = measure(one, work / "one.sqlite", 1)["wall"]
    found = []
    for jobs in args.jobs:
        found.append(measure(folder, work / f"{jobs}.sqlite", jobs))
        print(json.dumps(found[-1]), flush=True)
    return found, start


def main() -> None:
    """Measure each number of processes and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--data", type=Path, help="pages of this file")
    parser.add_argument("--longest", action="store_true", help="put the longest kind of page among them")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found, start = measured(args, Path(name))
    first, last = found[0], found[-1]
    gains = {
        "start": start,
        "gain": round(first["wall"] / last["wall"], 2),
        "gain_after_start": round((first["wall"] - start) / (last["wall"] - start), 2),
        "driver_share": round(last["driver"] / last["workers"], 3),
    }
    print(json.dumps({"pages": args.pages, "runs": found} | gains))


if __name__ == "__main__":
    main()
