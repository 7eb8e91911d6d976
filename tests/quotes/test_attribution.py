from datetime import date

from tests.quotes.conftest import Finder, Found

from tellings.model.actors import Actor
from tellings.model.times import Dated, Dating, Interval
from tellings.quotes import attribute

DAY = date(2031, 5, 8)  # a Thursday


def dating(day: date | None = DAY, window: Interval | None = None) -> Dating:
    news = Dated(day, day, "day", "weekday in the lead") if day else None
    return Dating("a1", None, None, "inferred", 0.9, window or Interval(day, day), news)


def actors(found: Found) -> tuple[Actor, ...]:
    return tuple(Actor(f"x{e.index}", e.name, e.kind) for e in found.reading.cast.entities)


def test_a_quote_has_its_speakers_name_and_the_day_of_the_news(quotes_in: Finder) -> None:
    found = quotes_in('"We agree on the border," Prado told Campos.', Prado="Ana Prado", Campos="Rui Campos")
    (row,) = attribute(found.reading, dating(), actors(found))
    assert (row.speaker_name, row.speaker_text, row.addressee_name) == ("Ana Prado", "Prado", "Rui Campos")
    assert (row.said_on, row.said_on_basis) == ("2031-05-08", "the day of the news (weekday in the lead)")
    assert [(e.role, e.text) for e in row.evidence] == [("speaker", "Prado"), ("cue", "told"), ("addressee", "Campos")]


def test_parts_are_joined_by_one_blank(quotes_in: Finder) -> None:
    found = quotes_in('"We agree on the border," she said. "The rest will follow."')
    (row,) = attribute(found.reading, dating(), actors(found))
    assert row.text == "We agree on the border, The rest will follow."


def test_a_time_of_its_own_dates_a_quote(quotes_in: Finder) -> None:
    found = quotes_in("Prado said on Tuesday that the bridge would stay open.", Prado="Ana Prado")
    (row,) = attribute(found.reading, dating(), actors(found))
    assert row.said_on == "2031-05-06"
    assert row.said_on_basis == "“Tuesday” with the quote's cue"


def test_a_range_is_dated_by_its_first_day_and_says_so(quotes_in: Finder) -> None:
    found = quotes_in("Prado said last week that the bridge would stay open.", Prado="Ana Prado")
    (row,) = attribute(found.reading, dating(), actors(found))
    assert row.said_on is not None
    assert row.said_on < "2031-05-08"
    assert row.said_on_basis is not None
    assert " to " in row.said_on_basis


def test_nothing_is_said_of_the_day_where_the_articles_own_day_is_open(quotes_in: Finder) -> None:
    found = quotes_in("Prado said last week that the bridge would stay open.", Prado="Ana Prado")
    open_ = dating(None, Interval(date(2025, 1, 1), date(2031, 1, 1)))
    (row,) = attribute(found.reading, open_, actors(found))
    assert (row.said_on, row.said_on_basis) == (None, None)


def test_a_seat_of_government_relays_under_its_own_name(quotes_in: Finder) -> None:
    found = quotes_in("“We agree on the whole border,” he said, according to the Kremlin.", Kremlin="Kremlin")
    (row,) = attribute(found.reading, dating(), actors(found))
    assert row.relayed_by == "Kremlin"


def test_a_quote_whose_speaker_is_no_actor_keeps_the_words_that_name_him(quotes_in: Finder) -> None:
    found = quotes_in("“We saw nothing but smoke,” a fisherman said.")
    (row,) = attribute(found.reading, dating(), actors(found))
    assert (row.speaker_text, row.speaker_name) == ("a fisherman", None)
    assert row.confidence < 0.7
