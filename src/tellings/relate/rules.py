"""Whether two articles report one occurrence: a table of small rules, each a score and a sentence."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import product, starmap

from tellings.model.times import Interval
from tellings.relate.sketch import Sketch
from tellings.relate.spread import rarity
from tellings.relate.vectors import cosine

#: The day of one occurrence is told with a slip of a day or two; an undated article's window is rougher.
SAME_NEWS = timedelta(days=3)
SAME_WINDOW = timedelta(days=10)
#: With so much of the shorter article's reporting words in the other, one text was made of the other.
ONE_TEXT = 0.5
#: A rewording that keeps the quotations agrees in its words to so much; independent reports stay below.
REWORDED = 0.6
#: Where their sure days lie apart more is asked of both: later news retells the earlier, and weekly reports have one
#: pattern, where a copy with a re-poster's date is a copy still.
ONE_TEXT_APART = 0.7
REWORDED_APART = 0.66
#: One text names whom the other is about: of two in one pattern (audiences of one day) each has names of its own.
OWN_NAMES = 0.36
#: So much of the shorter quotation's weight stands in the other when both render one utterance.
ONE_QUOTE = 0.6
SHARED_QUOTE = 0.35
#: Quotations whose weight is kept: an article is set side by side with 50, and those that follow with the same ones.
WEIGHED = 4096
#: Fewer winnowed runs than this are too few for a share.
FEWEST_PRINTS = 3
SOME_TEXT = 0.1
#: Two reports of one occurrence name what the other begins with; a shared paragraph of background does not.
OTHER_LEAD = 0.4
#: News of one occurrence is about the same people and places: on ECB+ dev, of what one report's leading names weigh
#: the other leaves out .07 in the middle case, other news of the same kind .60 (the lesser share of the two).
OTHER_NAMES = -0.2
SAME_STATES = -0.1
OTHER_NEWS = -0.4
#: Two reports of one day, or that quote the same words, are of one story the more often: on the open half of the
#: lineage set, thinned at random, stories' B-cubed F1 is .968 with .1 and .25, .970 so; on the examples .941, .963.
SAME_DAY = 0.2
NEXT_DAY = -0.1
OTHER_DAY = -1.0
OTHER_WINDOW = -0.4
#: Where both quote the same words, a re-poster's false date is as likely as other news that recalls them.
QUOTED_APART = -0.45
#: Where both leads name one weekday as well (one in seven by chance), the later date is a re-poster's.
QUOTED_SAME_WEEKDAY = -0.2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sketches, the cosine of their weighted words, and what they hold in common.

    `copied` is the share of the shorter one's reporting words that stand in the other, `quoted`
    whether both quote the same words, `missing` the share of whom one is about that the other does not name, the
    lesser of the two.
    """

    one: Sketch
    other: Sketch
    cosine: float
    copied: float
    quoted: bool
    missing: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule makes of a pair: its share of the score, and why."""

    rule: str
    score: float
    detail: str


def pair_of(one: Sketch, other: Sketch, alike: float | None = None) -> Pair:
    """Set two sketches side by side; where `alike` is given, that is taken for the cosine of their words."""
    found = cosine(one.vector, other.vector) if alike is None else alike
    missing = min(_missing(one, other), _missing(other, one))
    return Pair(one, other, found, _copied(one, other), _same_quote(one, other), missing)


def judge(pair: Pair) -> tuple[Finding, ...]:
    """Apply every rule; the findings' scores add up to the pair's score."""
    return tuple(finding for rule in RULES if (finding := rule(pair)))


def score(pair: Pair) -> float:
    """Give the sum of the findings' scores."""
    return sum(finding.score for finding in judge(pair))


def at_most(pair: Pair) -> float:
    """Give what the score of two articles cannot exceed where their cosine does not exceed the pair's.

    Most pairs that meet under words copy and quote nothing of each other: then words, days, names and states are all
    that speaks for them.
    """
    if pair.copied >= SOME_TEXT or pair.quoted:
        return math.inf
    most = pair.cosine + _by_days(pair.one, pair.other) + OTHER_NAMES * pair.missing
    return most + SAME_STATES if most > 0 and _share_states(pair.one, pair.other) else most


def _by_days(one: Sketch, other: Sketch) -> float:
    """What the days or windows say of two articles that copy and quote nothing of each other."""
    gap = apart(one.day or one.window, other.day or other.window)
    if one.day and other.day:
        return _nearness(gap)
    return OTHER_WINDOW if gap > SAME_WINDOW else 0.0


def one_text(pair: Pair) -> bool:
    """Whether one article was made from the other, copied or reworded: then dates hardly part them."""
    if pair.missing >= OWN_NAMES:
        return False
    copied, reworded = (ONE_TEXT_APART, REWORDED_APART) if _far(pair) else (ONE_TEXT, REWORDED)
    return pair.copied >= copied or (pair.quoted and pair.cosine >= reworded)


def _far(pair: Pair) -> bool:
    one, other = pair.one.day, pair.other.day
    return bool(one and other and apart(one, other) > SAME_NEWS)


def apart(one: Interval, other: Interval) -> timedelta:
    """Give the least time between two stretches of days; nothing where they meet or an end is open."""
    if one.last and other.first and one.last < other.first:
        return other.first - one.last
    if other.last and one.first and other.last < one.first:
        return one.first - other.last
    return timedelta(0)


def _words(pair: Pair) -> Finding:
    return Finding("words", pair.cosine, f"their telling words agree to {pair.cosine:.2f}")


