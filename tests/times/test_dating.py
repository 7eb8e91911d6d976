"""The day of an article out of stamps and clues, in worlds of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from worlds import days, no_terms, open_term, reading, stated, terms

from tellings.model.actors import Cast, Term
from tellings.text.parser import Parser
from tellings.times.dating import date_articles

VISIT = (
    "Brazil's foreign minister met her Argentine counterpart in Buenos Aires on Sunday. "
    "Her visit to Argentina will last until May 14."
)


def test_a_stamp_is_believed_and_the_leads_weekday_gives_the_news_day(parser: Parser) -> None:
    page = reading(
        parser, "Brazil recalled its envoy on Friday, the ministry said.", stated("2031-05-10T09:00:00-03:00")
    )
    (dating,) = date_articles([page], no_terms)
    assert (dating.published, dating.basis) == ("2031-05-10T09:00:00-03:00", "stated")
    assert dating.confidence >= 0.8
    assert dating.news_day is not None
    assert dating.news_day.first == date(2031, 5, 9)


def test_the_day_follows_from_office_weekday_and_the_end_of_a_visit(parser: Parser) -> None:
    (dating,) = date_articles([reading(parser, VISIT)], terms(("2031-02-01", "2031-11-30")))
    assert (dating.published, dating.basis) == ("2031-05-11", "inferred")
    assert dating.window == days("2031-05-11", "2031-05-14")
    assert 0.5 < dating.confidence < 0.9
    assert dating.rejected[0].value == "Sunday 2031-05-04"
    assert "days, not weeks" in dating.rejected[0].reason
    assert {"office held", "weekday in the lead", "end of a brief event"} <= {clue.rule for clue in dating.clues}


def test_an_office_of_years_alone_gives_a_window_and_no_day(parser: Parser) -> None:
    page = reading(parser, "Brazil's foreign minister praised the accord.")
    (dating,) = date_articles([page], terms(("2030-01-01", "2031-12-31")))
    assert (dating.published, dating.basis, dating.news_day) == (None, "none", None)
    assert dating.window.last == date(2031, 12, 31)


def test_nothing_said_is_nothing_known(parser: Parser) -> None:
    (dating,) = date_articles([reading(parser, "The two countries are neighbours.")], no_terms)
    assert (dating.published, dating.basis, dating.confidence) == (None, "none", 0.0)


def test_a_repost_years_late_is_refused_with_the_reason(parser: Parser) -> None:
    page = reading(parser, VISIT, stated("2033-06-02"))
    (dating,) = date_articles([page], terms(("2031-02-01", "2031-11-30")))
    assert (dating.published, dating.basis) == ("2031-05-11", "inferred")
    assert dating.rejected[0].value == "2033-06-02"
    assert "Ana Prado held the office then" in dating.rejected[0].reason


def test_an_incoming_minister_does_not_refute_a_stamp(parser: Parser) -> None:
    page = reading(parser, "Brazil's next foreign minister praised the accord.", stated("2031-01-20"))
    (dating,) = date_articles([page], terms(("2031-02-01", "2031-11-30")))
    assert dating.published == "2031-01-20"


def test_a_dateline_of_the_last_day_of_the_year_goes_with_a_stamp_of_the_first(parser: Parser) -> None:
    page = reading(
        parser,
        "Argentina signed the accord on Wednesday.",
        stated("2032-01-01"),
        dateline="BUENOS AIRES, Dec. 31 (Pampa News) --",
        dateline_date="Dec. 31",
    )
    (dating,) = date_articles([page], no_terms)
    assert dating.published == "2032-01-01"
    assert dating.confidence > 0.93
    assert dating.news_day is not None
    assert dating.news_day.first == date(2031, 12, 31)


def test_a_dateline_far_before_the_stamp_tells_a_repost_and_the_weekday_its_year(parser: Parser) -> None:
    page = reading(
        parser,
        "Argentina signed the accord on Thursday.",
        stated("2032-03-15"),
        dateline="BUENOS AIRES, Oct. 23 (Pampa News) --",
        dateline_date="Oct. 23",
    )
    (dating,) = date_articles([page], no_terms)
    assert (dating.published, dating.basis) == ("2031-10-23", "inferred")
    assert dating.rejected[0].value == "2032-03-15"


def test_a_term_of_office_that_no_list_agrees_with_weighs_less(parser: Parser) -> None:
    page = reading(parser, "Brazil's foreign minister praised the accord.", stated("2031-01-20"))
    held = terms(("2031-01-01", "2031-11-30"))

    def unchecked(cast: Cast) -> Sequence[Term]:
        return tuple(replace(term, checked=False) for term in held(cast))

    weights = [date_articles([page], given)[0].clues[0].weight for given in (held, unchecked)]
    assert weights == [0.95, 0.9]


def test_a_dateline_with_its_year_dates_a_page_that_bears_no_stamp(parser: Parser) -> None:
    page = reading(
        parser,
        "Argentina signed the accord on Saturday.",
        dateline="BUENOS AIRES, Oct. 25, 2031 (Pampa News) --",
        dateline_date="Oct. 25, 2031",
    )
    (dating,) = date_articles([page], no_terms)
    assert (dating.published, dating.basis) == ("2031-10-25", "inferred")
    assert dating.confidence > 0.8


def test_a_coming_weekday_is_not_the_news_day(parser: Parser) -> None:
    page = reading(parser, "Brazil's president will visit Chile next Tuesday, her office said.", stated("2031-05-08"))
    (dating,) = date_articles([page], no_terms)
    assert dating.news_day is not None
    assert dating.news_day.first == date(2031, 5, 8)


def test_an_undated_telling_takes_the_day_of_a_dated_one(parser: Parser) -> None:
    one = reading(parser, "Brazil recalled its envoy on Friday.", stated("2031-05-10"), article_id="a1")
    two = reading(parser, "On Friday Brazil called its envoy home.", article_id="a2")
    first, second = date_articles([one, two], no_terms)
    assert first.basis == "stated"
    assert (second.published, second.basis) == ("2031-05-09", "inferred")
    assert "another telling" in {clue.rule for clue in second.clues}


def test_of_two_stamps_far_apart_the_later_loses(parser: Parser) -> None:
    one = reading(parser, "Brazil recalled its envoy on Friday.", stated("2031-05-10", 0.7), article_id="a1")
    two = reading(parser, "Brazil recalled its envoy on Friday.", stated("2033-01-03", 0.7), article_id="a2")
    first, second = date_articles([one, two], no_terms)
    assert first.published == "2031-05-10"
    assert second.basis == "inferred"
    assert second.news_day == first.news_day or second.news_day is not None
    assert second.rejected[0].value == "2033-01-03"


def test_the_order_of_tellings_changes_nothing(parser: Parser) -> None:
    pages = [
        reading(parser, VISIT, article_id="a1"),
        reading(parser, "The minister was in Buenos Aires on Sunday.", stated("2034-01-09"), article_id="a2"),
        reading(parser, "Brazil's envoy held talks on Sunday.", article_id="a3"),
    ]
    office = terms(("2031-02-01", "2031-11-30"))
    answers = {frozenset(map(str, date_articles(order, office))) for order in permutations(pages)}
    assert len(answers) == 1


def test_a_page_in_hand_by_a_day_was_not_published_later(parser: Parser) -> None:
    page = reading(parser, VISIT, seen="2031-05-20T00:00:00Z")
    (dating,) = date_articles([page], no_terms)
    assert dating.published == "2031-05-11"


def test_a_change_after_publication_is_kept_apart(parser: Parser) -> None:
    page = reading(
        parser, "Brazil recalled its envoy.", stated("2031-05-10"), stated("2031-05-12T08:00:00", updated=True)
    )
    (dating,) = date_articles([page], no_terms)
    assert (dating.published, dating.updated) == ("2031-05-10", "2031-05-12T08:00:00")


def test_a_date_of_the_address_says_so(parser: Parser) -> None:
    page = reading(parser, "Brazil recalled its envoy.", stated("2031-05-10", 0.8, "url"))
    (dating,) = date_articles([page], no_terms)
    assert dating.basis == "url"


@pytest.mark.parametrize(("value", "news"), [("2031-05-10", "2031-05-10"), ("2031-05-12", "2031-05-12")])
def test_without_words_of_time_the_news_day_is_that_of_publication(parser: Parser, value: str, news: str) -> None:
    (dating,) = date_articles([reading(parser, "Brazil recalled its envoy.", stated(value))], no_terms)
    assert dating.news_day is not None
    assert (dating.news_day.first.isoformat(), "publication" in dating.news_day.basis) == (news, True)


def test_a_wide_window_is_narrowed_around_another_telling(parser: Parser) -> None:
    one = reading(parser, "Brazil recalled its envoy on Friday.", stated("2031-05-10", 0.85), article_id="a1")
    two = reading(parser, "On Friday Brazil called its envoy home.", article_id="a2")
    first, second = date_articles([one, two], terms(("2025-01-01", "2034-12-31")))
    assert second.published == "2031-05-09"
    assert second.confidence <= first.confidence


def test_two_earlier_tellings_refute_a_late_stamp(parser: Parser) -> None:
    text = "Brazil recalled its envoy on Friday."
    first = reading(parser, text, stated("2031-05-10"), article_id="a1")
    second = reading(parser, "On Friday Brazil called its envoy home.", stated("2031-05-11"), article_id="a2")
    late = reading(parser, "Its envoy was recalled by Brazil on Friday.", stated("2031-12-30"), article_id="a3")
    dated = date_articles([first, second, late], no_terms)[2]
    assert dated.basis == "inferred"
    assert dated.rejected[0].value == "2031-12-30"


def test_the_end_of_a_term_dates_the_article(parser: Parser) -> None:
    text = "Brazil's president, who hands over power on Saturday, signed the pact on Friday."
    (dated,) = date_articles([reading(parser, text)], terms(("2027-01-05", "2031-11-29")))
    assert dated.published == "2031-11-28"


def test_the_news_day_is_that_of_the_main_act(parser: Parser) -> None:
    text = "Brazil has blamed Argentina for the raid in which a post was burnt on Sunday."
    (dated,) = date_articles([reading(parser, text, stated("2031-05-13"))], no_terms)
    assert dated.news_day
    assert dated.news_day.first == date(2031, 5, 13)


def test_a_weekday_printed_with_its_day_gives_the_year_where_a_term_has_no_end(parser: Parser) -> None:
    text = "Brazil's foreign minister met her counterpart on Monday. Her visit will last until Wednesday, May 14."
    page = reading(parser, text)
    (dating,) = date_articles([page], terms(("2031-02-01", "2099-12-31")))
    assert (dating.published, dating.basis) == (None, "none")
    (dating,) = date_articles([page], open_term("2031-02-01"))
    assert (dating.published, dating.basis) == ("2031-05-12", "inferred")


def test_a_weekday_before_a_day_in_brackets_is_that_days(parser: Parser) -> None:
    page = reading(parser, "Brazil's foreign minister met her counterpart on Monday (May 12).")
    (dating,) = date_articles([page], open_term("2031-02-01"))
    assert dating.published == "2031-05-12"


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The visit comes two days before it is one year since the start of the war, on May 8, 2030.", 2031),
        ("They met near the end of the first year of the war that began on May 8, 2030.", 2031),
        ("The war, which began on May 8, 2030, nears its second anniversary.", 2032),
    ],
)
def test_an_anniversary_gives_the_year(parser: Parser, text: str, window: int) -> None:
    (dating,) = date_articles([reading(parser, f"The ministers met on Monday. {text}")], no_terms)
    assert {d.year for d in (dating.window.first, dating.window.last) if d} == {window}
    assert "anniversary" in {clue.rule for clue in dating.clues}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Brazil's new minister, Ana Prado, met her counterpart on Monday.", date(2032, 2, 1)),
        ("Prado, who replaced Rui Lemos in February, met her counterpart.", date(2031, 12, 28)),
        ("Prado, who replaced Rui Lemos in May, met her counterpart.", None),
        ("Prado spoke of a new treaty.", None),
    ],
)
def test_a_newcomers_term_has_just_begun(parser: Parser, text: str, last: date | None) -> None:
    (dating,) = date_articles([reading(parser, text)], open_term("2031-02-01"))
    clues = [clue.last for clue in dating.clues if clue.rule == "new in office"]
    assert clues == ([last] if last else [])


def test_a_stay_that_ends_on_a_printed_day_lasts_days(parser: Parser) -> None:
    text = "The ministers quarrelled on Tuesday. Minister Ana Prado is in Lima until Wednesday, May 14."
    (dating,) = date_articles([reading(parser, text)], terms(("2030-01-01", "2032-01-01")))
    assert dating.news_day is not None
    assert dating.news_day.first == date(2031, 5, 13)


def test_what_can_be_no_date_is_rejected_with_its_reason(parser: Parser) -> None:
    never = replace(stated("2031-05-12", 0.9), refused="printed as a Friday, and 2031-05-12 was a Monday")
    (dating,) = date_articles([reading(parser, "Brazil recalled its envoy.", stated("2031-05-10"), never)], no_terms)
    assert dating.published == "2031-05-10"
    assert next(r.reason for r in dating.rejected if r.value == "2031-05-12").startswith("printed as a Friday")
    (alone,) = date_articles([reading(parser, "Brazil recalled its envoy.", never)], no_terms)
    assert (alone.published, alone.basis) == (None, "none")


def test_a_stamp_after_the_carrier_s_day_is_rejected(parser: Parser) -> None:
    page = reading(
        parser, "Brazil recalled its envoy.", stated("2031-05-10", 0.85, "carrier"), stated("2033-05-12", 0.9)
    )
    (dating,) = date_articles([page], no_terms)
    assert dating.published == "2031-05-10"
    assert "the carrier gave it on 2031-05-10" in dating.rejected[0].reason


def test_another_stamp_of_the_same_page_is_no_other_telling(parser: Parser) -> None:
    page = reading(parser, "Brazil recalled its envoy.", stated("2031-05-10", 0.9), stated("2029-05-12", 0.6))
    (dating,) = date_articles([page], no_terms)
    assert "another telling" not in dating.rejected[0].reason


@pytest.mark.parametrize(("value", "published"), [("2031-05-12T08:00:00", "2031-05-12T08:00:00"), ("2031-05-12", None)])
def test_an_update_stands_for_publication_only_with_its_time(parser: Parser, value: str, published: str | None) -> None:
    page = reading(parser, "Brazil recalled its envoy.", stated(value, 0.9, updated=True))
    (dating,) = date_articles([page], no_terms)
    assert dating.published == published
    assert dating.confidence < 0.85


def test_an_update_before_publication_is_none(parser: Parser) -> None:
    page = reading(parser, "Brazil recalled its envoy.", stated("2031-05-10"), stated("2031-05-09", updated=True))
    (dating,) = date_articles([page], no_terms)
    assert (dating.published, dating.updated) == ("2031-05-10", None)
