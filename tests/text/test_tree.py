"""Small questions about heads and children."""

from __future__ import annotations

from collections.abc import Callable

from tellings.model.article import Article
from tellings.model.spans import Span
from tellings.model.text import Parsed, Sentence
from tellings.text import tree

Parse = Callable[[str], tuple[Article, Parsed]]


def _sentence(parse: Parse, text: str) -> Sentence:
    return parse(text)[1].sentences[0]


def _at(sentence: Sentence, word: str) -> int:
    return next(token.i for token in sentence.tokens if token.text == word)


def test_conjuncts_are_found_from_either_side(parse: Parse) -> None:
    sentence = _sentence(parse, "France and Germany met Italy.")
    for word in ("France", "Germany"):
        assert [t.text for t in tree.conjuncts(sentence, _at(sentence, word))] == ["France", "Germany"]


def test_a_coordinated_verb_has_the_subject_of_the_first(parse: Parse) -> None:
    sentence = _sentence(parse, "France condemned the attack and recalled its envoy.")
    assert [t.text for t in tree.subjects(sentence, _at(sentence, "recalled"))] == ["France"]


def test_negation_and_passive_are_seen(parse: Parse) -> None:
    sentence = _sentence(parse, "The envoy was not expelled.")
    verb = _at(sentence, "expelled")
    assert tree.is_negated(sentence, verb)
    assert tree.is_passive(sentence, verb)


def test_a_subtree_and_its_ancestors(parse: Parse) -> None:
    sentence = _sentence(parse, "The envoy of France left.")
    inside = [sentence.tokens[i].text for i in tree.subtree(sentence, _at(sentence, "envoy"))]
    assert inside == ["The", "envoy", "of", "France"]
    assert [t.text for t in tree.ancestors(sentence, _at(sentence, "France"))] == ["of", "envoy", "left"]


def test_the_top_of_a_span_hangs_from_outside_it_also_where_the_span_is_part_of_a_word(parse: Parse) -> None:
    text = "Peru defended the vaccine for under-60s in its northern city of Piura."
    sentence = _sentence(parse, text)
    for part, word in (("northern city of Piura", "city"), ("60s", "under-60s")):
        start = text.index(part)
        assert tree.top(sentence, Span(start, start + len(part))).text == word
