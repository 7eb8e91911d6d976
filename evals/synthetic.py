"""Articles made by program, as many as wanted: news in the statistics of its words, with nothing told in them.

Words follow Zipf's law. A quarter of the text are fixed phrases, as agencies use them, and one article in twenty
carries one of a few hundred background paragraphs, so that articles share runs of words which no copying explains.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate

#: Words of an article: agency reports of 80 to 400 words, 215 in the mean.
SHORTEST, LONGEST = 80, 400
WORDS, PHRASES, BACKGROUNDS = 30_000, 3_000, 300
PHRASE_SHARE, BACKGROUND_SHARE, OWN_SHARE = 0.07, 0.05, 0.2
SYLLABLES = "ba be bi bo da den di dor fa fel ga gri ha hel in ka ko la len lo ma mer mi na nor o pa ra ri sa sel ta"

Change = Callable[[str, "Writer"], str]


@cache
def _words() -> tuple[Sequence[str], Sequence[float]]:
    dice, syllables = random.Random(1), SYLLABLES.split()
    words: dict[str, None] = {}
    while len(words) < WORDS:
        words["".join(dice.choice(syllables) for _ in range(dice.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words), list(accumulate(1 / (rank + 3) for rank in range(WORDS)))


class Writer:
    """Writes articles from a seed: the same seed gives the same articles."""

    def __init__(self, seed: int) -> None:
        """Start."""
        self.dice = random.Random(seed)
        fixed = random.Random(2)
        words, weights = _words()
        self._phrases = [fixed.choices(words, cum_weights=weights, k=fixed.randint(3, 7)) for _ in range(PHRASES)]
        self._phrase_weights = list(accumulate(1 / (rank + 10) for rank in range(PHRASES)))
        self._backgrounds = [
            fixed.choices(words, cum_weights=weights, k=fixed.randint(30, 50)) for _ in range(BACKGROUNDS)
        ]

    def words(self, count: int) -> list[str]:
        """Give at least `count` running words."""
        vocabulary, weights = _words()
        drawn = self.dice.choices(vocabulary, cum_weights=weights, k=count)
        written: list[str] = []
        for word in drawn:
            if len(written) >= count:
                break
            phrase = self.dice.random() < PHRASE_SHARE
            written += self.dice.choices(self._phrases, cum_weights=self._phrase_weights)[0] if phrase else [word]
        return written

    def article(self) -> str:
        """Write an article."""
        words = self.words(self.dice.randint(SHORTEST, LONGEST))
        if self.dice.random() < BACKGROUND_SHARE:
            words += self.dice.choice(self._backgrounds)
        return self.set(words)

    def report(self, own: Sequence[str]) -> str:
        """Write an article of which every fifth word is one of a story's own."""
        words = self.words(self.dice.randint(SHORTEST, LONGEST))
        return self.set([self.dice.choice(own) if self.dice.random() < OWN_SHARE else word for word in words])

    def set(self, words: Sequence[str]) -> str:
        """Set words in sentences of 8 to 30 and paragraphs of two."""
        sentences: list[str] = []
        at = 0
        while at < len(words):
            size = self.dice.randint(8, 30)
            first, *others = words[at : at + size]
            sentences.append(" ".join([first.capitalize(), *others]) + ".")
            at += size
        return "\n\n".join(" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2))


def furnished(text: str, writer: Writer) -> str:
    """The article with lines of other text before and after it, a third to two thirds of its length."""
    extra = writer.words(round(len(text.split()) * writer.dice.uniform(0.3, 0.7)))
    half = len(extra) // 2
    return f"{writer.set(extra[:half])}\n\n{text}\n\n{writer.set(extra[half:])}"


def cut(text: str, writer: Writer) -> str:
    """The first 70 % of the article."""
    return writer.set(text.split()[: round(0.7 * len(text.split()))])


def excerpt(text: str, writer: Writer) -> str:
    """A stretch of 25 % of the article."""
    words = text.split()
    size = max(20, len(words) // 4)
    start = writer.dice.randrange(max(1, len(words) - size))
    return writer.set(words[start : start + size])


def half_new(text: str, writer: Writer) -> str:
    """Half of the article, and as much of other text."""
    words = text.split()
    half = len(words) // 2
    return writer.set([*words[:half], *writer.words(half)])


def edited(share: float) -> Change:
    """Give a change that exchanges a share of the words for others."""

    def edit(text: str, writer: Writer) -> str:
        return writer.set([writer.words(1)[0] if writer.dice.random() < share else word for word in text.split()])

    return edit


#: What may befall an article on its way, by name.
CHANGES: dict[str, Change] = {
    "copy": lambda text, writer: text,
    "furniture": furnished,
    "30 % cut": cut,
    "25 % excerpt": excerpt,
    "half new": half_new,
    "10 % edited": edited(0.1),
    "30 % edited": edited(0.3),
}


def planted(count: int, seed: int = 5, pairs: int = 500) -> Iterator[tuple[str, str, str]]:
    """Give `count` articles as (id, text, kind), changed ones among them: `pairs` of each kind, fewer in small sets.

    A changed article has the id of the one it was made of with an apostrophe; those of no kind are new.
    """
    writer = Writer(seed)
    planned = [kind for kind in CHANGES for _ in range(min(pairs, count // (3 * len(CHANGES))))]
    for i in range(count - len(planned)):
        text = writer.article()
        yield f"{i:07}", text, ""
        if i < len(planned):
            yield f"{i:07}'", CHANGES[planned[i]](text, writer), planned[i]


def told(count: int, seed: int = 7, a_day: int = 600) -> Iterator[tuple[str, str, int]]:
    """Give at least `count` articles as (story, text, day number), `a_day` of them a day.

    A story has names and words of its own, one to three reports that share no text, and one to four articles made
    from each.
    """
    writer = Writer(seed)
    given = story = 0
    while given < count:
        own = [word.capitalize() for word in writer.words(10)] + writer.dice.choices(_words()[0], k=20)
        for _ in range(writer.dice.randint(1, 3)):
            text = writer.report(own)
            changes = writer.dice.choices(list(CHANGES.values()), k=writer.dice.randint(0, 3))
            for article in (text, *(change(text, writer) for change in changes)):
                yield f"{story:07}", article, given // a_day
                given += 1
        story += 1
