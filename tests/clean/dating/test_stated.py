"""Dates that lines state."""

from __future__ import annotations

from tellings.clean import clean
from tellings.model.page import Page

BODY = "\n".join(
    f"The ministers of the two coasts met for the {nth} time and agreed to open the strait to trawlers from both sides."
    for nth in ("first", "second", "third", "fourth", "fifth")
)


def test_a_foot_that_names_the_first_stamp_goes_beside_the_update_above() -> None:
    text = (
        f"Ministers open the strait\nWorld | Updated: March 04, 2031 08:04 GMT\n{BODY}\n"
        "Comments\nLeave a Reply\nStory first published: March 03, 2031 07:31 GMT\n"
    )
    stated = clean(Page("p1", "page.txt", "text", text)).article.stated
    assert {(s.value, s.updated) for s in stated if s.confidence >= 0.8} == {
        ("2031-03-04T08:04:00+00:00", True),
        ("2031-03-03T07:31:00+00:00", False),
    }
