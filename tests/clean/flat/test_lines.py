from __future__ import annotations

import pytest

from tellings.clean.flat.lines import is_cjk, split_lines


def test_a_line_is_its_span_in_the_text_without_the_blanks_around_it() -> None:
    text = "  Talks begin \r\n\n\tBoth sides\u2028met.\n\n"
    lines = split_lines(text)
    assert [line.text for line in lines] == ["Talks begin", "Both sides", "met."]
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.gap for line in lines] == [False, True, False]


def test_lines_that_come_again_are_counted() -> None:
    assert [line.times for line in split_lines("Share\nTalks\nShare")] == [2, 1, 2]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("window.dataLayer = window.dataLayer || [];", True),
        ("name: 'talks'", True),
        ("function (event) { go() }", True),
        ("var talks = 1", True),
        ("https://harbour.example/talks", True),
        ("See https://harbour.example/talks for more.", False),
        ("He spoke of the function of the court; it rests.", False),
        ("Talks: what is known", False),
        ("The two ministers signed the document.", False),
    ],
)
def test_code_is_told_from_prose(line: str, code: bool) -> None:
    assert split_lines(f"Talks began.\n{line}")[1].code is code


def test_a_line_without_blanks_between_words_is_counted_by_its_signs() -> None:
    line = split_lines("首脳会談が東京で始まった")[0]
    assert is_cjk(line)
    assert line.words == 7


def test_the_words_that_rules_need_are_kept() -> None:
    assert split_lines("Photo: Reuters")[0].needed >= {"photo", "reuters"}
    assert not split_lines("Seven boats")[0].needed


def test_a_chinese_sentence_has_stop_words_and_a_list_of_links_none() -> None:
    sentence, links = split_lines(
        "两国部长在河港的会谈中说，他们将就桥梁和贸易继续谈判。\n河港新闻网 海港日报 桥梁管理局 贸易部网站 外交部网站"
    )
    assert sentence.stop_share > 0.3
    assert links.stop_share == 0


@pytest.mark.parametrize(
    "line", ["دونوں وزراء نے پیر کو ملاقات کی۔", "दोनों मंत्री सोमवार को मिले।", "متى يلتقي الوزيران؟"]
)
def test_sentences_end_with_the_marks_of_their_script(line: str) -> None:
    assert split_lines(line)[0].ended


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- las tasas volverán al nivel de hace dos años;", False),
        ("the bridge opens on market days; the fees stay;", False),
        ("let total = count + 1;", True),
        ("margin: 0 auto;", True),
        ("return false;", True),
    ],
)
def test_an_entry_of_a_list_that_ends_in_a_semicolon_is_no_code(line: str, code: bool) -> None:
    assert split_lines(line)[0].code is code


def test_a_sentence_that_its_agency_signs_has_ended() -> None:
    signed = ("left 600 lorries on either side of the border. EFE", "left 600 lorries at the border and beyond. (AFP)")
    assert [line.ended for line in split_lines("\n".join(signed))] == [True, True]
    assert not split_lines("The ministers of both states told a reporter of AFP")[0].ended
