"""Articles: title, credits, date, and what the body keeps and drops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.scoring.words import Check, Row, fold, has, in_time, on_page, overlap

#: A body whose words reach this F1 lost at most a clause, or kept at most a line of furniture.
BODY_F1 = 0.97
CREDITS = ("agency", "byline", "outlet", "dateline_place")


def check_articles(key: Row, articles: Sequence[Row]) -> Iterator[Check]:
    """Ask every article of the key."""
    for want in key.get("articles", []):
        got = next((a for a in articles if on_page(a["page"], want["page"])), None)
        name = want["page"][:3]
        yield Check("articles found", got is not None, name)
        yield from _credits(want, got or {}, name)
        yield from _body(want, got or {}, name)
        yield from _published(want, got or {}, name)


def _credits(want: Row, got: Row, name: str) -> Iterator[Check]:
    titles = {fold(want[field]) for field in ("title", "title_or") if field in want}
    yield Check("title", fold(got.get("title")) in titles, f"{name}: {got.get('title')!r}")
    for field in CREDITS:
        if field in want:
            value = got.get(field)
            value = ", ".join(value) if isinstance(value, list) else value
            ok = bool(got) and fold(value) == fold(want[field])
            yield Check(field, ok, f"{name}: {value!r}, key says {want[field]!r}")


def _body(want: Row, got: Row, name: str) -> Iterator[Check]:
    text = got.get("text")
    if "gold_text" in want:
        f1 = overlap(text, want["gold_text"])
        yield Check("body words F1 >= .97", f1 >= BODY_F1, f"{name}: {f1:.3f}")
    for part in want.get("body_contains", []):
        yield Check("body keeps", has(text, part), f"{name}: {part!r}")
    for part in want.get("body_lacks", []):
        yield Check("body drops", bool(got) and not has(text, part), f"{name}: {part!r}")


def _published(want: Row, got: Row, name: str) -> Iterator[Check]:
    day = got.get("published")
    if want.get("published"):
        minute = want["published"][:16]
        yield Check("published", (day or "")[: len(minute)] == minute, f"{name}: {day}")
    elif "published_between" in want:
        yield Check("published", in_time(day, want, "published", "published_between"), f"{name}: {day}")
