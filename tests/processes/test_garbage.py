"""Garbage is looked for seldom in a build, and as before after it."""

from __future__ import annotations

import gc

import pytest

from tellings.processes.garbage import NEW_OBJECTS, seldom


@seldom()
def _failing() -> None:
    raise ValueError(str(gc.get_threshold()[0]))


def test_the_thresholds_are_as_they_were_after_it() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match=str(NEW_OBJECTS)):
        _failing()
    assert gc.get_threshold() == before
