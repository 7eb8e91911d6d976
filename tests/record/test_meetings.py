"""Whom articles meet is what sums of all keys, one by one, give."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from tellings.record import meetings
from tellings.record.connection import opened
from tellings.record.shelves import Shelves, rows_of
from tellings.relate import candidates
from tellings.relate.candidates import RUN_WEIGHT, WORTH, Keys

DICE = random.Random(3)


def keys(words: int, runs: int) -> Keys:
    """Some of few keys, among them such that are negative in a database."""
    of_words = np.array(DICE.sample(range(40), words), np.uint64) * np.uint64(2**58) + np.uint64(7)
    weights = np.array([DICE.randint(500, 4000) for _ in range(words)], np.int64)
    return Keys(of_words, weights, np.array(DICE.sample(range(60), runs), np.uint64) * np.uint64(2**58))


def by_hand(articles: dict[str, Keys], most: int, copies: int) -> dict[str, dict[str, int]]:
    sums: dict[str, Counter[str]] = {article: Counter() for article in articles}
    for attribute in ("words", "runs"):
        under: dict[int, dict[str, int]] = {}
        for article, its in articles.items():
            weights = its.weights.tolist() if attribute == "words" else [1] * len(its.runs)
            for key, weight in zip(getattr(its, attribute).tolist(), weights, strict=True):
                under.setdefault(key, {})[article] = weight
        for standing in under.values():
            first = sorted(standing)[:copies] if attribute == "runs" else []
            for one in standing:
                for other in standing:
                    if one != other and (len(standing) <= most or one in first or other in first):
                        times = RUN_WEIGHT if attribute == "runs" else standing[other]
                        sums[one][other] += standing[one] * times
    return {one: {other: n for other, n in met.items() if n >= WORTH} for one, met in sums.items()}


@pytest.mark.parametrize(("most", "copies"), [(4, 2), (200, 30)])
def test_whom_articles_meet_is_the_sum_over_all_their_keys(
    most: int, copies: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "MOST_POSTINGS", most)
    monkeypatch.setattr(candidates, "COPIES", copies)
    monkeypatch.setattr(meetings, "TOGETHER", 7)
    monkeypatch.setattr(meetings, "ROWS", 5)
    articles = {f"a{n:02}": keys(DICE.randint(0, 12), DICE.randint(0, 6)) for n in range(50)}
    connection = opened(tmp_path / "record.sqlite", create=True, write=True)
    shelves = Shelves(connection)
    shelves.put(row for article, its in articles.items() for row in rows_of(article, its))
    assert dict(meetings.meetings(shelves, articles.items())) == by_hand(articles, most, copies)
    connection.close()
