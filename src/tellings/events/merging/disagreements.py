"""Where the tellings of a story give different values for one field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from tellings.events.merging.counts import PEOPLE, counted
from tellings.events.merging.joining import UNORDERED
from tellings.events.merging.retelling import Group
from tellings.events.merging.versions import Contest, contests
from tellings.model.ids import stable_id
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.model.rows import DisagreementRow, EventRow, QuoteRow, ToldRow, UtteranceRow
from tellings.model.spans import Span
from tellings.model.times import Dating
from tellings.places.extent import is_vague

#: Two days this far apart for one act of the same sides are taken for a clash, not for two acts.
NEAR = timedelta(3)
#: How the basis of a day begins that no words give.
UNTOLD = ("no time is given", "the day of the article's main event")
#: So many who say so are named.
SHOWN = 3
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MARKS = str.maketrans("‘’“”–—", "''\"\"--")


def disagreements(
    story: Story,
    readings: Sequence[Reading],
    datings: Sequence[Dating],
    quotes: Sequence[QuoteRow],
    utterances: Sequence[UtteranceRow],
    events: Sequence[EventRow],
    told: Sequence[Group] = (),
) -> tuple[DisagreementRow, ...]:
    """List the fields for which the tellings differ, ordered by field and articles; `told` are the events' accounts."""
    given = _Tellings(readings)
    found = [
        *_published(readings, datings),
        *_quotes(quotes, utterances),
        *_numbers(given),
        *_events(given, events),
        *(difference for group in told for difference in _accounts(given, group)),
        *(_actors(given, contest) for contest in contests(told)),
    ]
    rows = (_row(story, given, difference) for difference in found)
    once = {row.disagreement_id: row for row in rows}
    return tuple(sorted(once.values(), key=lambda d: (d.field, d.article_ids, d.values)))


@dataclass(frozen=True, slots=True)
class _Said:
    """A value that an article gives, and the words that give it where its text does."""

    value: str
    article_id: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Difference:
    """A field, the values that are given for it, and in a sentence who gives which."""

    field: str
    said: tuple[_Said, ...]
    detail: str


