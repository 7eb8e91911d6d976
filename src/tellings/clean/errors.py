"""What goes wrong in cleaning."""

from __future__ import annotations


class NoArticleError(Exception):
    """Nothing on the page reads like an article. `reason` says why, `remedy` what the user can do."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        """Keep the reason and the remedy apart, so that they land in `rejects` as they are."""
        super().__init__(f"{name}: {reason}. {remedy}")
        self.reason = reason
        self.remedy = remedy
