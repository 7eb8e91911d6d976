from __future__ import annotations

import pytest

from tellings.clean.dating.datelines import find_dateline, normal_case


@pytest.mark.parametrize(
    ("paragraph", "length", "place", "day", "agency"),
    [
        ("NAIROBI, Oct. 22 (Xinhua) -- Kenya said on Thursday", 29, "Nairobi", "Oct. 22", "Xinhua"),
        ("BRASILIA (Reuters) - Brazil said on Thursday", 21, "Brasilia", None, "Reuters"),
        ("KYIV, Ukraine (AP) — Ukraine said on Thursday", 21, "Kyiv", None, "AP"),
        ("MOSCOW, April 16. /TASS/. Russia said on Thursday", 26, "Moscow", "April 16", "TASS"),
        ("New Delhi [India], April 5 (ANI): India said on Thursday", 34, "New Delhi", "April 5", "ANI"),
        ("Gant. May 17, 2016. The embassy said on Tuesday", 20, "Gant", "May 17, 2016", None),
        ("Geneva, 3 May - The council said on Thursday", 16, "Geneva", "3 May", None),
        ("ISLAMABAD: Pakistan said on Thursday", 11, "Islamabad", None, None),
        ("RIO DE JANEIRO -- Brazil said on Thursday", 18, "Rio de Janeiro", None, None),
        ("Oct 22 (Reuters) - Kenya said on Thursday", 19, None, "Oct 22", "Reuters"),
        ("(Yonhap) -- South Korea said on Thursday", 12, None, None, "Yonhap"),
        ("AFP - France said on Thursday", 6, None, None, "AFP"),
        ("Баку. 25 мая. ИНТЕРФАКС - В среду открыт мост", 26, "Баку", "25 мая", "Interfax"),
        ("МОСКВА, 5 марта. /ТАСС/. Министр сообщил", 25, "Москва", "5 марта", "TASS"),
        ("بيروت (رويترز) - قال الوزير يوم الخميس", 17, "بيروت", None, "Reuters"),
        ("(서울=연합뉴스) 김하늘 기자 = 두 장관은 목요일에", 19, "서울", None, "Yonhap"),
        ("【カイロ時事】両国は木曜日に", 7, "カイロ", None, "Jiji Press"),
        ("新华社内罗毕10月5日电（记者王小雨）桥梁通车", 19, "内罗毕", "10月5日", "Xinhua"),
    ],
)
def test_forms_of_datelines(
    paragraph: str, length: int, place: str | None, day: str | None, agency: str | None
) -> None:
    found = find_dateline(paragraph)
    assert found is not None
    assert (found.length, found.place, found.day, found.agency) == (length, place, day, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Kenya — which borders five states — said on Thursday",
        "BREAKING: The minister has resigned",
        "NATO — the alliance of 32 states — met",
        "The talks (AP reported) went on until midnight",
        "On Monday – a day after the vote – the minister resigned",
        "The Talks. May 3. The council met and left.",
    ],
)
def test_what_only_looks_like_a_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_a_place_in_capitals_is_written_as_usual() -> None:
    assert normal_case("PORT-AU-PRINCE") == "Port-Au-Prince"
    assert normal_case("ST. PETERSBURG") == "St. Petersburg"
    assert normal_case("Kyiv") == "Kyiv"


def test_a_bracketed_name_after_the_day_is_an_agency_that_the_table_does_not_list() -> None:
    found = find_dateline("PORT SELM, March 4 (Tideline) -- Karvania recalled its envoy on Monday.")
    assert found
    assert (found.place, found.agency) == ("Port Selm", "Tideline")


def test_the_text_may_show_that_an_unlisted_name_is_a_place() -> None:
    paragraph = "Selmport: Karvania's ministers met on Monday."
    assert find_dateline(paragraph) is None
    found = find_dateline(paragraph, "They told reporters at Selmport, on the river, that talks go on.")
    assert found
    assert found.place == "Selmport"
    assert find_dateline("Review: Karvania's ministers met.", "They met to review a treaty.") is None
