"""Headlines are read as sentences of the same words."""

from __future__ import annotations

import pytest

from tellings.model.article import Article
from tellings.model.text import Sentence
from tellings.text import headlines
from tellings.text.headlines import Words
from tellings.text.parser import Parser
from tellings.text.pipeline import pipeline


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.of(pipeline())


def sentence(parser: Parser, title: str) -> Sentence:
    [found] = parser.parse(Article("a1", "p1", "one.txt", title, title=title)).sentences
    return found


@pytest.mark.parametrize(
    ("title", "verb", "subject"),
    [
        ("Kenya and Peru Sign Peace Deal", "sign", "Kenya"),
        ("Kenya thanks Peru for support on trade", "thank", "Kenya"),
        ("Brazil to Send Troops to Chad", "send", "Brazil"),
        ("Kenya Leader Criticizes Peru's Response to Crisis", "criticize", "Leader"),
        ("Peru peace talks resume", "resume", "talks"),
        ("Kenya accused Peru of theft", "accuse", "Kenya"),
    ],
)
def test_the_verb_of_a_headline_and_its_subject(parser: Parser, title: str, verb: str, subject: str) -> None:
    found = sentence(parser, title)
    root = next(token for token in found.tokens if token.head == token.i)
    assert root.lemma == verb
    assert subject in [t.text for t in found.tokens if t.dep == "nsubj" and t.head == root.i]


def test_words_and_offsets_are_the_headlines_own(parser: Parser) -> None:
    title = "  Brazil to Send  Troops to Chad, Vows Answer"
    found = sentence(parser, title)
    assert found.text == title.strip()
    assert [title[2:][t.start : t.end] for t in found.tokens] == [t.text for t in found.tokens]
    assert "will" not in [t.text for t in found.tokens]


def test_two_verbs_of_one_subject_are_joined(parser: Parser) -> None:
    found = sentence(parser, "Kenya Accuses Peru of Trade Violations, Vows WTO Case")
    assert [t.lemma for t in found.tokens if t.dep in {"ROOT", "conj"} and t.pos == "VERB"] == ["accuse", "vow"]


def test_what_ends_as_a_sentence_is_read_as_one(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "read", None)
    assert len(sentence(parser, "Kenya met Peru on Monday.").tokens) == 6


@pytest.mark.parametrize(
    ("word", "base", "past"),
    [
        ("signs", "sign", "signed"),
        ("denies", "deny", "denied"),
        ("gives", "give", "gave"),
        ("bans", "ban", "banned"),
        ("withdraws", "withdraw", "withdrew"),
        ("begins", "begin", "began"),
    ],
)
def test_the_past_of_a_verb(words: Words, word: str, base: str, past: str) -> None:
    assert words.base(word) == base
    assert words.past(base) == past


@pytest.mark.parametrize("word", ["kenya", "chad", "may", "quillama", "kofi"])
def test_names_keep_their_capitals(words: Words, word: str) -> None:
    assert not words.is_common(word)


@pytest.mark.parametrize("word", ["sanctions", "accuses", "peace", "heightened", "quickly"])
def test_other_words_lose_theirs(words: Words, word: str) -> None:
    assert words.is_common(word)
