"""What processes gain: `python -m bench.jobs --pages 600 2000`, on a machine with nothing else to do.

The example pages, varied by program (`bench.vary`, rounds renewed), are built with each number of `--jobs`; 0 is one
process that does all, where `--jobs 1` has one reader of pages beside the driver and what reads files. `wall` are
seconds of the whole command; CPU seconds are those of `loading` (the server that processes are forked from), the
`driver`, the process that reads `files`, and `workers`; then the most memory that one of them held (MiB).
`gain_over_0` is the wall time of one process over that of the last number of jobs, start-up included; `start` the wall
time of a build of one page, and `gain_over_0_after_start` the gain without it, which more pages come near;
`driver_share` the driver's CPU over the workers'. `idle` are the seconds in which a core had nothing to do, `others`
the CPU seconds of whatever else ran: where they are more than a few, the wall times say little.

`gain_over_0_by_cpu` follows from CPU seconds alone, so that other work on the machine hardly moves it: loading, and
what the driver does by itself before, between and after the workers, takes its time; where workers run, all that runs
is shared out over the cores, and no process is quicker than its own CPU. It is what waiting for nothing would give.

With `--data`, a file of JSON lines with `html` in the form of `data/body`, its pages are taken. What the longest pages
take is measured by `bench.longest`. Linux only: it reads /proc.
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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bench.vary import varied

ROOT = Path(__file__).parents[1]
PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
CORES = len(os.sched_getaffinity(0))
#: Seconds between two looks at the processes: what one does after the last look is not counted.
LOOK = 0.1

#: A build in one process: `--jobs 1` has one reader beside the driver and what reads files.
ALONE = "import sys, tellings; tellings.build([sys.argv[1]], sys.argv[2], jobs=1).close()"

Run = dict[str, float]


@dataclass(slots=True)
class Process:
    """A process of a build: its parent, when it was seen first and last, its CPU seconds and MiB."""

    parent: int
    first: float
    last: float = 0.0
    cpu: float = 0.0
    mib: float = 0.0


@dataclass(slots=True)
class Watched:
    """A build's processes by their ids, and the driver's CPU seconds at each look."""

    driver: int
    processes: dict[int, Process] = field(default_factory=dict)
    looks: list[tuple[float, float]] = field(default_factory=list)

    def look(self, now: float) -> None:
        """Look at all processes of the driver's session."""
        for pid, parent, cpu, mib in of_session(self.driver):
            one = self.processes.setdefault(pid, Process(parent, now))
            one.last, one.cpu, one.mib = now, cpu, max(mib, one.mib)
        self.looks.append((now, self.processes[self.driver].cpu))

    @property
    def children(self) -> dict[int, Process]:
        """The driver's own: the server that workers are forked from, and what reads files."""
        return {pid: one for pid, one in self.processes.items() if one.parent == self.driver}

    @property
    def workers(self) -> list[Process]:
        """The processes that the server forked."""
        own = self.children
        return [one for one in self.processes.values() if one.parent in own]

    @property
    def loading(self) -> float:
        """CPU seconds of the server."""
        forked_off = {one.parent for one in self.workers}
        return sum(one.cpu for pid, one in self.children.items() if pid in forked_off)

    @property
    def files(self) -> float:
        """CPU seconds of what reads files."""
        return sum(one.cpu for one in self.children.values()) - self.loading

    def phases(self) -> list[list[Process]]:
        """Workers that ran at one time, phase by phase."""
        found: list[list[Process]] = []
        for one in sorted(self.workers, key=lambda one: one.first):
            if found and one.first < max(other.last for other in found[-1]):
                found[-1].append(one)
            else:
                found.append([one])
        return found

    def driver_at(self, moment: float) -> float:
        """The driver's CPU seconds up to a moment."""
        return max((cpu for at, cpu in self.looks if at <= moment), default=0.0)

    def by_cpu(self) -> float:
        """The seconds that this build would take if nothing waited: see above."""
        phases = self.phases()
        before = self.driver_at(phases[0][0].first) if phases else 0.0
        seconds, aside, beside = max(self.loading, before), before, self.files
        for phase in phases:
            start, end = min(one.first for one in phase), max(one.last for one in phase)
            driver = self.driver_at(end) - self.driver_at(start)
            work = sum(one.cpu for one in phase) + driver + beside
            seconds += max(work / CORES, driver, *(one.cpu for one in phase))
            aside, beside = aside + driver, 0.0
        return seconds + self.processes[self.driver].cpu - aside


