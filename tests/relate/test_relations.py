from __future__ import annotations

import pytest
from tests.relate.lineage import FURNITURE, INDEPENDENT, OTHER_DAY, REPORT, REWORDED, cut, edited, reading

from tellings.model.relations import RelationKind, Telling
from tellings.relate import tell
from tellings.relate.compare import compare, text_of
from tellings.relate.diction import READS_FOREIGN, foreign
from tellings.relate.relations import SURE, Verdict, across_families, decide, in_doubt, kinship
from tellings.relate.words import fold

COPIES = {
    "word for word": REPORT,
    "with furniture left on it": f"{REPORT}\n\n{FURNITURE}",
    "its paragraphs in another order": "\n\n".join(reversed(REPORT.split("\n\n"))),
    "every twelfth word edited": edited(REPORT, 12),
}
WEEK = """Observers of the River Commission counted 212 breaches of the truce along the Osk in the past seven days.

Most of them, 140, were shots from small arms near Velm, and 31 were shells that fell on the fields of Tarsk.

Two farmers were wounded in Velm, the commission said in its weekly report, and a bridge at Tarsk stayed shut."""
OTHER_WEEK = """Observers of the River Commission counted 97 breaches of the truce along the Osk in the past seven days.

Most of them, 64, were shots from small arms near Darn, and 12 were shells that fell on the fields of Holm.

Two farmers were wounded in Darn, the commission said in its weekly report, and a bridge at Holm stayed shut."""
CARRIED_OVER = """The president of Verania, Anna Torvald, met this Monday in the port of Lusk with the foreign minister of Kolmeria, Josip Brandt, for putting end to a quarrel of two years for the fishing rights.

The ministers agreed to open in spring the strait to the trawlers of both coasts, and that a joint board of four inspectors counts the catch, informed the agency Norra.

"The strait feeds both our peoples," declared to the journalists Torvald.

Brandt affirmed that his government will withdraw the two patrol boats sent to the strait the 4 of October, when Veranian crews cut nets of Kolmeria.

The fishermen of Lusk, who lost a third of their income in the quarrel, received the news with caution and asked who will pay the lost nets. Neither side gave a figure of compensation, which a commission will propose until the end of the year."""
SPANISH = """La presidenta de Verania, Anna Torvald, se reunió el lunes en el puerto de Lusk con el ministro de Exteriores de Kolmeria, Josip Brandt, para poner fin a una disputa de dos años.

Torvald dijo que el estrecho da de comer a los dos pueblos.

Brandt anunció en Lusk que Kolmeria retirará las dos patrulleras.

Los pescadores de Lusk perdieron un tercio de sus ingresos."""


def telling(one: str, other: str, **facts: object) -> Telling:
    (found,) = tell([reading("a1", one), reading("a2", other, **facts)]).tellings  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("other", COPIES.values(), ids=COPIES)
def test_a_copy_is_a_copy(other: str) -> None:
    assert telling(REPORT, other).relation == "copy"


def test_a_cut_by_three_tenths_is_an_excerpt() -> None:
    assert telling(REPORT, cut(REPORT, 0.7)).relation == "excerpt"


def test_half_of_a_report_and_other_news_is_an_excerpt() -> None:
    half = "\n\n".join(REPORT.split("\n\n")[:3])
    other = "\n\n".join(OTHER_DAY.split("\n\n")[1:])
    assert telling(REPORT, f"{half}\n\n{other}").relation == "excerpt"


def test_background_below_both_leads_makes_no_descent() -> None:
    background = "\n\n".join(REPORT.split("\n\n")[3:])
    found = telling(f"{OTHER_DAY}\n\n{background}", f"{INDEPENDENT}\n\n{background}")
    assert found.relation == "independent"
    assert "background" in found.detail


def test_what_is_alike_in_other_words_is_no_background() -> None:
    below, reworded = ("\n\n".join(text.split("\n\n")[3:]) for text in (REPORT, REWORDED))
    found = telling(f"{OTHER_DAY}\n\n{below}", f"{INDEPENDENT}\n\n{reworded}")
    assert "share background" not in found.detail


def test_weekly_reports_of_one_pattern_with_other_names_and_figures_are_independent() -> None:
    found = telling(WEEK, OTHER_WEEK)
    assert found.relation == "independent"
    assert "one pattern" in found.detail


def test_a_report_in_the_diction_of_a_translation_is_translated() -> None:
    found = telling(REPORT, CARRIED_OVER)
    assert (found.relation, found.direction) == ("translated", "a1")


def test_a_report_in_another_language_is_translated() -> None:
    assert telling(REPORT, SPANISH, language="es").relation == "translated"


def test_the_first_two_paragraphs_are_an_excerpt_of_the_whole() -> None:
    found = telling("\n\n".join(REPORT.split("\n\n")[:2]), REPORT)
    assert (found.relation, found.direction) == ("excerpt", "a2")
    assert "a part of it" in found.detail


