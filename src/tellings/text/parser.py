"""An article's sentences, by spaCy's small English pipeline.

Text is parsed paragraph by paragraph, so that a paragraph which fifty copies share is parsed once.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence, Token
from tellings.text import headlines
from tellings.text.foreign import is_english, is_foreign, sentences
from tellings.text.looks import LOOKED_UP, Looks
from tellings.text.named import STARTS
from tellings.text.pipeline import looked, pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

#: The pipeline was trained on straight marks; each curly one has a straight twin of the same length.
STRAIGHT = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
#: Marks or letters without a blank that are no word. They are parsed as blanks: spaCy takes marks off one by one, and
#: for 10,000 of them 10 CPU seconds.
NO_WORD = re.compile("[!-~\u00a1-\u00bf\u2010-\u2bff\u3000-\u303f\uff01-\uff20]{300,}+")
#: Between two capitalised words no sentence ends: the pipeline splits names that it does not know ("Khin | May Than").
NAME_BREAK = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]+ (?=[A-Z][^\W\d_])")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
#: Copies come close together; a few thousand paragraphs hold the day's agency reports in some 50 MB.
KEPT_PARAGRAPHS = 4096
#: What is taken of all tokens at once, and how the first token of a name is marked.
NUMBERS = ("IDX", "LENGTH", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START")
BEGINS = 3
#: Characters of a headline. What is longer is a text without a stop.
LONGEST_HEADLINE = 400
#: What no headline ends with.
ENDED = re.compile(r"[.!?…][\"'“”’)]*\s*$")
#: How a paragraph is read.
Way = Literal["parsed", "headline", "foreign"]
#: A paragraph's text, and how it is read.
Paragraph = tuple[str, Way]
#: A token's numbers and its looks.
Word = tuple[Sequence[int], Looks]


def readable(text: str) -> str:
    """A paragraph as the pipeline reads it, letter for letter at the same place."""
    return NO_WORD.sub(lambda run: " " * len(run[0]), text.translate(STRAIGHT))


class Parser:
    """Loads the pipeline on first use and keeps the paragraphs that it has parsed."""

    def __init__(self) -> None:
        """Make a parser; nothing is loaded until the first article."""
        self._kept: OrderedDict[Paragraph, tuple[Sentence, ...]] = OrderedDict()

    @cached_property
    def nlp(self) -> Language:
        """The pipeline."""
        return pipeline()

    def parse(self, article: Article) -> Parsed:
        """Parse an article into sentences, in order, the dateline left out."""
        foreign = is_foreign(article)
        found = [(start, (text, _way(article, text, foreign))) for start, text in paragraphs(article)]
        self._keep(dict.fromkeys(paragraph for _, paragraph in found))
        parsed: list[Sentence] = []
        for number, (start, paragraph) in enumerate(found):
            for sentence in self._kept[paragraph]:
                parsed.append(sentence.moved(len(parsed), number, start))
        self._forget()
        return Parsed(article.article_id, tuple(parsed))

    def _keep(self, given: Iterable[Paragraph]) -> None:
        """Parse those paragraphs that are not kept yet, in one batch: a third less time than one by one."""
        given = list(given)
        new = [paragraph for paragraph in given if paragraph not in self._kept]
        texts = [text for text, way in new if way == "parsed"]
        docs = list(self.nlp.pipe(map(self._unparsed, texts), disable=LOOKED_UP))
        for text, doc, looks in zip(texts, docs, looked().of(docs), strict=True):
            self._kept[text, "parsed"] = tuple(_sentences(_words(doc, looks), text, doc.vocab.strings))
        for text in (text for text, way in new if way == "headline"):
            self._kept[text, "headline"] = tuple(self._headline(text))
        for text in (text for text, way in new if way == "foreign"):
            self._kept[text, "foreign"] = tuple(sentences(self.nlp, text, readable(text)))
        for paragraph in given:
            self._kept.move_to_end(paragraph)

    def _headline(self, text: str) -> Iterator[Sentence]:
        """The one sentence of a headline: its own words, as they hang in the sentence that it is read as."""
        own = self.nlp.make_doc(readable(text))
        doc = headlines.read(self.nlp, own)
        [looks] = looked().of([doc])
        words = [
            ((token.idx, len(token), *numbers[2:]), look._replace(text=token.text))
            for token, (numbers, look) in zip(own, _words(doc, looks), strict=False)  # without its stop
        ]
        return _sentences(words, text, doc.vocab.strings)

    def _unparsed(self, text: str) -> Doc:
        """A paragraph's tokens, with the places where no sentence begins."""
        doc = self.nlp.make_doc(readable(text))
        inside = {match.end() for match in NAME_BREAK.finditer(text)}
        for token in doc if inside else ():
            if token.idx in inside:
                token.is_sent_start = False
        return doc

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


def _way(article: Article, text: str, foreign: bool) -> Way:
    if foreign and not is_english(text):
        return "foreign"
    headline = article.is_title and len(text) <= LONGEST_HEADLINE and not ENDED.search(text)
    return "headline" if headline else "parsed"


def _words(doc: Doc, looks: Sequence[Looks]) -> list[Word]:
    return list(zip(doc.to_array(list(NUMBERS)).view(np.int64).tolist(), looks, strict=True))


def _sentences(words: Sequence[Word], text: str, names: StringStore) -> Iterator[Sentence]:
    """The sentences of a paragraph, their blanks at both ends left out. Blanks are no tokens."""
    starts = [i for i, (numbers, _) in enumerate(words) if numbers[-1] == STARTS or i == 0]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        inside = [i for i in range(start, end) if not words[i][1].text.isspace()]
        if inside:
            yield _sentence(inside, words, text, names)


def _sentence(inside: Sequence[int], words: Sequence[Word], text: str, names: StringStore) -> Sentence:
    """The sentence of these words of a paragraph."""
    place = {i: n for n, i in enumerate(inside)}
    start = words[inside[0]][0][0]
    made: list[Token] = []
    for n, i in enumerate(inside):
        (at, length, head, name, iob, _), (word, lemma, pos, tag, dep) = words[i]
        begin, label = at - start, names[name] if name else ""
        over = place.get(i + head, n)
        made.append(Token(n, begin, begin + length, word, lemma, pos, tag, dep, over, label, iob == BEGINS))
    end = start + made[-1].end
    return Sentence(0, 0, start, end, text[start:end], tuple(made))
