"""What is said over a meal is said at a meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Australia's prime minister told Emmanuel Macron over dinner in Paris about his concerns.", "CONSULT AUS>FRA"),
        ("Peru's foreign minister assured Chile's foreign minister over breakfast of his help.", "CONSULT PER>CHL"),
        ("Norway's prime minister discussed the pipeline with her Swedish counterpart over lunch.", "CONSULT NOR>SWE"),
        ("Ghana's president spoke to Togo's president over supper in Accra.", "CONSULT GHA>TGO"),
        ("The Kenyan premier talked with Uganda's president over tea.", "CONSULT KEN>UGA"),
        ("Fiji's premier told the prime minister of Tonga over coffee that he would stay.", "CONSULT FJI>TON"),
        ("Egypt's president conferred with Sudan's leader over lunch.", "CONSULT EGY>SDN"),
        ("The Polish president briefed Lithuania's president over dinner in Vilnius.", "CONSULT POL>LTU"),
    ],
)
def test_a_meal_together_is_a_meeting(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president told reporters over dinner that he was tired.",
        "Peru's foreign minister told journalists over breakfast about Chile.",
        "The dispute between Peru and Chile over dinner prices went on.",
        "Norway's prime minister wrote to Sweden's prime minister over tea tariffs.",
        "Ghana's president told Togo's president in a letter about the road.",
        "India's prime minister ate lunch in Delhi.",
        "The king told the nation over the radio that Spain had won.",
        "Egypt accused Sudan over a dinner bill.",
        "Brazil's president told Argentina in a speech that tariffs would rise.",
        "Turkey's foreign minister told Greece over the years to be patient.",
    ],
)
def test_what_is_no_meal(lines: Lines, text: str) -> None:
    assert not any("CONSULT" in line.split() for line in lines(text))
