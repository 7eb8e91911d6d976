"""What follows from a sentence's words alone is found once, for all copies of its paragraph."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from tellings.model.text import Sentence

T = TypeVar("T")
P = ParamSpec("P")


def once(find: Callable[Concatenate[Sentence, P], T]) -> Callable[Concatenate[Sentence, P], T]:
    """Keep what a function finds with the sentence, by what else it is given (positions in the sentence).

    It must look at nothing but these and the sentence's text and tokens, and give what cannot change.
    """

    @wraps(find)
    def found(sentence: Sentence, /, *args: P.args, **named: P.kwargs) -> T:
        kept, key = sentence.kept, (find, args, *named.items())
        if key not in kept:
            kept[key] = find(sentence, *args, **named)
        return cast(T, kept[key])

    return found
