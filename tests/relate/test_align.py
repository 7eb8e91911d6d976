from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.relate.lineage import REPORT, REWORDED, reading

from tellings.relate.align import WordRun, passages, shared_runs
from tellings.relate.words import SHINGLE, fold, words_of

WORDS = st.lists(st.sampled_from(["sea", "net", "port", "boat", "crew", "tide", "Don’t", "don't"]), max_size=60)


def runs(one: str, other: str) -> tuple[WordRun, ...]:
    return shared_runs(words_of(reading("a", one)), words_of(reading("b", other)))


def test_a_text_shares_all_of_itself_in_one_run() -> None:
    words = words_of(reading("a", REPORT))
    assert shared_runs(words, words) == (WordRun(0, 0, len(words)),)


def test_fewer_than_five_words_are_no_passage() -> None:
    assert not runs("the boats left the port", "the boats left the harbour")
    assert runs("the boats left the port", "so the boats left the port")[0].length == SHINGLE


def test_curly_and_straight_marks_are_one() -> None:
    one, other = "She said “the crew’s nets aren’t lost” again", "Then \"the crew's nets aren't lost\" she said"
    left, right = words_of(reading("a", one)), words_of(reading("b", other))
    (span,) = passages(shared_runs(left, right), left, right)
    assert one[span.start : span.end] == "the crew’s nets aren’t lost"
    assert other[span.other_start : span.other_end] == "the crew's nets aren't lost"


def test_the_longest_of_several_places_is_taken() -> None:
    one = "a b c d e f x a b c d e f g h"
    assert runs(one, "z a b c d e f g h") == (WordRun(7, 1, 8),)


def test_a_rewording_shares_its_quotation_exactly() -> None:
    left, right = words_of(reading("a", REPORT)), words_of(reading("b", REWORDED))
    texts = [REPORT[s.start : s.end] for s in passages(shared_runs(left, right), left, right)]
    assert any(t.startswith("The strait feeds both our peoples") and "mean to stay" in t for t in texts)


@given(WORDS, WORDS)
def test_every_shared_span_has_the_same_words_on_both_sides(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), ", ".join(other)
    left, right = words_of(reading("a", first)), words_of(reading("b", second))
    for span in passages(shared_runs(left, right), left, right):
        mine, theirs = first[span.start : span.end], second[span.other_start : span.other_end]
        assert [fold(w) for w in mine.split()] == [fold(w) for w in theirs.split(", ")]
        assert len(mine.split()) >= SHINGLE


@given(WORDS, WORDS)
def test_runs_cannot_grow_and_do_not_overlap_in_the_second_text(one: list[str], other: list[str]) -> None:
    left, right = words_of(reading("a", " ".join(one))), words_of(reading("b", " ".join(other)))
    at = 0
    for run in shared_runs(left, right):
        ends = (run.start + run.length, run.other_start + run.length)
        assert run.other_start >= at
        assert ends[0] == len(left) or ends[1] == len(right) or left[ends[0]].folded != right[ends[1]].folded
        at = ends[1]


@given(WORDS, st.lists(st.sampled_from(["u", "v", "w"]), max_size=9), st.lists(st.sampled_from(["k", "l"]), max_size=9))
def test_a_text_that_is_wrapped_is_found_whole(middle: list[str], before: list[str], after: list[str]) -> None:
    left = words_of(reading("a", " ".join(middle)))
    right = words_of(reading("b", " ".join([*before, *middle, *after])))
    longest = max((run.length for run in shared_runs(left, right)), default=0)
    assert longest == (len(middle) if len(middle) >= SHINGLE else 0)
