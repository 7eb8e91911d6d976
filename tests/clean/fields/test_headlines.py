from __future__ import annotations

import pytest

from tellings.clean.fields.headlines import Headlines, choose_headline, without_site

EDITORS = "River crossing opens after two years"
SEARCHED = "Karvania Ostrel border crossing opens: dates and rules"


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (Headlines(SEARCHED, EDITORS, f"{SEARCHED} | Harbour Post"), EDITORS),
        (Headlines(EDITORS, SEARCHED, f"{SEARCHED} | Harbour Post"), EDITORS),
        (Headlines(EDITORS, f"{EDITORS} - Karvania News", f"{EDITORS} - Karvania News"), EDITORS),
        (Headlines(None, f"{EDITORS} - Karvania", None, (EDITORS,)), EDITORS),
        (Headlines(None, None, f"{EDITORS} | World | Harbour Post", ("Log in", EDITORS)), EDITORS),
        (Headlines(None, None, f"{EDITORS} - Harbour Post"), EDITORS),
        (Headlines(EDITORS, SEARCHED, "Crossing", (SEARCHED,)), SEARCHED),
        (Headlines(None, None, None), None),
    ],
)
def test_the_editors_headline_is_the_title(given: Headlines, title: str | None) -> None:
    assert choose_headline(given, "The Harbour Post") == title


@pytest.mark.parametrize("search", [f"Harbour Post | {EDITORS}", f"{EDITORS} | World | Post of the Harbour"])
def test_where_the_site_has_no_name_bars_part_it_from_the_headline(search: str) -> None:
    assert choose_headline(Headlines(None, None, search), None) == EDITORS
    assert (
        choose_headline(Headlines(None, None, "Harbour Post | Crossing opens"), None) == "Harbour Post | Crossing opens"
    )


def test_only_the_sites_name_is_cut() -> None:
    assert without_site("Talks go on - Harbour Post", "Harbour Post") == "Talks go on"
    assert without_site("Harbour Post | Talks go on", "Harbour Post") == "Talks go on"
    assert without_site("Talks go on - minister", "Harbour Post") == "Talks go on - minister"
    assert without_site("Ministers file a report - Report", "RT") == "Ministers file a report - Report"


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (Headlines(None, None, f"River Watch: {EDITORS}", ("River Watch",), ("About me", EDITORS)), EDITORS),
        (Headlines(None, None, f"{EDITORS} - Harbour", (), ("Latest", EDITORS)), EDITORS),
        (Headlines(None, None, f"{EDITORS} - Harbour Daily", ("Harbour Daily", "Login")), f"{EDITORS} - Harbour Daily"),
        (Headlines(None, "連絡橋の通行再開へ（北湾通信） - 広場", None, ("連絡橋の通行再開へ",)), "連絡橋の通行再開へ"),
        (
            Headlines(None, None, "知事、隣国の高官と面会 航路再開を要請 | 入江日報"),
            "知事、隣国の高官と面会 航路再開を要請",
        ),
    ],
)
def test_a_title_is_told_from_the_sites_name_by_the_headings(given: Headlines, title: str) -> None:
    assert choose_headline(given, None) == title
