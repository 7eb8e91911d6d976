"""How one article descends from another: a table of small rules, the first that holds decides."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from tellings.model.relations import RelationKind
from tellings.relate.compare import Comparison
from tellings.relate.diction import READS_FOREIGN

#: From this share of words kept on, in sentences that say one thing, the wording was edited at most.
SAME_WORDS = 0.8
#: A retelling keeps less than this share of the words; of translations 19 in 20 do (lineage set, open half).
SAME_WORDING = 0.6
#: So much of both articles lies in such sentences when both are one text; less is an excerpt.
ALL_OF_IT = 0.85
#: Less than this of either article is a borrowed passage, not an article made of another.
SOME_OF_IT = 0.25
#: A passage of background stands so far down in both articles, and is no more of either than this.
BELOW, PART_OF_IT = 0.6, 0.6
#: Sentences that agree but for so many names and figures, so large a share of them, follow one pattern.
OWN_FACTS, OWN_SHARE = 2, 0.15
#: Sentences with fewer words in common follow no pattern.
STOCK_WORDS = 0.6
#: How much like one told twice two articles must be, and how fast the chance of one report grows from one half there:
#: a logistic regression on what is told, on who and how many, and on how much has its like in the other (the lineage
#: set's open half and forty-five stories beside it).
TOLD_SHARE, FACTS_SHARE, COVERED_SHARE = 0.25, 0.56, 0.19
RETOLD, STEEPNESS = 0.65, 15.0
#: Words leave a chance between these in doubt: then what the sentences mean is asked, which takes time, and whether
#: each has the other's names and figures (a regression on the 960 pairs in doubt). Chances fitted by subject and
#: tellings drawn at random, families' adjusted Rand index is .951 by words alone and .964 so. What the sentences mean
#: has half the weight (free, .38 and .960): all reports of one meeting agree on its names.
DOUBT = (0.05, 0.95)
NEAR_SHARE, ONE_SHARE, BOTH_SHARE = 0.5, 0.32, 0.18
MEANT, MEANT_STEEPNESS = 0.595, 20.5
#: From this chance on two articles are one report by themselves.
SURE = 0.5
#: A report merged from two lies in the family of one, and is so likely made of the other as well.
MERGED = 0.95
IN_OTHER_WORDS = frozenset({"rewritten", "translated"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation, how sure it is (0 to 1), and why; `kinship` is the chance that both go back to one report."""

    relation: RelationKind
    score: float
    detail: str
    kinship: float


def decide(pair: Comparison) -> Verdict:
    """Decide how two articles of one story are related."""
    return next(verdict for rule in RULES if (verdict := rule(pair)))


def retold(pair: Comparison) -> float:
    """Give how far one article tells what the other tells (0 to 1): its sentences, and its names and figures."""
    return TOLD_SHARE * pair.meant + FACTS_SHARE * pair.facts + COVERED_SHARE * pair.most


def reads_translated(pair: Comparison) -> bool:
    """Whether one of the two, and only one, is in another language or in the diction of a translation.

    A translation back finds few of the words again: where more are kept, more must speak for one.
    """
    asked = READS_FOREIGN * (1 if pair.verbatim < SAME_WORDING else 2)
    foreign = [side.foreign >= asked for side in (pair.one, pair.other)]
    return pair.across or foreign[0] != foreign[1]


def in_family(pair: Comparison, third: str, chance: float) -> Verdict:
    """Give the relation of two that show too little by themselves, but are both related to a third."""
    relation: RelationKind = "translated" if reads_translated(pair) else "rewritten"
    return Verdict(relation, chance, f"both go back to one report, as {third} shows; {_alike(pair)}", chance)


def across_families(verdict: Verdict) -> Verdict:
    """Give the relation of two of two families: what is alike in other words alone is likely so by chance."""
    if verdict.relation not in IN_OTHER_WORDS or verdict.kinship >= MERGED:
        return verdict
    detail = f"{verdict.detail}; but the articles of the one's report have too little in common with the other's"
    return Verdict("independent", 1 - verdict.kinship, detail, verdict.kinship)


