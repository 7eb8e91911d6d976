"""The contexts that the words of an act's own phrase speak for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "type_", "context"),
    [
        ("Peru imposed sanctions on Chile over the treatment of Uyghurs.", "SANCTION", "human_rights"),
        ("Peru asked Chile for vaccines and tents.", "REQUEST", "health"),
        ("Peru signed a peace agreement with Chile.", "SUPPORT", "military"),
    ],
)
def test_words_of_the_phrase_tell_the_context(read: Read, text: str, type_: str, context: str) -> None:
    assert context in next(c.contexts for c in read(text).codings if c.type == type_)


@pytest.mark.parametrize(
    ("text", "type_", "context"),
    [
        ("Peruvian police fired tear gas at Chilean students.", "ASSAULT", "natural_resource"),
        ("Peru accused the European Union of theft.", "ACCUSE", "economic"),
        ("Peruvian soldiers stormed a town in Chile.", "ASSAULT", "disasters"),
        ("Peru arrested an executive of a Chilean firm.", "COERCE", "executive"),
    ],
)
def test_words_that_only_sound_like_a_cue_tell_none(read: Read, text: str, type_: str, context: str) -> None:
    assert context not in next(c.contexts for c in read(text).codings if c.type == type_)
