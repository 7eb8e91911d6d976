from __future__ import annotations

import numpy as np

from tellings.clean.flat.body import kept, scores, window
from tellings.clean.flat.features import features
from tellings.clean.flat.lines import read_sheet
from tellings.clean.flat.rules import rules_of

PROSE = """The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river, the two governments said.
The river crossing has been closed for two years, and traders on both banks have asked the governments to open it.
Most Popular
Ten recipes for a long winter evening at home
The ministers will meet again in the spring, when the river is low and the crossing is easy to repair."""


def measured(text: str, language: str = "en") -> dict[str, list[float]]:
    sheet = read_sheet(text, language)
    lines = sheet.lines
    rules = rules_of(lines)
    values = scores(lines, rules)
    span = window(values)
    names, rows = features(sheet, rules, values, span, kept(lines, rules, values, span))
    return {name: rows[:, index].tolist() for index, name in enumerate(names)}


def test_a_line_of_its_own_subject_shares_few_words_with_the_article() -> None:
    subject = measured(PROSE)["subject"]
    assert subject[4] > 0.4
    assert subject[3] == 0


def test_prose_is_counted_since_and_before_the_lines_that_end_an_article() -> None:
    found = measured(PROSE)
    assert found["prose since an end"][2] == 0
    assert found["prose since an end"][1] > found["prose since an end"][0] > 0
    assert found["prose before an end"][4] > 0


def test_signs_are_counted_by_class_in_any_script() -> None:
    found = measured("港口星期一重新开放，两国政府说，谈判的日期已经确定。\nPrices: 10, 20 and 30?")
    assert found["commas"][0] > 0
    assert found["last is stop"] == [1, 1]
    assert found["question"] == [0, 1]
    assert found["digits"][1] > 0
    assert found["stop words"][0] > 0


def test_every_value_is_finite_whatever_stands_on_the_page() -> None:
    for text in ("x", "\ud83d\ude00" * 3, "\x00\n\x01", "a\n" * 500, "😀 \u202e ok", "." * 5000):
        assert np.isfinite(np.array(list(measured(text).values()))).all() if text.strip() else True
