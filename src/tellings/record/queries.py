"""The questions that a record answers, the same for both stores. Every answer streams, by day and id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from tellings.model.spans import Span
from tellings.record import filters
from tellings.record.entries import (
    Actor,
    Acts,
    Article,
    Disagreement,
    Event,
    Evidence,
    Hit,
    Quote,
    Story,
)
from tellings.record.filters import Condition, Filter
from tellings.record.load import entry, grouped, growing
from tellings.record.runs import Asked
from tellings.record.store import Row, Value

EVERYTHING = Filter()
#: Articles that a text names are shown as pages.
ARTICLE_ID = re.compile(r"\ba[0-9a-f]{16}\b")
#: Actors whose names hold some letters, where no index of names is at hand.
NAMED = "SELECT actor_id FROM actors WHERE lower(name) LIKE '%' || lower(?) || '%'"


def _select(names: Sequence[str], prefix: str) -> str:
    return ", ".join(f'{prefix}."{name}"' for name in names)


ARTICLE = tuple(name for name in Article.__dataclass_fields__)
QUOTE = tuple(n for n in Quote.__dataclass_fields__ if n not in ("page", "parts", "evidence", "story_id"))
EVENT = tuple(name for name in Event.__dataclass_fields__ if name not in {"evidence", "title_evidence"})
STORY = ("story_id", "title", "date", "n_tellings", "n_independent", "detail")
DISAGREEMENT = ("disagreement_id", "story_id", "field", "values", "detail")
ACTOR = tuple(name for name in Actor.__dataclass_fields__ if not name.startswith("n_"))


def articles(store: Asked, asked: Filter = EVERYTHING) -> Iterator[Article]:
    """Clean articles with their day, story and family."""
    conditions = filters.article_conditions(store, asked)
    sql = (
        f"SELECT {_select(ARTICLE, 'a')} FROM articles a{filters.where(conditions)}"
        " ORDER BY coalesce(a.published, ''), a.article_id"
    )
    for row in store.rows(sql, filters.values(conditions)):
        yield entry(Article, ARTICLE, row)


def quotes(store: Asked, asked: Filter = EVERYTHING) -> Iterator[Quote]:
    """Words attributed to speakers."""
    return _quotes(store, filters.quote_conditions(store, asked))


def _quotes(store: Asked, conditions: Sequence[Condition]) -> Iterator[Quote]:
    sql = (
        f"SELECT q.quote_id FROM quotes q JOIN articles a ON a.article_id = q.article_id{filters.where(conditions)}"
        " ORDER BY coalesce(q.said_on, ''), q.quote_id"
    )
    for batch in growing(store.rows(sql, filters.values(conditions))):
        ids = [str(quote_id) for [quote_id] in batch]
        held, evidence = grouped(store, _QUOTES, ids), grouped(store, _QUOTE_EVIDENCE, ids)
        for quote_id in ids:
            [(page, story_id, text, parts, *row)] = held[quote_id]
            more = {"page": page, "story_id": story_id, "parts": _parts(str(text), parts)}
            rests_on = [dict(zip(QUOTE_EVIDENCE, one, strict=True)) for one in evidence[quote_id]]
            yield entry(Quote, QUOTE, row, **more, evidence=rests_on)


_QUOTES = (
    f"SELECT q.quote_id, a.page, a.story_id, a.text, q.parts, {_select(QUOTE, 'q')} FROM quotes q"
    " JOIN articles a ON a.article_id = q.article_id WHERE q.quote_id IN (IDS)"
)
QUOTE_EVIDENCE = ("role", "start", "end", "text")
_QUOTE_EVIDENCE = (
    f"SELECT quote_id, {_select(QUOTE_EVIDENCE, 'v')} FROM evidence v WHERE quote_id IN (IDS)"
    ' ORDER BY "start", role, "end"'
)


def _parts(text: str, spans: Value) -> list[dict[str, object]]:
    """Each part with its words."""
    found = msgspec.json.decode(str(spans), type=list[Span])
    return [{"start": span.start, "end": span.end, "text": span.of(text)} for span in found]


def events(store: Asked, asked: Filter = EVERYTHING) -> Iterator[Event]:
    """Events over all their tellings, with the words that each rests on.

    Ids are put in order first, rows are read by them: thousands of rows sorted whole to show twenty took most of it.
    """
    conditions = filters.event_conditions(store, asked)
    sql = f"SELECT e.event_id FROM events e{filters.where(conditions)} ORDER BY coalesce(e.date, ''), e.event_id"
    for batch in growing(store.rows(sql, filters.values(conditions))):
        ids = [str(event_id) for [event_id] in batch]
        held, evidence = grouped(store, _EVENTS, ids), grouped(store, _EVENT_EVIDENCE, ids)
        for event_id in ids:
            row = (event_id, *held[event_id][0])
            yield entry(Event, EVENT, row, **{name: _in_field(evidence[event_id], name) for name in FIELDS})


#: The lists of an event's evidence by the text that their spans count in.
FIELDS = {"evidence": "text", "title_evidence": "title"}


def _in_field(rows: Sequence[Row], name: str) -> list[dict[str, Value]]:
    """An event's evidence in one of its articles' texts; the last column of each row says in which it is."""
    return [dict(zip(EVIDENCE, one[:-1], strict=True)) for one in rows if one[-1] == FIELDS[name]]


_EVENTS = f"SELECT {_select(EVENT, 'e')} FROM events e WHERE e.event_id IN (IDS)"
EVIDENCE = tuple(Evidence.__dataclass_fields__)
_EVENT_EVIDENCE = (
    f"SELECT v.event_id, a.page, {_select(EVIDENCE[1:], 'v')}, v.field"
    " FROM evidence v JOIN articles a ON a.article_id = v.article_id"
    ' WHERE v.event_id IN (IDS) ORDER BY v.article_id, v."start", v.role, v."end", v.coding_id,'
    " coalesce(v.actor_id, '')"
)


def stories(store: Asked, asked: Filter = EVERYTHING) -> Iterator[Story]:
    """Stories with their families and tellings."""
    conditions = filters.story_conditions(store, asked)
    sql = (
        f"SELECT {_select(STORY, 's')} FROM stories s{filters.where(conditions)}"
        " ORDER BY coalesce(s.date, ''), s.story_id"
    )
    for batch in growing(store.rows(sql, filters.values(conditions))):
        ids = [str(row[0]) for row in batch]
        told, families, tellings = (grouped(store, sql, ids) for sql in (_PAGES, _FAMILIES, _TELLINGS))
        for row in batch:
            story = str(row[0])
            pages = {str(article): str(page) for article, page in told[story]}
            yield entry(
                Story,
                STORY,
                row,
                pages=list(pages.values()),
                families=[_family(one, pages) for one in families[story]],
                tellings=[_telling(one, pages) for one in tellings[story]],
            )


_PAGES = "SELECT story_id, article_id, page FROM articles WHERE story_id IN (IDS) ORDER BY article_id"
_FAMILIES = "SELECT story_id, family_id, article_ids FROM families WHERE story_id IN (IDS) ORDER BY family_id"
_TELLINGS = (
    "SELECT story_id, article_id, other_id, relation, direction, score, detail, shared FROM tellings"
    " WHERE story_id IN (IDS) ORDER BY article_id, other_id"
)


def _family(row: Row, pages: Mapping[str, str]) -> dict[str, object]:
    members = msgspec.json.decode(str(row[1]), type=list[str])
    return {"family_id": row[0], "pages": [pages[article] for article in members]}


def _telling(row: Row, pages: Mapping[str, str]) -> dict[str, object]:
    article, other, relation, direction, score, detail, shared = row
    return {
        "page": pages[str(article)],
        "other_page": pages[str(other)],
        "relation": relation,
        "direction": pages[str(direction)] if direction else None,
        "score": score,
        "detail": ARTICLE_ID.sub(lambda found: pages.get(found[0], found[0]), str(detail)),
        "shared": msgspec.json.decode(str(shared)),
    }


def disagreements(store: Asked, asked: Filter = EVERYTHING) -> Iterator[Disagreement]:
    """Where the tellings of a story give different values, and in which words."""
    inner = filters.story_conditions(store, asked)
    chosen = f" WHERE d.story_id IN (SELECT s.story_id FROM stories s{filters.where(inner)})" if inner else ""
    columns = f"d.article_ids, d.evidence, {_select(DISAGREEMENT, 'd')}"
    sql = f"SELECT {columns} FROM disagreements d{chosen} ORDER BY d.disagreement_id"
    for article_ids, evidence, *row in store.rows(sql, filters.values(inner)):
        members = msgspec.json.decode(str(article_ids), type=list[str])
        pages = {str(article): str(page) for article, page in _pages(store, members)}
        rests_on = [{**told, "page": pages[str(told["article_id"])]} for told in _told(evidence)]
        yield entry(Disagreement, DISAGREEMENT, row, pages=list(pages.values()), evidence=rests_on)


def _told(evidence: Value) -> list[dict[str, str | int]]:
    return msgspec.json.decode(str(evidence), type=list[dict[str, str | int]])


def _pages(store: Asked, article_ids: Sequence[str]) -> Iterator[Row]:
    held = ", ".join("?" * len(article_ids))
    sql = f"SELECT article_id, page FROM articles WHERE article_id IN ({held}) ORDER BY article_id"
    return store.rows(sql, article_ids)


def actors(store: Asked, asked: Filter = EVERYTHING) -> Iterator[Actor]:
    """Everyone whom the record names, with how often it names and quotes them."""
    conditions = filters.actor_conditions(store, asked)
    sql = (
        f"SELECT {_select(ACTOR, 'r')}, {_COUNTS} FROM actors r{filters.where(conditions)}"
        " ORDER BY lower(r.name), r.actor_id"
    )
    for row in store.rows(sql, filters.values(conditions)):
        yield entry(Actor, (*ACTOR, "n_mentions", "n_quotes", "n_events"), row)


_COUNTS = (
    "(SELECT count(*) FROM mentions m WHERE m.actor_id = r.actor_id),"
    " (SELECT count(*) FROM quotes q WHERE q.speaker_id = r.actor_id),"
    " (SELECT count(DISTINCT v.event_id) FROM evidence v WHERE v.actor_id = r.actor_id)"
)


def search(store: Asked, words: str, limit: int = 50) -> Iterator[Hit]:
    """Articles that hold all the words, in title or text, the best first."""
    names = tuple(Hit.__dataclass_fields__)
    for row in store.search(words, limit):
        yield entry(Hit, names, row)


def acts(
    store: Asked, source: str, target: str, letters: int, asked: Filter = EVERYTHING, but: Collection[str] = ()
) -> Iterator[Acts]:
    """What one country did towards another: events that happened on a known day, but for some, as the machine has them.

    They are counted by so many letters of their days: 7 for months. No row of an event is read.
    """
    happened = Condition(_HAPPENED, (source, target))
    others = filters.others("e.event_id", sorted(but))
    conditions = (happened, *others, *filters.event_conditions(store, asked))
    sql = f"SELECT substr(e.date, 1, {letters}), {_ACTS}{filters.where(conditions)} GROUP BY 1, 2, 3, 4"
    return (Acts(*row) for row in store.rows(sql, filters.values(conditions)))  # type: ignore[arg-type]


_HAPPENED = "d.source = ? AND d.target = ? AND e.status = 'happened' AND coalesce(e.date, '') > ''"
_ACTS = (
    "e.date_precision, e.quad, e.score, count(*), sum(e.n_independent)"
    " FROM event_dyads d JOIN events e ON e.event_id = d.event_id"
)
