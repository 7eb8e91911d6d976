"""Sketches: the few facts of an article that decide with which others it is compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellings.model.reading import Reading
from tellings.model.times import Dating, Interval
from tellings.relate.words import Word, prints, stem, text_words, words_of

NAMED = frozenset({"person", "organisation", "group"})
#: Shorter quotations ("very stable") are said by everyone.
QUOTE_WORDS = 5
SENTENCE_END = re.compile(r"[.!?:\n][\"”’')\]]*\s*[\"“‘'(\[]*$")


@dataclass(frozen=True, slots=True)
class Sketch:
    """Light facts of one article.

    `words` are stems with their counts, `names` those of them that are always written with a
    capital. `told` are winnowed hashes of five-word runs outside quotation marks, `prints` of
    everything. `quotes` hold the stems of each longer quotation. `day` is when the news happened,
    `window` when the article can have been published; a stated date that was refused is in neither.
    """

    article_id: str
    language: str
    words: tuple[tuple[str, int], ...]
    names: tuple[str, ...]
    told: tuple[int, ...]
    prints: tuple[int, ...]
    quotes: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]
    people: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]
    title: tuple[str, ...]
    window: Interval
    day: Interval | None


def sketch(reading: Reading, dating: Dating) -> Sketch:
    """Give an article's sketch; `dating` is the article's own (`date_articles([reading])`)."""
    article, words = reading.article, words_of(reading)
    title = tuple(stem(word) for word in text_words(article.title or ""))
    entities = reading.cast.entities
    news = dating.news_day
    return Sketch(
        article_id=article.article_id,
        language=article.language,
        words=_counted([stem(word.folded) for word in words], title),
        names=_names(words, article.text),
        told=prints(told_runs(words)),
        prints=prints([[word.folded for word in words]]),
        quotes=tuple(_quotes(words)),
        numbers=tuple(sorted({w.folded for w in words if w.folded.isdigit() and len(w.folded) > 1})),
        people=tuple(sorted({entity.name for entity in entities if entity.kind in NAMED})),
        countries=tuple(sorted({entity.country for entity in entities if entity.country})),
        places=tuple(sorted({place.name for place in reading.places})),
        title=title,
        window=dating.window,
        day=Interval(news.first, news.last) if news else None,
    )


def told_runs(words: Sequence[Word]) -> Iterator[list[str]]:
    """Give the runs of words that stand outside quotation marks."""
    run: list[str] = []
    for word in words:
        if not word.quoted:
            run.append(word.folded)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _counted(stems: Iterable[str], title: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((Counter(stems) + Counter(set(title))).items()))


def _names(words: Sequence[Word], text: str) -> tuple[str, ...]:
    """Stems written with a capital wherever they stand, and at least once inside a sentence."""
    small = {stem(word.folded) for word in words if not word.name}
    inside = (w for w in words if w.name and w.start and not SENTENCE_END.search(text[max(0, w.start - 8) : w.start]))
    return tuple(sorted({stem(word.folded) for word in inside} - small))


def _quotes(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    run: list[str] = []
    for word in words:
        if word.quoted:
            run.append(stem(word.folded))
            continue
        if len(run) >= QUOTE_WORDS:
            yield tuple(sorted(set(run)))
        run = []
    if len(run) >= QUOTE_WORDS:
        yield tuple(sorted(set(run)))
