"""Furniture repeats, articles do not: what pages of one site show of each other."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from evals.repeats import counts, read_set

from tellings.clean import clean
from tellings.clean.blocks import GAP, blocks
from tellings.clean.repeats import REASON, Matter, among, repeated, site_of, trace, why, without
from tellings.model.article import Article, Cleaned, Trace
from tellings.model.page import Page

ROWS = read_set()
MERIDIAN = [clean(row.page()) for row in ROWS if "meridian" in row.url]
BACKGROUND = "Zambora and Kintale have quarrelled over the river"
OWN = Matter.of("Kintale opened the river to ships from Zambora on Monday.", "meridian-post.example")


def lines(start: str, cleaned: list[Cleaned]) -> int:
    return sum(line.startswith(start) for one in cleaned for line in one.article.text.split(GAP))


def of(number: int, *keys: str) -> Trace:
    return Trace(f"p{number}", "site", tuple((key, 100) for key in (*keys, f"a{number}", f"b{number}", f"c{number}")))


def test_what_the_site_repeats_goes_and_background_stays() -> None:
    together = list(among(MERIDIAN))
    for start in ("Follow the Meridian Post", "The Meridian Post is printed"):
        assert lines(start, MERIDIAN) == 6
        assert lines(start, together) == 0
    assert lines(BACKGROUND, together) == lines(BACKGROUND, MERIDIAN) == 3
    assert lines("Kintale denies", together) == 3


def test_on_the_own_set_all_furniture_goes_and_no_more_of_the_articles_than_alone() -> None:
    alone = [clean(row.page()) for row in ROWS]
    before, after = counts(ROWS, alone), counts(ROWS, list(among(alone)))
    assert before["site_left"] > 20
    assert after["site_left"] == 0
    assert after["article_lost"] == before["article_lost"]


def test_what_goes_is_told_with_the_reason_and_places_stay_right() -> None:
    first = next(among(MERIDIAN))
    page = ROWS[0].page()
    assert {block.rule for block in blocks(first) if block.text.startswith("Follow")} == {
        f"{REASON}: speaks to the reader"
    }
    for run in first.article.runs:
        words = first.article.text[run.start : run.end]
        assert page.text[run.page_start : run.page_start + len(words)] == words
    assert GAP.join(block.text for block in blocks(first) if block.kept) == first.article.text
    covered = sorted((block.start, block.end) for block in blocks(first) if block.start is not None)
    assert not "".join(page.text[a:b] for (_, a), (b, _) in pairwise(covered) if a < b).strip()


def test_what_goes_is_told_even_where_it_has_no_place_in_the_page() -> None:
    placeless = [replace(one, article=replace(one.article, runs=())) for one in MERIDIAN]
    told = [block for one in among(placeless) for block in blocks(one) if block.rule.startswith(REASON)]
    assert len(told) == 12
    assert {block.start for block in told} == {None}


def test_the_order_of_articles_does_not_show() -> None:
    traces = [found for row in ROWS if (found := trace(clean(row.page()).article))]
    for seed in range(5):
        shuffled = random.Random(seed).sample(traces, len(traces))
        assert repeated(shuffled) == repeated(traces)


def test_an_article_that_lost_something_has_an_id_of_its_own() -> None:
    together = list(among(MERIDIAN))
    assert {one.article.article_id for one in together}.isdisjoint(one.article.article_id for one in MERIDIAN)
    assert [one.article for one in among(MERIDIAN)] == [one.article for one in together]


def test_two_pages_are_too_few() -> None:
    assert list(among(MERIDIAN[:2])) == MERIDIAN[:2]
    assert not repeated([of(1, "x"), of(2, "x")])
    assert repeated([of(1, "x"), of(2, "x"), of(3, "x")]) == {"site": {"x": True}}


def test_an_article_printed_again_repeats_nothing() -> None:
    versions = [of(number, *"defghij") for number in range(5)]
    assert not repeated(versions)
    assert repeated([*versions, of(8, "d"), of(9, "d")]) == {"site": {"d": True}}


def test_other_sites_do_not_count_nor_those_without_a_name() -> None:
    elsewhere = [replace(of(number, "x"), site=f"site {number % 2}") for number in range(4)]
    assert not repeated(elsewhere)
    assert trace(Article("a1", "p1", "page.txt", "Some words.")) is None
    assert (
        site_of(Article("a1", "p1", "page.txt", "", url="https://www.news.example/1", outlet="News")) == "news.example"
    )
    assert site_of(Article("a1", "p1", "page.txt", "", outlet="The Harbour Times")) == "harbour times"
    assert site_of(Article("a1", "p1", "page.txt", "", url="http://[broken")) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("More from the river", "no sentence"),
        (
            "We want to hear from everybody who has crossed the river this year, so write to our desk.",
            "speaks to the reader",
        ),
        ("Unsere Zeitung ist die älteste am Fluss.", "speaks to the reader"),
        ("The paper is printed in the old customs house.", "of another matter"),
        ("Kintale denies this.", None),
        ("“We want our boats back,” the minister of Kintale said.", None),
        ("The Meridian is printed in the old customs house.", "of another matter"),
    ],
)
def test_a_repeated_paragraph_is_judged_by_its_words(text: str, reason: str | None) -> None:
    assert why(text, OWN, often=True, at_edge=False) == reason


def test_a_sentence_of_no_matter_is_the_site_s_only_where_it_stands_often() -> None:
    assert why("No one was hurt.", OWN, often=True, at_edge=False)
    assert why("No one was hurt.", OWN, often=False, at_edge=False) is None
    assert why("Sign up today.", OWN, often=False, at_edge=False)


def test_long_prose_between_others_is_background_whatever_its_words() -> None:
    long = "The old paper mill above the town, which has stood empty for years, was once the largest in the valley and gave work to hundreds, "
    text = (
        long
        + "until the last owner sold the machines abroad and left the windows to the boys of the town, who broke them one by one."
    )
    assert why(text, OWN, often=True, at_edge=False) is None
    assert why(text, OWN, often=True, at_edge=True)


def test_an_article_of_which_next_to_nothing_would_be_left_stays_whole() -> None:
    text = GAP.join(
        (
            "Goats won.",
            "Follow us on all networks, since we follow the goats of the valley day and night.",
            "Buy our goat calendar now.",
        )
    )
    short = Cleaned(Article("a1", "p1", "page.txt", text, url="https://news.example/1"))
    found = trace(short.article)
    assert found
    assert without(short, {"news.example": {key: True for key, _ in found.paragraphs[1:]}}) is short


def test_the_next_paragraph_s_dateline_is_read_where_the_first_goes() -> None:
    body = "The minister of Kintale arrived in the capital of Kenya on Monday for talks about ships, grain and the price of both in the coming year."
    text = "\n\n".join(
        (
            "Our reports are free because readers pay for them in spring and in autumn.",
            f"NAIROBI, March 2 - {body}",
            body.replace("Monday", "Tuesday"),
        )
    )
    one = clean(Page("p1", "page.txt", "text", text, url="https://news.example/1"))
    assert one.article.text.startswith("Our reports")
    found = trace(one.article)
    assert found
    after = without(one, {"news.example": {found.paragraphs[0][0]: True}}).article
    assert after.dateline
    assert after.dateline.of(after.text) == "NAIROBI, March 2 - "
    assert after.dateline_place == "Nairobi"