def measure(folder: Path, record: Path, jobs: int) -> Run:
    """Build, and look at the build's processes meanwhile. 0 jobs are one process that does all."""
    command = [sys.executable, "-m", "tellings", "build", str(folder), "-o", str(record), "--jobs", str(jobs)]
    if not jobs:
        command = [sys.executable, "-c", ALONE, str(folder), str(record)]
    begun = time.perf_counter()
    build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    seen, (busy, idle) = Watched(build.pid), of_machine()
    while build.poll() is None:
        seen.look(time.perf_counter() - begun)
        time.sleep(LOOK)
    if build.returncode:
        raise subprocess.CalledProcessError(build.returncode, command)
    wall, driver, (busy_then, idle_then) = time.perf_counter() - begun, seen.processes[build.pid], of_machine()
    return {
        "jobs": jobs,
        "wall": round(wall, 2),
        "by_cpu": round(seen.by_cpu(), 2),
        "loading": round(seen.loading, 2),
        "driver": round(driver.cpu, 2),
        "files": round(seen.files, 2),
        "workers": round(sum(one.cpu for one in seen.workers), 2),
        "idle": round(idle_then - idle, 2),
        "others": round(busy_then - busy - sum(one.cpu for one in seen.processes.values()), 2),
        "driver_mib": round(driver.mib),
        "worker_mib": round(max((one.mib for pid, one in seen.processes.items() if pid != build.pid), default=0)),
    }


def of_machine() -> tuple[float, float]:
    """CPU seconds of all processes so far, and seconds in which a core had nothing to do, over all cores."""
    user, nice, system, idle, waiting, *interrupts = map(int, (PROC / "stat").read_text().split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICKS, (idle + waiting) / TICKS


def of_session(session: int) -> Iterator[tuple[int, int, float, float]]:
    """The processes of a session: id, parent, CPU seconds and the most MiB."""
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) != session:
                continue
            status = (stat.parent / "status").read_text()
        except OSError:
            continue
        most = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")), "0")
        cpu = (int(fields[11]) + int(fields[12])) / TICKS
        yield int(stat.parent.name), int(fields[1]), cpu, int(most) / 1024


def given(data: Path | None, count: int) -> Iterator[tuple[str, str]]:
    """So many pages as (file name, text)."""
    if data is None:
        yield from varied(ROOT / "examples" / "pages", count, renewed=True)
        return
    with gzip.open(data, "rt", encoding="utf-8") if data.suffix == ".gz" else data.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, count)):
            yield f"{number:06d}.html", json.loads(line)["html"]


def measured(pages: Iterator[tuple[str, str]], jobs: Sequence[int], work: Path) -> tuple[list[Run], Run]:
    """Builds of these pages with each number of processes, and one of a single page."""
    (folder := work / "pages").mkdir()
    for file, text in pages:
        (folder / file).write_text(text, "utf-8")
    (one := work / "one").mkdir()
    first = min(folder.iterdir())
    (one / first.name).write_bytes(first.read_bytes())
    start = measure(one, work / "one.sqlite", 1)
    found = []
    for count in jobs:
        found.append(measure(folder, work / f"{count}.sqlite", count))
        print(json.dumps(found[-1]), flush=True)
    return found, start


def gains(found: Sequence[Run], start: Run) -> Run:
    """What the last number of processes gains over the first."""
    last, gained = found[-1], Run()
    for first in found[:-1]:
        over = f"over_{first['jobs']}"
        gained[f"gain_{over}"] = round(first["wall"] / last["wall"], 2)
        gained[f"gain_{over}_after_start"] = round((first["wall"] - start["wall"]) / (last["wall"] - start["wall"]), 2)
        gained[f"gain_{over}_by_cpu"] = round(first["by_cpu"] / last["by_cpu"], 2)
    return {"start": start["wall"]} | gained | {"driver_share": round(last["driver"] / last["workers"], 3)}


def main() -> None:
    """Measure each number of pages with each of processes; a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[600, 2000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--data", type=Path, help="pages of this file")
    args = parser.parse_args()
    sizes = []
    for pages in args.pages:
        with tempfile.TemporaryDirectory() as name:
            found, start = measured(given(args.data, pages), args.jobs, Path(name))
        gained = gains(found, start)
        sizes.append({"pages": pages, "runs": found} | gained)
    print(json.dumps({"cores": CORES, "sizes": sizes} | gained))


if __name__ == "__main__":
    main()
