"""Whatever comes and goes, in whatever steps, the record is that of the pages it holds, to the byte."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from evals.stories import reading
from evals.synthetic import told

import tellings
from tellings.engine.local import Here
from tellings.engine.stories import sketches
from tellings.engine.telling import tasks
from tellings.errors import TellingsError
from tellings.exports import export
from tellings.model.actors import Cast, Entity, Mention
from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.record import derivation, open_store, schema
from tellings.record.ready import ReadyStory, ready_page
from tellings.record.store import Store
from tellings.relate import candidates, group

DERIVED = (*schema.STORY_TABLES, "sketch_keys", "pairs", "casts")
HELD = "SELECT article_id, story_id, family_id, dating FROM articles ORDER BY article_id"
TOGETHER = "SELECT article_id, sketch, together FROM sketches ORDER BY article_id"
INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
#: Caps as they are; a word or a run that three articles share in reach of its cap; runs alone.
CAPS = ((200, 30), (4, 2), (2, 1))


def made(number: int, text: str, day: int, office: str | None) -> Reading:
    """The reading of an article whose first word is a person, in some articles with an office."""
    on = (date(2031, 1, 1) + timedelta(day)).isoformat()
    found = reading({"title": None, "text": f"{text} {number}", "date": on})
    name = text.split()[0]
    cast = Cast((Mention(0, 0, 0, 0, len(name), name, "person", 0),), (Entity(0, "person", name, "BOR", None, office),))
    return replace(found, cast=cast)


@pytest.fixture(scope="module")
def readings() -> Sequence[Reading]:
    """Articles of some stories, most of them made from one another, and background that all sorts of them share."""
    dice = random.Random(5)
    texts = [(text, day) for _, text, day in told(22, a_day=6)]
    extra = " ".join(texts[0][0].split()[5:40])
    return [
        made(n, f"{text} {extra}" if n % 3 == 0 else text, day, dice.choice((None, "minister", "envoy")))
        for n, (text, day) in enumerate(texts)
    ]


def add(store: Store, readings: Iterable[Reading]) -> None:
    """Put articles in, some with the sketches that were made with them."""
    for one in readings:
        page = Page(one.article.page_id, one.article.page, "text", one.article.text)
        [sketch] = map(msgspec.msgpack.encode, sketches([one])) if len(page.text) % 2 else [None]
        store.put(ready_page(store.form, page, one, sketch))
    store.commit()


def derive(store: Store) -> None:
    def put_together(groups: Iterable[tuple[str, ...]]) -> Iterator[ReadyStory]:
        return (found for found in Here().told(tasks(store, groups)) if isinstance(found, ReadyStory))

    store.derive(sketches, put_together)


def held(store: Store, to: Path) -> dict[str, object]:
    exported: dict[str, object] = {path.name: path.read_bytes() for path in export(store, "jsonl", to)}
    tables = {table: sorted(store.rows(f"SELECT * FROM {table}"), key=repr) for table in DERIVED}
    return exported | tables | {sql: list(store.rows(sql)) for sql in (HELD, TOGETHER, INDEXES)}


def told_together(store: Store) -> set[tuple[str, ...]]:
    """The stories as tuples of articles."""
    found: dict[object, tuple[str, ...]] = {}
    for article_id, story_id, *_ in store.rows(HELD):
        found[story_id] = (*found.get(story_id, ()), str(article_id))
    return set(found.values())


def at_once(readings: Sequence[Reading], folder: Path) -> dict[str, object]:
    with open_store(folder / "once.sqlite", create=True) as store:
        add(store, readings)
        derive(store)
        return held(store, folder / "once")


@pytest.mark.parametrize("caps", CAPS)
@pytest.mark.parametrize("seed", range(3))
def test_pages_that_come_and_go_leave_the_record_of_those_that_stay(
    seed: int, caps: tuple[int, int], readings: Sequence[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "MOST_POSTINGS", caps[0])
    monkeypatch.setattr(candidates, "COPIES", caps[1])
    dice, inside = random.Random(f"{seed} {caps}"), dict[str, Reading]()
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        for _ in range(10):
            for _ in range(dice.randint(1, 3)):
                one = dice.choice(readings)
                if inside.pop(one.article.article_id, None):
                    store.remove(one.article.page_id)
                else:
                    add(store, [one])
                    inside[one.article.article_id] = one
            derive(store)
            assert not [row for row in store.rows(HELD) if not row[1]]
        kept = sorted(inside.values(), key=lambda _: dice.random())
        assert held(store, tmp_path / "steps") == at_once(kept, tmp_path)
        assert told_together(store) == set(group(sketches(kept)))


def test_a_page_that_goes_before_stories_are_derived_takes_its_sketch_with_it(
    readings: Sequence[Reading], tmp_path: Path
) -> None:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        add(store, readings)
        assert next(store.rows("SELECT count(*) FROM sketches"))[0]
        for one in readings[1:]:
            store.remove(one.article.page_id)
        derive(store)
        assert held(store, tmp_path / "one") == at_once(readings[:1], tmp_path)


def test_sketches_that_come_with_pages_meet_stories_that_were_told_without(
    readings: Sequence[Reading], tmp_path: Path
) -> None:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        add(store, readings[:-5])
        derive(store)
        drop = sqlite3.connect(tmp_path / "record.sqlite")
        for table in ("sketches", "sketch_keys", "crowded", "pairs"):
            drop.execute(f"DELETE FROM {table}")
        drop.commit()
        drop.close()
        add(store, readings[-5:])
        derive(store)
        assert told_together(store) == set(group(sketches(readings)))


def test_only_what_new_pages_change_is_told_anew(readings: Sequence[Reading], tmp_path: Path) -> None:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        add(store, readings[1:])
        derive(store)
        add(store, readings[:1])
        asked: list[tuple[str, ...]] = []

        def put_together(groups: Iterable[tuple[str, ...]]) -> Iterator[ReadyStory]:
            asked.extend(groups)
            return (found for found in Here().told(tasks(store, asked)) if isinstance(found, ReadyStory))

        store.derive(sketches, put_together)
        assert len(asked) == 1
        assert readings[0].article.article_id in asked[0]


def derive_as_another_version(store: Store, readings: Sequence[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(tellings, "__version__", "0.0.1")
        add(store, readings)
        derive(store)


def test_sketches_of_another_version_are_made_anew(
    readings: Sequence[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        derive_as_another_version(store, readings, monkeypatch)
        assert list(store.rows("SELECT DISTINCT version FROM sketches")) == [("0.0.1",)]
        derive(store)
        assert list(store.rows("SELECT DISTINCT version FROM sketches")) == [(tellings.__version__,)]
        assert held(store, tmp_path / "again") == at_once(readings, tmp_path)


def derive_until(store: Store, stories: int) -> None:
    """Derive, but end before the story after so many."""

    def put_together(groups: Iterable[tuple[str, ...]]) -> Iterator[ReadyStory]:
        for done, found in enumerate(Here().told(tasks(store, groups))):
            if done == stories:
                raise KeyboardInterrupt
            assert isinstance(found, ReadyStory)
            yield found

    with suppress(KeyboardInterrupt):
        store.derive(sketches, put_together)


@pytest.mark.parametrize("piece", [1, 2])
def test_what_is_told_stands_when_a_build_is_stopped_and_the_next_tells_the_rest(
    piece: int, readings: Sequence[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derivation, "PIECE", piece)
    path, told = tmp_path / "record.sqlite", 0
    for count in (len(readings) // 2, len(readings)):
        with open_store(path, create=True) as store:
            add(store, [one for one in readings[:count] if not store.holds(one.article.page_id)])
            derive_until(store, piece)
            assert not store.is_derived()
            told = store.counts()["stories"]
            assert told
    with open_store(path, write=True) as store:
        derive_until(store, piece)
        assert store.counts()["stories"] == told + piece
        derive(store)
        assert store.is_derived()
        assert held(store, tmp_path / "stopped") == at_once(readings, tmp_path)


def test_a_version_that_is_stopped_while_it_tells_all_anew_goes_on(
    readings: Sequence[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derivation, "PIECE", 2)
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        derive_as_another_version(store, readings, monkeypatch)
        for stories in (2, 4):
            derive_until(store, stories)
            assert not store.is_derived()
        derive(store)
        assert held(store, tmp_path / "again") == at_once(readings, tmp_path)


def test_stories_of_another_version_are_known_until_the_last_is_forgotten(
    readings: Sequence[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derivation, "PIECE", 2)
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        derive_as_another_version(store, readings, monkeypatch)
        with monkeypatch.context() as patched:
            patched.setattr(derivation.Derivation, "_regroup", interrupted)
            with pytest.raises(KeyboardInterrupt):
                derive(store)
        assert store.counts()["stories"] == 2
        derive(store)
        assert held(store, tmp_path / "again") == at_once(readings, tmp_path)


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_page_that_another_process_adds_while_stories_are_told_ends_the_telling(
    readings: Sequence[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derivation, "PIECE", 1)
    path = tmp_path / "record.sqlite"
    with open_store(path, create=True) as store, open_store(path, write=True) as other:
        add(store, readings[1:])

        def put_together(groups: Iterable[tuple[str, ...]]) -> Iterator[ReadyStory]:
            for done, found in enumerate(Here().told(tasks(store, groups))):
                assert isinstance(found, ReadyStory)
                if done == 2:
                    add(other, readings[:1])
                yield found

        with pytest.raises(TellingsError, match="changed by another process") as error:
            store.derive(sketches, put_together)
        assert "again" in error.value.remedy
        assert not store.is_derived()
        derive(store)
        assert held(store, tmp_path / "again") == at_once(readings, tmp_path)
