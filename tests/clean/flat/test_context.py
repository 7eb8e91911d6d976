"""Lines that are furniture only beside the article's own."""

from __future__ import annotations

from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.rules import rules_of

PROSE = "The ministers of Karvania and Ostrel met on Monday in Port Selm to speak of the river, they said."


def names(*lines: str) -> list[str | None]:
    return [rule.name if rule else None for rule in rules_of(split_lines("\n".join(lines)))]


def test_a_day_with_a_few_words_above_the_prose_is_a_stamp_in_any_language() -> None:
    for stamp in ("Jumatatu, Machi 14, 2031 – 20:10", "Ana Prado 14 Mar 2031 17:44", "14.03.2031 10:05 • Okunma: 812"):
        assert names("Talks on the river", stamp, PROSE)[1] is not None


def test_a_day_below_the_first_paragraph_is_none() -> None:
    assert "stamp above the article" not in names(PROSE, "The flood of 14 March 2031", PROSE)


def test_a_short_line_in_another_script_is_no_part_of_an_article_in_latin_letters() -> None:
    assert names(PROSE, "ရွှေဈေး ၂၀၃၁", "Спорт и погода", PROSE)[1:3] == ["in another script than the article"] * 2


def test_on_a_page_in_another_script_lines_of_it_stay() -> None:
    russian = "Министры Карвании и Острела встретились в понедельник в Порт-Селме, чтобы говорить о реке и о торговле."
    assert names(russian, "Река и торговля", PROSE)[1] is None


def test_headlines_under_a_label_are_other_articles() -> None:
    assert names(PROSE, "Read also", "Bakers accuse the goat", PROSE)[2] == "under a label of other articles or ads"
    assert names(PROSE, "Sponsored", "Dentist furious", "A trick", "© 2031")[2:4].count(None) == 0


def test_a_heading_below_an_ad_stays() -> None:
    assert names(PROSE, "Advertisement", "What comes next", PROSE)[2] is None
