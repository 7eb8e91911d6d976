"""Brussels is the European Union, but in Belgium's own affairs."""

from __future__ import annotations

from collections.abc import Callable

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


def test_brussels_alone_is_the_union(cast_of: CastOf) -> None:
    cast = cast_of("Brussels warned Budapest on Friday. It would withhold the funds.")
    assert [(e.name, e.country) for e in cast.entities][:2] == [("European Union", "EUR"), ("Hungary", "HUN")]


def test_beside_belgium_it_is_belgiums_capital(cast_of: CastOf) -> None:
    cast = cast_of("Brussels warned Kinshasa on Friday. Belgian planes would no longer land there.")
    assert "European Union" not in {entity.name for entity in cast.entities}
