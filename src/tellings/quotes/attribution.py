"""Give an article's quotes their speakers' names and their days, once both are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from rapidfuzz import fuzz

from tellings.model.actors import Actor
from tellings.model.quotes import Quote
from tellings.model.reading import Reading
from tellings.model.rows import QuoteEvidence, QuoteRow
from tellings.model.spans import Role, Span
from tellings.model.times import Dated, Dating, Interval, TimeExpression
from tellings.times import counted_from, resolve
from tellings.times.anchoring import FROM_EVENT

ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
NAMED = frozenset({"person", "organisation"})
#: Where an article may be of any day of a longer window than this, "last week" says nothing.
WIDEST = timedelta(days=31)
#: How much of its confidence a quote keeps whose speaker no actor could be found for.
UNNAMED = 0.7
#: Share of letters in common from which two words spell one name: Zelensky, Zelenskyy; Dmitri, Dmitry.
SPELT_ALIKE = 80
LEAST_SPELT = 5


def attribute(reading: Reading, dating: Dating, actors: tuple[Actor, ...]) -> tuple[QuoteRow, ...]:
    """Give one row for each of a reading's quotes, in their order.

    `actors` holds one actor for each of `reading.cast.entities`. A quote is dated by its own words
    ("said on Thursday") where it has any, else by the article's news day; `said_on_basis` says which.
    """
    names = _names(reading, actors)
    return tuple(_row(reading, dating, actors, names, quote) for quote in reading.quotes)


def _row(reading: Reading, dating: Dating, actors: tuple[Actor, ...], names: tuple[str, ...], quote: Quote) -> QuoteRow:
    text = reading.article.text
    speaker = _actor(reading, actors, quote.speaker)
    said_on, basis = _day(reading, dating, quote)
    return QuoteRow(
        quote_id=quote.quote_id,
        article_id=reading.article.article_id,
        kind=quote.kind,
        text=" ".join(part.of(text) for part in quote.parts),
        start=quote.start,
        end=quote.end,
        parts=quote.parts,
        evidence=tuple(_evidence(reading, quote)),
        speaker_text=quote.speaker_span.of(text) if quote.speaker_span else None,
        speaker_name=_joint_name(reading, names, quote.speaker, *quote.also),
        speaker_id=speaker.actor_id if speaker else None,
        addressee_name=_joint_name(reading, names, quote.addressee),
        cue=quote.cue.of(text) if quote.cue else None,
        relayed_by=_relay(reading, actors, quote),
        said_on=said_on,
        said_on_basis=basis,
        confidence=round(quote.confidence * (1 if speaker else UNNAMED), 3),
        detail=quote.detail,
    )


def _actor(reading: Reading, actors: tuple[Actor, ...], mention: int | None) -> Actor | None:
    return None if mention is None else actors[reading.cast.mentions[mention].entity]


def _joint_name(reading: Reading, names: tuple[str, ...], *mentions: int | None) -> str | None:
    """The names of those who speak, or are spoken to, together; None for no one."""
    return " and ".join(names[reading.cast.mentions[m].entity] for m in mentions if m is not None) or None


def _names(reading: Reading, actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """Each actor's name; a person's in the article's spelling, since alphabets are transcribed in many ways."""
    printed: list[list[str]] = [[] for _ in actors]
    for mention in reading.cast.mentions:
        if mention.kind == "person":
            printed[mention.entity] += mention.text.split()
    return tuple(
        " ".join(_spelt(word, words) for word in actor.name.split()) if actor.kind == "person" else actor.name
        for actor, words in zip(actors, printed, strict=True)
    )


def _spelt(word: str, printed: list[str]) -> str:
    """The printed word that is this one in another spelling, else the word itself."""
    if word in printed or len(word) < LEAST_SPELT:
        return word
    alike = [p for p in printed if fuzz.ratio(p.casefold(), word.casefold()) >= SPELT_ALIKE]
    return next((p for p in alike if p.isalpha() and p.isascii()), word)


def _relay(reading: Reading, actors: tuple[Actor, ...], quote: Quote) -> str | None:
    """The relay by name; "the Kremlin" keeps its own, since it is the Kremlin that relays and not all of its state."""
    actor = _actor(reading, actors, quote.relay)
    if actor and actor.kind in NAMED:
        return actor.name
    return ARTICLE.sub("", quote.relay_span.of(reading.article.text), count=1) if quote.relay_span else None


def _evidence(reading: Reading, quote: Quote) -> Iterator[QuoteEvidence]:
    mentions = reading.cast.mentions
    spans: tuple[tuple[Role, Span | None], ...] = (
        ("speaker", quote.speaker_span),
        ("cue", quote.cue),
        ("addressee", mentions[quote.addressee].span if quote.addressee is not None else None),
        ("relay", quote.relay_span),
    )
    for role, span in spans:
        if span:
            yield QuoteEvidence(role, span.start, span.end, span.of(reading.article.text))


def _day(reading: Reading, dating: Dating, quote: Quote) -> tuple[str | None, str | None]:
    """The day on which the words were said, and what it rests on."""
    news = dating.news_day
    own = _own(reading, reading.times[quote.time], dating) if quote.time is not None else None
    if own and quote.time is not None:
        expression = reading.times[quote.time]
        where = "with the quote's cue" if _at_cue(reading, quote, expression) else "in the words before"
        return own.first.isoformat(), f"“{expression.text}” {where}{_range(own)}"
    return (news.first.isoformat(), f"the day of the news{_range(news)} ({news.basis})") if news else (None, None)


def _at_cue(reading: Reading, quote: Quote, expression: TimeExpression) -> bool:
    return quote.cue is not None and reading.sentences[expression.sentence].holds(quote.cue)


def _range(days: Dated) -> str:
    return "" if days.first == days.last else f": {days.first.isoformat()} to {days.last.isoformat()}"


def _own(reading: Reading, expression: TimeExpression, dating: Dating) -> Dated | None:
    """The days that a cue's own time stands for, None where the article's own day leaves them too open."""
    published, news = _published(dating), dating.news_day
    event = Interval(news.first, news.last) if news and expression.modifier in FROM_EVENT else None
    found = resolve(expression, published, "past", counted_from(reading.times, expression, published) or event)
    if found is None or found.last - found.first <= WIDEST or expression.kind in {"year", "month"}:
        return found
    return None


def _published(dating: Dating) -> Interval:
    """The days on which the article may have been published: its window, or its day of news where that is closer."""
    first, last, news = dating.window.first, dating.window.last, dating.news_day
    if news and (first is None or last is None or last - first > WIDEST):
        return Interval(news.first, news.last)
    return dating.window
