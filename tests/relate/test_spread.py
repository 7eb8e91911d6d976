from __future__ import annotations

from tellings.relate.spread import GENERAL, general_spread, spread_of
from tellings.relate.words import stem


def test_rare_words_tell_more_than_common_ones() -> None:
    assert GENERAL.rarity(stem("trawler")) > GENERAL.rarity(stem("minister")) > GENERAL.rarity("the")


def test_words_of_all_articles_at_hand_tell_less() -> None:
    assert spread_of([["trawler"]] * 500).rarity("trawler") < 0.5 < GENERAL.rarity("trawler")


def test_shares_are_of_a_thousand() -> None:
    assert all(0 < share <= 1000 for share in general_spread().values())
