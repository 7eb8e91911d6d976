"""What is someone's acts for him only where it is one with him; a speaker acts for no one who is said to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian law requires parties in Togo to publish their donors.",
        "Brazil's economy withstood pressure from Argentina.",
        "The Uruguay project allowed Paraguay's farmers to grow maize.",
        "Prime Minister Halla Berg's blunders armed the opposition in Iceland.",
        "The trawlers turned away and stormed the harbour, the Chilean navy said.",
        "President Oduya of Kenya told parliament that no evidence supports Uganda.",
        "Sales of lorries in Morocco fell, compared to those in Algeria.",
    ],
)
def test_what_belongs_to_someone_does_not_act_for_him(lines: Lines, text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ghana's army shelled Togo.", "ASSAULT GHA>TGO"),
        ("Brazilian warplanes bombed Argentina.", "ASSAULT BRA>ARG"),
        ("Uruguay's statement condemned Paraguay.", "ACCUSE URY>PRY"),
        ("Dozens of Chilean dockers marched in Valparaiso.", "PROTEST CHL"),
        ("Georgian saboteurs bombed Armenia's port.", "ASSAULT GEO>ARM"),
        ("The Kenyan government said its soldiers would leave Uganda.", "AGREE KEN>UGA"),
        ("The foreign minister of Kenya said that Nairobi would send grain to Uganda.", "AGREE KEN>UGA"),
    ],
)
def test_its_forces_and_its_words_do(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_critics_and_supporters_are_others_than_whom_they_are_named_by(lines: Lines) -> None:
    assert "ACCUSE None>MEX" in lines("President Ana Ruiz's supporters accused Mexico of fraud.")
    assert "COERCE BOL>None" in lines("Bolivia arrested critics of President Ana Ruiz.")
