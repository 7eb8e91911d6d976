"""Scratch files beside a folder of Parquet."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import permutations

from records import BORDURIA, KOL

from tellings.model.actors import Actor
from tellings.record.fullest import FullestActors, emptiness
from tellings.record.lookup import Casts
from tellings.record.rows import to_json

TOLD = (KOL, replace(KOL, office=None), replace(KOL, name="Kol"), BORDURIA)


def row(actor: Actor) -> tuple[str, int, str]:
    return actor.actor_id, emptiness(actor), to_json(actor)


def test_of_each_actor_the_fullest_stands_whoever_came_first() -> None:
    for told in permutations(TOLD):
        with closing(Casts()) as casts:
            casts.add(map(row, told[:2]))
            casts.add(map(row, told[2:]))
            assert list(casts) == list(FullestActors(told)) == [BORDURIA, KOL]


def test_of_actors_as_full_as_each_other_the_first_by_their_words_stands() -> None:
    told = (replace(KOL, office="envoy"), replace(KOL, office="judge"))
    for some in permutations(told):
        with closing(Casts()) as casts:
            casts.add(map(row, some))
            assert list(casts) == [told[0]]
