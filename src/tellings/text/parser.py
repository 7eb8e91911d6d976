"""An article's sentences, by spaCy's small English pipeline.

Text is parsed paragraph by paragraph, so that a paragraph which fifty copies share is parsed once.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence, Token
from tellings.text.model_files import checked_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token as DocToken

#: The pipeline was trained on straight marks; each curly one has a straight twin of the same length.
STRAIGHT = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
#: Marks or letters without a blank that are no word. They are parsed as blanks: spaCy takes marks off one by one, and
#: for 10,000 of them 10 CPU seconds.
NO_WORD = re.compile("[!-~\u00a1-\u00bf\u2010-\u2bff\u3000-\u303f\uff01-\uff20]{300,}+")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
#: Copies come close together; a few thousand paragraphs hold the day's agency reports in some 50 MB.
KEPT_PARAGRAPHS = 4096


def readable(text: str) -> str:
    """A paragraph as the pipeline reads it, letter for letter at the same place."""
    return NO_WORD.sub(lambda run: " " * len(run[0]), text.translate(STRAIGHT))


@cache
def pipeline() -> Language:
    """The pipeline, its files checked by hash; one a process."""
    import spacy  # takes a second: only who parses pays for it

    return spacy.load(checked_folder())


class Parser:
    """Loads the pipeline on first use and keeps the paragraphs that it has parsed."""

    def __init__(self) -> None:
        """Make a parser; nothing is loaded until the first article."""
        self._kept: OrderedDict[str, tuple[Sentence, ...]] = OrderedDict()

    @property
    def nlp(self) -> Language:
        """The pipeline."""
        return pipeline()

    def parse(self, article: Article) -> Parsed:
        """Parse an article into sentences, in order, the dateline left out."""
        found = list(paragraphs(article))
        self._keep(dict.fromkeys(text for _, text in found))
        sentences: list[Sentence] = []
        for paragraph, (start, text) in enumerate(found):
            for sentence in self._kept[text]:
                sentences.append(_moved(sentence, len(sentences), paragraph, start))
        self._forget()
        return Parsed(article.article_id, tuple(sentences))

    def _keep(self, texts: Iterable[str]) -> None:
        """Parse those paragraphs that are not kept yet, in one batch: a third less time than one by one."""
        texts = list(texts)
        new = [text for text in texts if text not in self._kept]
        for text, doc in zip(new, self.nlp.pipe(map(readable, new)), strict=True):
            self._kept[text] = tuple(_sentence(span, text) for span in doc.sents if span.text.strip())
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


def _moved(sentence: Sentence, index: int, paragraph: int, by: int) -> Sentence:
    return Sentence(index, paragraph, sentence.start + by, sentence.end + by, sentence.text, sentence.tokens)


def _sentence(span: DocSpan, text: str) -> Sentence:
    """One sentence, its blanks at both ends left out."""
    tokens = [token for token in span if not token.is_space]
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    place = {token.i: i for i, token in enumerate(tokens)}
    made = tuple(_token(token, place, start) for token in tokens)
    return Sentence(0, 0, start, end, text[start:end], made)


def _token(token: DocToken, place: dict[int, int], start: int) -> Token:
    i = place[token.i]
    return Token(
        i=i,
        start=token.idx - start,
        end=token.idx - start + len(token),
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=place.get(token.head.i, i),
        ent=token.ent_type_,
        ent_start=token.ent_iob_ == "B",
    )
