"""Which of two related articles came first: small rules, the first with evidence decides; none is an answer too."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tellings.model.article import Article
from tellings.model.relations import RelationKind
from tellings.model.times import Dating
from tellings.relate.compare import Comparison
from tellings.relate.diction import READS_FOREIGN

#: Below this an article's date is a guess.
TRUSTED = 0.8
STATED = frozenset({"stated", "url"})
DAY = "2000-01-01"
#: What an agency puts above a report that it has sent before.
NOTE = re.compile(
    r"\((?:updat|correct|adds|recast|repeat|refil|clarif)\w*\b|(?:UPDATE|CORRECT|REFILE)[A-Z0-9 ]*[-:]", re.I
)
WORD_FOR_WORD = frozenset({"copy", "excerpt"})
#: A part lies in the whole so far, and is so much of it at most.
WHOLE, PART = 0.9, 0.8
#: A shortened quotation has so many words left, and is so much of the whole at most.
LEAST_QUOTED, SHORTENED = 4, 0.7
Quotations = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Ancestry:
    """The article that the other descends from, and the words that say why; `named` where a page says so itself."""

    article_id: str
    detail: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two related articles, how they are related, and the articles' dates where these are known."""

    pair: Comparison
    relation: RelationKind
    one_dating: Dating | None
    other_dating: Dating | None


def ancestor(kin: Kinship) -> Ancestry | None:
    """Give the ancestor of the two, None where nothing tells."""
    return next((found for rule in RULES if (found := rule(kin))), None)


def _credit(kin: Kinship) -> Ancestry | None:
    """A page that names the other's outlet as its source came after it."""
    one, other = kin.pair.one.article, kin.pair.other.article
    for source, copy in ((one, other), (other, one)):
        if source.outlet in _sources(copy) and copy.outlet not in _sources(source):
            return Ancestry(source.article_id, f"the other names {source.outlet} as its source", named=True)
    return None


def _translation(kin: Kinship) -> Ancestry | None:
    if kin.relation != "translated":
        return None
    one, other = kin.pair.one, kin.pair.other
    foreign = one.foreign >= READS_FOREIGN
    if foreign == (other.foreign >= READS_FOREIGN):
        return None
    return Ancestry((other if foreign else one).article.article_id, "the other has the diction of a translation")


def _note(kin: Kinship) -> Ancestry | None:
    """An agency says above a report that it was sent before: updates with, corrects."""
    one, other = kin.pair.one.article, kin.pair.other.article
    noted = bool(NOTE.match(one.text))
    if kin.relation not in WORD_FOR_WORD or noted == bool(NOTE.match(other.text)):
        return None
    return Ancestry(
        (other if noted else one).article_id, "the other says that it updates or corrects a report", named=True
    )


def _cut(kin: Kinship) -> Ancestry | None:
    """Nearly all of one lies in the other, which is much longer: more texts are cut than are added to."""
    if kin.relation != "excerpt" or kin.pair.most < WHOLE or kin.pair.least > PART:
        return None
    longer = kin.pair.one if kin.pair.one_covered < kin.pair.other_covered else kin.pair.other
    gap = _gap(kin)
    if gap and (gap > timedelta(0)) == (longer is kin.pair.one):
        return None
    return Ancestry(longer.article.article_id, "the other is a part of it")


def _quotation(kin: Kinship) -> Ancestry | None:
    """Who shortens a quotation read it whole."""
    one, other = kin.pair.one.quotations, kin.pair.other.quotations
    longer, shorter = _shortened(other, one), _shortened(one, other)
    if longer == shorter:
        return None
    first = kin.pair.one if longer else kin.pair.other
    return Ancestry(first.article.article_id, "the other shortens what it quotes")


def _shortened(quotations: Quotations, whole: Quotations) -> bool:
    """Whether one of the quotations is a part of a longer one."""
    pairs = ((part, of) for part in quotations for of in whole if len(part) >= LEAST_QUOTED)
    return any(len(part) <= SHORTENED * len(of) and _within(part, of) for part, of in pairs)


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _clock(kin: Kinship) -> Ancestry | None:
    gap = _gap(kin)
    if gap is None or abs(gap) < _doubt(kin):
        return None
    first = kin.pair.other if gap > timedelta(0) else kin.pair.one
    return Ancestry(first.article.article_id, f"it was published {_in_words(abs(gap))} earlier")


def _in_words(gap: timedelta) -> str:
    """A time in its two greatest units: "2 days", "3 hours 20 minutes"."""
    minutes = int(gap.total_seconds()) // 60
    units = (("day", minutes // 1440), ("hour", minutes // 60 % 24), ("minute", minutes % 60))
    counted = [f"{n} {unit}{'' if n == 1 else 's'}" for unit, n in units if n]
    return " ".join(counted[:2]) or "less than a minute"


def _gap(kin: Kinship) -> timedelta | None:
    """How much later the first article is dated than the other, in days where one of them prints no hour."""
    one, other = _stamp(kin.one_dating), _stamp(kin.other_dating)
    if not one or not other:
        return None
    if len(one) == len(DAY) or len(other) == len(DAY):
        return date.fromisoformat(one[: len(DAY)]) - date.fromisoformat(other[: len(DAY)])
    moments = [datetime.fromisoformat(stamp) for stamp in (one, other)]
    if any(moment.tzinfo is None for moment in moments):
        moments = [moment.replace(tzinfo=None) for moment in moments]
    return moments[0] - moments[1]


def _doubt(kin: Kinship) -> timedelta:
    """How far two stamps must lie apart to tell an order: where a zone is not printed, a day."""
    stamps = [_stamp(dating) for dating in (kin.one_dating, kin.other_dating)]
    zoned = all(stamp and len(stamp) > len(DAY) and datetime.fromisoformat(stamp).tzinfo for stamp in stamps)
    return timedelta(minutes=1) if zoned else timedelta(days=1)


def _sources(article: Article) -> frozenset[str]:
    """Whom a page names as its source, itself left out."""
    return frozenset({name for name in (article.agency, article.source_credit) if name and name != article.outlet})


def _stamp(dating: Dating | None) -> str | None:
    """The page's own stamp where it is trusted and as precise as a day."""
    if not dating or not dating.published or dating.basis not in STATED or dating.confidence < TRUSTED:
        return None
    return dating.published if len(dating.published) >= len(DAY) else None


RULES: tuple[Callable[[Kinship], Ancestry | None], ...] = (
    _credit,
    _translation,
    _note,
    _clock,
    _cut,
    _quotation,
)
