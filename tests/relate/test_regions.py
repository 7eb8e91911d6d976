from __future__ import annotations

from collections.abc import Mapping

from tests.relate.lineage import INDEPENDENT, OTHER_DAY, REPORT, cut, sketched

from tellings.model.times import Interval
from tellings.relate.regions import Match, Regions, match, reached, touched
from tellings.relate.sketch import Sketch

TEXTS = {"a1": REPORT, "a2": cut(REPORT, 0.7), "a3": INDEPENDENT, "a4": OTHER_DAY}


class Few:
    """The pairs of a few texts, all compared with all."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._sketches = {key: sketched(key, text) for key, text in texts.items()}
        self.asked: list[str] = []

    def partners(self, article_id: str) -> dict[str, Match]:
        self.asked.append(article_id)
        others = self._sketches.keys() - {article_id}
        found = {other: match(*(self._sketches[i] for i in sorted((article_id, other)))) for other in others}
        return {other: one for other, one in found.items() if one}

    def sketch(self, article_id: str) -> Sketch:
        return self._sketches[article_id]

    def day(self, article_id: str) -> Interval | None:
        return self._sketches[article_id].day


def test_what_hangs_together_is_found_from_each_of_its_articles() -> None:
    parts = {Regions(Few(TEXTS)).together(article_id) for article_id in ("a1", "a2", "a3")}
    assert len(parts) == 1
    [together] = parts
    assert {"a1", "a2", "a3"} <= set(together)


def test_stories_part_what_hangs_together() -> None:
    regions = Regions(Few(TEXTS))
    stories = list(regions.stories(("a1", "a2", "a3", "a4")))
    assert ("a1", "a2", "a3") in stories
    assert sorted(i for story in stories for i in story) == ["a1", "a2", "a3", "a4"]


def test_a_pair_that_goes_touches_who_is_left() -> None:
    left = {key: TEXTS[key] for key in ("a2", "a4")}
    assert "a2" in touched(Regions(Few(left)), (), [("a1", "a2", (1.0, True))], ["a1"])
    assert "a1" not in touched(Regions(Few(left)), (), [("a1", "a2", (1.0, True))], ["a1"])
    assert touched(Regions(Few(left)), (), (), ()) == set()


def test_steps_lead_as_far_as_they_go() -> None:
    assert reached(["a"], {"a": "b", "b": "ca", "c": "", "d": "a"}.__getitem__) == {"a", "b", "c"}
