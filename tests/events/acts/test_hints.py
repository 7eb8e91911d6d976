"""Words that make no event by themselves."""

from __future__ import annotations

from collections.abc import Callable

from tellings.events.acts.hints import SAID, UNTYPED
from tellings.model.reading import Reading

Read = Callable[..., Reading]


def _hints(reading: Reading) -> dict[str, str]:
    return {h.act.of(reading.article.text): h.type for h in reading.hints}


def test_an_act_without_sides_is_a_hint_of_its_type(read: Read) -> None:
    reading = read("The crew was freed at dawn.")
    assert not reading.codings
    assert _hints(reading)["crew was freed"] == "RETREAT"


def test_a_verb_of_no_lexicon_is_a_hint_without_a_type(read: Read) -> None:
    assert _hints(read("Kenya felicitated the winners."))["felicitated"] == UNTYPED


def test_a_verb_of_speech_is_known_as_one(read: Read) -> None:
    assert _hints(read("Kenya told the envoys that it was a mistake."))["told"] == SAID


def test_what_is_coded_is_no_hint(read: Read) -> None:
    reading = read("Kenya attacked Uganda.")
    assert reading.codings
    assert not reading.hints


def test_words_in_quotation_marks_are_no_hint(read: Read) -> None:
    reading = read('"They felicitated the winners at dawn and went home," Kenyan President Amara Dlin said.')
    assert "felicitated" not in _hints(reading)
