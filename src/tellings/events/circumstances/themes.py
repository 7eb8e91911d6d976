"""What an article is about, in PLOVER's contexts: the least that can be said of an event whose own words tell none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from tellings.events.acts.lexicon import contexts
from tellings.events.circumstances.finding import NOTHING
from tellings.model.reading import Reading
from tellings.relate.words import WORD, fold, stem

#: An article is about what so many of its words speak for, at the least.
LEAST = 3
#: Those who hold an office are named in all news: that they are is no theme.
EVERYWHERE = frozenset({"executive"})


def theme(reading: Reading) -> tuple[str, ...]:
    """The context that most words of an article's title and text speak for; none where few do."""
    return _theme(reading.article.title or "", reading.article.text)


@lru_cache(maxsize=256)
def _theme(title: str, text: str) -> tuple[str, ...]:
    words = [stem(fold(w)) for w in WORD.findall(_idle().sub(" ", f"{title}\n{text}"))]
    count = Counter(c for word in words for c in _cues().get(word, ()) if c not in EVERYWHERE)
    ranked = sorted(count.items(), key=lambda found: (-found[1], found[0]))
    return tuple(context for context, n in ranked[:1] if n >= LEAST)


@cache
def _idle() -> re.Pattern[str]:
    """Phrases that speak for nothing, whatever their words do alone."""
    return re.compile("|".join(rf"\b{re.escape(cue)}\b" for cue, of in contexts().items() if NOTHING in of), re.I)


@cache
def _cues() -> Mapping[str, frozenset[str]]:
    """Cue words of one word, by their stems."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for cue, several in contexts().items():
        if " " not in cue:
            found[stem(fold(cue))] |= set(several)
    return {word: frozenset(several) for word, several in found.items()}
