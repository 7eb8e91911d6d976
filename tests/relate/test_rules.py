from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from tests.relate.lineage import INDEPENDENT, OTHER_DAY, REPORT, sketched

from tellings.model.times import Interval
from tellings.relate import vectors
from tellings.relate.regions import FAINT
from tellings.relate.rules import apart, at_most, judge, one_text, pair_of
from tellings.relate.vectors import hashed

MONDAY = date(2031, 3, 3)


def rules(one: str, other: str, days: tuple[date | None, date | None] = (None, None)) -> set[str]:
    return {f.rule for f in judge(pair_of(sketched("a1", one, days[0]), sketched("a2", other, days[1])))}


def test_the_same_quotation_speaks_for_one_story() -> None:
    assert "quote" in rules(REPORT, INDEPENDENT)
    assert "quote" not in rules(REPORT, OTHER_DAY)


def test_copied_words_speak_for_one_story() -> None:
    assert "text" in rules(REPORT, REPORT)
    assert "text" not in rules(REPORT, INDEPENDENT)


def test_whom_only_one_is_about_weighs_against() -> None:
    assert "names" not in rules(REPORT, REPORT)
    one, other = sketched("a1", REPORT), sketched("a2", OTHER_DAY)
    one, other = replace(one, leading={"corvan": 1.0}), replace(other, leading={"belmar": 0.6, "corvan": 0.4})
    both = pair_of(one, replace(other, vocabulary=other.vocabulary - {"corvan"}))
    assert min(f.score for f in judge(both)) == next(f.score for f in judge(both) if f.rule == "names")


def test_shared_officials_weigh_against() -> None:
    assert "states" in rules(REPORT, OTHER_DAY)


def test_days_speak_only_where_both_are_known() -> None:
    assert "days" in rules(REPORT, INDEPENDENT, (MONDAY, MONDAY))
    assert not {"days", "windows"} & rules(REPORT, INDEPENDENT, (MONDAY, None))


AUDIENCE = (
    "President Odran Vell received the ambassador of {0} at the Lime Palace on Tuesday and accepted letters of credence."
    " The two sides discussed ways of strengthening the bonds of friendship between the two brotherly peoples, and the"
    " head of state asked the guest to convey his warm greetings to the leadership of {0}. {1} was accompanied by a"
    " delegation of her embassy, and the foreign minister attended the audience."
)


def test_audiences_in_one_formula_are_no_one_text() -> None:
    one, other = AUDIENCE.format("Corvania", "Ilse Brandt"), AUDIENCE.format("Belmaria", "Tomas Okoro")
    pair = pair_of(
        replace(sketched("a1", one), leading={"corvania": 0.6, "vell": 0.4}),
        replace(sketched("a2", other), leading={"belmaria": 0.6, "vell": 0.4}),
    )
    assert pair.copied > 0.5
    assert not one_text(pair)
    assert sum(f.score for f in judge(pair) if f.rule in ("text", "pattern")) < 0


def test_texts_of_far_days_must_agree_more_to_be_one() -> None:
    def pair(later: date) -> bool:
        cut = " ".join(REPORT.split()[:40]) + " " + " ".join(OTHER_DAY.split()[:30])
        made = pair_of(sketched("a1", REPORT, MONDAY), sketched("a2", cut, later))
        return one_text(replace(made, copied=0.6))

    assert pair(MONDAY)
    assert not pair(MONDAY + timedelta(days=7))


def test_a_score_never_exceeds_what_is_quickly_found() -> None:
    texts = (REPORT, INDEPENDENT, OTHER_DAY, AUDIENCE.format("Corvania", "Ilse Brandt"))
    days = (None, MONDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=40))
    sketches = [sketched(f"a{i}", text, day) for i, (text, day) in enumerate(product(texts, days))]
    hashes = [hashed(sketch.vector) for sketch in sketches]
    bounds = []
    for i, one in enumerate(sketches):
        for other, alike in zip(sketches[:i], vectors.at_most(hashes[i], hashes[:i]), strict=True):
            pair = pair_of(other, one)
            bounds.append(at_most(replace(pair, cosine=alike)))
            assert pair.cosine <= alike <= pair.cosine + 0.1
            assert sum(f.score for f in judge(pair)) <= bounds[-1]
    assert {bound < FAINT for bound in bounds} == {True, False}


def test_days_are_silent_between_a_text_and_its_copy() -> None:
    assert "days" not in rules(REPORT, REPORT, (MONDAY, date(2035, 1, 1)))


def test_every_finding_says_why() -> None:
    pair = pair_of(sketched("a1", REPORT, MONDAY), sketched("a2", INDEPENDENT, MONDAY))
    assert all(finding.detail for finding in judge(pair))


def test_open_and_meeting_intervals_are_not_apart() -> None:
    day = Interval(MONDAY, MONDAY)
    later = Interval(MONDAY + timedelta(days=9), None)
    assert apart(day, Interval(None, None)) == apart(day, day) == timedelta(0)
    assert apart(day, later) == apart(later, day) == timedelta(days=9)


def test_one_weekday_in_both_leads_softens_a_late_stamp_where_the_quotation_is_the_same() -> None:
    def days(weekday: int | None) -> float:
        one = replace(sketched("a1", REPORT, MONDAY), weekday=MONDAY.weekday())
        other = replace(sketched("a2", INDEPENDENT, date(2032, 1, 5)), weekday=weekday)
        return next(f.score for f in judge(pair_of(one, other)) if f.rule == "days")

    assert days(MONDAY.weekday()) > days(None) == days(3)


RETOLD = """Lawmakers in the Veranian capital voted down a licence fee for foreign trawlers, 41 to 38, after a night of speeches and one fist fight.

The opposition leader, Milena Ostrov, called it a gift to smugglers.

The ministers agreed to open the strait to trawlers from both coasts in spring, and to let a joint board of four inspectors count the catch.

Fishermen in Lusk, who lost a third of their income during the quarrel, welcomed the news with caution and asked who would pay for the lost nets."""


def test_later_news_that_retells_the_earlier_in_passing_is_other_news() -> None:
    two_days_on = MONDAY + timedelta(days=2)
    assert "follow-up" in rules(REPORT, RETOLD, (MONDAY, two_days_on))
    assert "follow-up" in rules(RETOLD, REPORT, (two_days_on, MONDAY))


def test_of_one_day_a_text_with_another_beginning_is_no_follow_up() -> None:
    assert "follow-up" not in rules(REPORT, RETOLD, (MONDAY, MONDAY))
    assert "follow-up" not in rules(REPORT, RETOLD, (MONDAY, None))


def test_a_late_copy_with_new_paragraphs_below_is_no_follow_up() -> None:
    below = "\n\n".join((*REPORT.split("\n\n")[:2], *RETOLD.split("\n\n")[:2]))
    assert "follow-up" not in rules(REPORT, below, (MONDAY, MONDAY + timedelta(days=2)))
