"""Stable ids: the same input gives the same id in every run, on every engine, in any order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def stable_id(prefix: str, *parts: object) -> str:
    """Give a short id that depends on nothing but its parts.

    The id is the prefix and 16 hex digits (64 bits) of the SHA-256 of the parts, joined by a
    character that no part holds, so that ("ab", "c") and ("a", "bc") differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def group_id(prefix: str, members: Iterable[str]) -> str:
    """Name a group after its least member, so that a judgement on the group follows that member."""
    return prefix + min(members)
