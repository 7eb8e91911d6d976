from __future__ import annotations

from tellings.clean.flat.body import chosen, is_live, listed, never, others_from, scores, window
from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.rules import rules_of

SENTENCE = "The ministers of both countries met on Monday and will meet again in the spring."


def test_code_furniture_and_repeated_sentences_are_barred() -> None:
    lines = split_lines(f"{SENTENCE}\nwindow.ads.push({{}});\nShare on Facebook\nPros\n{SENTENCE}\nPros\nPros")
    assert never(lines, rules_of(lines), (), len(lines)) == {1, 2, 4}


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
    assert never(lines, rules_of(lines), (), others_from(lines, rules_of(lines))) == {6, 7, 8}


def test_the_stretch_is_where_the_prose_is() -> None:
    lines = split_lines(f"Home\nNews\n{SENTENCE}\n{SENTENCE} So they said.\nMost Popular\nSport")
    span = window(scores(lines, rules_of(lines)))
    assert (span.first, span.last) == (2, 4)


def test_an_article_below_with_its_own_stamp_is_anothers() -> None:
    own = [f"{SENTENCE} So said {n}." for n in range(5)]
    other = ["A second bridge opens", "Peter Holm", "7 February 2031", f"{SENTENCE} Or so he wrote."]
    lines = split_lines("\n".join((*own, "Next article", *other)))
    assert others_from(lines, rules_of(lines)) == 5
    teaser = split_lines("\n".join((f"{SENTENCE} So.", "Most popular", *other, *own, *own)))
    assert others_from(teaser, rules_of(teaser)) == len(teaser)
    without = split_lines("\n".join((*own, "Next article", *own)))
    assert others_from(without, rules_of(without)) == len(without)


def test_the_entries_of_a_list_go_with_the_sentence_that_opens_it() -> None:
    opens = "The council of both states agreed on three steps:"
    lines = split_lines("\n".join((opens, "- a ban on turbines and parts", "- a cap on oil", SENTENCE, "- no list")))
    rules = rules_of(lines)
    assert listed(lines, rules) == {1, 2}
    assert chosen(lines, rules, own=(0, 3), log_odds=(1, -2, -2, 3, -2)) == (0, 1, 2, 3)
    menu = split_lines("- a ban on turbines and parts\n- a cap on oil")
    assert listed(menu, rules_of(menu)) == frozenset()


def test_sentences_below_times_of_the_day_are_the_posts_of_a_live_blog() -> None:
    posts = split_lines("\n".join(part for hour in ("22.41", "21:30", "20h15") for part in (hour, SENTENCE)))
    rules = rules_of(posts)
    assert is_live(posts, rules, {1, 3, 5})
    assert not is_live(posts, rules, {1, 3})
    assert chosen(posts, rules, own=(1, 3, 5), log_odds=(-3, -1.5, -3, -1.5, -3, -1.5)) == (1, 3, 5)
    heads = split_lines("14:20\nTrams cost more\n13:55\nHeat till Sunday\n12:01\nThe mayor resigns")
    assert not is_live(heads, rules_of(heads), {1, 3, 5})
