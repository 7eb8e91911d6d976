from tests.quotes.conftest import Finder

from tellings.quotes.turns import turns

TALK = (
    "The channel gave a transcript:\n\n"
    "LIMA: Minister, is the border with Norland open today or not?\n\n"
    "PRADO: It is open. He said “soon” and I say today.\n\n"
    "LIMA: For how long will it stay open, do you think?\n\n"
    "The minister laughed."
)


def said(text: str) -> list[str]:
    return [text[p.start : p.end] for p in turns(text)]


def test_a_name_and_a_colon_open_a_turn() -> None:
    assert [words.split()[0] for words in said(TALK)] == ["Minister,", "It", "For"]


def test_a_table_of_figures_is_no_talk() -> None:
    assert said("Lima: 547.\n\nPrado: 46.\n\nLima: 2,316.\n\nPrado: 1,547.") == []


def test_two_headings_are_no_talk() -> None:
    assert said("Background: the strait was closed for a week.\n\nOutlook: it may open in the spring.") == []


def test_questions_and_answers_are_a_talk() -> None:
    text = (
        "Q: Is the bridge across the river open?\n\nA: Not before the spring, I fear.\n\nQ: Why does it take so long?"
    )
    assert len(said(text)) == 3


def test_each_turn_is_a_direct_quote_of_its_speaker(quotes_in: Finder) -> None:
    found = quotes_in(f"Ana Prado spoke to Rui Lima.\n\n{TALK}", **{"Ana Prado": "Ana Prado", "Rui Lima": "Rui Lima"})
    assert [found.name(q.speaker) for q in found.quotes] == ["Rui Lima", "Ana Prado", "Rui Lima"]
    assert {q.kind for q in found.quotes} == {"direct"}


def test_a_mark_before_each_turn_is_left_out() -> None:
    text = '"LIMA: Is the border with Norland open?\n\n"PRADO: It is open since noon.\n\n"LIMA: Will it stay open for long?"'
    assert said(text)[-1] == "Will it stay open for long?"


def test_a_headline_may_name_who_claims_it(quotes_in: Finder) -> None:
    found = quotes_in(
        "Prado: Border Stays Open Until Spring\n\nThe minister, Ana Prado, spoke in Lima.", Prado="Ana Prado"
    )
    quote = found.one("indirect")
    assert found.words(quote) == "Border Stays Open Until Spring"
    assert found.name(quote.speaker) == "Ana Prado"


def test_a_headline_that_names_no_one_below_is_no_quote(quotes_in: Finder) -> None:
    assert quotes_in("Analysis: a border without guards\n\nThe minister spoke in Lima.").said() == []
