"""Assemble the lineage set: `python -m evals.lineage_set.make` writes `tellings.jsonl` and `key.jsonl` here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from evals.lineage_set import dress, pairs
from evals.lineage_set.change import KINDS
from evals.lineage_set.source import HERE, Block, Parent, Story, Telling, by_hand, from_examples, stories

OUTLETS = HERE / "outlets.tsv"


def half(subject: str) -> str:
    """Give the half that a subject lies in, by a hash of its name: `final` is kept for the final figure."""
    return "final" if sha256(f"lineage {subject}".encode()).digest()[0] % 2 else "open"


def outlets() -> list[str]:
    """Read the names of invented outlets that carry what is made by program."""
    return [line for line in OUTLETS.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def later(published: str | None, rng: Random) -> str | None:
    """Give a stamp some minutes to a day after another, as exact as that one; none after none."""
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    if "T" not in published:
        return (moment + timedelta(days=rng.randint(1, 2))).date().isoformat()
    return (moment + timedelta(minutes=rng.choice((20, 45, 130, 310, 700, 1400)))).isoformat(timespec="minutes")


def without_note(text: str) -> str:
    """Drop an agency's note to editors above its report (Updates with ...): reprints do not carry it."""
    first, _, rest = text.partition("\n\n")
    return rest if first.startswith("(") else text


def derived(block: Block, given: Telling, story: Story, free: Sequence[str]) -> Telling:
    """Make a telling by program from another; options fix what is otherwise drawn (credit, stamp, outlet)."""
    name, kind = block.words
    rng = Random(f"{story.name}.{name} {kind}")
    change = KINDS[kind]
    outlet = block.headers.get("outlet") or rng.choice(free)
    stamp = later(given.published, rng)
    if block.options.get("stamp", "yes" if rng.random() < 0.6 else "no") == "no":
        stamp = None
    credit = block.options.get("credit")
    text = change.make(without_note(given.text), rng)
    return replace(
        given,
        id=f"{story.name}.{name}",
        text="\n\n".join(part for part in (text, block.text) if part),
        title=block.headers.get("title", given.title),
        outlet=outlet,
        agency=given.agency if credit == "agency" else None,
        credit=given.outlet if credit == "outlet" else None,
        byline=given.byline if credit == "byline" else None,
        published=stamp,
        made_by=kind,
        hand=False,
        page=None,
        dress="busy" if kind == "furniture" else None,
        parents=(Parent(given.id, change.relation, change.evidence),),
    )


def of_story(story: Story) -> Iterator[Telling]:
    """Give a story's tellings in the order of its blocks."""
    made = dict[str, Telling]()
    for block in story.blocks:
        used = {telling.outlet for telling in made.values()}
        if block.verb == "telling":
            telling = by_hand(story, block)
        elif block.verb == "example":
            telling = from_examples(story, block)
        else:
            free = [outlet for outlet in outlets() if outlet not in used]
            telling = derived(block, made[f"{story.name}.{block.options['from']}"], story, free)
        made[telling.id] = telling
        yield telling


def row(telling: Telling) -> dict[str, object]:
    """Give the line of a telling: its flat page, what the page states, and how it was made."""
    fields = asdict(telling) | {"page": dress.page(telling), "half": half(telling.subject)}
    del fields["dress"]
    fields["parents"] = [step.id for step in telling.parents]
    return fields


def write(path: Path, rows: Iterator[dict[str, object]]) -> None:
    """Write JSON lines."""
    lines = (json.dumps(given, ensure_ascii=False) for given in rows)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def main() -> None:
    """Write both files of the set."""
    tellings = [telling for story in stories() for telling in of_story(story)]
    halves = {telling.id: half(telling.subject) for telling in tellings}
    write(HERE / "tellings.jsonl", (row(telling) for telling in tellings))
    write(HERE / "key.jsonl", (asdict(pair) | {"half": halves[pair.a]} for pair in pairs.key(tellings)))


if __name__ == "__main__":
    main()
