"""One build, three engines: processes, Daft on this machine, and a Ray cluster of two nodes; row for row, id for id."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import tellings
from tellings.cli import main
from tellings.exports import export
from tellings.record import open_store, schema
from tellings.record.check import check

pytest.importorskip("daft")

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples/pages"
#: A page that leaves open whom it names, and one of another story that tells.
LEAVES_OPEN = (
    "Coconut mill reopens after fire\n\nFUNAFUTI, May 12, 2019 - A coconut mill that burnt down four years ago was opened "
    "again on Sunday. Harbin Okelle said the mill would employ 300 people."
)
NAMES = (
    "Tuvalu orders boats for its inner islands\n\nFUNAFUTI, May 4, 2019 - Tuvalu's finance minister, Harbin Okelle, said "
    "on Saturday that the country would buy nine new boats. They will be built in Fiji and arrive next year."
)
#: Tables whose rows tell of the build itself.
OF_THE_BUILD = {"runs", "judgements"}


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Pages in a folder, in JSON lines and in a Parquet table; some twice, some no pages, some with a common footer."""
    folder = tmp_path_factory.mktemp("given")
    pages = sorted(EXAMPLES.iterdir())
    (folder / "pages").mkdir()
    footer = (
        "\n\nRead more of our reports on the talks every morning, and tell us at the desk what you think of them.\n"
    )
    for page in pages[:12]:
        shutil.copy(page, folder / "pages")
    for number in range(3):
        text = pages[-1 - number].read_text("utf-8") + footer
        row = {"url": f"https://ledger.example/{number}", "text": text}
        with (folder / "more.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n{no json\n" * (number == 1) + "\n" * (number != 1))
    (folder / "pages/names.txt").write_text(NAMES, "utf-8")
    (folder / "pages/leaves_open.txt").write_text(LEAVES_OPEN, "utf-8")
    (folder / "empty.txt").touch()
    import daft

    rows = [{"link": f"https://table.example/{n}", "body": pages[14 + n].read_text("utf-8")} for n in range(3)]
    table = daft.from_pylist(rows).write_parquet(str(folder / "table"), single_file=True).to_pydict()["path"][0]
    return [str(folder / "pages"), str(folder / "more.jsonl"), str(pages[0]), str(folder / "empty.txt"), str(table)]


def built(paths: list[str], record: str, *more: str) -> None:
    assert main(["build", *paths, "-o", record, "-f", "json", *more]) == 3  # some pages are none


def rows(record: str) -> dict[str, list[str]]:
    with open_store(record) as store:
        assert not list(check(store))
        return {
            table: sorted(map(repr, store.rows(f"SELECT * FROM {table}")))
            for table in schema.TABLES
            if table not in OF_THE_BUILD
        }


def exported(record: str, to: Path) -> dict[str, bytes]:
    with open_store(record) as store:
        return {path.name: path.read_bytes() for path in export(store, "jsonl", to)}


@pytest.fixture(scope="module")
def local(paths: list[str], tmp_path_factory: pytest.TempPathFactory) -> str:
    record = f"{tmp_path_factory.mktemp('local')}/record/"
    built(paths, record, "-j", "1")
    return record


def test_daft_gives_the_record_of_processes(paths: list[str], local: str, tmp_path: Path) -> None:
    built(paths, f"{tmp_path}/record/", "--engine", "daft")
    assert rows(f"{tmp_path}/record/") == rows(local)
    assert exported(f"{tmp_path}/record/", tmp_path / "one") == exported(local, tmp_path / "two")
    with open_store(local) as store:
        known = list(store.rows("SELECT country FROM actors WHERE name = 'Harbin Okelle'"))
    assert known == [("TUV",)]


def test_pages_added_by_daft_give_the_record_of_one_build(paths: list[str], local: str, tmp_path: Path) -> None:
    built([paths[0], paths[3]], f"{tmp_path}/record/", "-j", "1")
    built(paths, f"{tmp_path}/record/", "--engine", "daft")
    assert rows(f"{tmp_path}/record/") == rows(local)


def test_tables_are_loaded_into_a_file(local: str, tmp_path: Path) -> None:
    assert main(["load", local, "-o", str(tmp_path / "record.sqlite"), "-f", "json"]) == 0
    assert exported(local, tmp_path / "one") == exported(str(tmp_path / "record.sqlite"), tmp_path / "two")


def test_the_cluster_engine_says_that_it_writes_folders(
    paths: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *paths, "-o", str(tmp_path / "record.sqlite"), "--engine", "daft"]) == 1
    assert "tellings load" in capfd.readouterr().err


ADDRESS = "127.0.0.1:26381"


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A Ray head and a second node on the loopback interface, a core each; their address."""
    pytest.importorskip("ray")
    here = os.pathsep.join([str(Path(tellings.__file__).parents[1]), str(ROOT)])
    # since 2.59 a cluster wants a token from whoever joins it
    more = {"PYTHONPATH": here, "RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": "0" * 32}
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    start = [shutil.which("ray") or "ray", "start", "--block", "--num-cpus", "1", "--node-ip-address", "127.0.0.1"]
    folder = tempfile.mkdtemp(prefix="ray")  # a short path, since sockets stand in it
    head = [*start, "--head", "--port", ADDRESS[-5:], "--include-dashboard", "false", "--temp-dir", folder]
    nodes = [subprocess.Popen(head, start_new_session=True, stdout=subprocess.DEVNULL)]
    time.sleep(10)
    nodes.append(subprocess.Popen([*start, "--address", ADDRESS], start_new_session=True, stdout=subprocess.DEVNULL))
    time.sleep(10)
    yield ADDRESS
    for node in reversed(nodes):
        node.terminate()
        node.wait()
        with suppress(ProcessLookupError):
            os.killpg(node.pid, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.slow
def test_a_ray_cluster_gives_the_record_of_processes(
    paths: list[str], local: str, cluster: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tellings", "build", *paths, "-o", f"{tmp_path}/record/", "-f", "json"]
    ran = subprocess.run(
        [*command, "--engine", "daft", "--address", cluster], capture_output=True, text=True, check=False, timeout=900
    )
    assert ran.returncode == 3, ran.stderr[-2000:]
    assert rows(f"{tmp_path}/record/") == rows(local)
    assert exported(f"{tmp_path}/record/", tmp_path / "one") == exported(local, tmp_path / "two")
