"""Paragraphs in other languages: sentences and words, without a parse."""

from __future__ import annotations

import pytest

from tellings.model.article import Article
from tellings.text.foreign import UNKNOWN, is_english, is_foreign
from tellings.text.parser import Parser, readable

GERMAN = (
    "Die Außenministerin von Orvia reiste am 3. Mai nach Talu. „Wir reden miteinander!“ Prof. Ahlers sprach. Danach flog sie weiter.\n\n"
    "Ein Sprecher von M. Ahlers bestätigte das Treffen."
)
STATEMENT = "The two sides have agreed that they will meet again in the spring."


def article(text: str, language: str | None, page: str = "a") -> Article:
    return Article(page, page, f"{page}.txt", text, language=language)


def test_an_article_is_foreign_where_cleaning_and_its_words_say_so() -> None:
    assert is_foreign(article(GERMAN, "de"))
    assert not is_foreign(article(GERMAN, None))
    assert not is_foreign(article(f"{STATEMENT} {STATEMENT}", "de")), "its language was told wrongly"


def test_sentences_and_words_of_a_foreign_article_stand_where_they_are(parser: Parser) -> None:
    told = parser.parse(article(GERMAN, "de"))
    assert [s.text for s in told.sentences] == [
        "Die Außenministerin von Orvia reiste am 3. Mai nach Talu.",
        "„Wir reden miteinander!“",
        "Prof. Ahlers sprach.",
        "Danach flog sie weiter.",
        "Ein Sprecher von M. Ahlers bestätigte das Treffen.",
    ]
    assert [s.paragraph for s in told.sentences] == [0, 0, 0, 0, 1]
    for sentence in told.sentences:
        assert GERMAN[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert readable(sentence.text)[token.start : token.end] == token.text
            assert (token.pos, token.head) == (UNKNOWN, token.i)


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [("外相は会談した。両国は合意した！「続ける」と述べた。", "ja", 3), ("هل التقيا؟ نعم. غادر الوزير", "ar", 3)],
)
def test_stops_of_other_scripts_end_sentences(parser: Parser, text: str, language: str, count: int) -> None:
    assert len(parser.parse(article(text, language)).sentences) == count


def test_an_english_paragraph_among_others_is_parsed(parser: Parser) -> None:
    assert is_english(STATEMENT)
    told = parser.parse(article(f"{GERMAN}\n\n{STATEMENT}", "de"))
    assert [t.text for t in told.sentences[-1].tokens if t.pos == "VERB"] == ["agreed", "meet"]


def test_what_a_foreign_article_leaves_unparsed_an_english_one_parses(parser: Parser) -> None:
    """Whatever came first: the same words stand in both."""
    words = "Orvia blocks Talu."
    foreign = parser.parse(article(f"{GERMAN}\n\n{words}", "de", "b"))
    english = parser.parse(article(f"{STATEMENT}\n\n{words}", "en", "c"))
    assert {t.pos for t in foreign.sentences[-1].tokens} == {UNKNOWN}
    assert UNKNOWN not in {t.pos for t in english.sentences[-1].tokens}
