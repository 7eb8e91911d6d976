"""Stories, lineage, disagreements, and that every span gives back its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.scoring.words import Check, Row, has, on_any, on_page


def check_stories(key: Row, stories: Sequence[Row]) -> Iterator[Check]:
    """Ask for the key's stories, whole and with nothing else in them, and for the relations between tellings."""
    for want in key.get("stories", []):
        hit = any(_is_story(story["pages"], want) for story in stories)
        yield Check("stories", hit, "+".join(want))
    tellings = [t for story in stories for t in story.get("tellings") or []]
    for want in key.get("lineage", []):
        named = want["pages"]
        found = [t["relation"] for t in tellings if all(_either(t, page) for page in named)]
        yield Check("lineage", found == [want["relation"]], f"{'+'.join(named)}: {found}")


def _is_story(pages: Sequence[str], want: Sequence[str]) -> bool:
    return len(pages) == len(want) and all(any(on_page(page, asked) for page in pages) for asked in want)


def _either(telling: Row, asked: str) -> bool:
    return on_page(telling["page"], asked) or on_page(telling["other_page"], asked)


def check_disagreements(key: Row, rows: Sequence[Row]) -> Iterator[Check]:
    """Ask whether the values that differ between tellings are shown."""
    for want in key.get("disagreements", []):
        near = [
            row for row in rows if row["field"] == want["field"] and any(on_any(p, want["pages"]) for p in row["pages"])
        ]
        shown = any(all(any(has(value, w) for value in row["values"]) for w in want["values"]) for row in near)
        yield Check("disagreements shown", shown, want["about"])


def check_spans(articles: Sequence[Row], quotes: Sequence[Row], events: Sequence[Row]) -> Iterator[Check]:
    """Ask every offset for the words that it claims, and every event for its act, its actor and their sentence."""
    texts = {article["page"]: article["text"] for article in articles}
    parts = [(part, quote["page"]) for quote in quotes for part in quote.get("parts") or [quote]]
    evidence = [(e, e["page"]) for event in events for e in event["evidence"]]
    for layer, spans in (("quote spans exact", parts), ("evidence spans exact", evidence)):
        for span, page in spans:
            ok = bool(span["text"]) and texts.get(page, "")[span["start"] : span["end"]] == span["text"]
            yield Check(layer, ok, f"{page[:3]} {span['text'][:40]!r}")
    for event in events:
        roles = {e.get("role") for e in event["evidence"]}
        whole = roles >= {"act", "actor"} and all(e.get("sentence") for e in event["evidence"])
        yield Check("events with evidence", whole, f"{event['event_id']}: {sorted(map(str, roles))}")