def _text(pair: Pair) -> Finding | None:
    share = pair.copied
    detail = f"{share:.0%} of the shorter one's reporting words stand in the other"
    return Finding("text", share, detail) if share >= SOME_TEXT else None


def _quotes(pair: Pair) -> Finding | None:
    return Finding("quote", SHARED_QUOTE, "they quote the same words") if pair.quoted else None


def _names(pair: Pair) -> Finding | None:
    detail = f"{pair.missing:.0%} of whom one is about is not named in the other"
    return Finding("names", OTHER_NAMES * pair.missing, detail) if pair.missing else None


def _pattern(pair: Pair) -> Finding | None:
    """Audiences of one day in the same formulas are as many stories: what they share is the pattern."""
    if pair.quoted or pair.missing < OWN_NAMES or pair.copied < SOME_TEXT:
        return None
    detail = "they share a pattern, and each fills it with names of its own"
    return Finding("pattern", OTHER_NEWS - pair.copied, detail)


def _missing(one: Sketch, other: Sketch) -> float:
    if one.leading.keys() <= other.vocabulary:
        return 0.0
    return sum([share for name, share in one.leading.items() if name not in other.vocabulary])


def _states(pair: Pair) -> Finding | None:
    """States and who governs them are named by all news of them: the words they share say less than they weigh."""
    shared = _share_states(pair.one, pair.other)
    return Finding("states", SAME_STATES, "they share states or officials") if shared else None


def _share_states(one: Sketch, other: Sketch) -> bool:
    return len(one.standing & other.standing) >= 2


def _background(pair: Pair) -> Finding | None:
    """A paragraph copied from older news joins nothing: neither article tells what the other begins with."""
    one, other = pair.one, pair.other
    if pair.quoted or not SOME_TEXT <= pair.copied < ONE_TEXT:
        return None
    named = max(_named(one.lead, other.vocabulary), _named(other.lead, one.vocabulary))
    if named >= OTHER_LEAD:
        return None
    detail = f"they share a passage, but neither tells more than {named:.0%} of what the other begins with"
    return Finding("background", OTHER_NEWS, detail)


def _follow_up(pair: Pair) -> Finding | None:
    """Later news retells the earlier in passing: it begins with what the earlier does not tell."""
    one, other = pair.one.day, pair.other.day
    if pair.quoted or not SOME_TEXT <= pair.copied < ONE_TEXT or not one or not other or not apart(one, other):
        return None
    earlier, later = (pair.one, pair.other) if _before(one, other) else (pair.other, pair.one)
    named = _named(later.lead, earlier.vocabulary)
    if named >= OTHER_LEAD:
        return None
    detail = f"the later retells a passage of the earlier, which tells no more than {named:.0%} of what it begins with"
    return Finding("follow-up", OTHER_NEWS, detail)


def _before(one: Interval, other: Interval) -> bool:
    return bool(one.last and other.first and one.last < other.first)


def _named(lead: frozenset[str], words: frozenset[str]) -> float:
    # exact sums, since the order of a set's words differs from run to run
    total = math.fsum(map(rarity, lead))
    return math.fsum(map(rarity, lead & words)) / total if total else 1.0


def _days(pair: Pair) -> Finding | None:
    """Two meetings of the same people are two stories; the days when they were in the news tell them apart."""
    one, other = pair.one.day, pair.other.day
    if one_text(pair) or not one or not other:
        return None
    gap = apart(one, other)
    weight = _quoted_apart(pair) if gap > SAME_NEWS and pair.quoted else _nearness(gap)
    return Finding("days", weight, f"their news lies {gap.days} days apart")


def _windows(pair: Pair) -> Finding | None:
    """Where one article's day is not known, the days when it can have been published speak, more softly."""
    one, other = pair.one, pair.other
    gap = apart(one.day or one.window, other.day or other.window)
    if one_text(pair) or (one.day and other.day) or gap <= SAME_WINDOW:
        return None
    weight = _quoted_apart(pair) if pair.quoted else OTHER_WINDOW
    return Finding("windows", weight, f"they were published {gap.days} days apart or more")


def _quoted_apart(pair: Pair) -> float:
    same = pair.one.weekday is not None and pair.one.weekday == pair.other.weekday
    return QUOTED_SAME_WEEKDAY if same else QUOTED_APART


def _nearness(gap: timedelta) -> float:
    if not gap:
        return SAME_DAY
    return NEXT_DAY if gap <= SAME_NEWS else OTHER_DAY


def _copied(one: Sketch, other: Sketch) -> float:
    least = min(len(one.told), len(other.told))
    return len(one.told & other.told) / least if least >= FEWEST_PRINTS else 0.0


def _same_quote(one: Sketch, other: Sketch) -> bool:
    return any(starmap(_one_quote, product(one.quotes, other.quotes)))


def _one_quote(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether enough of the lighter quotation's weight stands in the other."""
    shared = one & other
    if 2 * len(shared) < min(len(one), len(other)):
        return False
    least = min(_weight(one), _weight(other))
    return bool(least) and math.fsum(map(rarity, shared)) / least >= ONE_QUOTE


@lru_cache(maxsize=WEIGHED)
def _weight(quotation: frozenset[str]) -> float:
    return math.fsum(map(rarity, quotation))


RULES: tuple[Callable[[Pair], Finding | None], ...] = (
    _words,
    _text,
    _quotes,
    _names,
    _pattern,
    _states,
    _background,
    _follow_up,
    _days,
    _windows,
)
