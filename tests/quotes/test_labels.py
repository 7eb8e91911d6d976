from tests.quotes.conftest import Finder


def test_a_verb_of_speech_before_the_marks_takes_its_own_words(quotes_in: Finder) -> None:
    found = quotes_in("She declared “What a day!” and said that her party would go on “to break barriers”.")
    assert found.said() == ["What a day!", "to break barriers"]


def test_what_one_writes_may_be_a_title(quotes_in: Finder) -> None:
    assert quotes_in("Prado wrote “Years of Rain” in exile.", Prado="Ana Prado").said() == []
