"""What the offices that people are named with say of an article's day: held then, soon to end, new."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.model.actors import Cast, Term
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.times import Interval
from tellings.times.hint import Hint, clue_of
from tellings.times.tagger import tags

TermsOf = Callable[[Cast], Sequence[Term]]

#: Days by which a term may be missed: what is told may lie around it.
OFFICE_NEAR = 45
#: What a term of office weighs that some list agrees with, and one that stands in the table alone.
CHECKED, UNCHECKED = 0.95, 0.9
#: Words for the end of a term of office, and the days around its end in which they are written.
LEAVING = re.compile(
    r"\b(?:last (?:day|week) (?:of (?:his|her|their|the) term|in (?:office|power)|as \w+)"
    r"|hands? over power|leav(?:es|ing) office|steps? down (?:on|this))\b",
    re.IGNORECASE,
)
FAREWELL = timedelta(7)
#: Words for one who has not held an office long, the days for which they are used, and those until a bare month recurs.
NEWCOMER = re.compile(r"\b(?:replaced|succeeded|took (?:office|over|up)|was (?:appointed|named|sworn in|installed))\b")
NEW_FOR, MONTH_AGAIN = timedelta(365), timedelta(330)


def tenure_hints(reading: Reading, terms_of: TermsOf) -> tuple[Hint, ...]:
    """Every hint that the terms of those named with an office give."""
    return (
        *_office_hints(reading, terms_of),
        *_farewell_hints(reading, terms_of),
        *_newcomer_hints(reading, terms_of),
    )


def _office_hints(reading: Reading, terms_of: TermsOf) -> Iterator[Hint]:
    """The terms of one holder are alternatives: who held the office twice is named so in either."""
    terms: defaultdict[tuple[int, int], list[Term]] = defaultdict(list)
    for term in terms_of(reading.cast):
        terms[term.start, term.end].append(term)
    for (start, end), held in sorted(terms.items()):
        detail = "; ".join(dict.fromkeys(term.detail for term in held))
        spans = tuple(sorted({Interval(term.first, term.last) for term in held}, key=_begin))
        weight = CHECKED if any(term.checked for term in held) else UNCHECKED
        clue = clue_of("office held", "published", reading.article, Span(start, end), detail, weight)
        around = hull(spans)
        clue = replace(clue, text=held[0].text, first=around.first, last=around.last)
        yield Hint(clue, near=OFFICE_NEAR, spans=spans)


def _begin(span: Interval) -> date:
    return span.first or date.min


def hull(spans: Sequence[Interval]) -> Interval:
    """The interval that holds all spans."""
    firsts, lasts = [s.first for s in spans], [s.last for s in spans]
    first = None if None in firsts else min(d for d in firsts if d)
    last = None if None in lasts else max(d for d in lasts if d)
    return Interval(first, last)


def _farewell_hints(reading: Reading, terms_of: TermsOf) -> Iterator[Hint]:
    """Whoever "hands over power" or has "the last day of his term" is at the end of the term named beside it."""
    text = reading.article.text
    for term in terms_of(reading.cast):
        around = next((s.of(text) for s in reading.sentences if s.start <= term.start < s.end), "")
        leaving = LEAVING.search(around)
        if term.first and term.last and leaving:
            detail = f"{term.text}: “{leaving[0]}”, and that term ended on {term.last}"
            clue = clue_of("end of a term", "published", reading.article, Span(term.start, term.end), detail, 0.9)
            yield Hint(replace(clue, first=term.last - FAREWELL, last=term.last + FAREWELL))


def _newcomer_hints(reading: Reading, terms_of: TermsOf) -> Iterator[Hint]:
    """Whoever is "the new minister" is so for a year; who "took office in May" did so in the last eleven months."""
    article = reading.article
    for term in terms_of(reading.cast):
        if not term.first or not term.text:
            continue
        around = next((s.of(article.text) for s in reading.sentences if _begins(reading, s, term)), "")
        month = _begun(around, term.first)
        if month or _called_new(f"{article.title or ''}. {around}", term.text):
            since = f"in {month}, and that was on {term.first}" if month else f"new, and came to it on {term.first}"
            detail = f"{term.text} came to the office {since}" if month else f"{term.text} is called {since}"
            clue = clue_of("new in office", "published", article, Span(term.start, term.end), detail, 0.8)
            yield Hint(replace(clue, first=term.first, last=term.first + (MONTH_AGAIN if month else NEW_FOR)))


def _begins(reading: Reading, sentence: Span, term: Term) -> bool:
    """Whether a sentence names the holder of a term and says how they came to it."""
    words = sentence.of(reading.article.text)
    return term.text.split()[-1] in words and bool(NEWCOMER.search(words) or re.search(r"\bnew\b", words))


def _begun(sentence: str, first: date) -> str | None:
    """The month without a year in which the sentence has a holder begin, where the term did begin then."""
    cue = NEWCOMER.search(sentence)
    named = [t for t in tags(sentence) if t.says.kind == "month" and t.says.month == first.month] if cue else []
    return next((t.text for t in named if t.says.year is None and t.says.amount is None), None)


def _called_new(words: str, holder: str) -> bool:
    """Whether the office that someone is named with is called new ("the new defence minister")."""
    named = f" {holder.casefold()} "
    called = re.findall(r"\bnew\s+((?:[a-z]+\s+){0,2}[a-z]+er|(?:[a-z]+\s+){0,2}[a-z]+)", words.casefold())
    return any(f" {office} " in named for office in called)
