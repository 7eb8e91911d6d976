"""Why an entry says what it says: its sentences with the evidence marked, its rule, what else was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from tellings.errors import TellingsError
from tellings.events.acts.rivals import rivals
from tellings.events.typing import Marked, deciding
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.times import Clue, Dating
from tellings.record import entries, queries
from tellings.record.filters import Filter
from tellings.record.judgements import current, judgements, kind_of
from tellings.record.store import Judgement, Store


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that the entry holds, and what it rests on where that is known."""

    name: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage and the part that they play. Offsets count from the passage's start."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article on which the entry rests, at `start` of its text (0 for its title), and why."""

    page: str
    start: int
    text: str
    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that was considered and not taken, or that another telling gives."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that speaks for an entry, and against it."""

    kind: str
    id: str
    summary: str
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    alternatives: tuple[Alternative, ...]
    judgements: tuple[Judgement, ...]


def explain(store: Store, target: str) -> Explanation:
    """Explain an event, quote, article, story or disagreement. Raises TellingsError where nothing has that id."""
    kind = kind_of(store, target)
    if kind not in EXPLAINED:
        name = kind.__name__.lower()
        reason = f"{target} is {'an' if name[0] == 'a' else 'a'} {name}"
        raise TellingsError(reason, "explain takes an event, quote, article, story or disagreement")
    one = current(store, target)[0]
    found = EXPLAINED[kind](store, one)
    return replace(found, judgements=tuple(j for j in judgements(store) if one in current(store, j.target)))


def _event(store: Store, event_id: str) -> Explanation:
    event = next(queries.events(store, Filter(ids=(event_id,))))
    readings = _readings(store, (evidence.article_id for evidence in event.evidence))
    passages = (*_tellings(event, readings), *_titles(event))
    others = (*_rivals(event, readings), *_other_values(store, event.story_id, but=("published", "quote")))
    facts = (*_event_facts(event), *_network(passages))
    return Explanation("event", event_id, event.summary, facts, passages, others, ())


def _network(passages: Iterable[Passage]) -> Iterator[Fact]:
    """What the network that types marked pairs says of the first sentence that names both sides."""
    for passage in passages:
        sides = {
            role: tuple((m.start, m.end) for m in passage.marks if m.role == role) for role in ("actor", "recipient")
        }
        if all(sides.values()):
            scores, words = deciding(Marked(passage.text, sides["actor"], sides["recipient"]))
            (kind, first), (rival, second) = scores.ranked[:2]
            yield Fact(
                "network", f"{kind} {first:.2f}, {rival} {second:.2f}", f"by {', '.join(words)}" if words else ""
            )
            return


def _rivals(event: entries.Event, readings: dict[str, Reading]) -> tuple[Alternative, ...]:
    """The types that the words of the acts stand for elsewhere, each once."""
    told = {evidence.coding_id for evidence in event.evidence}
    rules = [c.rule for r in readings.values() for c in r.codings if c.coding_id in told]
    found = [rival for rule in rules for rival in rivals(rule, event.type)]
    named = ((f"{r.type} {r.mode}".rstrip(), f"runner-up: {r.reason}, which is not there") for r in found)
    return tuple(Alternative(value, reason) for value, reason in dict(named).items())


def _event_facts(event: entries.Event) -> tuple[Fact, ...]:
    told = f"{event.n_tellings} telling(s) of {event.n_independent} independent text(s)"
    day = " to ".join(day for day in (event.date, event.date_end) if day)
    return _facts(
        Fact("type", event.type, event.detail),
        Fact("mode", ", ".join(event.mode)),
        Fact("contexts", ", ".join(event.contexts)),
        Fact("score", f"{event.score:+g}", f"quad {event.quad}: {QUAD_NAMES[event.quad]}"),
        Fact("status", event.status, _why_status(event)),
        Fact("date", day, ", ".join(known for known in (event.date_precision, event.date_basis) if known)),
        Fact("place", event.place or event.place_country or "", _why_place(event)),
        Fact("confidence", f"{event.confidence:.2f}", told),
    )


def _why_place(event: entries.Event) -> str:
    """The country, and what says where it was."""
    return ", ".join(known for known in (event.place and event.place_country, event.place_basis) if known)


def _why_status(event: entries.Event) -> str:
    """The rule that set the status, and who says so where that is another side."""
    _, set_by, rule = event.detail.rpartition(f"; {event.status}, by ")
    told = f"by {rule.partition(';')[0]}" if set_by else "no word over or beside the act takes it back"
    return f"{told}; reported by {event.reported_by}" if event.reported_by else told


QUAD_NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def _facts(*facts: Fact) -> tuple[Fact, ...]:
    """Those of the facts that have a value."""
    return tuple(fact for fact in facts if fact.value)


