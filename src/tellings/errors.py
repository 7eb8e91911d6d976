"""Errors that a user can do something about."""

from __future__ import annotations


class TellingsError(Exception):
    """What went wrong, with which page or record, and what to do about it."""

    def __init__(self, reason: str, remedy: str) -> None:
        """Say what went wrong, and what to do."""
        super().__init__(f"{reason}\n{remedy}")
        self.reason = reason
        self.remedy = remedy
