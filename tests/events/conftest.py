"""Small stages for tests of events: an article through parser, cast, times, places and quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import tellings.actors as actors
import tellings.events as events
import tellings.places as places
import tellings.quotes as quotes
import tellings.times as times
from tellings.model.article import Article
from tellings.model.reading import Reading
from tellings.text.parser import Parser

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    """Take a plain text through every stage that looks at one article."""

    def made(text: str, name: str = "a1", **fields: str) -> Reading:
        article = Article(name, name, f"{name}.txt", text, **fields)
        parsed = parser.parse(article)
        cast = actors.find(article, parsed)
        expressions = times.find(article, parsed)
        named = places.find(article, parsed, cast)
        said = quotes.find(article, parsed, cast, expressions)
        cast = events.of_their_scene(events.with_doers(parsed, cast), named)
        cast = events.with_towns(parsed, cast, named)
        coded = events.find(article, parsed, cast, expressions, named, said)
        sentences = tuple(s.span for s in parsed.sentences)
        return Reading(article, (), sentences, cast, expressions, named, said, coded.codings, hints=coded.hints)

    return made


@pytest.fixture(scope="session")
def lines(read: Read) -> Callable[[str], list[str]]:
    """Each coding of a text as one line: "ACCUSE BRA>ARG", its status in front where it did not happen."""

    def made(text: str) -> list[str]:
        reading = read(text)

        def countries(mentions: tuple[int, ...]) -> str:
            cast = reading.cast
            whom = [(cast.entity_of(m).members or (cast.mentions[m].entity,)) for m in mentions]
            return "+".join(str(cast.entities[e].country) for several in whom for e in several)

        return [
            ("" if c.status == "happened" else f"{c.status} ")
            + f"{c.type} {countries(c.actors)}"
            + (f">{countries(c.recipients)}" if c.recipients else "")
            for c in reading.codings
        ]

    return made
