"""How near two quotes are in meaning."""

from evals.utterances import quote_row

from tellings.quotes.meaning import Meanings
from tellings.quotes.wording import said


def near(one: str, other: str) -> float:
    found = Meanings().nearness(said(quote_row("a", one)), said(quote_row("b", other)))
    return found.whole + found.words


def test_the_same_words_are_as_near_as_can_be() -> None:
    assert near("The bridge is open.", "The bridge is open.") > 1.99


def test_another_wording_is_nearer_than_other_words_of_the_same_thing() -> None:
    one = "Our patrols will leave the river before winter,"
    rendered = "Before the winter begins, the river patrols are going to be withdrawn,"
    assert near(one, rendered) > near(one, "The river froze early last winter,")


def test_it_is_the_same_both_ways() -> None:
    one, other = "The talks were frank and useful,", "It was a candid conversation,"
    assert abs(near(one, other) - near(other, one)) < 1e-5


def test_a_quote_without_weighty_words_is_near_nothing() -> None:
    assert near("It is.", "The bridge is open.") < 1.2


def test_what_stands_in_the_place_of_a_word_is_each_quotes_own_and_what_is_left_out_is_not() -> None:
    whole = "We accept nothing that leaves the islands without water,"
    for other, own in (("We accept nothing that leaves the islands without a hospital,", True), (whole[:35], False)):
        found = Meanings().nearness(said(quote_row("a", whole)), said(quote_row("b", other)))
        assert (found.own > 0) is own
