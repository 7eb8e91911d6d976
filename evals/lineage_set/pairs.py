"""Work out the key: for every two tellings of one subject, how they are related and which way the text went.

The relation follows the way from one telling to the other over what both descend from. A direction is given where
the pages' stamps or credits, or the words (cut, added, an error taken over, a quotation shortened), show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import combinations

from evals.lineage_set.source import Parent, Telling

#: Words in a row that count as taken over, and the shares of a text that make a copy and an excerpt.
RUN, MOST, SOME = 4, 0.85, 0.25


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the key. `descent` is the truth; `direction` the part of it that the pages show."""

    a: str
    b: str
    relation: str
    direction: str | None
    evidence: tuple[str, ...]
    descent: str | None
    unsure: bool


Line = tuple[Parent, ...]


def lines_up(telling: Telling, by_id: Mapping[str, Telling]) -> dict[str, Line]:
    """Give every ancestor of a telling with the steps that lead up to it, the nearest way first."""
    found: dict[str, Line] = {telling.id: ()}
    queue = [telling.id]
    while queue:
        at = queue.pop(0)
        for step in by_id[at].parents:
            if step.id not in found:
                found[step.id] = (*found[at], step)
                queue.append(step.id)
    return found


def shared(one: str, other: str) -> int:
    """Count the words that two texts share in runs of at least `RUN`, in order."""
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size >= RUN)


def by_words(one: Telling, other: Telling) -> str | None:
    """Tell copies, excerpts and parts that share nothing by the words that stand in both."""
    common = shared(one.text, other.text)
    shares = sorted(common / len(telling.text.split()) for telling in (one, other))
    if shares[0] >= MOST:
        return "copy"
    return "excerpt" if shares[1] >= SOME and common >= 2 * RUN else None


def relation(one: Telling, other: Telling, steps: Line) -> str | None:
    """Name the relation along the steps between two tellings; None where two names would do."""
    kinds = [step.relation for step in steps]
    if "disputed" in kinds or kinds.count("translated") > 1 or {"translated", "rewritten"} <= set(kinds):
        return None
    if len(steps) == 1 or "translated" in kinds:
        return kinds[0] if len(steps) == 1 else "translated"
    if "rewritten" in kinds:
        return "rewritten"
    return "copy" if set(kinds) == {"copy"} else by_words(one, other)


def earlier(one: Telling, other: Telling) -> bool | None:
    """Whether the first is stamped before the other; None where a stamp is missing or both say the same."""
    if not (one.published and other.published):
        return None
    pair = sorted(((one.published, one.id), (other.published, other.id)))
    days = [stamp[:10] for stamp, _ in pair]
    if days[0] != days[1]:
        return one.published[:10] < other.published[:10]
    if "T" not in one.published or "T" not in other.published:
        return None
    moments = [datetime.fromisoformat(telling.published or "") for telling in (one, other)]
    if any(moment.tzinfo is None for moment in moments):
        moments = [moment.replace(tzinfo=None) for moment in moments]
    return moments[0] < moments[1] if moments[0] != moments[1] else None


def credits(child: Telling, parent: Telling) -> bool:
    """Whether a page names the other's outlet as its source, and the other does not name it back."""
    named = {child.agency, child.credit} - {None, child.outlet}
    return parent.outlet in named


def evidence(parent: Telling, child: Telling, steps: Line) -> tuple[str, ...]:
    """List what shows that the text went from the parent to the child; nothing where the stamps contradict."""
    stamps = earlier(parent, child)
    if stamps is False:
        return ()
    found = {name for step in steps for name in step.evidence if name not in ("credit", "stamp")}
    found |= {"translation" for step in steps if step.relation == "translated" and child.language == "en"}
    if {"cut", "added"} <= found:
        found -= {"cut", "added"}
    marks = [*(["stamp"] if stamps else []), *(["credit"] if credits(child, parent) else []), *sorted(found)]
    return tuple(marks)


def _descended(one: Telling, other: Telling, kind: str, up: Line, unsure: bool = False) -> Pair:
    """Make the row for an ancestor and its descendant, in the order of their ids."""
    shown = evidence(one, other, up)
    a, b = sorted((one.id, other.id))
    way = "a->b" if a == one.id else "b->a"
    return Pair(a, b, kind, way if shown else None, shown, way, unsure)


def _same_source(one: Telling, other: Telling) -> bool:
    return any(a and a == b for a, b in ((one.agency, other.agency), (one.credit, other.credit)))


def _siblings(one: Telling, other: Telling, kind: str) -> Pair:
    """Make the row for two descendants of one text: no direction; a claim is wrong where both credit one source."""
    contained = kind == "excerpt"
    a, b = sorted((one.id, other.id))
    return Pair(a, b, kind, None, (), None, contained or not _same_source(one, other))


def apart(one: Telling, other: Telling, kind: str) -> Pair:
    """Make the row for two tellings that descend from nothing in common."""
    a, b = sorted((one.id, other.id))
    return Pair(a, b, kind, None, (), None, False)


def within(one: Telling, other: Telling, by_id: Mapping[str, Telling]) -> Pair | None:
    """Give the row for two tellings of one story; None where the relation is open to dispute."""
    ups = [lines_up(telling, by_id) for telling in (one, other)]
    common = [(len(ups[0][at]) + len(ups[1][at]), at) for at in ups[0] if at in ups[1]]
    if not common:
        return apart(one, other, "independent")
    top = min(common)[1]
    kind = relation(one, other, (*ups[0][top], *ups[1][top]))
    if kind is None:
        return None
    if top == one.id:
        return _descended(one, other, kind, ups[1][top])
    if top == other.id:
        return _descended(other, one, kind, ups[0][top])
    return _siblings(one, other, kind)


def key(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Give the rows for all pairs of tellings of one subject; pairs of other subjects are unrelated, and unlisted."""
    by_id = {telling.id: telling for telling in tellings}
    for one, other in combinations(tellings, 2):
        if one.subject != other.subject:
            continue
        if one.story != other.story:
            yield apart(one, other, "unrelated")
        elif (row := within(one, other, by_id)) is not None:
            yield row