def test_the_same_sentences_in_other_words_are_a_rewording() -> None:
    found = telling(REPORT, REWORDED)
    assert found.relation == "rewritten"
    assert found.direction is None


def test_every_fourth_word_edited_is_a_rewording() -> None:
    assert telling(REPORT, edited(REPORT, 4)).relation == "rewritten"


def test_the_same_sentences_in_a_page_marked_as_translated_are_a_translation() -> None:
    found = telling(REPORT, REWORDED, translated=True)
    assert (found.relation, found.direction) == ("translated", "a1")


def test_the_same_quotation_alone_makes_no_descent() -> None:
    found = telling(REPORT, INDEPENDENT)
    assert found.relation == "independent"
    assert found.shared


def test_a_translated_report_of_another_agency_is_independent() -> None:
    assert telling(REPORT, INDEPENDENT, translated=True).relation == "independent"


def test_other_news_of_the_same_people_is_independent() -> None:
    assert telling(REPORT, OTHER_DAY).relation == "independent"


@pytest.mark.parametrize("other", [*COPIES.values(), INDEPENDENT, OTHER_DAY])
def test_every_passage_of_a_copy_has_the_same_words_on_both_sides(other: str) -> None:
    for span in telling(REPORT, other).shared:
        mine, theirs = REPORT[span.start : span.end], other[span.other_start : span.other_end]
        assert plain(mine) == plain(theirs)


def test_reworded_sentences_are_aligned_where_no_run_of_words_is_shared() -> None:
    passages = [
        (REPORT[span.start : span.end], REWORDED[span.other_start : span.other_end])
        for span in telling(REPORT, REWORDED).shared
    ]
    assert any(mine.startswith("Neither side") and theirs.startswith("No figure") for mine, theirs in passages)
    assert len(passages) >= 5


def plain(text: str) -> list[str]:
    return [fold(word.strip('“”",.;:-')) for word in text.replace("-", " ").split() if word.strip('“”",.;:-')]


def test_a_report_with_most_words_kept_is_no_translation_for_a_turn_or_two() -> None:
    turns = edited(REPORT, 5).replace("of Lusk", "of Lusk this past Monday", 1).replace("last", "the 4 of October", 1)
    page = f"{turns} Some 300 persons waited."
    assert foreign(reading("a2", page).article) >= READS_FOREIGN
    assert telling(REPORT, page).relation == "rewritten"


@pytest.mark.parametrize(
    ("relation", "kinship", "given"),
    [
        ("rewritten", 0.6, "independent"),
        ("translated", 0.8, "independent"),
        ("rewritten", 0.97, "rewritten"),
        ("excerpt", 1.0, "excerpt"),
    ],
)
def test_two_families_are_related_by_what_stands_in_both_alone(
    relation: RelationKind, kinship: float, given: RelationKind
) -> None:
    assert across_families(Verdict(relation, kinship, "alike", kinship)).relation == given


PLAIN = """Commandos of Orvia boarded the tanker Alba in the Strait of Tamm before dawn on Friday and took it to Port Elm.

The ship was carrying 90,000 tonnes of oil and had 27 crew on board, the navy said. None of them was hurt.

Premier Ada Roth of Velland demanded the vessel's release and sent two frigates from their base at Cape Lind."""
IN_OTHER_WORDS = """Two warships have left Cape Lind in Velland. Its head of government, Ada Roth, wants a captured ship back at once.

Soldiers from Orvia had climbed aboard the Alba, with its 27 seamen, while it was still dark in the Strait of Tamm.

It now lies at Port Elm with a cargo of 90,000 tonnes. The sailors are unharmed, according to the naval forces."""
SAME_NAMES = """In Cape Lind, where the fog comes in at noon, Ada Roth knows every fishmonger. Orvia is a day away by sea.

Nobody in Velland talks of anything but the Alba. Its cook grew up above the bakery here, and once won a prize for eels.

From the Strait of Tamm he used to send postcards, and from Port Elm a shell that sings, his sister says."""


def test_a_paraphrase_with_few_words_in_common_goes_back_to_the_report() -> None:
    plain, paraphrase, other = (
        text_of(reading(f"a{i}", text)) for i, text in enumerate((PLAIN, IN_OTHER_WORDS, SAME_NAMES))
    )
    assert kinship(compare(plain, paraphrase)) > SURE
    assert kinship(compare(plain, other)) < SURE


@pytest.mark.parametrize(("other", "open_"), [(REWORDED, False), (INDEPENDENT, True), (OTHER_DAY, True)])
def test_where_words_leave_it_open_the_explanation_says_what_the_sentences_mean(other: str, open_: bool) -> None:
    pair = compare(text_of(reading("a1", REPORT)), text_of(reading("a2", other)))
    meant = f"words leave it open: by what their sentences mean {pair.near:.0%} of the shorter is told in the other"
    assert (meant in decide(pair).detail) is in_doubt(pair) is open_
