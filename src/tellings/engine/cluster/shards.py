"""What one shard of a build does: plain functions over rows of texts and numbers, whatever engine moves the rows.

Things travel between machines as JSON or MessagePack of the model's dataclasses.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations
from pathlib import Path, PurePath
from typing import BinaryIO

import msgspec

from tellings.clean.repeats import Repeated, repeated, without
from tellings.clean.site_rules import SiteRules
from tellings.engine.article import Reader
from tellings.engine.local import Processes
from tellings.engine.stories import sketches, stories
from tellings.model.actors import Reported
from tellings.model.article import Cleaned, Trace
from tellings.model.ids import stable_id
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.times import Interval
from tellings.pages.apart import Apart
from tellings.pages.fields import Fields
from tellings.pages.paths import URL, is_address
from tellings.pages.read import Source, sources
from tellings.record import rows as to
from tellings.record.fullest import LONGEST, emptiness
from tellings.record.rows import to_json
from tellings.record.schema import columns
from tellings.record.store import Value
from tellings.relate import Sketch
from tellings.relate.candidates import COPIES, MOST_POSTINGS, RUN_WEIGHT, keys_of
from tellings.relate.regions import Match, match

#: Opens what an address of object storage names.
Opener = Callable[[str], BinaryIO]
Row = Mapping[str, Value]
#: Digits before an actor's JSON, by which the fullest of one id comes first.
DIGITS = 9


def pages_of(files: Sequence[str], fields: Fields, opener: Opener) -> Iterator[Row]:
    """The pages of files, in order: `number`, and `page_id` with `page`, or `reject`.

    They are read in a process of their own, within bounds.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = Apart(fields).read(_sources(files, opener, Path(folder)))
        for number, one in enumerate(found):
            if isinstance(one, Reject):
                yield {"number": number, "page_id": None, "page": None, "reject": to_json(one)}
            else:
                yield {"number": number, "page_id": one.page_id, "page": to_json(one), "reject": None}


def _sources(files: Sequence[str], opener: Opener, folder: Path) -> Iterator[Source | Reject]:
    """Files and addresses as they are, objects as copies in a folder."""
    for number, file in enumerate(files):
        if URL.match(file) and not is_address(file):
            yield _copied(file, opener, folder / f"{number}{''.join(PurePath(file).suffixes)}")
        else:
            yield from sources([file])


def _copied(file: str, opener: Opener, to: Path) -> Source | Reject:
    try:
        with opener(file) as stream, to.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
    except OSError as error:
        remedy = "Check its address and your rights to it."
        return Reject(file, "read", f"the object cannot be read: {error}", remedy)
    return Source(file, copy=str(to))


def readings_of(pages: Sequence[str], sites: SiteRules | None) -> Iterator[Row]:
    """Each page's reading, or why there is none. They are read in a process of its own, within bounds."""
    decoded = (msgspec.json.decode(page, type=Page) for page in pages)
    for _, found in Processes(1).each(decoded, Reader.read, partial(Reader, sites)):
        yield _row(found)


def _row(found: Reading | Reject) -> Row:
    if isinstance(found, Reject):
        return dict.fromkeys(("article_id", "site", "paragraphs", "reading")) | {"reject": to_json(found)}
    trace = found.trace
    return {
        "article_id": found.article.article_id,
        "site": trace.site if trace else None,
        "paragraphs": to_json(trace.paragraphs if trace else ()),
        "reading": to_json(found),
        "reject": None,
    }


