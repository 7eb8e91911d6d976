"""Cues in the reporter's own words, and the clause that each of them gives as said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.model.spans import Span
from tellings.model.text import Sentence, Token
from tellings.quotes.lexicon import CueWord, cue_words
from tellings.quotes.scene import Scene
from tellings.text.tree import ancestors, children, subtree

ACCORDING = CueWord("according to", "prep", "relay", 2, frozenset({"that"}), "-")
INSERTED = frozenset({"parataxis", "advcl", "ccomp", "conj", "relcl"})
EDGE = frozenset({"PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word at a token of a sentence."""

    sentence: int
    token: int
    word: CueWord
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a cue gives as said: spans in order, and the rule that found them."""

    parts: tuple[Span, ...]
    rule: str

    @property
    def span(self) -> Span:
        """From the first to the last part."""
        return Span(self.parts[0].start, self.parts[-1].end)


def cues(scene: Scene) -> tuple[Cue, ...]:
    """Give the cues that stand outside quotation marks, in order."""
    return tuple(
        Cue(sentence.index, token.i, word, _cue_span(sentence, token, word))
        for sentence in scene.sentences
        for token in sentence.tokens
        if (word := _cue_word(sentence, token)) and not scene.quoted(sentence.index, token.i)
    )


def _cue_span(sentence: Sentence, token: Token, word: CueWord) -> Span:
    return sentence.span_of(token.i, token.i + 1 if word is ACCORDING else token.i)


def _cue_word(sentence: Sentence, token: Token) -> CueWord | None:
    words = cue_words()
    if token.text.lower() == "according":
        following = sentence.tokens[token.i + 1 : token.i + 2]
        return ACCORDING if following and following[0].text == "to" else None
    if token.pos == "VERB" and token.dep not in {"amod", "compound"}:
        return words.get((token.lemma.lower(), "verb"))
    if token.pos == "NOUN" and _clause_heads(sentence, token.i, words.get((token.lemma.lower(), "noun"))):
        return words.get((token.lemma.lower(), "noun"))
    return None


def clause(scene: Scene, cue: Cue) -> Clause | None:
    """Give the clause that the cue governs, None where the tree shows none."""
    sentence = scene.sentences[cue.sentence]
    for rule, tokens in _readings(sentence, cue):
        parts = _parts(scene, cue, tokens)
        if parts:
            return Clause(parts, rule)
    return None


def _readings(sentence: Sentence, cue: Cue) -> Iterator[tuple[str, set[int]]]:
    """Sets of tokens that may be the words said, best first, each with the name of its rule."""
    if cue.word is ACCORDING:
        yield "according to", _around(sentence, cue.token)
        return
    own = {t.i for t in _clause_heads(sentence, cue.token, cue.word)}
    if own:
        said = {i for head in own for i in subtree(sentence, head)}
        yield "clause of the cue", said - _reporter(sentence, cue.token, own)
    elif cue.word.pos == "verb" and _is_inserted(sentence, cue.token):
        yield "cue inserted in the clause", _around(sentence, cue.token)
    if cue.word.pos == "verb" and cue.word.strength > 1:
        yield "clause before the cue", _before(sentence, cue.token)


def _clause_heads(sentence: Sentence, i: int, word: CueWord | None) -> list[Token]:
    """The heads of the clauses that the cue takes."""
    if word is None:
        return []
    found = []
    if "that" in word.takes:
        found += children(sentence, i, "ccomp", *(["acl", "relcl"] if word.pos == "noun" else []))
        if word.pos == "noun":
            found = [t for t in found if any(m.text.lower() == "that" for m in children(sentence, t.i, "mark"))]
    if "to" in word.takes:
        deps = ("acl",) if word.pos == "noun" else ("xcomp", "ccomp", "advcl")
        found += [t for t in children(sentence, i, *deps) if t not in found and _is_infinitive(sentence, t.i)]
    return found


def _is_infinitive(sentence: Sentence, i: int) -> bool:
    return any(t.tag == "TO" for t in children(sentence, i, "aux"))


def _reporter(sentence: Sentence, cue: int, heads: set[int]) -> set[int]:
    """Words that the tree puts into the clause though they are the cue's own: the cue and its other children."""
    if not any(cue in subtree(sentence, head) for head in heads):
        return {cue}
    return {cue} | {i for t in children(sentence, cue) if t.i not in heads for i in subtree(sentence, t.i)}


def _is_inserted(sentence: Sentence, i: int) -> bool:
    """Whether the cue hangs from the verb of what is said: "The talks, he said, went well"; "as he put it"."""
    token = sentence.tokens[i]
    if token.dep == "advcl":
        return any(t.text.lower() == "as" for t in children(sentence, i, "mark", "advmod"))
    return token.dep == "parataxis"


def _around(sentence: Sentence, i: int) -> set[int]:
    """The clause that token `i` hangs from, without what hangs from `i`."""
    head = next(
        (t for t in ancestors(sentence, i) if t.pos in {"VERB", "AUX"}), sentence.tokens[sentence.tokens[i].head]
    )
    return set(subtree(sentence, head.i)) - set(subtree(sentence, i))


def _before(sentence: Sentence, i: int) -> set[int]:
    """All words before a cue that ends its sentence after a comma: "The bridge is shut, officials said"."""
    commas = [t.i for t in sentence.tokens[:i] if t.text == ","]
    rest = [t for t in sentence.tokens[i + 1 :] if t.pos in {"VERB", "AUX"}]
    if not commas or rest or i - commas[-1] > 8:
        return set()
    said = sentence.tokens[: commas[-1]]
    return {t.i for t in said} if any(t.pos in {"VERB", "AUX"} for t in said) else set()


def _parts(scene: Scene, cue: Cue, tokens: set[int]) -> tuple[Span, ...]:
    """Turn tokens into spans: runs without a gap, their outer punctuation and a leading "that" left out."""
    sentence = scene.sentences[cue.sentence]
    runs: list[list[Token]] = []
    for token in (sentence.tokens[i] for i in sorted(tokens)):
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (_trimmed(run) for run in runs)
    kept = [run for run in trimmed if run]
    return tuple(sentence.span_of(run[0].i, run[-1].i) for run in kept)


def _trimmed(run: list[Token]) -> list[Token]:
    while run and (run[0].pos in EDGE or _is_that(run[0])):
        run = run[1:]
    while run and run[-1].pos in EDGE:
        run = run[:-1]
    return run


def _is_that(token: Token) -> bool:
    return token.dep == "mark" and token.text.lower() == "that"
