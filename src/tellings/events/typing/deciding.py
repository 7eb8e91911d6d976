"""Which words decided: those whose absence takes most from the likeliest type (erasure, Li et al. 2016)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tellings.events.typing.marks import Marked, Stretch
from tellings.events.typing.model import TypeScores, typed, typed_all

WORD = re.compile(r"\w+")
#: A word decides that takes this much of the probability with it; more than three are not told.
MUCH, MOST = 0.05, 3


def deciding(marked: Marked) -> tuple[TypeScores, tuple[str, ...]]:
    """The scores of a sentence and the words outside its sides that decided, the weightiest first.

    The sentence is typed once for each of its words: some 0.1 CPU seconds.
    """
    scores = typed(marked)
    kind, whole = scores.best
    words = list(_outside(marked))
    without = typed_all(replace(marked, text=_blanked(marked.text, word)) for word in words)
    taken = [whole - less.of(kind) for less in without]
    ranked = sorted(range(len(words)), key=lambda i: -taken[i])[:MOST]
    return scores, tuple(marked.text[slice(*words[i])] for i in ranked if taken[i] >= MUCH)


def _outside(marked: Marked) -> Iterator[Stretch]:
    sides = (*marked.actors, *marked.recipients)
    for word in WORD.finditer(marked.text):
        if not any(start < word.end() and word.start() < end for start, end in sides):
            yield word.span()


def _blanked(text: str, word: Stretch) -> str:
    start, end = word
    return text[:start] + " " * (end - start) + text[end:]
