from __future__ import annotations

from tellings.clean.flat.body import chosen, never, scores, window
from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.rules import rules_of

SENTENCE = "The ministers of both countries met on Monday and will meet again in the spring."


def test_code_furniture_and_repeated_sentences_are_barred() -> None:
    lines = split_lines(f"{SENTENCE}\nwindow.ads.push({{}});\nShare on Facebook\nPros\n{SENTENCE}\nPros\nPros")
    assert never(lines, rules_of(lines), ()) == {1, 2, 4}


LINES = split_lines("\n".join((SENTENCE, f"{SENTENCE} So they said.", "Share on Facebook", f"{SENTENCE} Or so.")))
RULES = rules_of(LINES)


def test_the_model_and_the_rules_decide_together() -> None:
    assert chosen(LINES, RULES, own=(1,), log_odds=(1.0, -0.2, -3, 0.1)) == (0, 1)


def test_what_is_barred_stays_out_however_likely() -> None:
    assert chosen(LINES, RULES, own=(0, 1), log_odds=(9, 9, 9, -9)) == (0, 1)


def test_the_rules_answer_stands_where_the_model_leaves_next_to_nothing() -> None:
    assert chosen(LINES, RULES, own=(0, 1), log_odds=(-9, -9, -9, -9)) == (0, 1)


def test_readers_speak_from_the_comment_form_on() -> None:
    text = "\n".join(
        (*(f"{SENTENCE} So said {n}." for n in range(6)), "12 Comments", "Reader 1 says:", f"{SENTENCE} No.")
    )
    lines = split_lines(text)
    assert never(lines, rules_of(lines), ()) == {6, 7, 8}


def test_the_stretch_is_where_the_prose_is() -> None:
    lines = split_lines(f"Home\nNews\n{SENTENCE}\n{SENTENCE} So they said.\nMost Popular\nSport")
    span = window(scores(lines, rules_of(lines)))
    assert (span.first, span.last) == (2, 4)
