"""When words were said: the time that hangs from their cue, or that the speech before them gives."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.model.text import Sentence, Token
from tellings.model.times import TimeExpression
from tellings.quotes.cues import Cue
from tellings.quotes.lexicon import cue_words
from tellings.quotes.scene import Scene
from tellings.text.tree import SUBJECTS, ancestors, children

#: Times that single out a day, so that the next sentence may rest on them.
DAYS = frozenset({"date", "month_day", "weekday", "now"})
#: Sentences before a cue that may set its day.
BACK = 3
#: Deeds at which people speak; a day of another deed ("arrived on Monday") need not be that of the words after it.
ENCOUNTERS = frozenset({"meet", "speak", "talk", "address", "call", "phone", "telephone", "receive", "host", "attend"})
ACCOUNTS = frozenset({"give", "hold", "issue", "make", "deliver"})


def moment(scene: Scene, cue: Cue, speaker: int | None, said: tuple[Span, ...], before: Sequence[Quote]) -> int | None:
    """The time expression for words said at a cue: its own, else that of the speaker's words or deed just before."""
    own = time(scene, cue, said)
    if own is not None or speaker is None:
        return own
    entity = scene.cast.mentions[speaker].entity
    return next((i for i in (*_spoken_before(scene, cue, entity, before), *_set_before(scene, cue, entity))), None)


def _spoken_before(scene: Scene, cue: Cue, entity: int, before: Sequence[Quote]) -> Iterator[int]:
    """The time of the speaker's quote before, in this paragraph or the last."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or last.time is None or not _is_day(scene.times[last.time]):
        return
    near = scene.sentences[cue.sentence].paragraph - scene.sentences[last.sentence].paragraph <= 1
    if near and scene.cast.mentions[last.speaker].entity == entity:
        yield last.time


def _is_day(expression: TimeExpression) -> bool:
    return expression.kind in DAYS or expression.unit == "day"


def _set_before(scene: Scene, cue: Cue, entity: int) -> Iterator[int]:
    """The day of the nearest sentence before, in the same paragraph, in which the speaker acts or someone speaks.

    What a sentence tells as gone by ("two days earlier she had received him") sets no day for what follows.
    """
    here = scene.sentences[cue.sentence]
    for sentence in reversed(scene.sentences[max(0, cue.sentence - BACK) : cue.sentence]):
        root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
        if sentence.paragraph != here.paragraph or root is None:
            return
        if not _gone_by(sentence, root) and _is_set(scene, cue, sentence, root, entity):
            yield from (e.index for e in _of(scene, sentence.index) if _is_day(e) and _hangs(sentence, e, root.i))


def _is_set(scene: Scene, cue: Cue, sentence: Sentence, root: Token, entity: int) -> bool:
    """Whether a sentence's day is that of the words at the cue: the speaker acts in it, or its speech goes on."""
    acting = [scene.mention_at(sentence.start + t.start) for t in children(sentence, root.i, *SUBJECTS)]
    if any(m and m.entity == entity for m in acting):
        return _speaks(root)
    follows = sentence.index == cue.sentence - 1
    return follows and (root.lemma.lower(), "verb") in cue_words()


def _gone_by(sentence: Sentence, root: Token) -> bool:
    """Whether a sentence stands in the past perfect beside words that count back ("two days earlier")."""
    had = any(t.text.lower() == "had" for t in children(sentence, root.i, "aux"))
    return had and (root.lemma.lower(), "verb") not in cue_words()


def _speaks(verb: Token) -> bool:
    lemma = verb.lemma.lower()
    return lemma in ENCOUNTERS | ACCOUNTS or (lemma, "verb") in cue_words()


def _of(scene: Scene, sentence: int) -> Iterator[TimeExpression]:
    first = bisect_left(scene.times, sentence, key=lambda expression: expression.sentence)
    for expression in scene.times[first:]:
        if expression.sentence != sentence:
            return
        yield expression


def time(scene: Scene, cue: Cue, said: tuple[Span, ...]) -> int | None:
    """The time expression that hangs from the cue: "said on Thursday"."""
    sentence = scene.sentences[cue.sentence]
    free = (e for e in _of(scene, cue.sentence) if not any(part.overlaps(e.span) for part in said))
    return next((e.index for e in free if _hangs(sentence, e, cue.token)), None)


def _hangs(sentence: Sentence, expression: TimeExpression, verb: int) -> bool:
    """Whether a time belongs to a verb, or to a participle beside it: "speaking on Monday, he said"."""
    found = _governor(sentence, expression.head)
    if found is None or found == verb:
        return found == verb
    beside = sentence.tokens[found]
    return beside.dep == "advcl" and beside.head == verb and beside.tag == "VBG"


def _governor(sentence: Sentence, i: int) -> int | None:
    token = sentence.tokens[i]
    if token.pos == "VERB":
        return i
    return next((t.i for t in ancestors(sentence, i) if t.pos in {"VERB", "AUX"}), None)
