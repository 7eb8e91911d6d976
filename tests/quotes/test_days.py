from dataclasses import replace

from tests.quotes.test_utterances import row

from tellings.quotes.days import RETOLD, carry, settle

NEWS = "the day of the news"


def test_words_were_said_no_later_than_their_first_report() -> None:
    first, late = row("a", "We agree.", said_on="2031-05-08"), row("b", "We agree.", said_on="2031-05-10")
    assert [r.said_on for r in settle([late, first])] == ["2031-05-08", "2031-05-08"]


def test_an_undated_quote_takes_the_day_of_another_telling() -> None:
    bare = row("b", "We agree.", said_on=None, said_on_basis=None)
    settled = settle([row("a", "We agree."), bare])[1]
    assert settled.said_on == "2031-05-08"
    assert settled.said_on_basis == f"as another telling of the same words: {NEWS}"


def test_a_day_that_the_words_around_name_stays() -> None:
    named = row("b", "We agree.", said_on="2031-05-09", said_on_basis="“Friday” with the quote's cue")
    assert settle([row("a", "We agree."), named])[1] == named


def test_a_report_of_another_month_moves_no_day() -> None:
    old = row("a", "We agree.", said_on="2030-01-02")
    assert settle([old, row("b", "We agree.")])[1].said_on == "2031-05-08"


def test_what_a_speaker_added_goes_with_the_words_before() -> None:
    first = replace(row("a", "We agree."), start=0, said_on="2031-05-07", said_on_basis=f"{RETOLD}: “Friday”")
    added = replace(row("a", "The rest will follow."), quote_id="qa2", start=40, cue="added")
    other = replace(row("a", "It rains."), quote_id="qa3", start=90, cue="said")
    assert [r.said_on for r in carry([other, added, first])] == ["2031-05-07", "2031-05-07", "2031-05-08"]
