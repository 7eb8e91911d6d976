"""tellings explain: why an entry says what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tellings.cli import output

if TYPE_CHECKING:
    from rich.text import Text

    from tellings.record.explain import Explanation, Passage

#: Colours of the parts that words play; a part not named here is underlined alone.
STYLES = {
    "act": "bold red",
    "actor": "bold blue",
    "recipient": "bold magenta",
    "time": "bold yellow",
    "place": "bold green",
    "quote": "bold red",
    "speaker": "bold blue",
    "cue": "bold yellow",
    "addressee": "bold magenta",
    "relay": "bold green",
    "shared": "bold red",
}
#: Letters of a fact with its reason.
REASON = 1000


@click.command("explain")
@click.argument("record")
@click.argument("target", metavar="ID")
@click.argument("other", metavar="[OTHER]", required=False)
@output.format_option
def command(record: str, target: str, other: str | None, form: str) -> None:
    """Explain an event, quote, article, story or disagreement of RECORD by its ID; with OTHER, how two are related.

    Shown are the sentences that it rests on with the evidence marked, the rule that made it, every
    telling, what was considered and rejected, and what people decided. For an article: how it was dated.
    For a disagreement: the words that give each value.
    For two articles, by their ids or pages: the passages that both have, side by side.

    \b
    Example:
      tellings explain record.sqlite EVENT_ID
    """
    from tellings.record import open_store
    from tellings.record.between import between
    from tellings.record.explain import Explanation, explain

    with open_store(record) as store:
        explanation = between(store, target, other) if other else explain(store, target)
    if form == "table":
        _print(explanation)
    else:
        output.show([explanation], Explanation, form)


def _print(explained: Explanation) -> None:
    from rich.markup import escape

    console = output.console()
    console.print(f"[bold]{explained.kind}[/bold] {explained.id}  {escape(explained.summary)}")
    facts = ((fact.name, f"{fact.value}  ({fact.detail})" if fact.detail else fact.value) for fact in explained.facts)
    output.pairs(facts, most=REASON)
    for passage in explained.passages:
        console.print()
        console.print(f"[dim]{escape(passage.page)} at {passage.start}[/dim]", soft_wrap=True)
        console.print(marked(passage), soft_wrap=True)
        if passage.note:
            console.print(f"[italic]{escape(passage.note)}[/italic]", soft_wrap=True)
    _print_others(explained)


def _print_others(explained: Explanation) -> None:
    if explained.alternatives:
        click.echo()
        output.pairs(
            ((one.value, one.reason) for one in explained.alternatives), "considered and not taken, or told otherwise"
        )
    if explained.judgements:
        click.echo()
        decided = (
            (f"{j.created[:16]} {j.author}", f"{j.verdict} {j.field or ''} {j.value or ''} {j.note or ''}")
            for j in explained.judgements
        )
        output.pairs(decided, "judgements")


def marked(passage: Passage) -> Text:
    """The passage with each mark in its colour, and in words for who sees none: [actor: Brazil]."""
    from rich.text import Text

    text, at = Text(), 0
    for mark in sorted(passage.marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= at:
            text.append(passage.text[at : mark.start])
            style = STYLES.get(mark.role, "underline")
            text.append(f"[{mark.role}: {passage.text[mark.start : mark.end]}]", style)
            at = mark.end
    text.append(passage.text[at:])
    return text
