"""From one record into another: what could not be read and the runs come along, each once."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import fill, page, reading

from tellings.model.page import Reject
from tellings.record import open_store
from tellings.record.transfer import load

RUNS = "SELECT started, settings, derived FROM runs ORDER BY run_id"
REJECTS = "SELECT name, stage, reason FROM rejects ORDER BY name"


@pytest.mark.parametrize("name", ["target.sqlite", "target/"])
def test_rejects_and_runs_come_with_the_pages_and_come_once(tmp_path: Path, name: str) -> None:
    with (
        open_store(tmp_path / "source", create=True) as source,
        open_store(f"{tmp_path}/{name}", create=True) as target,
    ):
        own = target.start_run({"paths": ["own"]})
        target.add(page(9), reading(page(9)))
        source.start_run({"paths": ["archive"]})
        fill(source)
        for refused in ("bad.html", page(9).name):
            source.reject(Reject(refused, "read", "no article", "give one"))
        source.commit()
        for _ in range(2):
            load(source, target)
            assert list(target.rows(REJECTS)) == [("bad.html", "read", "no article")]
            found = list(target.rows(RUNS))
            assert len(found) == 2
            assert '"archive"' in str(found[1][1])
            assert not any(derived for _, _, derived in found)
        assert {str(row[0]) for row in target.rows("SELECT run_id FROM runs")} == {own, "r000002"}