class _Tellings:
    """The articles of a story: their texts, what each is called, and what is coded in them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.texts = {r.article.article_id: r.article.text for r in readings}
        self._names = {r.article.article_id: r.article.outlet or r.article.page for r in readings}
        # an event has the id of the least of its accounts, and a hint can be one
        self.codings = {c.coding_id: (r.article.article_id, c) for r in readings for c in (*r.codings, *r.hints)}

    def who_says(self, said: Iterable[_Said]) -> str:
        """Each value with those who give it: "12 (Lake News), 15 (The Courier, Radio Bol)"."""
        by_value: dict[str, set[str]] = {}
        for one in said:
            by_value.setdefault(one.value, set()).add(self._names[one.article_id])
        return ", ".join(f"{value} ({_some(sorted(who))})" for value, who in by_value.items())


def _some(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _published(readings: Sequence[Reading], datings: Sequence[Dating]) -> Iterator[_Difference]:
    """A day that a page states and its text refutes; a year alone, or "4 years ago", names none."""
    stated = {r.article.article_id: {s.value for s in r.article.stated} for r in readings}
    for dating in datings:
        for rejected in dating.rejected:
            day = rejected.value in stated[dating.article_id] and DAY.match(rejected.value)
            if day and rejected.value != dating.published:
                values = (rejected.value, dating.published or "no day")
                yield _Difference("published", tuple(_Said(v, dating.article_id) for v in values), rejected.reason)


def _quotes(quotes: Sequence[QuoteRow], utterances: Sequence[UtteranceRow]) -> Iterator[_Difference]:
    """One thing said in words that differ from telling to telling."""
    by_id = {q.quote_id: q for q in quotes}
    for utterance in utterances:
        direct = [by_id[i] for i in utterance.quote_ids if i in by_id and by_id[i].kind != "indirect"]
        if _worded_differently([_folded(q.text) for q in direct]) and len({q.article_id for q in direct}) > 1:
            said = tuple(_Said(q.text, q.article_id, Span(q.start, q.end)) for q in sorted(direct, key=_place))
            who = utterance.speaker_name or "someone"
            yield _Difference("quote", said, f"the tellings word differently what {who} said")


def _place(quote: QuoteRow) -> tuple[str, int]:
    return quote.article_id, quote.start


def _worded_differently(texts: Sequence[str]) -> bool:
    """Whether texts differ otherwise than that one gives only a part of the other."""
    longest = max(texts, key=len, default="")
    return any(text not in longest for text in texts)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.translate(MARKS).casefold()))


def _numbers(given: _Tellings) -> Iterator[_Difference]:
    """Different counts of those killed, wounded, arrested and so on, the first count of each telling."""
    for (who, what), told in counted(given.texts) if len(given.texts) > 1 else ():
        if len({count.n for count in told.values()}) > 1:
            named = what if who == PEOPLE else f"{who} {what}"
            in_order = sorted(told.items(), key=lambda one: (one[1].n, one[0]))
            said = tuple(_Said(f"{count.n} {named}", article, count.span) for article, count in in_order)
            who_says = given.who_says(replace(one, value=one.value.partition(" ")[0]) for one in said)
            yield _Difference("number", said, f"the tellings count the {named} differently: {who_says}")


def _accounts(given: _Tellings, group: Group) -> Iterator[_Difference]:
    """One event for which tellings give days, or places, that exclude each other."""
    full = [a for a in group if not a.hint]
    act = " ".join(full[0].words(full[0].coding.act).split())
    days = {
        a.article_id: _Said(a.days.first.isoformat(), a.article_id, a.expression.span)
        for a in full
        if a.days and a.expression and a.days.first == a.days.last
    }
    places = {
        a.article_id: _Said(a.place.name, a.article_id, a.place.span) for a in full if a.place and not is_vague(a.place)
    }
    for field, values in (("date", days), ("place", places)):
        said = tuple(sorted(values.values(), key=lambda one: (one.value, one.article_id)))
        if len({one.value for one in said}) > 1:
            detail = f"the tellings give different {field}s for “{act}”: {given.who_says(said)}"
            yield _Difference(field, said, detail)


def _actors(given: _Tellings, contest: Contest) -> _Difference:
    """One deed for which tellings name different doers."""
    claims = sorted(contest.claims, key=lambda claim: claim.value)
    said = tuple(_Said(c.value, c.account.article_id, c.account.coding.act) for c in claims)
    acts = {c.value: " ".join(c.account.words(c.account.coding.act).split()) for c in reversed(claims)}
    worded = (replace(one, value=f"{one.value}: “{acts[one.value]}”") for one in said)
    return _Difference("actor", said, f"the tellings differ in who did it: {given.who_says(worded)}")


def _events(given: _Tellings, events: Sequence[EventRow]) -> Iterator[_Difference]:
    """The same act between the same sides, told for different days or places, or denied by another telling."""
    kinds: dict[str, list[EventRow]] = {}
    for event in sorted(events, key=lambda e: e.event_id):
        kinds.setdefault(event.type, []).append(event)
    for alike in kinds.values():
        for pair in combinations(alike, 2):
            if _same_act(*pair):
                told = [given.codings[e.event_id] for e in pair]
                detail = "; ".join(event.summary for event in pair)
                for field, values in _clashes(*pair, told[0][0] != told[1][0]):
                    both = zip(values, told, strict=True)
                    yield _Difference(field, tuple(_Said(v, a, coding.act) for v, (a, coding) in both), detail)


def _same_act(one: EventRow, other: EventRow) -> bool:
    """Whether two events of a type can be one act: means and sides fit, and the days lie close."""
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if not (one.date and other.date and one.date == one.date_end and other.date == other.date_end):
        return False
    apart = abs(date.fromisoformat(one.date) - date.fromisoformat(other.date))
    return apart <= NEAR and _sides_fit(one, other)


def _sides_fit(one: EventRow, other: EventRow) -> bool:
    """The same actors, or of several countries that deal with one another all those of the shorter account."""
    a, b = _countries(one), _countries(other)
    acting, also = ({p.country or p.name for p in e.actors} for e in (one, other))
    if one.type not in UNORDERED and not acting & also:
        return False
    if _ids(one) == _ids(other):
        return True
    if one.mode and one.mode == other.mode and (a <= b or b <= a) and a and b:
        return not (_persons(one) and _persons(other))
    return min(len(a), len(b)) > 1 and (a <= b or b <= a) and not (_persons(one) and _persons(other))


def _ids(event: EventRow) -> frozenset[str]:
    return frozenset(p.actor_id for p in (*event.actors, *event.recipients))


def _countries(event: EventRow) -> frozenset[str]:
    return frozenset(p.country or p.name for p in (*event.actors, *event.recipients))


def _persons(event: EventRow) -> frozenset[str]:
    return frozenset(p.name for p in event.actors if p.office)


def _clashes(one: EventRow, other: EventRow, apart: bool) -> Iterator[tuple[str, tuple[str, str]]]:
    """The fields that differ; an article may tell of two acts, so only two articles clash over day and place."""
    if {one.status, other.status} == {"happened", "denied"} and one.date == other.date:
        yield "status", (one.status, other.status)
    if one.status != other.status or not apart:
        return
    if one.date and other.date and one.date != other.date and _in_words(one) and _in_words(other):
        yield "date", (one.date, other.date)
    if one.place and other.place and one.place != other.place:
        yield "place", (one.place, other.place)


def _in_words(event: EventRow) -> bool:
    """Whether a telling's words give the event's day: what a reader only infers from the news contradicts no one."""
    return not (event.date_basis or UNTOLD[0]).startswith(UNTOLD)


def _row(story: Story, given: _Tellings, difference: _Difference) -> DisagreementRow:
    ids = tuple(sorted({one.article_id for one in difference.said}))
    values = tuple(dict.fromkeys(one.value for one in difference.said))
    evidence = tuple(
        ToldRow(one.value, one.article_id, one.span.start, one.span.end, one.span.of(given.texts[one.article_id]))
        for one in difference.said
        if one.span
    )
    made = stable_id("d", story.story_id, difference.field, *ids, *values)
    return DisagreementRow(made, story.story_id, ids, difference.field, values, difference.detail, evidence)
