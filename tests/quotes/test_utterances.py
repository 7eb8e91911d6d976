from dataclasses import replace
from itertools import permutations

from tellings.model.rows import QuoteRow
from tellings.model.spans import Span
from tellings.quotes import join


def row(
    article: str, text: str, speaker: str | None = "Ana Prado", kind: str = "direct", **more: str | None
) -> QuoteRow:
    made = QuoteRow(
        f"q{article}{len(text)}", article, kind, text, 0, len(text), (Span(0, len(text)),), (), speaker, speaker, speaker, None, "said", None,
        "2031-05-08", "the day of the news", 0.9, "",
    )  # fmt: skip
    return replace(made, **more)


def together(*rows: QuoteRow) -> bool:
    joined, _ = join("s1", rows)
    return len({r.utterance_id for r in joined}) == 1


BORDER = "We will mark the whole border with stones before the winter and withdraw the patrols from the river,"
RENDERED = (
    "Before winter comes, both sides will put up stones to mark the border, and the river patrols will be withdrawn."
)
TRADE = "Our trade has doubled in three years, and new railways will carry twice the grain that they carry now,"


def test_the_same_words_are_one_utterance() -> None:
    assert together(row("a", BORDER), row("b", BORDER.rstrip(",") + "."))


def test_a_shortened_quotation_is_the_same_utterance() -> None:
    assert together(row("a", BORDER), row("b", "We will mark the whole border with stones before the winter"))
    assert together(row("a", BORDER), row("b", "withdraw the patrols from the river", kind="mixed"))


def test_another_translation_is_the_same_utterance() -> None:
    assert together(row("a", BORDER), row("b", RENDERED))


def test_different_utterances_of_one_speaker_stay_apart() -> None:
    assert not together(row("a", BORDER), row("b", TRADE))
    assert not together(
        row("a", "We aim for closer cooperation between our two countries,"),
        row("b", "Cooperation between our countries is a stabilizing factor,"),
    )


def test_two_speakers_do_not_share_an_utterance() -> None:
    assert not together(row("a", BORDER), row("b", RENDERED, speaker="Rui Campos"))
    assert not together(row("a", BORDER), row("b", BORDER, speaker="Rui Campos"))


def test_a_shorter_name_may_be_the_same_speaker() -> None:
    assert together(row("a", BORDER), row("b", RENDERED, speaker="Prado"))


def test_an_article_never_gives_one_utterance_in_two_wordings() -> None:
    assert not together(row("a", BORDER), row("a", RENDERED))
    joined, _ = join("s1", [row("a", BORDER), row("a", RENDERED), row("b", BORDER)])
    assert len({r.utterance_id for r in joined}) == 2


def test_quotes_said_on_different_days_are_two_utterances() -> None:
    monday, tuesday = (
        {"said_on": "2031-05-05", "said_on_basis": "“Monday”"},
        {"said_on": "2031-05-06", "said_on_basis": "“Tuesday”"},
    )
    assert not together(row("a", BORDER, **monday), row("b", RENDERED, **tuesday))


def test_the_order_of_quotes_does_not_matter() -> None:
    rows = [row("a", BORDER), row("b", RENDERED), row("c", TRADE), row("d", BORDER)]
    wanted = join("s1", rows)
    assert all(join("s1", order) == wanted for order in permutations(rows))


def test_an_utterance_is_named_after_its_least_quote_and_explains_itself() -> None:
    _, (utterance,) = join("s1", [row("a", BORDER), row("b", RENDERED)])
    assert utterance.utterance_id == "u" + min(utterance.quote_ids)
    assert utterance.text in {BORDER, RENDERED}
    assert "another rendering" in utterance.detail


def test_another_figure_is_another_utterance() -> None:
    assert not together(
        row("a", "We will send 200 tractors to the valley this spring,"),
        row("b", "We will send 900 tractors to the valley this spring,"),
    )


def test_a_denial_is_another_utterance() -> None:
    assert not together(
        row("a", "We will withdraw the patrols from the river before winter,"),
        row("b", "We will not withdraw the patrols from the river before winter,"),
    )


def test_quotes_that_one_article_has_apart_stay_apart_in_its_copies() -> None:
    """The first of each, by its id, stands in another article; their meanings need not be asked for."""
    first, second = row("a", BORDER, quote_id="q1"), row("b", RENDERED, quote_id="q2")
    assert together(first, second)
    assert not together(first, second, replace(second, quote_id="q3", article_id="a"))