def _readings(store: Store, article_ids: Iterable[str]) -> dict[str, Reading]:
    return {reading.article.article_id: reading for reading in store.readings(article_ids)}


def _tellings(event: entries.Event, readings: dict[str, Reading]) -> Iterator[Passage]:
    """For each telling, the sentences that hold its evidence, and the rule that coded it."""
    for coding_id in dict.fromkeys(evidence.coding_id for evidence in event.evidence):
        rests_on = [evidence for evidence in event.evidence if evidence.coding_id == coding_id]
        reading = readings[rests_on[0].article_id]
        spans = [(Span(one.start, one.end), one.role) for one in rests_on]
        note = next(
            (f"{c.rule}: {c.detail} ({c.confidence:.2f})" for c in reading.codings if c.coding_id == coding_id), ""
        )
        yield from passages_of(reading, spans, note)


def _titles(event: entries.Event) -> Iterator[Passage]:
    """The titles that tell of it too, each once an article."""
    for article_id in dict.fromkeys(one.article_id for one in event.title_evidence):
        rests_on = [one for one in event.title_evidence if one.article_id == article_id]
        marks = tuple(Mark(one.start, one.end, one.role) for one in rests_on)
        yield Passage(rests_on[0].page, 0, rests_on[0].sentence, marks, "told in the title too")


def passages_of(reading: Reading, spans: Sequence[tuple[Span, str]], note: str = "") -> Iterator[Passage]:
    """The sentences that hold the spans, in order, each with its marks; the note stands with the first."""
    held: dict[Span, list[Mark]] = {}
    for span, role in sorted(spans, key=lambda one: (one[0].start, one[0].end)):
        around = sentence_around(reading, span)
        held.setdefault(around, []).append(Mark(span.start - around.start, span.end - around.start, role))
    for around, marks in held.items():
        yield Passage(reading.article.page, around.start, around.of(reading.article.text), tuple(marks), note)
        note = ""


def sentence_around(reading: Reading, span: Span) -> Span:
    """The sentences that the span touches as one stretch; the paragraph where no sentence does."""
    touched = [sentence for sentence in reading.sentences if sentence.overlaps(span)]
    text = reading.article.text
    if touched:
        return Span(min(touched[0].start, span.start), max(touched[-1].end, span.end))
    end = text.find("\n\n", span.end)
    return Span(
        text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0, end if end >= 0 else len(text)
    )


def _other_values(store: Store, story_id: str | None, but: Sequence[str] = ()) -> tuple[Alternative, ...]:
    """What the story's tellings disagree about, each value once."""
    rows = queries.disagreements(store, Filter(story=story_id)) if story_id else ()
    told = (Alternative(f"{row.field}: {' / '.join(row.values)}", row.detail) for row in rows if row.field not in but)
    return tuple(dict.fromkeys(told))


def _quote(store: Store, quote_id: str) -> Explanation:
    quote = next(queries.quotes(store, Filter(ids=(quote_id,))))
    others = [one for one in _same_words(store, quote) if one.quote_id != quote_id]
    readings = _readings(store, [quote.article_id, *(one.article_id for one in others)])
    passages = [*_said(quote, readings, quote.detail)]
    for one in others:
        passages += _said(one, readings, "the same words in another telling")
    return Explanation("quote", quote_id, quote.text, _quote_facts(quote), tuple(passages), (), ())


def _same_words(store: Store, quote: entries.Quote) -> Iterator[entries.Quote]:
    sql = "SELECT quote_id FROM quotes WHERE utterance_id = ? ORDER BY quote_id"
    ids = tuple(str(row[0]) for row in store.rows(sql, (quote.utterance_id,)))
    return queries.quotes(store, Filter(ids=ids))


def _said(quote: entries.Quote, readings: dict[str, Reading], note: str) -> Iterator[Passage]:
    parts = [(Span(part.start, part.end), "quote") for part in quote.parts]
    around = [(Span(one.start, one.end), one.role) for one in quote.evidence]
    return passages_of(readings[quote.article_id], parts + around, note)


def _quote_facts(quote: entries.Quote) -> tuple[Fact, ...]:
    return _facts(
        Fact("kind", quote.kind),
        Fact("speaker", quote.speaker_name or "", f"named here as {quote.speaker_text}" if quote.speaker_text else ""),
        Fact("cue", quote.cue or ""),
        Fact("addressee", quote.addressee_name or ""),
        Fact("relayed by", quote.relayed_by or ""),
        Fact("said on", quote.said_on or "", quote.said_on_basis or ""),
        Fact("confidence", f"{quote.confidence:.2f}", quote.detail),
    )


