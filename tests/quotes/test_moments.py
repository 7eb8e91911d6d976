from tests.quotes.conftest import Finder, Found


def when(found: Found, kind: str) -> list[str | None]:
    times = found.reading.times
    return [times[q.time].text if q.time is not None else None for q in found.quotes if q.kind == kind]


def test_a_time_at_the_cue_is_that_of_the_words(quotes_in: Finder) -> None:
    found = quotes_in('"The bridge is open," Prado said on Tuesday.', Prado="Ana Prado")
    assert when(found, "direct") == ["Tuesday"]


def test_speaking_at_a_time_is_saying_at_it(quotes_in: Finder) -> None:
    found = quotes_in("Speaking on Tuesday, Prado said that the bridge was open.", Prado="Ana Prado")
    assert when(found, "indirect") == ["Tuesday"]


def test_the_day_goes_on_with_its_speaker(quotes_in: Finder) -> None:
    found = quotes_in(
        '"The bridge is open," Prado said at a dinner on Sunday.\n\n"The road will follow," Prado added.',
        Prado="Ana Prado",
    )
    assert when(found, "direct") == ["Sunday", "Sunday"]


def test_a_meeting_the_sentence_before_dates_what_was_told_there(quotes_in: Finder) -> None:
    found = quotes_in(
        "Prado met Campos on Monday. Prado told Campos that the bridge was open.",
        Prado="Ana Prado",
        Campos="Rui Campos",
    )
    assert when(found, "indirect") == ["Monday"]


def test_another_deed_of_a_day_does_not(quotes_in: Finder) -> None:
    found = quotes_in("Prado resigned on Monday. Prado said that the bridge was open.", Prado="Ana Prado")
    assert when(found, "indirect") == [None]


def test_a_time_inside_the_words_is_not_that_of_saying_them(quotes_in: Finder) -> None:
    found = quotes_in('"The bridge was opened on Tuesday," Prado said.', Prado="Ana Prado")
    assert when(found, "direct") == [None]


def test_what_lies_further_back_sets_no_day(quotes_in: Finder) -> None:
    found = quotes_in(
        "Prado demanded an inquiry on Friday. Only two days earlier she had received Campos. "
        '"I was told nothing," she told parliament.',
        Prado="Ana Prado",
        she="Ana Prado",
        Campos="Rui Campos",
    )
    assert when(found, "direct") == ["Friday"]


def test_speech_that_goes_on_in_another_mouth_is_of_the_day_named(quotes_in: Finder) -> None:
    found = quotes_in(
        'The council said on Monday that it feared an attack. "We will defend the valley," its spokesman, Campos, said.',
        Campos="Rui Campos",
    )
    assert when(found, "direct") == ["Monday"]
