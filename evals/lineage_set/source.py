"""Read the set's sources: files of blocks, each a story, a telling by hand or an order for one made by program.

A block begins with a line `@story NAME [subject=NAME]`, `@telling ID key=value ...`, `@example NUMBER ID ...` or
`@derive ID KIND from=ID ...`; lines `key: value` follow, then an empty line and the paragraphs, one a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"


@dataclass(frozen=True, slots=True)
class Parent:
    """A telling from which another was made: how, and what in the texts shows the way (cut, added, error ...)."""

    id: str
    relation: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling: its article text and what its page states. `published` is ISO 8601, as printed, or None."""

    story: str
    subject: str
    family: str
    id: str
    text: str
    made_by: str
    hand: bool
    title: str
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    credit: str | None = None
    published: str | None = None
    language: str = "en"
    dress: str | None = None
    page: str | None = None
    parents: tuple[Parent, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source file."""

    verb: str
    words: tuple[str, ...]
    options: Mapping[str, str]
    headers: Mapping[str, str]
    froms: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story's blocks; stories of one subject share actors or background and lie in one half."""

    name: str
    subject: str
    blocks: list[Block] = field(default_factory=list)


def _options(words: list[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    plain = tuple(word for word in words if "=" not in word)
    return plain, dict(word.split("=", 1) for word in words if "=" in word)


def _block(first: str, lines: list[str]) -> Block:
    verb, *rest = first[1:].split()
    words, options = _options(rest)
    gap = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    pairs = [line.split(":", 1) for line in lines[:gap]]
    headers = {key.strip(): value.strip() for key, value in pairs if key != "from"}
    froms = tuple(value.strip() for key, value in pairs if key == "from")
    paragraphs = [line.strip() for line in lines[gap:] if line.strip()]
    return Block(verb, words, options, headers, froms, "\n\n".join(paragraphs))


def blocks(path: Path) -> Iterator[Block]:
    """Give the blocks of one source file in order; lines before the first block are its preface."""
    first, lines = "", list[str]()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@"):
            if first:
                yield _block(first, lines)
            first, lines = line, []
        else:
            lines.append(line)
    if first:
        yield _block(first, lines)


def stories(folder: Path = HERE / "texts") -> list[Story]:
    """Read every source file; each story once, with the blocks that follow its line, in whichever file."""
    found = dict[str, Story]()
    for path in sorted(folder.glob("*.txt")):
        for block in blocks(path):
            if block.verb == "story":
                name = block.words[0]
                story = found.setdefault(name, Story(name, block.options.get("subject", name)))
            else:
                story.blocks.append(block)
    return list(found.values())


def parent(line: str, story: str) -> Parent:
    """Read `ID RELATION [EVIDENCE,...]`."""
    name, relation, *evidence = line.split()
    return Parent(f"{story}.{name}", relation, tuple(evidence[0].split(",")) if evidence else ())


def by_hand(story: Story, block: Block) -> Telling:
    """Make the telling that a `@telling` block writes out."""
    return replace(_stated(story, block, block.words[0], block.text, block.headers), dress=block.options.get("dress"))


def from_examples(story: Story, block: Block) -> Telling:
    """Take a page of the project's corpus, with what its key says of it; a flat page is kept as it is."""
    number, name = block.words
    answers = json.loads((EXAMPLES / "answers.json").read_text("utf-8"))["articles"]
    row = next(row for row in answers if row["page"].startswith(number))
    flat = (EXAMPLES / "pages" / row["page"]).read_text("utf-8") if row["page"].endswith(".txt") else None
    return replace(_stated(story, block, name, row["gold_text"], row), page=flat)


def _stated(story: Story, block: Block, name: str, text: str, given: Mapping[str, Any]) -> Telling:
    """A telling written by hand, with the fields that its headers or its key state."""
    return Telling(
        story=story.name,
        subject=story.subject,
        family=f"{story.name}/{block.options['family']}",
        id=f"{story.name}.{name}",
        text=text,
        made_by=block.options.get("made", "hand"),
        hand=True,
        title=given["title"],
        outlet=given.get("outlet"),
        agency=given.get("agency"),
        byline=given.get("byline"),
        credit=given.get("credit"),
        published=given.get("published"),
        language=given.get("language", "en"),
        parents=tuple(parent(line, story.name) for line in block.froms),
    )
