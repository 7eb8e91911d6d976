"""The network: it types plain sentences, alike alone and among others, and its file is the one that was shipped."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tellings.events.typing import TYPES, Marked, model, typed, typed_all

SENTENCES = {
    "{Fiji} condemned [Chile].": "ACCUSE",
    "{Fiji} sent food and tents to [Chile].": "AID",
    "{Fiji} refused to send tents to [Chile].": "REJECT",
    "{Fiji} agreed to send tents to [Chile].": "AGREE",
    "{Fiji} threatened to bomb [Chile].": "THREATEN",
    "{Fiji} expelled three diplomats of [Chile].": "SANCTION",
    "[Chile] was bombed by {Fiji}.": "ASSAULT",
    "{Police in Fiji} arrested [a reporter from Chile].": "COERCE",
    "{Fiji} and [Chile] held talks on fishing.": "CONSULT",
    "{Fiji} withdrew its troops from [Chile].": "RETREAT",
    "{Students} marched against [the government of Fiji].": "PROTEST",
    "{Fiji} is larger than [Chile].": "NONE",
}


def marked(sentence: str) -> Marked:
    plain = sentence.translate(str.maketrans("", "", "{}[]"))
    sides = {}
    for opening, closing in ("{}", "[]"):
        words = sentence[sentence.index(opening) + 1 : sentence.index(closing)]
        sides[opening] = (plain.index(words), plain.index(words) + len(words))
    return Marked(plain, (sides["{"],), (sides["["],))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_plain_sentences_are_typed(sentence: str) -> None:
    assert typed(marked(sentence)).best[0] == SENTENCES[sentence]


def test_probabilities_sum_to_one_over_all_types() -> None:
    scores = typed(marked("{Fiji} condemned [Chile]."))
    assert len(scores.of_types) == len(TYPES)
    assert sum(scores.of_types) == pytest.approx(1, abs=1e-5)
    assert scores.of("ACCUSE") == scores.best[1]


def test_a_sentence_is_typed_alike_alone_and_among_others() -> None:
    several = [marked(sentence) for sentence in SENTENCES]
    assert [s.best[0] for s in typed_all(several)] == [typed(one).best[0] for one in several]


def test_nothing_is_typed_where_nothing_is_asked() -> None:
    assert typed_all([]) == []


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SHA256", {model.WORDS: "0" * 64})
    with pytest.raises(model.WeightsChangedError, match="reinstall"):
        model._checked(model.WORDS)


def test_the_weights_are_small() -> None:
    package = files("tellings.events.typing")
    assert (
        sum(len((package / name).read_bytes()) for name in (model.WEIGHTS, model.WORDS, model.VOCABULARY)) < 30_000_000
    )
