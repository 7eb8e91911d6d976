from dataclasses import replace
from functools import partial

import pytest
from evals.utterances import quote_row

from tellings.quotes.wording import contradict, said, turned


def test_words_of_one_meaning_have_one_stem() -> None:
    one, other = (
        said(quote_row("a", "The accord lifts the embargo")),
        said(quote_row("b", "the treaties lift sanctions")),
    )
    assert one.stems.keys() == other.stems.keys()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Trade with Orvia has doubled,", "Trade with Orvia will double,", True),
        ("We will open the ferry line,", "We will close the ferry line,", True),
        ("She goes to Lasso to talk of grain,", "She goes to Orvia to talk of grain,", True),
        ("Lasso and Orvia are one in this,", "In this they, Orvia and Lasso, are one,", False),
        ("We will sign the treaty,", "The treaty is going to be signed by us,", False),
        ("We sold 20 boats,", "We sold 30 boats,", True),
        ("We sold 3,000 boats,", "We sold three boats,", True),
        ("We sold ten boats in two weeks,", "Ten boats were sold by us in 2 weeks,", False),
        ("The ferry will stay in Lasso,", "The ferry will not leave Lasso,", False),
        ("It carries grain and nothing but grain,", "It carries only grain,", False),
        ("The mills stay shut until the lake has risen,", "The mills will be closed until the lake rises,", False),
        ("The mill has to be closed,", "The mill will be closed,", False),
        ("It was the worst storm in 40 years,", "It was the worst storm in four decades,", False),
        ("A canal is the best way to Lasso,", "There is no better way to Lasso than a canal,", False),
        ("We recognise the vote,", "We do not recognise the vote,", True),
    ],
)
def test_what_turns_a_short_quote_round(one: str, other: str, expected: bool) -> None:
    assert contradict(said(quote_row("a", one)), said(quote_row("b", other))) is expected


def test_a_weekday_or_a_first_word_is_no_opposite() -> None:
    one, other = said(quote_row("a", "Grain is sold on Monday")), said(quote_row("b", "Grain is sold on Friday"))
    assert not turned(one, other)


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    row = partial(replace, quote_row("a", ""))
    assert said(row(text="Boats of Tavera left. Nobody saw them in Lasso.")).names == {"taver", "lasso"}
