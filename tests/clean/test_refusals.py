"""One bad page never ends a run."""

from __future__ import annotations

import pytest

from tellings.clean import clean
from tellings.clean.refusals import or_reject
from tellings.model.page import Page, Reject

PAGE = Page("p1", "pages/one.txt", "text", "Too few words.")


def test_a_page_without_an_article_is_refused_with_the_remedy() -> None:
    refused = or_reject(PAGE.name, lambda: clean(PAGE))
    assert isinstance(refused, Reject)
    assert refused.stage == "clean"
    assert refused.remedy


def test_a_rule_that_fails_refuses_its_page_alone() -> None:
    def broken() -> None:
        raise KeyError("a rule failed")

    refused = or_reject(PAGE.name, broken)
    assert isinstance(refused, Reject)
    assert "KeyError: 'a rule failed'" in refused.reason


def test_a_full_disk_is_not_the_page_s_fault() -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        or_reject(PAGE.name, full)
