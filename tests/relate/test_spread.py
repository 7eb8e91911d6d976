from __future__ import annotations

from tellings.relate.spread import general_spread, rarity
from tellings.relate.words import stem


def test_rare_words_tell_more_than_common_ones() -> None:
    assert rarity(stem("trawler")) > rarity(stem("minister")) > rarity("the") >= 0


def test_shares_are_of_a_thousand() -> None:
    assert all(0 < share <= 1000 for share in general_spread().values())
