from __future__ import annotations

import numpy as np
import pytest

from tellings.clean.flat.model import LineModel, line_model
from tellings.clean.flat.page import lay_out
from tellings.clean.flat.rules import line_rules


def test_the_model_knows_only_features_that_are_measured() -> None:
    rules = {rule.name for rule in line_rules()}
    assert {name.removeprefix("rule ") for name in line_model().names if name.startswith("rule ")} <= rules


def test_a_line_hears_of_its_neighbours_and_of_the_page() -> None:
    model = line_model()
    rows = np.zeros((60, len(model.names)), np.float32)
    other = rows.copy()
    other[59] += 3
    names = list(model.names)
    assert not np.allclose(model.log_odds(names, rows)[0], model.log_odds(names, other)[0])


def test_features_are_told_by_their_names() -> None:
    model = line_model()
    rows = np.random.default_rng(1).normal(size=(5, len(model.names))).astype(np.float32)
    names = list(model.names)
    assert np.allclose(model.log_odds(names, rows), model.log_odds(names[::-1], rows[:, ::-1]))


def test_a_feature_that_the_model_needs_must_be_there() -> None:
    model = LineModel(("words", "new"), line_model().arrays)
    with pytest.raises(KeyError):
        model.log_odds(["words"], np.zeros((1, 1), np.float32))


GUIDE = """Home
Tools
Garden
Contact
How to mend a stone wall
A wall without mortar stands by its own weight, and most of them fall only because water has washed the earth from under them.
What you need
A line, two stakes and a hammer are enough for a short stretch, and gloves will save your hands on the second day.
Clear the ground
Take the fallen stones away first and lay them out on the grass by size, so that you can find the right one at a glance.
Dig down to firm earth, and set the largest stones there with their longest side to the inside of the wall.
Close the top
The last course should be of flat stones that reach across the whole wall and hold both faces together.
Related posts
Ten roses for a shady garden
Which hammer for which stone?
Privacy Policy
© 2031 The Wall Book. All rights reserved."""


def test_sub_headings_of_a_guide_stay_and_its_menu_and_teasers_go() -> None:
    layout = lay_out(GUIDE, "en")
    body = [line.text for line in layout.paragraphs()]
    assert {"What you need", "Clear the ground", "Close the top"} <= set(body)
    assert body[-1].startswith("The last course")
    assert "Garden" not in body
    assert "Ten roses for a shady garden" not in body
