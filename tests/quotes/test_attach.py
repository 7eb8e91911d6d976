from collections.abc import Callable

import pytest
from tests.quotes.conftest import Finder, cast_of

from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.quotes.attach import Known, attach, stands_alone
from tellings.quotes.clauses import clause
from tellings.quotes.cues import cues
from tellings.quotes.labels import is_clause, is_title
from tellings.quotes.scene import Scene, scene

Parse = Callable[[str], tuple[Article, Parsed]]


def laid_out(parse: Parse, text: str) -> Scene:
    article, parsed = parse(text)
    return scene(article, parsed, cast_of(parsed, {"Prado": "Ana Prado"}), ())


def ties(parse: Parse, text: str) -> list[tuple[str, str | None]]:
    seen = laid_out(parse, text)
    found = {(c.sentence, c.token): c for c in cues(seen)}
    known = Known(found, {key: said for key, cue in found.items() if (said := clause(seen, cue))})
    return [(a.tie, a.cue.span.of(text) if a.cue else None) for a in attach(seen, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The bridge is open," Prado said.', [("after", "said")]),
        ('Prado said: "The bridge is open."', [("before", "said")]),
        ('Prado said that the bridge was "open to all".', [("governed", "said")]),
        ('"The bridge is open," Prado said. "The road will follow."', [("after", "said"), ("continued", "said")]),
        ('"The bridge is open," and "the road will follow," Prado said.', [("shared", "said"), ("after", "said")]),
        ('Prado told the council that "the bridge is open," a newspaper reported.', [("governed", "told")]),
        ('She starred in "The Long Road Home" last year.', [("none", None)]),
    ],
)
def test_a_piece_hangs_from_its_cue(parse: Parse, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert ties(parse, text) == expected


def test_a_piece_that_opens_a_sentence_stands_alone(parse: Parse) -> None:
    assert stands_alone(laid_out(parse, 'It rained. "The bridge is open," Prado said.'), 0)
    assert not stands_alone(laid_out(parse, 'Prado said the bridge was "open to all".'), 0)


def test_capitals_without_a_clause_make_a_title(parse: Parse) -> None:
    assert is_title(laid_out(parse, 'They sang "Bridges Over Rivers" at dusk.'), 0)
    assert not is_title(laid_out(parse, 'Prado said: "The bridge is open."'), 0)


def test_a_verb_with_its_own_subject_makes_a_clause(parse: Parse) -> None:
    assert is_clause(laid_out(parse, 'Prado said: "The bridge is open."'), 0)
    assert not is_clause(laid_out(parse, 'Prado said the bridge was "open to all".'), 0)


def test_words_that_one_is_quoted_as_saying_are_his(quotes_in: Finder) -> None:
    found = quotes_in(
        'Otto Lima spoke last. "The trust between our navies is growing from year to year," the palace quoted him as saying.',
        Otto_Lima="Otto Lima", him="Otto Lima",
    )  # fmt: skip
    quote = found.one("direct")
    assert found.name(quote.speaker) == "Otto Lima"
    assert found.text(quote.relay_span) == "the palace"


def test_a_so_called_thing_is_not_quoted(quotes_in: Finder) -> None:
    found = quotes_in('Ana Prado said the so-called "new river order" was dead.', Ana_Prado="Ana Prado")
    assert found.said("mixed", "direct") == []


def test_the_wording_is_his_who_described_it_so(quotes_in: Finder) -> None:
    found = quotes_in(
        "Ana Prado commended Orvia's “quiet path” on the river, as she described it.", Ana_Prado="Ana Prado", she="Ana Prado"
    )  # fmt: skip
    assert found.said("mixed") == ["quiet path"]
    assert found.name(found.one("mixed").speaker) == "Ana Prado"


def test_a_paragraph_left_open_shares_the_cue_of_the_next(quotes_in: Finder) -> None:
    found = quotes_in(
        'The hall was full.\n\n"We have come a long way. The river joins us.\n\n"It will never part us again," Prado stressed.',
        Prado="Ana Prado",
    )
    assert found.said("direct") == ["We have come a long way. The river joins us. | It will never part us again,"]
    assert found.name(found.one("direct").speaker) == "Ana Prado"


def test_the_ministry_that_cites_one_relays_him(quotes_in: Finder) -> None:
    found = quotes_in('Rui Campos was brief. "We trust them," the palace cited him as saying.', him="Rui Campos")
    quote = found.one("direct")
    assert (found.name(quote.speaker), found.text(quote.relay_span)) == ("Rui Campos", "the palace")