def repeated_by(site: str, page_ids: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """The paragraphs that a site repeats as JSON; none where it repeats nothing."""
    given = (msgspec.json.decode(one, type=tuple[tuple[str, int], ...]) for one in paragraphs)
    found = repeated(Trace(page, site, one) for page, one in zip(page_ids, given, strict=True))
    return to_json(found[site]) if found else None


@dataclass(frozen=True, slots=True)
class Told:
    """An article's reading as it travels, with what says whether its site has told more of it."""

    page_id: str
    article_id: str
    site: str | None
    paragraphs: str
    reading: str


def without_repeats(told: Sequence[Told], by_site: Repeated) -> Iterator[Row]:
    """The readings of articles without what their sites are known to repeat; `reject` where one cannot be read anew."""
    changed = {i: cleaned for i, one in enumerate(told) if (cleaned := _changed(one, by_site))}
    again = Processes(1).each(changed.values(), Reader.read_again, partial(Reader, None, by_site)) if changed else ()
    anew = dict(zip(changed, (found for _, found in again), strict=True))
    for i, one in enumerate(told):
        found = anew.get(i)
        kept: dict[str, Value] = {"article_id": one.article_id, "reading": one.reading, "reject": None}
        if isinstance(found, Reject):
            kept["reject"] = to_json(found)
        elif found:
            kept |= {"article_id": found.article.article_id, "reading": to_json(found)}
        yield kept


def _changed(one: Told, by_site: Repeated) -> Cleaned | None:
    keys = by_site.get(one.site or "", {})
    whole = one.article_id == stable_id("a", one.page_id)
    if whole and not any(f'"{key}"' in one.paragraphs for key in keys):
        return None
    cleaned = msgspec.json.decode(one.reading, type=Reading).cleaned
    return None if without(cleaned, by_site).article.article_id == one.article_id else cleaned


def sketched(readings: Sequence[str]) -> Iterator[dict[str, object]]:
    """Each article's sketch packed, its day as JSON, and the keys that it stands under."""
    for sketch in sketches(msgspec.json.decode(one, type=Reading) for one in readings):
        keys = keys_of(sketch)
        words = zip(keys.words.tolist(), keys.weights.tolist(), strict=True)
        under = [{"run": False, "key": key, "weight": weight} for key, weight in words]
        under += [{"run": True, "key": key, "weight": 1} for key in keys.runs.tolist()]
        day = to_json(sketch.day) if sketch.day else None
        yield {"sketch": msgspec.msgpack.encode(sketch), "day": day, "keys": under}


def under_key(run: bool, ids: Sequence[str], weights: Sequence[int]) -> Iterator[dict[str, object]]:
    """What one key says for the pairs of articles that stand under it: a part of the sum in `Postings.met`."""
    standing = sorted(zip(ids, weights, strict=True))
    if not run:
        pairs = combinations(standing, 2) if len(standing) <= MOST_POSTINGS else iter(())
        yield from ({"one": a, "other": b, "worth": weight * its} for (a, weight), (b, its) in pairs)
        return
    leads = standing if len(standing) <= MOST_POSTINGS else standing[:COPIES]
    for i, (one, _) in enumerate(leads):
        yield from ({"one": one, "other": other, "worth": RUN_WEIGHT} for other, _ in standing[i + 1 :])


def matched(one: bytes, other: bytes) -> dict[str, float | bool] | None:
    """Set two sketches side by side, the one of the lesser id first."""
    found = match(unpacked(one), unpacked(other))
    return {"score": found[0], "same": found[1]} if found else None


def unpacked(sketch: bytes) -> Sketch:
    """A sketch as it was packed."""
    return msgspec.msgpack.decode(sketch, type=Sketch)


class Pairs:
    """The graph that stories are found on: ids, days, pairs, and of sketches the few that are asked for."""

    def __init__(
        self, days: Mapping[str, str | None], pairs: Iterable[tuple[str, str, Match]], fetch: Callable[[str], bytes]
    ) -> None:
        """Take articles' days as JSON, pairs in any order, and what gives an article's packed sketch."""
        self.ids = sorted(days)
        self._days = {i: msgspec.json.decode(day, type=Interval) for i, day in days.items() if day}
        self._partners: dict[str, dict[str, Match]] = {article_id: {} for article_id in self.ids}
        for one, other, found in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
            self._partners[one][other] = self._partners[other][one] = found
        self.sketch = lru_cache(maxsize=8000)(lambda article_id: unpacked(fetch(article_id)))

    def partners(self, article_id: str) -> Mapping[str, Match]:
        """The articles that this one is paired with."""
        return self._partners[article_id]

    def day(self, article_id: str) -> Interval | None:
        """When an article's news happened."""
        return self._days.get(article_id)


def told(readings: Sequence[str], elsewhere: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of one story, as table and JSON; under "dated" and "casts" what its articles and actors get.

    `elsewhere` is, for each reading, what articles of other stories say of whom it leaves open, as JSON.
    """
    held = [msgspec.json.decode(one, type=Reading) for one in readings]
    group = tuple(sorted(one.article.article_id for one in held))
    said = {
        one.article.article_id: tuple(sorted(msgspec.json.decode(more, type=list[Reported])))
        for one, more in zip(held, elsewhere, strict=True)
    }
    for story in stories(lambda _: iter(held), [group], said):
        if isinstance(story, Reject):
            yield _named("rejects", story)
            continue
        for table, row in to.story_rows(story):
            yield {"table": table, "row": to_json(row)}
        for row in to.dated_rows(story):
            yield {"table": "dated", "row": to_json(row)}
        for actor in story.actors:
            yield {"table": "casts", "row": f"{LONGEST + emptiness(actor):0{DIGITS}d}{to_json(actor)}"}


def _named(table: str, thing: object) -> dict[str, str]:
    return {"table": table, "row": to_json(to.named(thing))}


def actor_of(cast: str) -> str:
    """The id of a cast's actor."""
    return str(msgspec.json.decode(cast[DIGITS:], type=dict[str, object])["actor_id"])


def page_row(page: str) -> str:
    """The row of `pages` as JSON."""
    return to_json(to.named(msgspec.json.decode(page, type=Page)))


def own_rows(reading: str, table: str) -> Iterator[str]:
    """The rows of a table that a reading gives by itself, as JSON."""
    rows = to.article_rows(msgspec.json.decode(reading, type=Reading))
    yield from (to_json(row) for name, row in rows if name == table)


def reported(name: str, office: str, country: str) -> str:
    """What an article says of another's cast, as JSON."""
    return to_json(Reported(name, office, country))


def cells(table: str, row: str, more: str | None = None) -> dict[str, Value]:
    """A table's columns from a row as JSON, numbers as the schema declares them; `more` adds to it."""
    given: dict[str, Value] = msgspec.json.decode(row) | (msgspec.json.decode(more) if more else {})
    return {column.name: _typed(given.get(column.name), column.type) for column in columns(table)}


def _typed(value: Value, declared: str) -> Value:
    if value is None:
        return None
    return float(value) if declared == "REAL" else int(value) if declared == "INTEGER" else str(value)
