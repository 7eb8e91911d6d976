"""What a page that cannot be read becomes: a reject with its reason, so that one bad page never ends a run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tellings.clean.errors import NoArticleError
from tellings.model.page import Reject

T = TypeVar("T")

REPORT = "please report this page; the other pages are not affected"


def or_reject(name: str, read: Callable[[], T]) -> T | Reject:
    """Give what `read` makes of the page of that name, or why it makes nothing of it.

    Raises:
        OSError: a full disk is not the page's fault: it must stop the run, not refuse every page.
        MemoryError: what fills the memory may be other pages; who holds them decides.
    """
    try:
        return read()
    except NoArticleError as error:
        return Reject(name, "clean", error.reason, error.remedy)
    except (OSError, MemoryError):
        raise
    except Exception as error:
        reason = f"the page could not be read: {type(error).__name__}: {error}"
        return Reject(name, "read", reason, REPORT)
