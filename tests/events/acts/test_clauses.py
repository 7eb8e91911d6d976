"""Who suffers what is told without "was": reduced passives, headlines, past forms that have no object."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Two Tunisian ministers indicted in 2031 for taking bribes will stand trial in June.",
        "Asked about his criticism of Senegal, the envoy of Mali said that it was fair.",
        "Senator Ngozi Bello of Nigeria, charged with treason, fled in May.",
        "Barring a coup, Peru will vote in March.",
    ],
)
def test_who_suffers_it_does_not_do_it(lines: Lines, text: str) -> None:
    assert not any(line.startswith(("ACCUSE", "COERCE", "REQUEST")) for line in lines(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Three Malian soldiers killed by rebels in Niger", "ASSAULT None>MLI"),
        ("Police in Peru shot and wounded two protesters.", "ASSAULT PER>PER"),
        ("The Rwandan army killed and wounded many rebels from Burundi.", "ASSAULT RWA>None"),
        ("Riot police deployed in Lima, Peru, fired tear gas at the protesters.", "ASSAULT PER>PER"),
        ("Ecuador said that the pact does not bind it and demanded talks with Peru.", "REQUEST ECU>PER"),
    ],
)
def test_who_does_it_still_does(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Jordan condemned the move announced on Monday by Iraq.", "ACCUSE JOR>IRQ"),
        ("Finland rejected the plan that Estonia had drafted.", "REJECT FIN>EST"),
        ("Zambia's opposition considers Angola biased.", "ACCUSE ZMB>AGO"),
        ("Prosecutors in Zambia alleged that Angola bribed them.", "ACCUSE ZMB>AGO"),
    ],
)
def test_whose_move_is_judged_is_the_other_side(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Benin rejected a demand of the accord that Togo and Ghana signed a day earlier in Lome.", "SUPPORT TGO+GHA"),
        ("Bolivia recalled the fact that Peru withdrew.", ""),
    ],
)
def test_a_clause_with_that_may_say_what_was_done_to_its_noun(lines: Lines, text: str, line: str) -> None:
    found = lines(text)
    assert any(one.startswith(line) for one in found) if line else not found
