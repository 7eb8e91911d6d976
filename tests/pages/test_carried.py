from __future__ import annotations

import pytest

from tellings.pages.carried import iso_day, language_code, moment, names_of


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("ENGLISH", "en"),
        ("en-GB", "en"),
        ("Deutsch", "de"),
        ("por", "pt"),
        ("zh_Hans", "zh"),
        ("Klingon", None),
        (None, None),
    ],
)
def test_languages(printed: str | None, code: str | None) -> None:
    assert language_code(printed) == code


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("March 14, 2031 Friday", "2031-03-14"),
        ("Friday, 14th March 2031 12:05 GMT", "2031-03-14"),
        ("14. März 2031", "2031-03-14"),
        ("14 de marzo de 2031", "2031-03-14"),
        ("Mar 4, 2031", "2031-03-04"),
        ("2031-03-14T12:00:00Z", "2031-03-14"),
        ("March 32, 2031", None),
        ("March 2031", None),
    ],
)
def test_days(printed: str, day: str | None) -> None:
    assert iso_day(printed) == day


def test_numbers_are_moments_only_where_they_count_seconds() -> None:
    assert moment(1931000000) == moment(1931000000000) == "2031-03-11T12:53:20+00:00"
    assert moment("20310314") == "20310314"
    assert moment("14 March") == "14 March"
    assert moment("") is moment(None) is None


def test_names_that_stand_turned() -> None:
    assert names_of("Prado, Ana; Ohm, Karl; Reuters", turned=True) == ("Ana Prado", "Karl Ohm", "Reuters")
