"""How one article descends from another: a table of small rules, the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tellings.model.relations import RelationKind
from tellings.relate.compare import Comparison

#: From this share of reporting words kept in shared runs on, one article is made of the other's words.
SAME_WORDS = 0.7
#: A copy leaves at least so much of the other; less is an excerpt.
MOST_OF_IT = 0.5
#: From this share of sentences with their like in the other on, in order, one article retells the other.
RETOLD = 0.65
#: A single sentence alike is no evidence of a rewording.
RETOLD_SENTENCES = 2
#: Reporters who did not read each other seldom share so much in runs of five words.
STOLEN_WORDS = 0.25
STOLEN_PLACES = 3
#: A translation keeps sentences, but hardly any run of words.
OTHER_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation, how sure it is (0 to 1), and why."""

    relation: RelationKind
    score: float
    detail: str


def decide(pair: Comparison) -> Verdict:
    """Decide how two articles of one story are related."""
    return next(verdict for rule in RULES if (verdict := rule(pair)))


def _copied(pair: Comparison) -> Verdict | None:
    if pair.kept < SAME_WORDS or pair.kept_both < MOST_OF_IT:
        return None
    shares = f"{pair.one_kept:.0%} and {pair.other_kept:.0%}"
    return Verdict("copy", pair.kept, f"{shares} of the reporting words stand word for word in the other article")


def _excerpted(pair: Comparison) -> Verdict | None:
    if pair.kept < SAME_WORDS:
        return None
    detail = f"{pair.kept:.0%} of one article stands word for word in the other, of which that is {pair.kept_both:.0%}"
    return Verdict("excerpt", pair.kept, detail)


def _translated(pair: Comparison) -> Verdict | None:
    one, other = pair.one.article, pair.other.article
    if one.language == other.language and one.translated == other.translated:
        return None
    if not _retells(pair) or pair.kept >= OTHER_WORDS:
        return None
    detail = f"one is a translation, {pair.retold:.0%} of the sentences match in order, {pair.kept:.0%} of the words"
    return Verdict("translated", pair.retold, detail)


def _rewritten(pair: Comparison) -> Verdict | None:
    if not _retells(pair) and not (pair.kept >= STOLEN_WORDS and len(pair.sentences.pairs) >= STOLEN_PLACES):
        return None
    detail = (
        f"{len(pair.sentences.pairs)} sentences match in order ({pair.retold:.0%} of what is told),"
        f" {pair.kept:.0%} of the words are kept"
    )
    return Verdict("rewritten", max(pair.retold, pair.kept), detail)


def _independent(pair: Comparison) -> Verdict:
    detail = (
        f"outside quotation marks {pair.retold:.0%} of the sentences match in order and {pair.kept:.0%} of the words"
        " are shared: too little for one text"
    )
    return Verdict("independent", 1 - max(pair.retold, pair.kept), detail)


def _retells(pair: Comparison) -> bool:
    return pair.retold >= RETOLD and len(pair.sentences.pairs) >= RETOLD_SENTENCES


RULES: tuple[Callable[[Comparison], Verdict | None], ...] = (_copied, _excerpted, _translated, _rewritten, _independent)
