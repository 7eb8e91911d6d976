"""Sentences over the article's own offsets, each paragraph parsed once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.article import Article
from tellings.model.spans import Span
from tellings.model.text import Parsed
from tellings.text import parser as module
from tellings.text.parser import Parser, paragraphs

Parse = Callable[[str], tuple[Article, Parsed]]


def test_every_sentence_and_token_gives_back_its_words(parse: Parse) -> None:
    article, parsed = parse("Orvia’s envoy left.  He said “we wait”.\n\nTalks end\ton Monday .")
    assert [s.paragraph for s in parsed.sentences] == [0, 0, 1]
    for sentence in parsed.sentences:
        assert sentence.span.of(article.text) == sentence.text
        for token in sentence.tokens:
            assert len(token.text) == len(sentence.span_of(token.i, token.i).of(article.text))


def test_a_curly_possessive_is_parsed_like_a_straight_one(parse: Parse) -> None:
    for mark in "'’‘":
        _, parsed = parse(f"Orvia{mark}s envoy met the minister.")
        assert [t.text for t in parsed.sentences[0].tokens][:3] == ["Orvia", "'s", "envoy"]


def test_the_dateline_is_stepped_over(parser: Parser) -> None:
    text = "LIMA, May 3 (MNA) -- The envoy left."
    article = Article("a1", "p1", "page.txt", text, dateline=Span(0, 21))
    assert list(paragraphs(article)) == [(21, "The envoy left.")]
    assert [s.text for s in parser.parse(article).sentences] == ["The envoy left."]


def test_an_empty_text_has_no_sentence(parse: Parse) -> None:
    assert parse(" \n\n ")[1].sentences == ()


def test_a_paragraph_that_copies_share_is_parsed_once(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Parser()
    own.__dict__["nlp"] = parser.nlp
    first = own.parse(Article("a1", "p1", "one.txt", "Other words.\n\nThe envoy left."))
    monkeypatch.setattr(module, "_sentence", None)  # nothing new may be made
    second = own.parse(Article("a2", "p2", "two.txt", "The envoy left."))
    assert second.sentences[0].tokens is first.sentences[1].tokens


def test_what_was_not_met_for_longest_is_let_go(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT_PARAGRAPHS", 2)
    own = Parser()
    own.__dict__["nlp"] = parser.nlp
    parsed = own.parse(Article("a1", "p1", "one.txt", "One left.\n\nTwo left.\n\nThree left."))
    assert len(parsed.sentences) == 3
    assert [text for text, _ in own._kept] == ["Two left.", "Three left."]


def test_no_sentence_ends_between_two_capitalised_words(parser: Parser) -> None:
    """Where the pipeline alone would split a name that it does not know."""
    text = "Norland blocked the text. Szalai Gergely, the state secretary for trade, told the agency that it was weak."
    starts = [s.text.split()[0] for s in parser.parse(Article("t", "t", "t", text)).sentences]
    assert starts == ["Norland", "Szalai"]
