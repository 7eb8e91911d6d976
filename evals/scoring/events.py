"""Events: found with their sides, day, place and status; and none where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.scoring.words import Check, Row, has, in_time, on_any, pair_off, same_name


def check_events(key: Row, events: Sequence[Row]) -> Iterator[Check]:
    """Ask every event of the key; where the key is complete, ask every event said to have happened."""
    asked: Sequence[Row] = key.get("events", [])
    likely = [(_likeness(got, want), i, j) for i, want in enumerate(asked) for j, got in enumerate(events)]
    taken = pair_off(pair for pair in likely if pair[0])
    for i, want in enumerate(asked):
        got = events[taken[i]] if i in taken else {}
        pages = "+".join(page[:3] for page in want["pages"])
        name = f"{pages} {want['type']} {_side(want['source'])} -> {_side(want['target'])}"
        yield Check("events found", bool(got), name)
        yield from _when(want, got, name)
        yield from _fields(want, got, name)
        if got:
            yield from _of_found(want, got, name)
    if key.get("events_complete"):
        yield from _precision(key, events, set(taken.values()))


def _side(want: Row) -> str:
    named = (want.get(field) for field in ("person", "organisation", "office", "country"))
    return next((str(name) for name in named if name), "anyone")


def _fits_actor(actors: Sequence[Row], want: Row) -> bool:
    return not want or any(_is_actor(actor, want) for actor in actors)


def _is_actor(actor: Row, want: Row) -> bool:
    if "person" in want and not same_name(actor.get("name"), want["person"]):
        return False
    if "organisation" in want and not any(same_name(actor.get(f), want["organisation"]) for f in ("name", "text")):
        return False
    if "country" in want and actor.get("country") != want["country"]:
        return False
    return "sector" not in want or actor.get("sector") in {want["sector"], want.get("sector_or")}


def fits(event: Row, want: Row) -> bool:
    """Whether page, type and sides fit. A CONSULT's sides may be swapped, or all stand as actors."""
    types = {want["type"], *want.get("type_or", [])}
    if event["type"] not in types and "*" not in types:
        return False
    if not any(on_any(e["page"], want.get("pages") or [want["page"]]) for e in event["evidence"]):
        return False
    actors, recipients = event.get("actors") or [], event.get("recipients") or []
    if _fits_actor(actors, want["source"]) and _fits_actor(recipients, want["target"]):
        return True
    everyone = [*actors, *recipients]
    swaps = bool(types & {"CONSULT", "*"})
    return swaps and _fits_actor(everyone, want["source"]) and _fits_actor(everyone, want["target"])


def _likeness(event: Row, want: Row) -> float:
    """0 for another event; else above 1, and more for the right status, day and pages."""
    if not fits(event, want):
        return 0.0
    day = bool({"date", "date_between"} & want.keys()) and in_time(event.get("date"), want, "date", "date_between")
    told = sum(any(on_any(e["page"], [page]) for e in event["evidence"]) for page in want["pages"])
    pages = 0.3 * told / len(want["pages"]) + 0.01 * told  # of two that are told on all their pages that of more pages
    return 1.0 + 0.5 * (event.get("status") == want.get("status")) + 0.8 * day + pages


def _when(want: Row, got: Row, name: str) -> Iterator[Check]:
    if {"date", "date_between"} & want.keys():
        ok = in_time(got.get("date"), want, "date", "date_between")
        yield Check("event date", ok, f"{name}: {got.get('date')}")
    if "date" in want:
        exact = str(got.get("date") or "")[:10] == want["date"]
        yield Check("event day exact", exact, f"{name}: {got.get('date')}")


def _of_found(want: Row, got: Row, name: str) -> Iterator[Check]:
    """Every field, of the events that were found: where no place is given that is wrong of those found."""
    for check in _told(want, got, name):
        yield Check(f"{check.layer}, of those found", check.ok, check.what, counts=False)
    for check in _when(want, got, name):
        yield Check(f"{check.layer}, of those found", check.ok, check.what, counts=False)
    for field, layer in (("place", "event place"), ("place_country", "country of place")):
        if field not in want:
            continue
        given = got.get(field)
        right = has(given, want["place"]) if field == "place" else given == want[field]
        yield Check(f"{layer}, of those found", right, f"{name}: {given}", counts=False)
        if given:
            yield Check(f"{layer}, of those given", right, f"{name}: {given}", counts=False)


def _fields(want: Row, got: Row, name: str) -> Iterator[Check]:
    if "place" in want:
        yield Check("event place", has(got.get("place"), want["place"]), f"{name}: {got.get('place')}")
    yield from _told(want, got, name)
    if "n_independent" in want:
        counted = got.get("n_independent")
        yield Check("event n_independent", counted == want["n_independent"], f"{name}: {counted}")
    if len(want["pages"]) > 1:
        told = [e["page"] for e in got.get("evidence", [])]
        whole = bool(told) and all(any(on_any(t, [page]) for t in told) for page in want["pages"])
        yield Check("event merged over tellings", whole, name)


def _told(want: Row, got: Row, name: str) -> Iterator[Check]:
    """Status, mode and contexts."""
    if "status" in want:
        yield Check("event status", got.get("status") == want["status"], f"{name}: {got.get('status')}")
    for field, many in (("mode", "mode"), ("context", "contexts")):
        if field in want:
            yield Check(f"event {field}", want[field] in (got.get(many) or []), f"{name}: {got.get(many)}")


def _precision(key: Row, events: Sequence[Row], known: set[int]) -> Iterator[Check]:
    pages = {page for want in key.get("events", []) for page in want["pages"]}
    for j, event in enumerate(events):
        if event.get("status") != "happened" or not any(on_any(e["page"], pages) for e in event["evidence"]):
            continue
        if j in known or not any(fits(event, free) for free in key.get("events_optional", [])):
            what = f"{event['type']} {(event.get('summary') or '')[:80]}"
            yield Check("events precision", j in known, what)


def check_absent(key: Row, events: Sequence[Row]) -> Iterator[Check]:
    """Ask for no event where the key says that there is none."""
    for want in key.get("not_events", []):
        bad = [event["type"] for event in events if _breaks(event, want)]
        name = f"{want['page'][:3]} {want['contains'][:40]!r}: {bad}"
        yield Check("no event where there is none", not bad, name)


def _breaks(event: Row, want: Row) -> bool:
    told = any(
        on_any(e["page"], [want["page"]]) and has(e.get("sentence") or e["text"], want["contains"])
        for e in event["evidence"]
    )
    barred = ("type" not in want or fits(event, want)) and ("bars" not in want or event["type"] in want["bars"])
    return event.get("status") == "happened" and told and barred
