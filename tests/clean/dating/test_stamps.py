"""Which of a page's stamps is the article's own, on pages that are nasty in their own ways."""

from __future__ import annotations

import pytest

from tellings.clean import clean
from tellings.clean.dating.stamps import chained, label_of
from tellings.model.article import StatedDate
from tellings.model.page import Hints, Page

BODY = "\n".join(
    f"The ministers of the two coasts met for the {nth} time and agreed to open the strait to trawlers from both sides, "
    "their offices said in a joint statement that was read out in the port of Selm."
    for nth in ("first", "second", "third", "fourth", "fifth")
)
TITLE = "Ministers agree to open the strait to trawlers"


def stated(text: str, language: str | None = None) -> tuple[StatedDate, ...]:
    return clean(Page("p1", "page.txt", "text", text, hints=Hints(language=language))).article.stated


def best(text: str) -> StatedDate:
    return next(s for s in stated(text) if not s.updated and not s.refused)


def test_a_stamp_under_the_title_goes_before_those_of_a_sidebar() -> None:
    sidebar = "Most read\nFlood at Selm\n2 March 2031\nBread is dear\n5 March 2031\nTwo held\n6 March 2031\n"
    found = best(f"Coast Post\n{sidebar}{TITLE}\nBy Ana Prado\n9 March 2031, 10:15\n{BODY}\n")
    assert found.value == "2031-03-09T10:15:00"
    assert found.confidence >= 0.8
    assert "beside the title, with its time" in found.detail


def test_a_list_of_other_articles_right_below_is_not_believed() -> None:
    found = stated(f"{TITLE}\n{BODY}\nMore on this story\nA guide\n16 April 2027\nWhy\n2 May 2027\nNow\n3 May 2027\n")
    assert max(s.confidence for s in found) < 0.5
    assert "in a list of stamps" in found[0].detail


def test_a_stamp_that_the_body_took_in_is_read() -> None:
    found = best(f"{TITLE}\n{BODY.splitlines()[0]}\nVon Ana Prado 09.03.2031, 14:55 Uhr\n{BODY}\n")
    assert found.value == "2031-03-09T14:55:00"


def test_dates_inside_sentences_are_no_stamps() -> None:
    text = f"{TITLE}\n{BODY}\nThe pact of 14 May 2029, which both sides signed in the port of Selm after talks that had lasted for two years, was ended by them in June.\n"
    assert stated(text) == ()


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Updated: 11 March 2031 08:04 | Published: 9 March 2031 10:15", "en"),
        ("Publié le 09/03/2031 à 21:00, mis à jour le 11/03/2031 à 21:05", "fr"),
        ("9 de marzo de 2031 10:15 Actualizado 11/03/2031 09:00", "es"),
        ("Veröffentlicht: 09.03.2031, 10:15 Uhr\nAktualisiert: 11.03.2031, 9 Uhr", "de"),
    ],
)
def test_published_and_updated_are_told_apart_in_either_order(line: str, language: str) -> None:
    found = stated(f"{TITLE}\n{line}\n{BODY}\n", language)
    assert {s.value[:10] for s in found if not s.updated} == {"2031-03-09"}
    assert {s.value[:10] for s in found if s.updated} == {"2031-03-11"}


def test_the_page_s_other_dates_give_the_order_of_day_and_month() -> None:
    conflict = f"{TITLE}\n04/05/2031 10:15\n{BODY}\nUnder the bridge\n25/04/2031\n"
    assert best(conflict).value == "2031-05-04T10:15:00"
    weekday = f"{TITLE}\nThursday 10/04/2031 10:15\n{BODY}\n"
    assert best(weekday).value == "2031-04-10T10:15:00"


def test_a_weekday_that_does_not_fit_is_refused_with_the_reason() -> None:
    (found,) = (s for s in stated(f"{TITLE}\nFriday, 9 March 2031\n{BODY}\n") if s.value == "2031-03-09")
    assert found.refused == "printed as a Friday, and 2031-03-09 was a Sunday"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"datePublished": "2031-03-09T10:15:00Z"}', "a literal in a script"),
        ('var published = "2031-03-09";', "a literal in a script"),
        ("Published: {{ article.date }}", "a template prints this"),
        ("Published: 1970-01-01 00:00", "a template prints this"),
        ("Published: January 1, 1970", "a template prints this"),
        ("3 hours ago", "counts back from a day"),
        ("© 2029-2031 Coast Post", "the year of a copyright line"),
    ],
)
def test_what_looks_like_a_date_and_is_none_is_kept_with_its_reason(line: str, reason: str) -> None:
    found = stated(f"{TITLE}\n{line}\n{BODY}\n")
    assert reason in found[0].refused


def test_a_day_that_counts_back_points_to_the_page_s_clock() -> None:
    clock = f"Sunday, 9 March 2031\nCoast Post\nHome\nWorld\n{TITLE}\n%s\n{BODY}\n"
    with_ago, without = best(clock % "3 hours ago"), best(clock % "Staff")
    assert with_ago.value == without.value == "2031-03-09"
    assert with_ago.confidence > without.confidence


@pytest.mark.parametrize(
    ("line", "day", "least"),
    [
        ("Sunday, 9 March, 14:05", "2031-03-09", 0.7),
        ("9 March, 14:05", "2031-03-09", 0.5),
        ("20 December, 14:05", "2030-12-20", 0.5),
    ],
)
def test_a_stamp_without_a_year_has_that_of_the_page_s_newest_date(line: str, day: str, least: float) -> None:
    found = best(f"{TITLE}\n{line}\n{BODY}\nA guide\n8 March 2031\n© 2031 Coast Post\n")
    assert found.value[:10] == day
    assert least <= found.confidence < 0.9
    assert "with its year from the page's other dates" in found.detail


def test_a_page_from_argentina() -> None:
    text = (
        "Diario del Litoral\nDomingo 9 de marzo de 2031\nPolítica\nLos cancilleres acuerdan abrir el estrecho\n"
        "Por Ana Prado\n8 de marzo de 2031 - 21:30 hs\n"
        + "\n".join(
            f"Los cancilleres de las dos orillas se reunieron por {nth} vez y acordaron abrir el estrecho a los barcos, "
            "dijeron sus oficinas en un comunicado que fue leído en el puerto."
            for nth in ("primera", "segunda", "tercera", "cuarta")
        )
        + "\nSeguí leyendo\nOtra nota\n02/03/2031\nOtra más\n01/03/2031\n© 2031\n"
    )
    found = best(text)
    assert found.value == "2031-03-08T21:30:00"
    assert found.confidence >= 0.7


@pytest.mark.parametrize(
    ("words", "language", "label"),
    [
        ("Published on ", "en", "published"),
        ("Published 9 March, updated ", "en", "updated"),
        ("Aktualisiert am ", "de", "updated"),
        ("Опубликовано: ", "ru", "published"),
        ("最終更新：", "ja", "updated"),
        ("Son güncelleme: ", "tr", "updated"),
        ("by Ana Prado ", "en", ""),
        ("نشر في ", "ar", "published"),
    ],
)
def test_what_the_words_before_a_stamp_call_it(words: str, language: str, label: str) -> None:
    assert label_of(words, language) == label


def test_stamps_that_follow_one_another_are_counted() -> None:
    assert chained([3, 5, 9, 40, 41]) == {3: 3, 5: 3, 9: 3, 40: 2, 41: 2}


def test_labels_in_another_script_count_on_an_english_page() -> None:
    assert label_of("입력", "en") == "published"
    assert label_of("| 수정", "en") == "updated"
