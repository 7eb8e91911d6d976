"""Families as trees on a terminal: who made what of which telling, with the words cut, added and changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tellings.cli import output

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from tellings.model.reading import Reading
    from tellings.record.descent import Step
    from tellings.record.entries import Article, TellingEntry
    from tellings.record.store import Store
    from tellings.relate.changes import Changes, Passage

#: How the words of a diff are set, in colours and for who sees none as wdiff sets them.
STYLES = {"cut": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
#: Kept words shown on each side of a change.
BESIDE = 4


def show_families(
    store: Store, articles: Sequence[Article], tellings: Sequence[TellingEntry], passages: int | None
) -> None:
    """Print the families of these articles, the earliest first, with so many changed passages of each telling."""
    from tellings.record.descent import descent, when

    readings = {reading.article.page: reading for reading in store.readings([a.article_id for a in articles])}
    families: dict[str | None, list[Article]] = {}
    for article in sorted(articles, key=when):
        families.setdefault(article.family_id, []).append(article)
    for family_id, members in families.items():
        steps = descent(members, _among(members, tellings))
        made = {step.article.page: _changes(step, step.above, readings) for step in steps if step.above}
        output.console().print(_tree(f"family {family_id}", steps, made, passages))


def _among(members: Sequence[Article], tellings: Sequence[TellingEntry]) -> list[TellingEntry]:
    pages = {article.page for article in members}
    return [told for told in tellings if {told.page, told.other_page} <= pages]


def _changes(step: Step, above: Article, readings: Mapping[str, Reading]) -> Changes:
    from tellings.relate.changes import changes

    return changes(readings[above.page], readings[step.article.page])


def _tree(name: str, steps: Sequence[Step], made: Mapping[str, Changes], passages: int | None) -> Tree:
    from rich.tree import Tree

    top = Tree(f"[dim]{name}[/dim]", guide_style="dim")
    places: list[Tree] = []
    for step in steps:
        above = places[step.depth - 1] if step.depth else top
        places[step.depth :] = [above.add(_label(step, made.get(step.article.page), passages))]
    return top


def _label(step: Step, changes: Changes | None, passages: int | None) -> Text:
    """A telling's day, who carries it, its page and title, and what it made of the telling above."""
    from rich.text import Text

    article = step.article
    day = (article.published or "no date")[:16].replace("T", " ")
    who = " / ".join(name for name in (article.outlet, article.agency) if name) or "unnamed outlet"
    label = Text.assemble((day, "bold"), f"  {who}\n", (article.page, "dim"), f"\n{article.title or 'no title'}")
    if step.told and changes:
        label.append(f"\n{_made(step)}: {changes.kept} words kept, {changes.cut} cut, {changes.added} added", "italic")
        for passage in changes.passages[:passages]:
            label.append("\n· ").append_text(diff(passage))
        left = len(changes.passages) - len(changes.passages[:passages])
        label.append(f"\n· and {left} more: tellings family RECORD {article.family_id}" if left else "", "dim")
    return label


def _made(step: Step) -> str:
    relation = step.told.relation if step.told else ""
    return relation if step.sure else f"{relation} (nothing shows which of the two came first)"


def diff(passage: Passage) -> Text:
    """A passage with what was cut and added marked; of longer runs of kept words the ends are shown."""
    from rich.text import Text

    text = Text()
    for at, piece in enumerate(passage):
        text.append(" " if at else "")
        if piece.change == "kept":
            text.append(_ends(piece.text.split(), first=at == 0, last=at == len(passage) - 1))
        else:
            left, right, style = STYLES[piece.change]
            text.append(f"{left}{piece.text}{right}", style)
    return text


def _ends(words: Sequence[str], *, first: bool, last: bool) -> str:
    before, after = ([] if first else words[:BESIDE]), ([] if last else words[-BESIDE:])
    short = len(words) <= len(before) + len(after)
    return " ".join(words) if short else " ".join((*before, "…", *after))
