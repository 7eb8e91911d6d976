"""Where the tellings of a story give different values for one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from tellings.events.circumstances.scenes import is_vague
from tellings.events.merging.counts import PEOPLE, counted
from tellings.events.merging.joining import UNORDERED
from tellings.events.merging.retelling import Group
from tellings.model.ids import stable_id
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.model.rows import DisagreementRow, EventRow, QuoteRow, UtteranceRow
from tellings.model.times import Dating

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
    found = [
        *_published(story, readings, datings),
        *_quotes(story, quotes, utterances),
        *_numbers(story, readings),
        *_events(story, readings, events),
        *(row for group in told for row in _accounts(story, readings, group)),
    ]
    once = {row.disagreement_id: row for row in found}
    return tuple(sorted(once.values(), key=lambda d: (d.field, d.article_ids, d.values)))


def _published(story: Story, readings: Sequence[Reading], datings: Sequence[Dating]) -> Iterator[DisagreementRow]:
    """A day that a page states and its text refutes; a year alone, or "4 years ago", names none."""
    stated = {r.article.article_id: {s.value for s in r.article.stated} for r in readings}
    for dating in datings:
        for rejected in dating.rejected:
            day = rejected.value in stated[dating.article_id] and DAY.match(rejected.value)
            if day and rejected.value != dating.published:
                values = (rejected.value, dating.published or "no day")
                yield _row(story, (dating.article_id,), "published", values, rejected.reason)


def _quotes(story: Story, quotes: Sequence[QuoteRow], utterances: Sequence[UtteranceRow]) -> Iterator[DisagreementRow]:
    """One thing said in words that differ from telling to telling."""
    by_id = {q.quote_id: q for q in quotes}
    for utterance in utterances:
        said = [by_id[i] for i in utterance.quote_ids if i in by_id and by_id[i].kind != "indirect"]
        if _worded_differently([_folded(q.text) for q in said]) and len({q.article_id for q in said}) > 1:
            ids = tuple(sorted({q.article_id for q in said}))
            values = tuple(dict.fromkeys(q.text for q in sorted(said, key=lambda q: (q.article_id, q.start))))
            who = utterance.speaker_name or "someone"
            yield _row(story, ids, "quote", values, f"the tellings word differently what {who} said")


def _worded_differently(texts: Sequence[str]) -> bool:
    """Whether texts differ otherwise than that one gives only a part of the other."""
    longest = max(texts, key=len, default="")
    return any(text not in longest for text in texts)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.translate(MARKS).casefold()))


def _numbers(story: Story, readings: Sequence[Reading]) -> Iterator[DisagreementRow]:
    """Different counts of those killed, wounded, arrested and so on, the first count of each telling."""
    for (who, what), told in counted({r.article.article_id: r.article.text for r in readings}):
        if len(set(told.values())) > 1:
            told = dict(sorted(told.items(), key=lambda one: (one[1], one[0])))
            named = what if who == PEOPLE else f"{who} {what}"
            values = tuple(dict.fromkeys(f"{n} {named}" for n in told.values()))
            detail = f"the tellings count the {named} differently: {_who_says(told, readings)}"
            yield _row(story, tuple(sorted(told)), "number", values, detail)


def _who_says(told: Mapping[str, object], readings: Sequence[Reading]) -> str:
    """Each value with those who give it: "12 (Lake News), 15 (The Courier, Radio Bol)"."""
    names = {r.article.article_id: r.article.outlet or r.article.page for r in readings}
    by_value: dict[object, list[str]] = {}
    for article, value in told.items():
        by_value.setdefault(value, []).append(names[article])
    return ", ".join(f"{value} ({_some(sorted(set(who)))})" for value, who in by_value.items())


def _some(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _accounts(story: Story, readings: Sequence[Reading], group: Group) -> Iterator[DisagreementRow]:
    """One event for which tellings give days, or places, that exclude each other."""
    full = [a for a in group if not a.hint]
    act = full[0].words(full[0].coding.act)
    days = {a.article_id: a.days for a in full if a.days and a.days.first == a.days.last}
    places = {a.article_id: a.place for a in full if a.place and not is_vague(a.place)}
    given = {
        "date": {article: day.first.isoformat() for article, day in days.items()},
        "place": {article: place.name for article, place in places.items()},
    }
    for field, values in given.items():
        if len(set(values.values())) > 1:
            said = _who_says(dict(sorted(values.items(), key=lambda v: (v[1], v[0]))), readings)
            detail = f"the tellings give different {field}s for “{' '.join(act.split())}”: {said}"
            yield _row(story, tuple(sorted(values)), field, tuple(sorted(set(values.values()))), detail)


def _events(story: Story, readings: Sequence[Reading], events: Sequence[EventRow]) -> Iterator[DisagreementRow]:
    """The same act between the same sides, told for different days or places, or denied by another telling."""
    told_in = {coding.coding_id: r.article.article_id for r in readings for coding in r.codings}
    kinds: dict[str, list[EventRow]] = {}
    for event in sorted(events, key=lambda e: e.event_id):
        kinds.setdefault(event.type, []).append(event)
    for alike in kinds.values():
        for one, other in combinations(alike, 2):
            ids = tuple(sorted({told_in.get(e.event_id, "") for e in (one, other)}))
            if _same_act(one, other):
                for field, values in _clashes(one, other, len(ids) > 1):
                    yield _row(story, ids, field, values, f"{one.summary}; {other.summary}")


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
    if _ids(one) == _ids(other):
        return True
    a, b = _countries(one), _countries(other)
    acting, also = ({p.country or p.name for p in e.actors} for e in (one, other))
    if one.type not in UNORDERED and not acting & also:
        return False
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


def _row(story: Story, ids: tuple[str, ...], field: str, values: tuple[str, ...], detail: str) -> DisagreementRow:
    made = stable_id("d", story.story_id, field, *ids, *values)
    return DisagreementRow(made, story.story_id, ids, field, values, detail)
