"""Given names of the world: what tells a person's name from an organisation's."""

from __future__ import annotations

import re
from functools import cache

from tellings.vocab.tables import rows, several


@cache
def given_names() -> frozenset[str]:
    """Given names of the world that the vocabularies list, in lower case."""
    listed = (name for row in rows("first_names.tsv") for name in several(row["names"]))
    known = (row["name"] for row in rows("given_names.tsv"))
    return frozenset(name.lower() for name in (*listed, *known) if len(name) > 1)


@cache
def first_names() -> frozenset[str]:
    """Given names of the world, in lower case: of the vocabularies, and of those who held an office."""
    held = (row["person"].split(" ")[0] for row in rows("holders.tsv"))
    return given_names() | {name.lower() for name in held if len(name) > 1}


def has_first_name(name: str) -> bool:
    """Whether a name begins with a given name, or with the first part of one ("Anna-Sophia")."""
    first = re.sub(r"^(?:Dr|Prof)\.? ", "", name).split(" ")[0].lower()
    return first in first_names() or first.split("-")[0] in first_names()
