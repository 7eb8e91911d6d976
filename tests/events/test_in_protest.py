"""What people do in protest, whatever it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In Kathmandu people beat pots and pans from their windows in protest.", "PROTEST NPL"),
        ("Peruvian farmers dumped milk on the roads in protest.", "PROTEST PER"),
        ("Residents of Delhi hung black flags from their balconies in protest at the law.", "PROTEST IND"),
        ("French taxi drivers parked their cars across the avenue in protest.", "PROTEST FRA"),
        ("Chilean miners threw their helmets into the river in protest against the decree.", "PROTEST CHL"),
        ("Kenyan students shaved their heads in protest against their government.", "PROTEST KEN>KEN"),
        ("Women in Tehran cut their hair in protest.", "PROTEST IRN"),
        ("Thousands honked their horns in protest in Yangon on Tuesday.", "PROTEST None"),
        ("Crowds banged saucepans in Madrid in protest at the verdict.", "PROTEST ESP"),
        ("Denmark recalled its ambassador from Norway in protest.", "SANCTION DNK>NOR"),
    ],
)
def test_people_do_it_in_protest(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador left the room in protest.",
        "She raised her hand in protest when the waiter brought the bill.",
        "The minister opened a meeting on the protest.",
        "The players sat down on the pitch in protest at the referee.",
        "The dog barked in protest.",
        "Kenya's foreign minister wrote a letter in protest.",
        "In Kathmandu people beat pots and pans to celebrate the new year.",
        "Peruvian farmers may dump milk on the roads in protest.",
        "French taxi drivers took no part in the protest.",
        "Women in Tehran refused to cut their hair in protest.",
    ],
)
def test_what_is_no_protest_of_people(lines: Lines, text: str) -> None:
    assert not any("PROTEST" in line.split() for line in lines(text) if not line[:1].islower())
