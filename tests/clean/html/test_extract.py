from __future__ import annotations

import numpy as np

from tellings.clean.html.extract import FAR, without_strays


def test_a_stretch_far_from_the_article_needs_its_mass_or_its_sureness() -> None:
    article, far = list(range(5)), 5 + FAR + 1
    sizes = np.full(far + 1, 200, dtype=np.float32)
    answers = np.full(far + 1, 0.95, dtype=np.float32)
    assert without_strays([*article, far], sizes, answers) == [*article, far]
    answers[far] = 0.6
    assert without_strays([*article, far], sizes, answers) == article
    sizes[far] = 2000
    assert without_strays([*article, far], sizes, answers) == [*article, far]


def test_a_stretch_that_stands_near_is_kept() -> None:
    sizes, answers = np.full(9, 200, dtype=np.float32), np.full(9, 0.6, dtype=np.float32)
    assert without_strays([0, 1, 2, 8], sizes, answers) == [0, 1, 2, 8]


def test_of_nothing_nothing_is_left() -> None:
    assert without_strays([], np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32)) == ()
