"""What people decided on entries. A machine's value is never changed: a judgement is laid over it in reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Literal, TypeVar, get_type_hints

import msgspec

from tellings.errors import TellingsError
from tellings.record import entries
from tellings.record.runs import Asked, now
from tellings.record.store import Judgement, Store

T = TypeVar("T")
Verdict = Literal["accept", "reject", "change"]

#: The entries that can be judged, each with the field that holds its id.
JUDGED: Mapping[type, str] = {
    entries.Article: "article_id",
    entries.Quote: "quote_id",
    entries.Event: "event_id",
    entries.Story: "story_id",
    entries.Disagreement: "disagreement_id",
    entries.Actor: "actor_id",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The judgements that stand on one entry: its verdict as a whole, and the fields that people changed."""

    rejected: bool
    changes: Mapping[str, str]


NOTHING = Standing(False, {})


def judgements(store: Asked, target: str | None = None) -> Iterator[Judgement]:
    """All judgements, or those on one target, in the order in which they were made."""
    names = [field.name for field in fields(Judgement)]
    where, values = (" WHERE target = ?", (target,)) if target else ("", ())
    for row in store.rows(f"SELECT {', '.join(names)} FROM judgements{where} ORDER BY judgement_id", values):
        yield msgspec.convert(dict(zip(names, row, strict=True)), Judgement)


def standing(store: Asked) -> dict[str, Standing]:
    """What stands on each entry that was judged, by the id that it has now."""
    last: dict[str, dict[str | None, Judgement]] = {}
    for judgement in judgements(store):
        last.setdefault(judgement.target, {})[judgement.field] = judgement
    return {one: _standing(by_field) for target, by_field in last.items() for one in current(store, target)}


def _standing(by_field: Mapping[str | None, Judgement]) -> Standing:
    changes = {f: j.value for f, j in by_field.items() if f and j.verdict == "change" and j.value is not None}
    whole = by_field.get(None)
    return Standing(whole is not None and whole.verdict == "reject", changes)


def current(store: Asked, target: str) -> tuple[str, ...]:
    """The id that a judged entry has now, or the target itself.

    An event is named after the least of its codings, a story, as 's' and an id, after the least of
    its articles: who were the least once may have company by now.
    """
    codings = "SELECT DISTINCT event_id FROM evidence WHERE coding_id = ? AND event_id IS NOT NULL"
    stories = "SELECT story_id FROM articles WHERE article_id = ? AND story_id IS NOT NULL"
    member = target[-MEMBER:]
    moved = {str(row[0]) for row in store.rows(codings, (target,))}
    if len(target) > MEMBER:
        found = (str(row[0]) for row in store.rows(stories, (member,)))
        moved |= {one for one in found if one[:-MEMBER] == target[:-MEMBER]}
    return tuple(sorted(moved)) or (target,)


#: The length of an id: a letter and 16 digits.
MEMBER = 17


def judged(store: Asked, kind: type[T], found: Iterator[T], *, rejected: bool = False) -> Iterator[T]:
    """Lay what people decided over entries: those rejected are left out, unless asked for; changes are made."""
    stands, key = standing(store), JUDGED[kind]
    for entry in found:
        stand = stands.get(getattr(entry, key), NOTHING)
        if rejected or not stand.rejected:
            yield changed(entry, stand.changes) if stand.changes else entry


def changed(entry: T, changes: Mapping[str, str]) -> T:
    """An entry with a human's values in place of the machine's."""
    values = {name: msgspec.json.decode(value) for name, value in changes.items()}
    return msgspec.convert(msgspec.to_builtins(entry) | values, type(entry))


def judge(
    store: Store,
    target: str,
    verdict: Verdict,
    *,
    author: str,
    field: str | None = None,
    value: object = None,
    note: str | None = None,
) -> Judgement:
    """Put a judgement on an entry, or on one field of it, into the record.

    A later judgement on the same entry and field stands in place of an earlier one: to undo a
    rejection or a change, accept. Raises TellingsError where nothing has that id, or the field or
    value does not fit it.
    """
    kind = kind_of(store, target)
    if field is not None:
        _check(kind, field, value if verdict == "change" else _UNSET)
    number = sum(1 for _ in judgements(store)) + 1
    made = None if verdict != "change" else msgspec.json.encode(value).decode()
    judgement = Judgement(numbered(number), target, field, verdict, made, author, now(), note)
    store.judge(judgement)
    return judgement


def numbered(number: int) -> str:
    """A judgement's id: their order is that in which they were made."""
    return f"j{number:06d}"


_UNSET = object()


def kind_of(store: Asked, target: str) -> type:
    """What sort of entry an id names. Raises TellingsError where there is none."""
    for one in current(store, target):
        for kind, key in JUDGED.items():
            table = f"{kind.__name__.lower()}s".replace("storys", "stories")
            if next(store.rows(f"SELECT 1 FROM {table} WHERE {key} = ?", (one,)), None):
                return kind
    raise TellingsError(f"nothing in the record has the id {target}", "list ids with: tellings show RECORD events")


def _check(kind: type, field: str, value: object) -> None:
    """The entry has that field, and the value is of its type."""
    known = [one.name for one in fields(kind) if one.name != JUDGED[kind]]
    if field not in known:
        name = kind.__name__.lower()
        raise TellingsError(f"{name} has no field {field!r} to judge", f"choose one of: {', '.join(known)}")
    if value is not _UNSET:
        _fits(value, field, get_type_hints(kind)[field])


def _fits(value: object, field: str, declared: object) -> None:
    try:
        msgspec.convert(value, declared)
    except msgspec.ValidationError as error:
        reason = f"{value!r} is no value for {field}: {error}"
        raise TellingsError(reason, "give a value of that type, lists and objects as JSON") from error
