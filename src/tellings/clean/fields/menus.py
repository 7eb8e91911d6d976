"""Menus that a page prints on one line."""

from __future__ import annotations

import re

#: What parts the entries of a menu.
MENU = re.compile(r"\s{2,}|\s*(?:::|[|/>·•])\s*|\s\.\s|\]\s*\[")


def is_menu(text: str) -> bool:
    """Whether a line lists three or more entries of at most three words."""
    parts = [part for part in MENU.split(text.strip("[] ")) if part]
    return len(parts) >= 3 and all(len(part.split()) <= 3 and len(part) <= 25 for part in parts)
