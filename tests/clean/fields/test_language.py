from __future__ import annotations

import pytest

from tellings.clean.fields.language import language_of

ENGLISH = """The ministers of Karvania and Ostrel met on Monday to talk about the crossing that has been closed for years, and they
agreed that it would be opened to buses from the first day of June. This was not the first time that their governments
had tried to settle the quarrel over fishing rights which had led to the closure of the crossing to all their traders."""
DUTCH = """De ministers van Karvanië en Ostrel spraken maandag over de grensovergang die al jaren gesloten is, en zij kwamen
overeen dat die vanaf de eerste dag van juni weer open zal zijn voor bussen uit beide landen."""


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (ENGLISH[:90], "en"), (DUTCH, "nl")])
def test_languages_are_told_by_common_words_or_by_the_model(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_few_english_words_make_no_english_page() -> None:
    assert language_of(f"{DUTCH}\n{DUTCH}\nThis was the news of the day") == "nl"
