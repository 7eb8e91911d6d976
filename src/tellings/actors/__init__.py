"""Actors: names, offices on a date, countries and sectors."""
