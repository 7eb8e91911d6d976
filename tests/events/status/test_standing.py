"""What a sentence claims of a marked act. The places are invented."""

from __future__ import annotations

import pytest

from tellings.events.status.frames import FRAMES
from tellings.events.status.standing import Standing, standing
from tellings.model.article import Article
from tellings.text.parser import Parser

CASES = [
    ("Ostmar criticised the raid.", "criticised", "happened"),
    ("Ostmar refused to criticise the raid.", "criticise", "negated"),
    ("Ostmar stopped short of criticising the raid.", "criticising", "negated"),
    ("Ostmar ruled out sending troops.", "sending", "negated"),
    ("Ostmar no longer sends troops.", "sends", "negated"),
    ("Ostmar has at no point sent troops.", "sent", "negated"),
    ("Ostmar withdrew rather than sign the accord.", "sign", "negated"),
    ("Ostmar left without signing the accord.", "signing", "negated"),
    ("Ostmar abandoned plans to sign the accord.", "sign", "negated"),
    ("The ferry came too late to rescue the crew.", "rescue", "negated"),
    ("The minister had meant to visit Lume but fell ill.", "visit", "negated"),
    ("Ostmar did not fail to send the grain.", "send", "happened"),
    ("Not only did Ostmar send grain, it sent doctors.", "send", "happened"),
    ("Ostmar considered sending troops.", "sending", "hypothetical"),
    ("Ostmar might send troops.", "send", "hypothetical"),
    ("Had Ostmar sent troops, the bridge would have held.", "sent", "hypothetical"),
    ("If the bridge falls, Ostmar will send troops.", "send", "hypothetical"),
    ("Ostmar called on Lume to send troops.", "send", "hypothetical"),
    ("Ostmar wants Lume to send troops.", "send", "hypothetical"),
    ("Ostmar is about to send troops.", "send", "planned"),
    ("Talks are to be held on Monday.", "Talks", "planned"),
    ("Ostmar reportedly sent troops.", "sent", "alleged"),
    ("Ostmar is said to have sent troops.", "sent", "alleged"),
    ("Ostmar sent troops, according to two shepherds.", "sent", "alleged"),
    ("Ostmar, two traders claim, sent troops.", "sent", "alleged"),
    ("Lume accused Ostmar of sending troops.", "sending", "alleged"),
    ("Lume suspects Ostmar of having sent troops.", "sent", "alleged"),
    ("Ostmar denied having sent troops.", "sent", "denied"),
    ("Ostmar insisted that it had not sent troops.", "sent", "denied"),
    ("Ostmar dismissed reports that it had sent troops.", "sent", "denied"),
    ("Ostmar sent troops, villagers said, which the palace denies.", "sent", "denied"),
    ("Both sides confirmed that Ostmar had sent troops.", "sent", "happened"),
    ("The army said that it had sent troops.", "sent", "happened"),
]


def of(parser: Parser, text: str, word: str) -> Standing:
    (sentence,) = parser.parse(Article("a", "a", "a", text)).sentences
    return standing(sentence, next(t.i for t in sentence.tokens if t.text == word))


@pytest.mark.parametrize(("text", "word", "status"), CASES, ids=[text for text, _, _ in CASES])
def test_words_over_and_beside_an_act_set_its_status(parser: Parser, text: str, word: str, status: str) -> None:
    assert of(parser, text, word).status == status


def test_the_rules_that_set_a_status_are_named(parser: Parser) -> None:
    assert of(parser, "Ostmar abandoned plans to sign the accord.", "sign").rules == (
        "plan: agree",
        "abandon: cancel",
    )


def test_of_an_accusation_the_charge_is_denied_not_that_it_was_made(parser: Parser) -> None:
    assert of(parser, "Lume blamed Ostmar for the fire, which Ostmar denies.", "blamed").status == "happened"


def test_a_sentence_may_end_in_not(parser: Parser) -> None:
    assert of(parser, "Attack us not", "Attack").status == "negated"


def test_every_frame_has_a_name_of_its_own() -> None:
    assert len({name for name, *_ in FRAMES}) == len(FRAMES)
