from collections.abc import Callable

from tests.quotes.conftest import cast_of

from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.quotes.scene import Scene, scene

Parse = Callable[[str], tuple[Article, Parsed]]


def laid_out(parse: Parse, text: str) -> Scene:
    article, parsed = parse(text)
    return scene(article, parsed, cast_of(parsed, {"Prado": "Ana Prado"}), ())


def test_a_word_knows_the_piece_around_it(parse: Parse) -> None:
    seen = laid_out(parse, 'Prado said: "The bridge is open."')
    inside = {w.token.text for w in seen.words if w.piece == 0}
    assert "bridge" in inside
    assert "Prado" not in inside


def test_words_are_found_by_place_and_by_token(parse: Parse) -> None:
    seen = laid_out(parse, "The bridge is open. Prado smiled.")
    word = seen.words[seen.index_at(seen.text.index("Prado"))]
    assert word.token.text == "Prado"
    assert seen.word(word.sentence, word.token.i) == word


def test_a_mention_covers_its_letters_and_no_more(parse: Parse) -> None:
    seen = laid_out(parse, "The bridge is open. Prado smiled.")
    at = seen.text.index("Prado")
    assert seen.mention_at(at) is seen.mention_at(at + 4)
    assert seen.mention_at(at) is not None
    assert seen.mention_at(at + 5) is None
