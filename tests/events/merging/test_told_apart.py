"""Acts of one type that one telling tells of different things."""

from __future__ import annotations

from collections.abc import Callable

from tests.events.merging.test_merge import merged

from tellings.model.reading import Reading

Read = Callable[..., Reading]


def test_one_side_does_two_things_of_a_type_that_holds_many_kinds(read: Read) -> None:
    events, _ = merged(read("Kenya rejected the border plan. It also refused to release the pilots."))
    assert [e.type for e in events] == ["REJECT", "REJECT"]


def test_one_thing_told_twice_stays_one(read: Read) -> None:
    events, _ = merged(read("Kenya rejected the border plan. The plan was turned down by Kenya."))
    assert len(events) == 1


def test_another_telling_goes_with_what_it_is_about(read: Read) -> None:
    one = read("Kenya rejected the border plan. It also refused to release the pilots.", "a1")
    other = read("Kenya refuses to release the two pilots.", "a2")
    events, evidence = merged(one, other)
    both = [e for e in events if e.n_tellings > 1]
    assert len(both) == 1
    assert "release" in " ".join(e.text for e in evidence if e.event_id == both[0].event_id and e.role == "act")


def test_a_promise_to_meet_is_no_other_promise(read: Read) -> None:
    one = read("The foreign ministers of Kenya and Uganda will meet to carry out the accord.", "a1")
    other = read("Kenya and Uganda pledged to respect the lake border.", "a2")
    assert [e.n_tellings for e in merged(one, other)[0] if e.type == "AGREE"] == [1, 1]


def test_a_promise_of_a_meeting_is_one_whatever_word_it_has(read: Read) -> None:
    one = read("Kenya and Uganda will meet in Lume on the lake border.", "a1")
    other = read("Kenya and Uganda agreed to talks on the lake border.", "a2")
    assert [e.n_tellings for e in merged(one, other)[0] if e.type == "AGREE"] == [2]


def test_who_signs_a_paper_does_not_praise_it_by_that(read: Read) -> None:
    events, _ = merged(
        read("Kenya, Uganda and Rwanda signed a fishing agreement on Monday. Kenya praised the agreement on Monday.")
    )
    assert [e.type for e in events] == ["SUPPORT", "SUPPORT"]
