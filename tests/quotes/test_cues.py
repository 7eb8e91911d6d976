from collections.abc import Callable

import pytest
from tests.quotes.conftest import Finder, cast_of

from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.quotes.clauses import clause
from tellings.quotes.cues import cues
from tellings.quotes.scene import scene

Parse = Callable[[str], tuple[Article, Parsed]]


def governed(parse: Parse, text: str) -> list[tuple[str, str | None, str | None]]:
    article, parsed = parse(text)
    seen = scene(article, parsed, cast_of(parsed, {"Prado": "Ana Prado"}), ())
    found = [(cue, clause(seen, cue)) for cue in cues(seen)]
    return [
        (c.span.of(text), " | ".join(p.of(text) for p in said.parts) if said else None, said.rule if said else None)
        for c, said in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prado said that the bridge was open.",
            ("said", "the bridge was open", "clause of the cue"),
        ),
        (
            "The bridge was open, according to Prado.",
            ("according to", "The bridge was open", "according to"),
        ),
        (
            "The bridge, Prado said, was open.",
            ("said", "The bridge | was open", "cue inserted in the clause"),
        ),
        (
            "In the words of Prado, the bridge was open.",
            ("In the words", "the bridge was open", "in the words of"),
        ),
        (
            "Prado called for an inquiry into the fire.",
            ("called", "an inquiry into the fire", "clause of the cue"),
        ),
    ],
)
def test_a_cue_governs_its_clause(parse: Parse, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in governed(parse, text)


def test_words_inside_marks_are_no_cues(parse: Parse) -> None:
    assert governed(parse, 'The sign read: "He said that the bridge was open."')[1:] == []


def test_other_words_are_no_words_of_anyone(parse: Parse) -> None:
    assert governed(parse, "In other words, the bridge was open.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Campos said that Orvia would not sell rifles to Lasso, as its neighbours have feared.", "Orvia would not sell rifles to Lasso"),
        ("Campos said that Orvia was sending rifles to Lasso, a charge that Lima rejects as absurd.", "Orvia was sending rifles to Lasso"),
        ("Prado, who met the envoy at noon, assured for her part that Orvia is willing to keep the ferry.", "Orvia is willing to keep the ferry"),
        ("The palace said in a short statement that Prado would visit the port on Monday.", "Prado would visit the port on Monday"),
        ("Campos received his colleague Otto Lima in the harbour, the Orvian Navy Ministry said.", "Campos received his colleague Otto Lima in the harbour"),
    ],
)  # fmt: skip
def test_what_a_reporter_adds_or_puts_between_is_not_said(quotes_in: Finder, text: str, said: str) -> None:
    assert said in quotes_in(text, Campos="Rui Campos", Prado="Ana Prado").said("indirect")
