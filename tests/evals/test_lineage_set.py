import json
from collections import Counter
from dataclasses import asdict
from difflib import SequenceMatcher
from random import Random

import pytest
from evals.lineage_set import change, make, pairs
from evals.lineage_set.source import HERE, Parent, Telling, stories

TELLINGS = [telling for story in stories() for telling in make.of_story(story)]
BY_ID = {telling.id: telling for telling in TELLINGS}
KEY = list(pairs.key(TELLINGS))

REPORT = (
    "The two governments signed an agreement on Friday after ten days of talks in the capital.\n\n"
    '"We have come to the end of a long road," Minister Ana Prado said. She thanked the mediators.\n\n'
    "The army will withdraw from the border before winter. The talks had begun in March.\n\n"
    "About 300 people protested outside the embassy, and police arrested four of them."
)


def _telling(name: str, text: str = REPORT, **given: object) -> Telling:
    base = Telling("s", "s", "s/1", f"s.{name}", text, "hand", True, "A title")
    return type(base)(**{**{field: getattr(base, field) for field in base.__slots__}, **given})


def _changed(one: str, other: str) -> float:
    a, b = one.split(), other.split()
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 1 - same / len(a)


def test_the_files_are_what_the_generator_makes() -> None:
    rows = [json.loads(line) for line in (HERE / "tellings.jsonl").read_text("utf-8").splitlines()]
    assert rows == [json.loads(json.dumps(make.row(telling))) for telling in TELLINGS]
    listed = [json.loads(line) for line in (HERE / "key.jsonl").read_text("utf-8").splitlines()]
    assert [row["relation"] for row in listed] == [pair.relation for pair in KEY]
    assert all(row["evidence"] == list(asdict(pair)["evidence"]) for row, pair in zip(listed, KEY, strict=True))


def test_the_set_is_large_enough_to_measure_on() -> None:
    sizes = Counter(telling.family for telling in TELLINGS)
    assert sum(size > 1 for size in sizes.values()) >= 50
    assert len(TELLINGS) >= 250
    assert sum(telling.hand for telling in TELLINGS) >= 120


@pytest.mark.parametrize("half", ["open", "final"])
def test_both_halves_have_every_relation(half: str) -> None:
    found = Counter(pair.relation for pair in KEY if make.half(BY_ID[pair.a].subject) == half)
    assert min(found.values()) >= 30
    assert set(found) == {"copy", "excerpt", "rewritten", "translated", "independent", "unrelated"}


def test_a_page_holds_its_article_and_title() -> None:
    for telling in TELLINGS:
        page = make.dress.page(telling)
        assert telling.page is not None or all(part in page for part in telling.text.split("\n\n")), telling.id
        assert telling.page is not None or telling.title in page, telling.id


def test_a_telling_is_not_made_before_its_parent() -> None:
    late = [
        (telling.id, step.id)
        for telling in TELLINGS
        for step in telling.parents
        if pairs.earlier(BY_ID[step.id], telling) is False
    ]
    assert not late


def test_no_family_holds_tellings_of_two_stories() -> None:
    assert all(telling.family.startswith(f"{telling.story}/") for telling in TELLINGS)
    assert all(BY_ID[step.id].story == telling.story for telling in TELLINGS for step in telling.parents)


def test_a_family_descends_from_one_text() -> None:
    roots = Counter(telling.family for telling in TELLINGS if not telling.parents)
    assert set(roots.values()) == {1}
    assert set(roots) == {telling.family for telling in TELLINGS}


def test_edits_change_about_what_their_names_say() -> None:
    for telling in TELLINGS:
        if telling.made_by in ("edit10", "edit30"):
            share = _changed(BY_ID[telling.parents[0].id].text, telling.text)
            low, high = (0.05, 0.13) if telling.made_by == "edit10" else (0.17, 0.40)
            assert low <= share <= high, (telling.id, share)


def test_quoted_words_are_not_edited() -> None:
    edited = change.KINDS["edit30"].make(REPORT, Random(1))
    assert '"We have come to the end of a long road,"' in edited
    assert edited != REPORT


def test_a_cut_keeps_the_lead_and_drops_about_its_share() -> None:
    short = change.KINDS["cut30"].make(REPORT, Random(1))
    assert short.startswith(REPORT.split("\n\n")[0])
    assert 0.5 < len(short.split()) / len(REPORT.split()) < 0.8


def test_an_excerpt_stands_word_for_word_in_its_source() -> None:
    part = change.KINDS["excerpt25"].make(REPORT, Random(2))
    assert all(line in REPORT for line in part.split("\n\n"))
    assert len(part.split()) < 0.6 * len(REPORT.split())


def test_one_rewriting_on_the_way_makes_a_pair_rewritten() -> None:
    root = _telling("a")
    copy = _telling("b", parents=(Parent("s.a", "copy"),))
    other = _telling("c", parents=(Parent("s.a", "rewritten"),))
    rows = {(pair.a, pair.b): pair for pair in pairs.key([root, copy, other])}
    assert rows["s.b", "s.c"].relation == "rewritten"
    assert rows["s.b", "s.c"].descent is None


def test_translation_and_rewriting_together_are_left_out() -> None:
    root = _telling("a")
    one = _telling("b", parents=(Parent("s.a", "translated"),))
    other = _telling("c", parents=(Parent("s.a", "rewritten"),))
    assert ("s.b", "s.c") not in {(pair.a, pair.b) for pair in pairs.key([root, one, other])}


def test_a_direction_needs_evidence_that_stamps_do_not_contradict() -> None:
    root = _telling("a", published="2031-05-02T10:00+01:00")
    silent = _telling("b", parents=(Parent("s.a", "copy"),))
    dated = _telling("c", published="2031-05-02T12:00+01:00", parents=(Parent("s.a", "copy"),))
    early = _telling("d", published="2031-05-02T08:00+01:00", parents=(Parent("s.a", "excerpt", ("cut",)),))
    rows = {pair.b: pair for pair in pairs.key([root, silent, dated, early]) if pair.a == "s.a"}
    assert [rows[name].direction for name in ("s.b", "s.c", "s.d")] == [None, "a->b", None]
    assert rows["s.b"].descent == "a->b"
