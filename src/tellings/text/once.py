"""What follows from a sentence's words alone is found once, for all copies of its paragraph."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from tellings.model.text import Sentence

T = TypeVar("T")


def once(find: Callable[[Sentence], T]) -> Callable[[Sentence], T]:
    """Keep what a function finds with the sentence.

    It must look at nothing but the sentence's text and tokens, and give what cannot change.
    """

    @wraps(find)
    def found(sentence: Sentence) -> T:
        kept = sentence.kept
        if find not in kept:
            kept[find] = find(sentence)
        return cast(T, kept[find])

    return found
