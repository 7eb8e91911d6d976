"""Where the tellings of a story give different values for one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from tellings.model.ids import stable_id
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.model.rows import DisagreementRow, EventRow, QuoteRow, UtteranceRow
from tellings.model.times import Dating

#: Two days this far apart for one act of the same sides are taken for a clash, not for two acts.
NEAR = timedelta(3)
COUNTED = re.compile(
    r"\b(\d[\d,.]*)\s+(?:\w+\s+){0,3}?(?:were\s+|was\s+|had been\s+|have been\s+)?"
    r"(killed|dead|died|injured|wounded|arrested|detained|missing)\b",
    re.IGNORECASE,
)
SAME = {"dead": "killed", "died": "killed", "injured": "wounded", "detained": "arrested"}
MARKS = str.maketrans("‘’“”–—", "''\"\"--")


def disagreements(
    story: Story,
    readings: Sequence[Reading],
    datings: Sequence[Dating],
    quotes: Sequence[QuoteRow],
    utterances: Sequence[UtteranceRow],
    events: Sequence[EventRow],
) -> tuple[DisagreementRow, ...]:
    """List the fields for which the tellings differ, ordered by field and articles."""
    found = [
        *_published(story, readings, datings),
        *_quotes(story, quotes, utterances),
        *_numbers(story, readings),
        *_events(story, events),
    ]
    return tuple(sorted(found, key=lambda d: (d.field, d.article_ids, d.values)))


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
    """Different counts of killed, wounded, arrested or missing, the first count of each telling."""
    counts: dict[str, dict[str, str]] = {}
    for reading in sorted(readings, key=lambda r: r.article.article_id):
        for match in COUNTED.finditer(reading.article.text):
            what = SAME.get(match[2].lower(), match[2].lower())
            counts.setdefault(what, {}).setdefault(reading.article.article_id, match[1].rstrip(".,"))
    for what, told in sorted(counts.items()):
        if len(set(told.values())) > 1:
            values = tuple(dict.fromkeys(f"{n} {what}" for n in told.values()))
            yield _row(story, tuple(told), "number", values, f"the tellings count the {what} differently")


def _events(story: Story, events: Sequence[EventRow]) -> Iterator[DisagreementRow]:
    """The same act between the same sides, told for different days or places."""
    ordered = sorted(events, key=lambda e: e.event_id)
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if _same_act(one, other):
                yield from _clashes(story, one, other)


def _same_act(one: EventRow, other: EventRow) -> bool:
    if (one.type, one.status) != (other.type, other.status) or not (one.date and other.date):
        return False
    if not (one.date == one.date_end and other.date == other.date_end):
        return False
    apart = abs(date.fromisoformat(one.date) - date.fromisoformat(other.date))
    return _ids(one) == _ids(other) and apart <= NEAR


def _ids(event: EventRow) -> frozenset[str]:
    return frozenset(p.actor_id for p in (*event.actors, *event.recipients))


def _clashes(story: Story, one: EventRow, other: EventRow) -> Iterator[DisagreementRow]:
    pairs: Mapping[str, tuple[str | None, str | None]] = {
        "date": (one.date, other.date),
        "place": (one.place, other.place),
    }
    for field, (a, b) in pairs.items():
        if a and b and a != b:
            yield _row(story, story.article_ids, field, (a, b), f"{one.summary}; {other.summary}")


def _row(story: Story, ids: tuple[str, ...], field: str, values: tuple[str, ...], detail: str) -> DisagreementRow:
    made = stable_id("d", story.story_id, field, *ids, *values)
    return DisagreementRow(made, story.story_id, ids, field, values, detail)