def _article(store: Store, article_id: str) -> Explanation:
    article = next(queries.articles(store, Filter(ids=(article_id,))))
    stored = next(store.rows("SELECT dating FROM articles WHERE article_id = ?", (article_id,)))[0]
    dating = msgspec.json.decode(str(stored), type=Dating) if stored else None
    readings = _readings(store, [article_id, *((clue.article_id for clue in dating.clues) if dating else ())])
    facts = (*_article_facts(article), *(_dating_facts(dating) if dating else ()), *_dropped(readings[article_id]))
    passages = tuple(p for clue in (dating.clues if dating else ()) for p in _clue(clue, readings))
    refused = tuple(Alternative(f"published {one.value}", one.reason) for one in (dating.rejected if dating else ()))
    return Explanation("article", article_id, article.title or article.page, facts, passages, refused, ())


def _article_facts(article: entries.Article) -> tuple[Fact, ...]:
    return _facts(
        Fact("page", article.page, article.url or ""),
        Fact("byline", ", ".join(article.byline)),
        Fact("outlet", article.outlet or ""),
        Fact("agency", article.agency or ""),
        Fact("dateline", ", ".join(said for said in (article.dateline_place, article.dateline_date) if said)),
        Fact("mended", "; ".join(article.repairs)),
    )


def _dating_facts(dating: Dating) -> tuple[Fact, ...]:
    """The day taken, and the days that the clues leave: the candidates."""
    window = f"{dating.window.first or '…'} to {dating.window.last or '…'}"
    news = f"{dating.news_day.first} to {dating.news_day.last}" if dating.news_day else ""
    return _facts(
        Fact("published", dating.published or "not known", f"{dating.basis}, confidence {dating.confidence:.2f}"),
        Fact("updated", dating.updated or ""),
        Fact("days the clues leave", window),
        Fact("day of the main event", news, dating.news_day.basis if dating.news_day else ""),
    )


def _clue(clue: Clue, readings: dict[str, Reading]) -> Iterator[Passage]:
    note = f"{clue.rule} (about the {clue.about} day, weight {clue.weight:g}): {clue.detail}"
    reading = readings.get(clue.article_id)
    if reading is None or clue.end <= clue.start:
        yield Passage(reading.article.page if reading else "", 0, clue.text, (), note)
    else:
        yield from passages_of(reading, [(Span(clue.start, clue.end), clue.rule)], note)


def _dropped(reading: Reading) -> Iterator[Fact]:
    """What of the page was left out, by reason."""
    for reason in dict.fromkeys(dropped.reason for dropped in reading.dropped):
        texts = [dropped.text for dropped in reading.dropped if dropped.reason == reason]
        yield Fact("left out", f"{len(texts)} x {reason}", texts[0][:60].replace("\n", " "))


def _story(store: Store, story_id: str) -> Explanation:
    story = next(queries.stories(store, Filter(ids=(story_id,))))
    told = f"{story.n_tellings} telling(s) of {story.n_independent} independent text(s)"
    pages = (Fact("page", page) for page in story.pages)
    facts = _facts(
        Fact("date", story.date or ""), Fact("tellings", told, story.detail), *pages, *map(_relation, story.tellings)
    )
    return Explanation("story", story_id, story.title or "", facts, (), _other_values(store, story_id), ())


def _relation(telling: entries.TellingEntry) -> Fact:
    source = f", descends from {telling.direction}" if telling.direction else ""
    return Fact(
        telling.relation, f"{telling.page} and {telling.other_page}{source}", f"{telling.score:.2f}: {telling.detail}"
    )


def _disagreement(store: Store, disagreement_id: str) -> Explanation:
    """The words of each telling, marked with the value that they give."""
    sql = "SELECT story_id FROM disagreements WHERE disagreement_id = ?"
    asked = Filter(story=str(next(store.rows(sql, (disagreement_id,)))[0]))
    one = next(row for row in queries.disagreements(store, asked) if row.disagreement_id == disagreement_id)
    readings = _readings(store, (told.article_id for told in one.evidence))
    passages = [
        passage
        for article_id, reading in readings.items()
        for passage in passages_of(
            reading, [(Span(t.start, t.end), t.value) for t in one.evidence if t.article_id == article_id]
        )
    ]
    facts = (
        Fact("field", one.field),
        *(Fact("value", value) for value in one.values),
        *(Fact("page", p) for p in one.pages),
    )
    return Explanation("disagreement", disagreement_id, one.detail, facts, tuple(passages), (), ())


EXPLAINED = {
    entries.Event: _event,
    entries.Quote: _quote,
    entries.Article: _article,
    entries.Story: _story,
    entries.Disagreement: _disagreement,
}
