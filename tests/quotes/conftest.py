"""A small cast for tests: mentions of the names that a test gives, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from tellings.model.actors import Cast, Entity, EntityKind, Mention
from tellings.model.article import Article
from tellings.model.quotes import Quote
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.text import Parsed
from tellings.model.times import TimeExpression
from tellings.quotes import find
from tellings.times import find as find_times

KINDS: dict[str, EntityKind] = {"Kremlin": "state", "Agência Sul": "organisation", "officer": "office"}
PRONOUNS = frozenset({"he", "she", "him", "her"})


def cast_of(parsed: Parsed, names: Mapping[str, str]) -> Cast:
    """Mentions of each surface form; forms of one name are one entity."""
    entities = list(dict.fromkeys(names.values()))
    forms = re.compile("|".join(re.escape(form) for form in sorted(names, key=len, reverse=True)))
    mentions: list[Mention] = []
    for sentence in parsed.sentences:
        for match in re.finditer(rf"(?<!\w)(?:{forms.pattern})(?!\w)", sentence.text):
            inside = [t for t in sentence.tokens if match.start() <= t.start < match.end()]
            head = next((t for t in reversed(inside) if t.head not in {u.i for u in inside}), inside[-1])
            entity = entities.index(names[match.group()])
            at = sentence.start
            mentions.append(
                Mention(
                    len(mentions),
                    sentence.index,
                    head.i,
                    at + match.start(),
                    at + match.end(),
                    match.group(),
                    "pronoun" if match.group().lower() in PRONOUNS else "person",
                    entity,
                )
            )
    made = tuple(Entity(i, KINDS.get(name, "person"), name) for i, name in enumerate(entities))
    return Cast(tuple(mentions), made)


@dataclass(frozen=True)
class Found:
    """What was found in a text, in words."""

    article: Article
    reading: Reading

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return self.reading.quotes

    def words(self, quote: Quote) -> str:
        return " | ".join(part.of(self.article.text) for part in quote.parts)

    def said(self, *kinds: str) -> list[str]:
        return [self.words(q) for q in self.quotes if not kinds or q.kind in kinds]

    def one(self, kind: str) -> Quote:
        found = [q for q in self.quotes if q.kind == kind]
        assert len(found) == 1, self.said()
        return found[0]

    def text(self, span: Span | None) -> str | None:
        return span.of(self.article.text) if span else None

    def name(self, mention: int | None) -> str | None:
        return None if mention is None else self.reading.cast.entity_of(mention).name


Finder = Callable[..., Found]


@pytest.fixture(scope="session")
def quotes_in(parse: Callable[[str], tuple[Article, Parsed]]) -> Finder:
    """Find the quotes of a text, given the names that its cast knows by each form."""

    def found(text: str, **names: str) -> Found:
        article, parsed = parse(text)
        given = {"he": "he", "she": "she", "He": "he", "She": "she"} | {
            k.replace("_", " "): v for k, v in names.items()
        }
        cast = cast_of(parsed, given)
        times: tuple[TimeExpression, ...] = find_times(article, parsed)
        made = find(article, parsed, cast, times)
        spans = tuple(sentence.span for sentence in parsed.sentences)
        return Found(article, Reading(article, (), spans, cast, times, (), made, ()))

    return found
