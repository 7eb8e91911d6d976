"""What the rules for quotes look at: an article's words in one line, its quoted pieces, who is named where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import msgspec

from tellings.model.actors import Cast, Mention
from tellings.model.article import Article
from tellings.model.spans import Span
from tellings.model.text import Parsed, Sentence, Token
from tellings.model.times import TimeExpression
from tellings.quotes.marks import Piece, pieces
from tellings.quotes.turns import headline, turns


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token at its place in the article; `piece` is the quoted piece around it, None outside marks.

    A struct, since articles have a thousand: a frozen dataclass takes ten times as long to make.
    """

    sentence: int
    token: Token
    start: int
    end: int
    piece: int | None


@dataclass(frozen=True, slots=True)
class Scene:
    """One article as the rules see it. `words` are all tokens in order, `starts` their places."""

    text: str
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    first_word: tuple[int, ...]
    pieces: tuple[Piece, ...]
    cast: Cast
    times: tuple[TimeExpression, ...]

    def index_at(self, place: int) -> int:
        """The index of the first word that starts at `place` or after it."""
        return bisect_left(self.starts, place)

    def word(self, sentence: int, token: int) -> Word:
        """The word for a sentence's token."""
        return self.words[self.first_word[sentence] + token]

    def quoted(self, sentence: int, token: int) -> bool:
        """Whether a token stands inside quotation marks."""
        return self.word(sentence, token).piece is not None

    def mention_at(self, place: int) -> Mention | None:
        """The mention that covers a place in the text."""
        at = bisect_right(self.cast.mentions, place, key=lambda mention: mention.start) - 1
        if at >= 0 and place < self.cast.mentions[at].end:
            return self.cast.mentions[at]
        return None


def scene(article: Article, parsed: Parsed, cast: Cast, times: tuple[TimeExpression, ...]) -> Scene:
    """Lay an article out for the rules."""
    found = _spoken(article.text)
    starts = tuple(piece.start for piece in found)
    words: list[Word] = []
    first: list[int] = []
    for sentence in parsed.sentences:
        first.append(len(words))
        words += [_word(sentence, token, found, starts) for token in sentence.tokens]
    places = tuple(word.start for word in words)
    return Scene(article.text, parsed.sentences, tuple(words), places, tuple(first), found, cast, times)


def _spoken(text: str) -> tuple[Piece, ...]:
    """Quoted pieces, a transcript's turns and a headline's claim, in order; what is quoted inside belongs to them."""
    told = turns(text)
    heading = None if told else headline(text)
    told = (heading,) if heading else told
    ends = tuple(turn.end for turn in told)
    marked = [p for p in pieces(text) if (at := bisect_left(ends, p.start)) == len(told) or p.end < told[at].start]
    return tuple(sorted((*told, *marked), key=lambda piece: piece.start))


def _word(sentence: Sentence, token: Token, found: tuple[Piece, ...], starts: tuple[int, ...]) -> Word:
    start = sentence.start + token.start
    at = bisect_right(starts, start) - 1
    inside = at if at >= 0 and start < found[at].end else None
    return Word(sentence.index, token, start, sentence.start + token.end, inside)


def span_of(scene: Scene, sentence: int, tokens: list[int]) -> Span:
    """The span from the first to the last of a sentence's tokens."""
    return scene.sentences[sentence].span_of(min(tokens), max(tokens))
