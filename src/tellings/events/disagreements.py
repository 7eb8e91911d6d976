"""Where the tellings of a story give different values for one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from tellings.events.joining import UNORDERED
from tellings.events.retelling import Group
from tellings.events.scenes import is_vague
from tellings.model.ids import stable_id
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.model.rows import DisagreementRow, EventRow, QuoteRow, UtteranceRow
from tellings.model.times import Dating
from tellings.times.words import any_of, number

#: Two days this far apart for one act of the same sides are taken for a clash, not for two acts.
NEAR = timedelta(3)
DIGITS = r"\d[\d,.]*"
COUNT = rf"(?<![\w.,])(?P<n>{DIGITS}|{any_of('number')})"
HARM = r"(?P<what>killed|dead|died|injured|wounded|hurt|arrested|detained|missing|expelled|freed|released|abducted)"
WHO = r"(?:[a-z][\w'’-]*s|[\w'’-]*(?:people|men|women|children))"
ASIDE = r"(?:,[^,.;]{1,30},)?"
PASSIVE = r"(?:(?:were|was|are|(?:had|have) been)\s+)?"
#: "17 miners were killed", "killed 17 miners"; a loose count ("more than 17") contradicts none.
COUNTED = (
    re.compile(
        rf"\b{COUNT}\s+(?:(?!and\b|or\b)[\w'’-]+\s+){{0,3}}?(?:(?P<who>{WHO}){ASIDE}\s+)?{PASSIVE}{HARM}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{HARM}\s+{COUNT}\s+(?:[\w'’-]+\s+){{0,2}}?(?P<who>{WHO})\b", re.IGNORECASE),
)
LOOSE = re.compile(r"\b(?:than|over|nearly|almost|about|around|some|most|up to)\s+$", re.IGNORECASE)
SAME = {"dead": "killed", "died": "killed", "injured": "wounded", "hurt": "wounded", "detained": "arrested"}
SAME |= {"released": "freed"}
#: Who is counted where no one in particular is.
PEOPLE = "people"
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
        *(row for group in told for row in _accounts(story, group)),
    ]
    once = {row.disagreement_id: row for row in found}
    return tuple(sorted(once.values(), key=lambda d: (d.field, d.article_ids, d.values)))


def _published(story: Story, readings: Sequence[Reading], datings: Sequence[Dating]) -> Iterator[DisagreementRow]:
    """A date that a page states and its text refutes."""
    stated = {r.article.article_id: {s.value for s in r.article.stated} for r in readings}
    for dating in datings:
        for rejected in dating.rejected:
            if rejected.value in stated[dating.article_id] and rejected.value != dating.published:
                values = (rejected.value, dating.published or "no day")
                yield _row(story, (dating.article_id,), "published", values, rejected.reason)


def _quotes(story: Story, quotes: Sequence[QuoteRow], utterances: Sequence[UtteranceRow]) -> Iterator[DisagreementRow]:
    """One thing said in words that differ from telling to telling."""
    by_id = {q.quote_id: q for q in quotes}
    for utterance in utterances:
        said = [by_id[i] for i in utterance.quote_ids if i in by_id and by_id[i].kind != "indirect"]
        if len({_folded(q.text) for q in said}) > 1 and len({q.article_id for q in said}) > 1:
            ids = tuple(sorted({q.article_id for q in said}))
            values = tuple(dict.fromkeys(q.text for q in sorted(said, key=lambda q: (q.article_id, q.start))))
            who = utterance.speaker_name or "someone"
            yield _row(story, ids, "quote", values, f"the tellings word differently what {who} said")


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.translate(MARKS).casefold()))


def _numbers(story: Story, readings: Sequence[Reading]) -> Iterator[DisagreementRow]:
    """Different counts of those killed, wounded, arrested and so on, the first count of each telling."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for reading in sorted(readings, key=lambda r: r.article.article_id):
        for key, n in _counts(reading.article.text):
            counts.setdefault(key, {}).setdefault(reading.article.article_id, n)
    for (who, what), told in (*sorted(counts.items()), *_of_people(counts)):
        if len(set(told.values())) > 1:
            named = what if who == PEOPLE else f"{who} {what}"
            values = tuple(dict.fromkeys(f"{n} {named}" for n in told.values()))
            yield _row(story, tuple(told), "number", values, f"the tellings count the {named} differently")


def _of_people(counts: Mapping[tuple[str, str], Mapping[str, int]]) -> Iterator[tuple[tuple[str, str], dict[str, int]]]:
    """Counts of "people" in some tellings beside the only count of another: three guards killed, five people killed."""
    for what in sorted({what for who, what in counts if who == PEOPLE}):
        people = counts[PEOPLE, what]
        others = [told for (who, harm), told in sorted(counts.items()) if harm == what and who != PEOPLE]
        alone = {a: told[a] for told in others for a in told if a not in people and sum(a in t for t in others) == 1}
        if alone and not any(a in told for a in people for told in others):
            yield (PEOPLE, what), dict(sorted({**people, **alone}.items()))


def _counts(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    """Who was counted and what befell them, with the count, in the order of the text."""
    found = sorted((m for pattern in COUNTED for m in pattern.finditer(text)), key=lambda m: (m.start(), m.end()))
    for match in found:
        n, what = number(match["n"].rstrip(".,")), match["what"].lower()
        if n is not None and not LOOSE.search(text[: match.start("n")]):
            who = (match["who"] or PEOPLE).lower()
            yield (PEOPLE if who == "persons" else who, SAME.get(what, what)), n


def _accounts(story: Story, group: Group) -> Iterator[DisagreementRow]:
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
            detail = f"the tellings give different {field}s for “{' '.join(act.split())}”"
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
    for field, a, b in (("date", one.date, other.date), ("place", one.place, other.place)):
        if a and b and a != b:
            yield field, (a, b)


def _row(story: Story, ids: tuple[str, ...], field: str, values: tuple[str, ...], detail: str) -> DisagreementRow:
    made = stable_id("d", story.story_id, field, *ids, *values)
    return DisagreementRow(made, story.story_id, ids, field, values, detail)
