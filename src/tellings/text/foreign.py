"""Paragraphs in other languages than English: sentences and words, without the tags, heads and names of a parse.

The English pipeline takes "Quando" and "Auf dem Weg" for names, and takes a third of a page's time. Who is spelled
as the vocabularies spell him is found by the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.clean.fields.language import english_share
from tellings.model.article import Article
from tellings.model.text import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The share of words that only English has so often. Of 96 articles in other languages the most is .03; an article with
#: more is English told wrongly, or in both. Of 21,787 paragraphs of English news 91 % have more than `MIXED`.
FOREIGN, MIXED = 0.06, 0.1
#: The part of speech of a word that nobody asked the pipeline for.
UNKNOWN = "X"
#: Where a sentence ends: behind a stop and the marks that close what it ends, before a blank where its script has them.
END = re.compile(r"[.!?…؟۔।]+[\"'“”’»)\]]*(?=\s)|[。！？]+[」』”）]*|$")
#: A full stop behind these ends no sentence: "3. Mai", "J. Costa", "Prof. Costa".
SHORT = re.compile(r"(?<![^\W_])(?:\d{1,2}|[^\W\d_]|Prof|Dra?|Sra?|Hr|Gen|Col)\.")


def is_foreign(article: Article) -> bool:
    """Whether an article is in another language than English, by what its cleaning tells and by its words."""
    return article.language not in {None, "en"} and english_share(article.text) < FOREIGN


def is_english(paragraph: str) -> bool:
    """Whether a paragraph of such an article is in English all the same: a quotation, a statement in both."""
    return english_share(paragraph) >= MIXED


def sentences(nlp: Language, text: str, readable: str) -> Iterator[Sentence]:
    """The sentences of a paragraph with their words, each of which hangs on itself.

    `readable` is the paragraph as the pipeline reads it, letter for letter at the same place.
    """
    short = {match.end() for match in SHORT.finditer(text)}
    first = 0
    for end in (match.end() for match in END.finditer(text)):
        if end in short and end < len(text):
            continue
        told = text[first:end].strip()
        if told:
            start = text.index(told, first)
            words = tuple(_words(nlp.make_doc(readable[start : start + len(told)])))
            if words:
                yield Sentence(0, 0, start, start + len(told), told, words)
        first = end


def _words(doc: Doc) -> Iterator[Token]:
    told = (token for token in doc if not token.is_space)
    for i, token in enumerate(told):
        yield Token(i, token.idx, token.idx + len(token), token.text, token.text, UNKNOWN, "", "", i)
