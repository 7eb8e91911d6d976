"""Helping or letting someone do something is what is done, no aid and no release; telling someone to do it asks it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "The aide helped President Ruiz of Peru sort her letters.",
        "The treaty allows Iran to build turbines, Norway's parliament heard.",
        "Senator Abreu of Brazil released her tax returns.",
        "The suspect was found not guilty by a court in Peru.",
        "Lawmakers in Kenya ignored the facts.",
        "The mayor of Quito is fighting to keep her seat.",
    ],
)
def test_what_is_no_aid_release_or_fight(lines: Lines, text: str) -> None:
    assert not any(line.startswith(("AID", "RETREAT", "SANCTION", "REJECT", "ASSAULT")) for line in lines(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norway helped Chad with grain.", "AID NOR>TCD"),
        ("Iran allowed Norwegian journalists to leave.", "RETREAT IRN>NOR"),
        ("Brazil released three Peruvian sailors.", "RETREAT BRA>PER"),
        ("A court in Peru found Senator Abreu of Brazil guilty.", "SANCTION PER>BRA"),
        ("Kenya's army is fighting rebels from Uganda.", "ASSAULT KEN>None"),
        ("Indonesia told Malaysia not to cut the trees.", "REQUEST IDN>MYS"),
        ("Niger praised Mali instead of condemning it.", "SUPPORT NER>MLI"),
    ],
)
def test_what_is_one(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_what_is_done_instead_of_is_not_told(lines: Lines) -> None:
    assert not any("ACCUSE" in line for line in lines("Niger praised Mali instead of condemning it."))
