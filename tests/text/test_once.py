"""What a sentence's words say is found once for all copies of its paragraph."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from tellings.model.article import Article
from tellings.model.text import Sentence
from tellings.text.once import once
from tellings.text.parser import Parser


def test_what_is_found_of_a_sentence_is_found_once_for_its_copies(parser: Parser) -> None:
    asked: list[tuple[str, int]] = []

    @once
    def letters(sentence: Sentence, i: int) -> int:
        asked.append((sentence.text, i))
        return len(sentence.tokens[i].text)

    first = parser.parse(Article("a1", "p1", "one.txt", "Orvia waits.\n\nThe envoy of Orvia left."))
    second = parser.parse(Article("a2", "p2", "two.txt", "The envoy of Orvia left."))
    assert [letters(parsed.sentences[-1], i) for parsed in (first, second) for i in (0, 1)] == [3, 5, 3, 5]
    assert asked == [("The envoy of Orvia left.", 0), ("The envoy of Orvia left.", 1)]
    assert second.sentences[0].start == 0


def test_a_changed_tree_hangs_anew_and_keeps_nothing_of_the_old(parser: Parser) -> None:
    sentence = parser.parse(Article("a1", "p1", "one.txt", "Envoys left.")).sentences[0]
    sentence.kept["x"] = 1
    turned = tuple(structs.replace(t, head=0, dep="ROOT" if t.i == 0 else "dep") for t in sentence.tokens)
    other = replace(sentence, tokens=turned)
    assert [t.i for t in other.below[0]] == [1, 2]
    assert "x" not in other.kept
