"""One behaviour suite over both stores."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from records import fill, page, reading, story_rows

from tellings.engine import BuildSummary
from tellings.errors import TellingsError
from tellings.exports import export
from tellings.model.article import Trace
from tellings.model.page import Reject
from tellings.record import Store, answers, open_store, queries
from tellings.record.check import check
from tellings.record.filters import Filter
from tellings.record.judgements import judge
from tellings.record.ready import ready_page


@pytest.fixture(params=["record.sqlite", "record/"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"{tmp_path}/{request.param}"


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    with open_store(path, create=True) as opened:
        yield opened


def test_a_record_has_these_tables(store: Store) -> None:
    assert set(store.counts()) == {
        "pages", "articles", "dropped", "stories", "families", "tellings", "actors", "mentions", "quotes", "utterances",
        "events", "event_dyads", "evidence", "disagreements", "judgements", "rejects", "runs", "claims", "sought",
    }  # fmt: skip


def test_a_page_comes_back_as_it_went_in(store: Store) -> None:
    store.add(page(), reading(page()))
    assert list(store.readings()) == [reading(page())]
    assert set(store.page_ids()) == {page().page_id}


def test_a_page_that_is_in_stays_as_it_is(store: Store) -> None:
    for _ in range(2):
        store.add(page(), reading(page()))
    store.commit()
    store.add(page(), reading(page()))
    store.commit()
    assert store.counts()["articles"] == 1
    store.remove(page().page_id)
    store.add(page(), reading(page()))
    assert len(store.page_ids()) == 1


def test_readings_come_by_article_id_whatever_the_order_of_pages(store: Store) -> None:
    for number in (3, 1, 2):
        store.add(page(number), reading(page(number)))
    ids = [found.article.article_id for found in store.readings()]
    assert ids == sorted(ids)
    assert [found.article.article_id for found in store.readings(reversed(ids[:2]))] == ids[:2]


def test_what_is_committed_is_there_after_closing(path: str) -> None:
    with open_store(path, create=True) as store:
        store.add(page(), reading(page()))
        store.commit()
    with open_store(path) as store:
        assert len(store.page_ids()) == 1


def test_what_is_not_committed_is_given_up(path: str) -> None:
    with open_store(path, create=True) as store:
        store.add(page(), reading(page()))
    with open_store(path) as store:
        assert not store.page_ids()


def test_a_reject_stands_once_and_goes_when_its_page_is_read(store: Store) -> None:
    refused = Reject(page().name, "clean", "no article", "give a page with one")
    for _ in range(2):
        store.reject(refused)
        store.commit()
    assert store.counts()["rejects"] == 1
    store.add(page(), reading(page()))
    store.commit()
    assert store.counts()["rejects"] == 0


def test_a_reading_replaces_that_of_its_page(store: Store) -> None:
    fill(store)
    held = store.counts()
    old = reading(page(2))
    article = replace(old.article, article_id="a_new", title="A quarrel, told anew")
    again = replace(old, article=article, trace=Trace(article.page_id, "news.example", (("k", 8),)))
    store.replace([ready_page(store.form, again.cleaned, again)])
    assert store.counts()["articles"] == held["articles"]
    assert store.counts()["dropped"] == held["dropped"]
    assert store.counts()["events"] == 0
    assert not store.is_derived()
    assert [r.article.title for r in store.readings(["a_new"])] == ["A quarrel, told anew"]
    assert list(store.rows("SELECT article_id, paragraphs FROM articles WHERE site = 'news.example'")) == [
        ("a_new", '[["k",8]]')
    ]
    assert set(store.page_ids()) == {page(number).page_id for number in (1, 2, 3)}
    store.replace([])
    store.replace_stories([story_rows(list(store.readings()))])
    assert not list(check(store))


def test_stories_replace_stories(store: Store) -> None:
    fill(store)
    before = store.counts()
    assert store.is_derived()
    store.replace_stories([story_rows(list(store.readings()))])
    assert store.counts() == before
    assert store.is_derived()


def test_stories_that_fail_midway_leave_the_old_ones(store: Store) -> None:
    fill(store)
    before = store.counts()

    def broken() -> Iterator[object]:
        yield story_rows(list(store.readings()))
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        store.replace_stories(broken())  # type: ignore[arg-type]
    assert store.counts() == before
    assert store.is_derived()
    assert next(queries.articles(store)).story_id


def test_articles_get_their_day_story_and_family(store: Store) -> None:
    fill(store)
    article = next(queries.articles(store))
    assert article.published == "2031-03-02T10:15:00+01:00"
    assert article.published_rejected
    assert article.published_rejected[0].reason == "two years after the event"
    assert article.story_id
    assert article.family_id


def test_a_run_is_kept_with_what_it_counted(store: Store) -> None:
    run = store.start_run({"paths": ["pages"], "jobs": 0})
    fill(store)
    refused = [Reject("a", "read", "no text", "give one")]
    store.finish_run(
        run, BuildSummary(read=3, rejects=refused, events=1, dropped=Counter(menu=2), stages={"pages": 0.5})
    )
    rows = list(store.rows("SELECT run_id, finished IS NOT NULL, counts, rejects FROM runs"))
    assert len(rows) == 1
    assert rows[0][1]
    counted = json.loads(str(rows[0][2]))
    assert (counted["events"], counted["dropped"], counted["refused"]) == (1, {"menu": 2}, {"no text": 1})
    assert counted["stages"] == {"pages": 0.5}
    [settings] = [json.loads(str(row[0])) for row in store.rows("SELECT settings FROM runs")]
    assert settings["jobs"] == 0
    assert settings["versions"].keys() > {"python", "spacy"}
    assert store.start_run({}) != run


def test_removing_a_page_takes_all_that_rests_on_it(store: Store) -> None:
    fill(store)
    store.remove(page(2).page_id)
    assert page(2).page_id not in store.page_ids()
    assert not store.is_derived()
    left = store.counts()
    assert (left["pages"], left["articles"], left["dropped"], left["events"], left["evidence"]) == (2, 2, 2, 0, 0)
    store.replace_stories([story_rows(list(store.readings()))])
    assert next(answers.events(store)).n_tellings == 2


def test_judgements_outlive_a_rebuild(store: Store) -> None:
    fill(store)
    event = next(answers.events(store))
    judge(store, event.event_id, "reject", author="Ida")
    assert not list(answers.events(store))
    store.replace_stories([story_rows(list(store.readings()))])
    assert not list(answers.events(store))
    assert store.counts()["events"] == 1


@pytest.mark.parametrize(
    ("asked", "events", "quotes", "articles", "stories"),
    [
        (Filter(), 1, 3, 3, 1),
        (Filter(since="2031-03-02", until="2031-03-02"), 1, 3, 3, 1),
        (Filter(since="2031-03"), 1, 3, 3, 1),
        (Filter(until="2031"), 1, 3, 3, 1),
        (Filter(since="2031-03-03"), 0, 0, 0, 0),
        (Filter(until="2031-03-01"), 0, 0, 0, 0),
        (Filter(pair=("SYL", "BOR")), 1, 3, 3, 1),
        (Filter(pair=("SYL", "RUR")), 0, 0, 0, 0),
        (Filter(type="accuse"), 1, 3, 3, 1),
        (Filter(type="AID"), 0, 0, 0, 0),
        (Filter(actor="borduria"), 1, 0, 3, 1),
        (Filter(actor="Kol"), 0, 3, 0, 0),
        (Filter(speaker="Ana Kol"), 1, 3, 3, 1),
        (Filter(speaker="BOR"), 1, 3, 3, 1),
        (Filter(speaker="nobody"), 0, 0, 0, 0),
        (Filter(story="s0"), 0, 0, 0, 0),
        (Filter(ids=()), 0, 0, 0, 0),
    ],
)
def test_filters_keep_what_is_asked(
    store: Store, asked: Filter, events: int, quotes: int, articles: int, stories: int
) -> None:
    fill(store)
    found = [
        len(list(ask(store, asked))) for ask in (answers.events, answers.quotes, answers.articles, answers.stories)
    ]
    assert found == [events, quotes, articles, stories]


def test_actors_are_found_by_pair_name_and_country(store: Store) -> None:
    fill(store)
    assert [one.name for one in answers.actors(store)] == ["Ana Kol", "Borduria", "Syldavia"]
    assert [one.name for one in answers.actors(store, Filter(actor="SYL"))] == ["Syldavia"]
    assert [one.name for one in answers.actors(store, Filter(pair=("BOR", "SYL")))] == ["Borduria", "Syldavia"]
    kol = next(answers.actors(store, Filter(actor="kol")))
    assert (kol.n_mentions, kol.n_quotes, kol.n_events) == (3, 3, 0)


def test_search_finds_articles_that_hold_all_the_words(store: Store) -> None:
    fill(store)
    assert len(list(queries.search(store, "border OUTRAGE"))) == 3
    assert not list(queries.search(store, "border peace"))
    assert not list(queries.search(store, "   "))
    assert "[border]" in next(queries.search(store, "border")).snippet
    assert not list(queries.search(store, 'bor" OR (der*'))


def test_a_dyad_counts_each_event_once_however_many_tell_it(store: Store) -> None:
    fill(store)
    [cell] = answers.dyad(store, "SYL", "BOR")
    assert (cell.source, cell.target, cell.period, cell.events, cell.verbal_conflict) == ("BOR", "SYL", "2031-03", 1, 1)
    assert cell.mean_score == -2.0
    assert [answers.dyad(store, "BOR", "SYL", by)[0].period for by in ("day", "week", "year")] == [
        "2031-03-02",
        "2031-W09",
        "2031",
    ]  # type: ignore[arg-type]


def test_views_answer_in_both(store: Store) -> None:
    fill(store)
    for view, rows in (
        ("article_list", 3),
        ("quote_list", 3),
        ("event_list", 1),
        ("event_dyads", 1),
        ("dyad_months", 1),
    ):
        assert len(list(store.rows(f"SELECT * FROM {view}"))) == rows, view


def test_both_stores_give_the_same_exports(tmp_path: Path) -> None:
    for name, numbers in (("one.sqlite", (1, 2, 3)), ("two/", (3, 1, 2))):
        with open_store(f"{tmp_path}/{name}", create=True) as store:
            fill(store, numbers)
            export(store, "jsonl", tmp_path / f"export-{name.rstrip('/')}")
    one, two = (sorted((tmp_path / f"export-{name}").iterdir()) for name in ("one.sqlite", "two"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]


def test_there_is_no_record(path: str) -> None:
    with pytest.raises(TellingsError, match="no record at") as error:
        open_store(path)
    assert "tellings build" in error.value.remedy


def test_readings_asked_for_again_and_again_are_those_asked_for(store: Store) -> None:
    fill(store, range(1, 6))
    ids = [found.article.article_id for found in store.readings()]
    for turn in range(25):
        wanted = [ids[turn % 5], ids[(turn + 2) % 5]]
        assert [found.article.article_id for found in store.readings(wanted)] == sorted(wanted)
    store.add(page(9), reading(page(9)))
    new = reading(page(9)).article.article_id
    assert [found.article.article_id for found in store.readings([new])] == [new]


def test_a_record_opened_to_be_read_is_not_written(path: str) -> None:
    with open_store(path, create=True) as store:
        fill(store)
    with open_store(path) as store:
        event = next(answers.events(store)).event_id
        with pytest.raises(TellingsError, match="cannot be written"):
            judge(store, event, "reject", author="Ida")
