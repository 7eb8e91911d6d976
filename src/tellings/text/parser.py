"""An article's sentences, by spaCy's small English pipeline.

Text is parsed paragraph by paragraph, so that a paragraph which fifty copies share is parsed once.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence, Token
from tellings.text.pipeline import LOOKED_UP, Looked, Looks, pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as DocToken

#: The pipeline was trained on straight marks; each curly one has a straight twin of the same length.
STRAIGHT = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
#: Marks or letters without a blank that are no word. They are parsed as blanks: spaCy takes marks off one by one, and
#: for 10,000 of them 10 CPU seconds.
NO_WORD = re.compile("[!-~\u00a1-\u00bf\u2010-\u2bff\u3000-\u303f\uff01-\uff20]{300,}+")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
#: Copies come close together; a few thousand paragraphs hold the day's agency reports in some 50 MB.
KEPT_PARAGRAPHS = 4096
#: What is taken of all tokens at once, and how the first token of a name is marked.
NUMBERS = ("IDX", "LENGTH", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB")
BEGINS = 3


def readable(text: str) -> str:
    """A paragraph as the pipeline reads it, letter for letter at the same place."""
    return NO_WORD.sub(lambda run: " " * len(run[0]), text.translate(STRAIGHT))


class Parser:
    """Loads the pipeline on first use and keeps the paragraphs that it has parsed."""

    def __init__(self) -> None:
        """Make a parser; nothing is loaded until the first article."""
        self._kept: OrderedDict[str, tuple[Sentence, ...]] = OrderedDict()

    @cached_property
    def nlp(self) -> Language:
        """The pipeline."""
        return pipeline()

    @cached_property
    def _looked(self) -> Looked:
        return Looked(self.nlp)

    def parse(self, article: Article) -> Parsed:
        """Parse an article into sentences, in order, the dateline left out."""
        found = list(paragraphs(article))
        self._keep(dict.fromkeys(text for _, text in found))
        sentences: list[Sentence] = []
        for paragraph, (start, text) in enumerate(found):
            for sentence in self._kept[text]:
                sentences.append(sentence.moved(len(sentences), paragraph, start))
        self._forget()
        return Parsed(article.article_id, tuple(sentences))

    def _keep(self, texts: Iterable[str]) -> None:
        """Parse those paragraphs that are not kept yet, in one batch: a third less time than one by one."""
        texts = list(texts)
        new = [text for text in texts if text not in self._kept]
        docs = list(self.nlp.pipe(map(readable, new), disable=LOOKED_UP))
        for text, doc, looks in zip(new, docs, self._looked.of(docs), strict=True):
            self._kept[text] = tuple(_sentences(doc, looks, text))
        for text in texts:
            self._kept.move_to_end(text)

    def _forget(self) -> None:
        """Let the paragraphs go that were not met for longest."""
        while len(self._kept) > KEPT_PARAGRAPHS:
            self._kept.popitem(last=False)


def paragraphs(article: Article) -> Iterator[tuple[int, str]]:
    """Give each paragraph's start and text; the dateline's words are stepped over."""
    skip = article.dateline
    for match in PARAGRAPH.finditer(article.text):
        start, end = match.span()
        if skip and start <= skip.start < end:
            start = skip.end
        if article.text[start:end].strip():
            yield start, article.text[start:end]


def _sentences(doc: Doc, looks: Sequence[Looks], text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, their blanks at both ends left out. Blanks are no tokens."""
    words = [_Word(*row) for row in zip(doc, looks, doc.to_array(list(NUMBERS)).tolist(), strict=True)]
    for span in doc.sents:
        inside = [word for word in words[span.start : span.end] if not word.token.is_space]
        if inside:
            yield _sentence(inside, text)


class _Word(NamedTuple):
    """A token, its part of speech and lemma, and its place, length, tag, label, head and name as numbers."""

    token: DocToken
    looks: Looks
    numbers: Sequence[int]


def _sentence(words: Sequence[_Word], text: str) -> Sentence:
    start = words[0].numbers[0]
    place = {word.token.i: i for i, word in enumerate(words)}
    made = tuple(_token(word, i, place, start) for i, word in enumerate(words))
    end = start + made[-1].end
    return Sentence(0, 0, start, end, text[start:end], made)


def _token(word: _Word, i: int, place: dict[int, int], start: int) -> Token:
    token, (pos, lemma), (at, length, tag, dep, head, name, iob) = word
    strings = token.vocab.strings
    return Token(
        i,
        at - start,
        at - start + length,
        token.text,
        lemma,
        pos,
        strings[tag],
        strings[dep],
        place.get(token.i + _signed(head), i),
        strings[name] if name else "",
        iob == BEGINS,
    )


def _signed(number: int) -> int:
    """A distance, which the pipeline gives as 64 bits without a sign."""
    return number - (1 << 64) if number >> 63 else number
