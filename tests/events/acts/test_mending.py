"""Trees that the parser gets wrong, as codings show them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran, which Oman regards as its chief rival, called for dialogue.", ["REQUEST IRN"]),
        ("Turkey's foreign minister, Mevlut Cavusoglu, congratulated Azerbaijan.", ["SUPPORT TUR>AZE"]),
        ("In 2014 Peru, Chile and Fiji withdrew their ambassadors from Doha.", ["SANCTION PER+CHL+FJI>QAT"]),
        ("In 2014 Chile thanked Peru.", ["SUPPORT CHL>PER"]),
        ("Norway said that Chad would appear and thanked Denmark's government.", ["SUPPORT NOR>DNK"]),
        ("Kenya's president, accused by Uganda of spying, left.", ["ACCUSE UGA>KEN"]),
    ],
)
def test_a_verb_is_given_its_own_subject(lines: Lines, text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt arrests cartoonist", ["COERCE EGY"]),
        ("India ships rice, fuel to Nepal", ["AID IND>NPL"]),
        ("Armenia massed troops on the Chilean border.", ["MOBILIZE ARM>CHL"]),
        ("Laos, Vietnam agree to link power grids", ["AGREE LAO+VNM"]),
        ("US, South Korea condemn launch", ["ACCUSE USA+KOR"]),
        ("Kenya, Uganda trade talks begin", []),
        ("In Peru, Chile leads the talks", []),
        ("Iran sanctions relief talks resume", []),
        ("China exports growth slows", []),
    ],
)
def test_a_headline_verb_is_no_noun(lines: Lines, text: str, expected: list[str]) -> None:
    assert lines(text) == expected
