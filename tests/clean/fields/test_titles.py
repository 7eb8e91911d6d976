from __future__ import annotations

from tellings.clean.fields.titles import Titles, find_titles
from tellings.clean.flat.page import lay_out

BODY = """Karvania and Ostrel agreed on Thursday to reopen the river crossing that they closed two years ago, the two governments said.
The foreign ministers of both countries met for four hours and signed a protocol that names the day on which the first buses will cross.
Ostrel closed the crossing after a quarrel over fishing rights, and its traders have asked the government to reopen it ever since."""
TITLE = "Karvania and Ostrel reopen their river crossing"


def titles(*above: str) -> Titles:
    return find_titles(lay_out("\n".join((*above, BODY)), "en"))


def test_the_standfirst_that_agrees_more_stays_the_subtitle() -> None:
    standfirst = "Foreign ministers sign a protocol that names the day on which the first buses cross"
    assert titles("World", TITLE, standfirst) == Titles(TITLE, standfirst, (1, 2))


def test_a_menu_far_above_with_the_same_words_is_no_title() -> None:
    menu = ["River crossing", "Fishing rights", "Sports", "Weather"] * 6
    assert titles(*menu, TITLE, "By Mara Lind", "July 12, 2031").title == TITLE


def test_the_date_below_it_speaks_for_a_title() -> None:
    teaser = "Fishing rights on the river: what the traders of Ostrel ask"
    lead = "Two countries agree after four hours"
    assert titles(teaser, *(["Read on"] * 9), lead, "12 July 2031, 07:19").title == lead


def test_breadcrumbs_before_the_title_are_left() -> None:
    assert titles(f"Start / World / {TITLE}", TITLE).title == TITLE


def test_titles_in_scripts_without_blanks() -> None:
    body = """中国とロシアの外相は十日、北京で会談し、国境の橋を再び開くことで合意した。両国は二年前に橋を閉じていた。
外相らは四時間にわたって話し合い、最初のバスが渡る日を定めた文書に署名したと、両国の外務省が発表した。
橋は漁業権をめぐる争いのあとに閉じられ、商人らは再び開くよう政府に求めてきた。"""
    found = find_titles(lay_out(f"会員限定記事\n国境の橋を再び開く、両国の外相が合意\n2031年7月12日\n{body}", "ja"))
    assert found.title == "国境の橋を再び開く、両国の外相が合意"


def test_a_caption_a_stamp_and_an_entry_are_no_subtitle() -> None:
    caption = "The ministers of Karvania and Ostrel at the river crossing. Photo: Ada Roth/AFP"
    entry = "17:24 The ministers of both countries sign the protocol of the river crossing"
    for line in (caption, entry, "Thursday, 12 July 2031 07:19 by our river crossing reporters in Ostrel"):
        assert titles(TITLE, line).subtitle is None


def test_a_row_of_rates_is_no_title() -> None:
    assert titles("Karvania Ostrel rates of 10.07.2031: USD 27.97 EUR 35.12", TITLE, "12 July 2031").title == TITLE


def test_right_above_the_byline_a_standfirst_may_say_what_the_title_does_not() -> None:
    standfirst = "Deal after nine hours of haggling ends a quarrel over tolls and trout"
    assert titles(TITLE, standfirst, "By Mara Lind", "12 July 2031").subtitle == standfirst


def test_the_short_line_right_above_a_long_standfirst_is_the_title() -> None:
    standfirst = (
        "The two governments of Karvania and Ostrel on the river crossing that they closed two years ago after a "
        "quarrel over fishing rights"
    )
    assert (
        titles("'Fishing rights and a river crossing'", standfirst, "By Mara Lind").title
        == "'Fishing rights and a river crossing'"
    )


def test_a_menu_on_one_line_is_no_title() -> None:
    layout = lay_out(f"NEWS   FARM   WEATHER   RACING\n{TITLE}\nBy Ana Prado\n{BODY}", "en")
    assert find_titles(layout).title == TITLE


def test_a_kicker_of_three_words_is_no_title() -> None:
    assert titles("Fishing rights quarrel", TITLE, "By Mara Lind", "July 12, 2031").title == TITLE
