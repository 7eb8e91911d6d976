from __future__ import annotations

import pytest

from tellings.clean.fields.credits import find_agency, find_credits, trailing_agency
from tellings.clean.fields.names import people
from tellings.clean.fields.vocabulary import agencies, agency_names
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines


@pytest.mark.parametrize(
    ("line", "agency", "place"),
    [
        ("AFP", "AFP", None),
        ("AFP, Nairobi,", "AFP", "Nairobi"),
        ("By The Associated Press", "AP", None),
        ("(Xinhua)    13:43, October 23, 2031", "Xinhua", None),
        ("(According to AFP)", "AFP", None),
        ("(With inputs from ANI)", "ANI", None),
        ("By Jane Roe | Reuters", "Reuters", None),
        ("Source: TASS", "TASS", None),
        ("Xinhua | Updated: 2031-11-09 08:15", "Xinhua", None),
        ("Published from a syndicated feed by PTI", "PTI", None),
        ("Par Mara Lindqvist avec AFP", "AFP", None),
        ("Von Mara Lindqvist und dpa", "dpa", None),
        ("Par Mara Lindqvist avec l'AFP", "AFP", None),
        ("10月5日 21:36 来源：新华社 字号：大", "Xinhua", None),
        ("Ministers meet in Nairobi. Credit: AP Photo", None, None),
        ("Ministers meet. | Fountain: EFE", None, None),
        ("Why AP style matters to editors of small papers", None, None),
    ],
)
def test_credit_lines(line: str, agency: str | None, place: str | None) -> None:
    assert find_agency(split_lines(line)) == (agency, place)


def test_an_agency_in_brackets_at_the_end_of_the_last_paragraph() -> None:
    assert trailing_agency("The talks go on, he said. (AFP)") == "AFP"
    assert trailing_agency("The talks go on, he said. — Bernama") == "Bernama"
    assert trailing_agency("Die Gespräche gehen weiter. (mit dpa)") == "dpa"
    assert trailing_agency("The talks go on, he said. [AFP]") == "AFP"
    assert trailing_agency("He works for the AFP") is None


def test_the_printed_edition_is_no_writer() -> None:
    assert people("E-Paper") == people("Epaper") == ()
    assert people("Jean-Paul Ilunga") == ("Jean-Paul Ilunga",)


def test_no_alias_stands_for_two_agencies() -> None:
    assert len(agency_names()) == sum(len(agency.aliases) for agency in agencies())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Mara Lind, Port Selm - March 11, 2031", ("Mara Lind",)),
        ("Mara Lind | Mon 9 Jul 2031, 16:30 EAT", ("Mara Lind",)),
        ("Mara Lind and Tomas Oru, 14 July 2031", ("Mara Lind", "Tomas Oru")),
        ("Mara Lind  January 9, 2031  Updated January 9, 2031", ("Mara Lind",)),
        ("10 July 2031, Mara Lind", ("Mara Lind",)),
        ("From our correspondent Mara Lind", ("Mara Lind",)),
        ("By Mara Lind in Port Selm and Tomas Oru in Ostrel City", ("Mara Lind", "Tomas Oru")),
        ("2031年7月5日 21:36 作者：王小雨 字号：大", ("王小雨",)),
        ("New York, March 3, 2031", ()),
        ("Harbour Herald, March 3, 2031", ()),
    ],
)
def test_a_name_beside_the_date_is_the_writers(line: str, names: tuple[str, ...]) -> None:
    lines = split_lines(line + "\nThe ministers met on Monday.")
    assert find_credits(Layout(lines, (None, None), (1,))).byline == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Reporting by Mara Lind in Ostrel and Tomas Oru; editing by Ana Prado", ("Mara Lind", "Tomas Oru")),
        ("Mara Lind is a reporter who lives by the river.", ("Mara Lind",)),
        ("Mara Lind walked by the river.", ()),
    ],
)
def test_a_line_below_the_article_names_its_reporters(line: str, names: tuple[str, ...]) -> None:
    lines = split_lines("The ministers met on Monday.\n" + line)
    assert find_credits(Layout(lines, (None, None), (0,))).byline == names


@pytest.mark.parametrize(
    ("line", "names", "place"),
    [
        ("From Ana Prado in Nairobi, Saturday 16 March 2031", ("Ana Prado",), "Nairobi"),
        ("Ana Prado, Nairobi", ("Ana Prado",), "Nairobi"),
        ("Ana Prado, special envoy, Nairobi", ("Ana Prado",), "Nairobi"),
        ("By Ana Prado | NAIROBI | March 7", ("Ana Prado",), "Nairobi"),
        ("Reporter Ana Prado", ("Ana Prado",), None),
        ("Redacção / Ana Prado", ("Ana Prado",), None),
        ("Par Ana Prado.", ("Ana Prado",), None),
        ("Talks in Nairobi, ministers say", (), None),
    ],
)
def test_a_writer_beside_a_place_or_an_office(line: str, names: tuple[str, ...], place: str | None) -> None:
    body = "The ministers of Karvania and Ostrel met on Monday to speak of the river and of trade between both states."
    lines = split_lines(f"Ministers meet\n{line}\n{body}")
    found = find_credits(Layout(lines, (None,) * 3, (2,)), "Ministers meet")
    assert (found.byline, found.place and found.place.title()) == (names, place)


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (
            "Gespräche am Fluss\nVon Jutta Kranz und Ole Brix, dpa\nBeide Seiten einigten sich am Montag.",
            ("Jutta Kranz", "Ole Brix"),
        ),
        ("新华社内罗毕10月5日电（记者王明远 李珊）桥梁通车。", ("王明远", "李珊")),
        ("(서울=연합뉴스) 김하늘 기자 = 두 장관은 목요일에 만났다.", ("김하늘",)),
    ],
)
def test_several_writers_of_one_line(lines: str, byline: tuple[str, ...]) -> None:
    found = split_lines(lines)
    assert find_credits(Layout(found, (None,) * len(found), (len(found) - 1,))).byline == byline
