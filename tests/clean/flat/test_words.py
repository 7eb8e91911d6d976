from __future__ import annotations

import re

from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.words import agreement, holding, stems

FIGURES = re.compile(r"\d\d")


def test_lines_that_hold_a_pattern_are_found_in_order_and_once() -> None:
    lines = split_lines("On 12 May, on 13 May\nTalks\nRoom 7\nIt was 2031")
    assert [line.text for line in holding(lines, 300, FIGURES)] == ["On 12 May, on 13 May", "It was 2031"]


def test_a_match_beyond_the_first_signs_does_not_count() -> None:
    lines = split_lines("Talks began in 2031\n2031 talks")
    assert [line.text for line in holding(lines, 5, FIGURES)] == ["2031 talks"]


def test_no_match_runs_from_one_line_into_the_next() -> None:
    assert not holding(split_lines("Room 7\n8 boats"), 300, FIGURES)
    assert not holding((), 300, FIGURES)


def test_two_texts_agree_by_the_stems_of_their_content_words() -> None:
    body = stems("The ministers negotiated over the river.")
    assert agreement("Minister negotiates river", body) == 1.0
    assert agreement("Football tonight", body) == 0.0
