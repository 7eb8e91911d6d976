"""How much of the map a place's name covers."""

from __future__ import annotations

from tellings.model.places import Place
from tellings.vocab.countries import country_name


def is_country(place: Place) -> bool:
    """Whether it is a whole country."""
    return place.country is not None and country_name(place.country) == place.name


def is_vague(place: Place) -> bool:
    """Whether it is a whole country, or no country's ("the Black Sea")."""
    return place.country is None or is_country(place)