def _pattern(pair: Comparison) -> Verdict | None:
    """Reports that come weekly, or audiences of one day, agree in all but who and how many."""
    count, share = pair.own_facts
    if pair.across or count < OWN_FACTS or share < OWN_SHARE or pair.verbatim < STOCK_WORDS:
        return None
    detail = f"their sentences follow one pattern, but at least {count} names or figures in them are each article's own"
    return Verdict("independent", share, detail, 0.0)


def _background(pair: Comparison) -> Verdict | None:
    """News stands above its background: what is shared below both leads only was there before either was written.

    Background is copied: sentences alike in other words, of which fewer words are kept, are a retelling's.
    """
    if pair.across or pair.verbatim < SAME_WORDING or pair.depth < BELOW or pair.most > PART_OF_IT:
        return None
    detail = f"they share background in their last parts ({pair.most:.0%} of one), and neither begins with it"
    return Verdict("independent", 1 - pair.most, detail, 0.0)


def _copied(pair: Comparison) -> Verdict | None:
    if pair.verbatim < SAME_WORDS or pair.least < ALL_OF_IT:
        return None
    detail = (
        f"{pair.one_covered:.0%} of what one reports stands in the other and {pair.other_covered:.0%} the other way"
    )
    return Verdict("copy", pair.verbatim, f"{detail} round, with {pair.verbatim:.0%} of the words kept", 1.0)


def _excerpted(pair: Comparison) -> Verdict | None:
    if pair.verbatim < SAME_WORDS or pair.most < SOME_OF_IT:
        return None
    detail = f"{pair.most:.0%} of one article stands in the other and makes up {pair.least:.0%} of it"
    return Verdict("excerpt", pair.verbatim, f"{detail}, with {pair.verbatim:.0%} of the words kept", 1.0)


def _translated(pair: Comparison) -> Verdict | None:
    chance = kinship(pair)
    if chance < SURE or not reads_translated(pair):
        return None
    what = "they are in two languages" if pair.across else "one has the diction of a translation"
    return Verdict("translated", chance, f"{what}: {_alike(pair)}", chance)


def _rewritten(pair: Comparison) -> Verdict | None:
    chance = kinship(pair)
    return Verdict("rewritten", chance, _alike(pair), chance) if chance >= SURE else None


def _independent(pair: Comparison) -> Verdict:
    chance = kinship(pair)
    return Verdict("independent", 1 - chance, f"{_alike(pair)}: too little for one report", chance)


def kinship(pair: Comparison) -> float:
    """Give the chance that two articles, of which neither is a copy, go back to one report."""
    if not in_doubt(pair):
        return _by_words(pair)
    told = NEAR_SHARE * pair.near + ONE_SHARE * pair.facts + BOTH_SHARE * pair.both_facts
    return _logistic(MEANT_STEEPNESS * (told - MEANT))


def in_doubt(pair: Comparison) -> bool:
    """Whether words leave it open that two articles go back to one report, so that what sentences mean is asked."""
    return not pair.across and DOUBT[0] < _by_words(pair) < DOUBT[1]


def _by_words(pair: Comparison) -> float:
    return _logistic(STEEPNESS * (retold(pair) - RETOLD))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _alike(pair: Comparison) -> str:
    """What is alike, in words and, where these leave it in doubt, in meaning."""
    sentences = "1 sentence outside quotation marks has its"
    if len(pair.alike) != 1:
        sentences = f"{len(pair.alike) or 'no'} sentences outside quotation marks have their"
    covered = f" ({pair.most:.0%} of one article, {pair.verbatim:.0%} of the words in it kept)" if pair.alike else ""
    held = f"{pair.facts:.0%} of one's names and figures stand in the other, {pair.both_facts:.0%} the other way round"
    told = f"{sentences} like in the other{covered}; {held}"
    if not in_doubt(pair):
        return told
    return (
        f"{told}; words leave it open: by what their sentences mean {pair.near:.0%} of the shorter is told in the other"
    )


RULES: tuple[Callable[[Comparison], Verdict | None], ...] = (
    _pattern,
    _background,
    _copied,
    _excerpted,
    _translated,
    _rewritten,
    _independent,
)
