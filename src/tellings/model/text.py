"""Parsed text: sentences of tokens with their heads, over the article's own offsets."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from tellings.model.spans import Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token. `start` and `end` count from the start of its sentence; `head` is an index into it.

    The root's head is itself. Labels are those of the English spaCy pipeline: `pos` universal,
    `tag` Penn Treebank, `dep` ClearNLP, `ent` OntoNotes ("" outside a name), `ent_start` true on the
    first token of a name.

    A struct, since pages have a thousand: a frozen dataclass takes ten times as long to make.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str = ""
    ent_start: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at `start` of the article's text, with its place in the order of paragraphs.

    `below` are the tokens that hang from each token, in order. `kept` is what `tellings.text.once` has found of its
    words; the sentences of copies share it.
    """

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    below: tuple[tuple[Token, ...], ...] = field(init=False, compare=False, repr=False)
    kept: dict[object, object] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Hang the tokens on their heads, once."""
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token)
        object.__setattr__(self, "below", tuple(map(tuple, found)))
        object.__setattr__(self, "kept", {})

    def moved(self, index: int, paragraph: int, by: int) -> Sentence:
        """The same words further on: what is known of them goes with them."""
        made = Sentence(index, paragraph, self.start + by, self.end + by, self.text, ())
        for name in ("tokens", "below", "kept"):
            object.__setattr__(made, name, getattr(self, name))
        return made

    @property
    def span(self) -> Span:
        """The sentence's span in the article."""
        return Span(self.start, self.end)

    def span_of(self, first: int, last: int) -> Span:
        """The article's span from token `first` to token `last`, both included."""
        return Span(self.start + self.tokens[first].start, self.start + self.tokens[last].end)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article's sentences in order. The dateline is in none of them."""

    article_id: str
    sentences: tuple[Sentence, ...]
