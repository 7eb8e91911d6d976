"""Pages in object storage, by way of a real S3 protocol on the loopback interface (moto's server)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.record import open_store

pytest.importorskip("daft")
moto = pytest.importorskip("moto.server")
boto3 = pytest.importorskip("boto3")

PAGES = sorted((Path(__file__).parents[2] / "examples/pages").glob("*.txt"))[:3]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket that holds two pages below `2031/`, and a third in an archive of JSON lines beside it."""
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    told = {"ENDPOINT_URL": address, "ACCESS_KEY_ID": "k", "SECRET_ACCESS_KEY": "s", "REGION": "us-east-1"}
    for name, value in told.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    storage = boto3.client("s3", endpoint_url=address, region_name="us-east-1")
    storage.create_bucket(Bucket="archive")
    for page in PAGES[:2]:
        storage.put_object(Bucket="archive", Key=f"2031/{page.name}", Body=page.read_bytes())
    row = json.dumps({"url": "https://ledger.example/1", "text": PAGES[2].read_text("utf-8")})
    storage.put_object(Bucket="archive", Key="more.jsonl.gz", Body=gzip.compress(row.encode()))
    yield "s3://archive"
    server.stop()


def test_a_prefix_an_archive_and_a_missing_object(bucket: str, tmp_path: Path) -> None:
    record = f"{tmp_path}/record/"
    given = [f"{bucket}/2031/", f"{bucket}/*.jsonl.gz", f"{bucket}/none.txt"]
    assert main(["build", *given, "-o", record, "--engine", "daft", "-f", "json"]) == 3
    with open_store(record) as store:
        read = {name for (name,) in store.rows("SELECT name FROM pages")}
        refused = list(store.rows("SELECT name FROM rejects"))
    assert read == {*(f"{bucket}/2031/{page.name}" for page in PAGES[:2]), "https://ledger.example/1"}
    assert refused == [(f"{bucket}/none.txt",)]
