"""The command as a whole: quick to start, honest about its exit status, every example of its help runs."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import tellings
from tellings.cli import main as cli_main
from tellings.cli.main import VERBS, LazyGroup
from tellings.cli.main import tellings as group
from tellings.record import answers, open_store


def python(code: str, **how) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, **how)


def test_help_loads_no_stage() -> None:
    code = "import sys; from tellings.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    loaded = set(python(code).stderr.split())
    heavy = {"spacy", "numpy", "rich", "duckdb", "msgspec", "trafilatura", "lxml", "tellings.engine", "tellings.record"}
    assert not loaded & heavy
    assert len(loaded) < 260, len(loaded)


def test_importing_the_library_loads_no_stage() -> None:
    loaded = set(python("import sys, tellings; print(*sys.modules, file=sys.stderr)").stderr.split())
    assert not [name for name in loaded if name.startswith("tellings.")]


def test_the_python_surface_is_what_it_says() -> None:
    assert all(getattr(tellings, name) for name in tellings.__all__)
    with pytest.raises(AttributeError):
        _ = tellings.nothing


def test_every_verb_is_listed_and_has_a_command() -> None:
    assert isinstance(group, LazyGroup)
    folder = Path(cli_main.__code__.co_filename).parent
    with_command = {path.stem for path in folder.glob("*.py") if '@click.command("' in path.read_text("utf-8")}
    assert with_command == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_s_help_has_an_example(run, verb: str) -> None:
    ran = run(verb, "-h")
    assert ran.status == 0
    assert examples(ran.out)


def examples(help_text: str) -> list[str]:
    return re.findall(r"^ +(tellings .+)$", help_text, re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_the_examples_of_the_help_run(
    run, record: Path, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "pages").symlink_to(pages)
    (tmp_path / "articles.csv").write_text(
        "day,body\n2031-03-14,The ministers of Brazil and Argentina met in Brasilia.\n"
    )
    with open_store(record) as store:
        event, article = next(answers.events(store)), next(answers.articles(store))
    stands_for = {
        "EVENT_ID": event.event_id,
        "STORY_ID": event.story_id,
        "FAMILY_ID": article.family_id,
        "PAGE": article.page,
    }
    for example in examples(run(verb, "--help").out):
        arguments = [stands_for.get(word, word) for word in shlex.split(example)[1:]]
        ran = run(*arguments)
        assert ran.status == 0, (example, ran.err)


def test_no_arguments_and_wrong_ones_are_wrong_use(run, record: Path, tmp_path: Path) -> None:
    assert run("nonsense").status == 2
    assert run("build").status == 2
    assert run("show", record, "nonsense").status == 2
    assert run("show", record, "--since", "yesterday").status == 2
    assert run("show", record, "--pair", "BRA").status == 2
    assert run("review", record, "--reject").status == 2
    assert run("review", record, "e1", "--set", "status").status == 2
    export = run("export", record, "--format", "gdelt9", "--to", tmp_path / "x")
    assert export.status == 2
    assert "jsonl" in export.err


def test_the_cluster_engine_is_said_to_be_missing(
    run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    ran = run("build", pages, "-o", tmp_path / "record.sqlite", "--engine", "daft")
    assert ran.status == 1
    assert "tellings[cluster]" in ran.err
    assert not (tmp_path / "record.sqlite").exists()
    assert run("build", pages, "-o", tmp_path / "record.sqlite", "--engine", "local").status == 0


def test_failures_are_one_and_say_what_to_do(run, record: Path, tmp_path: Path) -> None:
    for arguments, said in (
        (("show", tmp_path / "none.sqlite"), "tellings build"),
        (("explain", record, "e0"), "list ids with"),
        (("story", record, "s0"), "list all with"),
        (("actor", record, "Nobody"), "list all with"),
        (("remove", record, "nowhere.html"), "list all with"),
        (("review", record, "e0", "--reject"), "list ids with"),
    ):
        ran = run(*arguments)
        assert ran.status == 1, arguments
        assert said in ran.err
        assert not ran.out


def test_version(run) -> None:
    assert run("--version").out.strip() == f"tellings {tellings.__version__}"


def test_in_a_pipe_data_is_json_lines_and_nothing_else(run, record: Path) -> None:
    lines = run("show", record, "articles").out.splitlines()
    assert [set(json.loads(line)) >= {"page", "article_id", "text"} for line in lines] == [True, True]


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "parquet"])
@pytest.mark.parametrize("what", ["articles", "stories", "quotes", "events", "actors", "disagreements"])
def test_everything_is_shown_in_every_format(
    record: Path, capfdbinary: pytest.CaptureFixture[bytes], what: str, form: str
) -> None:
    assert cli_main(["show", str(record), what, "-f", form]) == 0
    out = capfdbinary.readouterr().out
    if form == "parquet":
        assert out[:4] == out[-4:] == b"PAR1"
    if form == "json":
        assert isinstance(json.loads(out), list)


def test_a_reader_who_leaves_early_is_no_failure(record: Path) -> None:
    code = f"import sys; from tellings.cli import main; sys.exit(main(['show', {str(record)!r}, 'articles', '-f', 'json']))"
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run([sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert ran.returncode == 0
    assert not ran.stderr


def test_no_colour_in_a_pipe(run, record: Path) -> None:
    assert "\x1b" not in run("show", record, "-f", "table").out


def test_python_m_tellings_is_the_command() -> None:
    ran = subprocess.run([sys.executable, "-m", "tellings", "-V"], capture_output=True, text=True, check=False)
    assert ran.stdout.startswith("tellings ")
