"""Cues in the reporter's own words."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.spans import Span
from tellings.model.text import Sentence, Token
from tellings.quotes.complements import clause_heads
from tellings.quotes.lexicon import CueWord, cue_words
from tellings.quotes.scene import Scene
from tellings.text.once import once
from tellings.text.tree import children

ACCORDING = CueWord("according to", "prep", "relay", 2, frozenset({"that"}), "-")
IN_WORDS = CueWord("in the words of", "prep", "say", 2, frozenset({"that"}), "-")
#: '"...," he went on': no clause hangs from it, and "went on to say" has its own verb of speech.
GO_ON = CueWord("go on", "verb", "say", 3, frozenset(), "-")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word at a token of a sentence."""

    sentence: int
    token: int
    word: CueWord
    span: Span


def cues(scene: Scene) -> tuple[Cue, ...]:
    """Give the cues that stand outside quotation marks, in order."""
    return tuple(
        Cue(sentence.index, token.i, word, _cue_span(sentence, token, word))
        for sentence in scene.sentences
        for token, word in _cue_words(sentence)
        if not scene.quoted(sentence.index, token.i)
    )


@once
def _cue_words(sentence: Sentence) -> tuple[tuple[Token, CueWord], ...]:
    """The cue words of a sentence, quoted or not."""
    return tuple((token, word) for token in sentence.tokens if (word := _cue_word(sentence, token)))


def _cue_span(sentence: Sentence, token: Token, word: CueWord) -> Span:
    if word is IN_WORDS:
        return sentence.span_of(token.i, children(sentence, token.i, "pobj", "pcomp")[0].i)
    return sentence.span_of(token.i, token.i + 1 if word is ACCORDING else token.i)


def _cue_word(sentence: Sentence, token: Token) -> CueWord | None:
    words, text, lemma = cue_words(), token.text.lower(), token.lemma.lower()
    if text == "according":
        following = sentence.tokens[token.i + 1 : token.i + 2]
        return ACCORDING if following and following[0].text == "to" else None
    if text == "in":
        return IN_WORDS if any(worded(sentence, t) for t in children(sentence, token.i, "pobj", "pcomp")) else None
    if lemma == "go" and any(t.text.lower() == "on" for t in children(sentence, token.i, "prt")):
        return GO_ON
    if token.pos == "VERB" and token.dep not in {"amod", "compound"}:
        return words.get((lemma, "verb"))
    if token.pos == "NOUN" and clause_heads(sentence, token.i, words.get((lemma, "noun"))):
        return words.get((lemma, "noun"))
    return None


def worded(sentence: Sentence, noun: Token) -> Token | None:
    """Whose words: "in Ana Prado's words", "in the words of Ana Prado", "in whose words"."""
    if noun.text.lower() != "words":
        return None
    owners = children(sentence, noun.i, "poss")
    owners += [t for of in children(sentence, noun.i, "prep") for t in children(sentence, of.i, "pobj")]
    return next(iter(owners), None)
