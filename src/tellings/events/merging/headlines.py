"""Which tellings say an event in their titles.

Titles are written in a grammar of their own ("Minister killed in blast", "Kremlin: talks off"), which a parser of
sentences misreads; but an event of the body is told in the title where that holds its act's word, whatever its form,
and names one of its sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellings.events.acts.lexicon import acts
from tellings.events.merging.accounts import Account, Side
from tellings.events.merging.joining import UNORDERED
from tellings.events.merging.words import meaning_of, meanings, name_of, names
from tellings.model.rows import EvidenceRow
from tellings.model.spans import Role, Span
from tellings.relate.words import WORD

#: What stands before the name of a place.
PLACE = re.compile(r"\b(?:in|at|near)\s$", re.IGNORECASE)
#: A verb in the form in which titles have someone do it ("detains"), and where who stands where the other does it.
ACTIVE = re.compile(r"^[a-z]+s$")
TURNED: tuple[set[Role], set[Role]] = ({"recipient"}, {"actor"})
#: Verbs that leave it to their object to say what is done ("held talks", "carried out a raid").
LIGHT = frozenset(
    {"hold", "have", "make", "pay", "issue", "give", "launch", "begin", "start", "carry", "take", "stage", "conduct"}
    | {"express", "voice", "deliver", "offer", "put", "impose", "sign", "reach", "strike", "stop", "resume", "send"}
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A title that tells of an event: the account of its article, the word of the act, who is named as a side."""

    account: Account
    title: str
    act: Span
    sides: tuple[tuple[Role, Span, Side], ...]


def headlined(group: Sequence[Account]) -> tuple[Headline, ...]:
    """The titles that tell of an event, one of each article that has one, in the order of the accounts."""
    acting = frozenset(key for a in group if not a.hint for key in _acting(a))
    first: dict[str, Account] = {}
    for account in group:
        if not account.is_title:
            first.setdefault(account.article_id, account)
    found = (_headline(account, acting, group) for account in first.values())
    return tuple(headline for headline in found if headline is not None)


def _acting(account: Account) -> frozenset[str]:
    """The words that make the act: its verb or noun, and what it is done with only where the verb says little.

    None where a word over it makes another act of it ("refused to sign"): a title's "sign" tells no refusal.
    """
    lemma, _, pos = account.coding.rule.partition(" + ")[0].partition("/")
    words = lemma.split()
    rows = acts().get((pos, words[-1] if pos == "n" else words[0]), ())
    if all(row.type != account.coding.type for row in rows):
        return frozenset()
    span = meanings(account.words(account.coding.act))
    return span if words[0] in LIGHT or not span & {meaning_of(words[0])} else frozenset({meaning_of(words[0])})


def titled(event_id: str, headlines: Iterable[Headline]) -> Iterator[EvidenceRow]:
    """The words of titles that tell of an event, by the part they play; offsets are into the title."""
    for told in headlines:
        yield _row(event_id, told, "act", told.act, None)
        for role, span, side in told.sides:
            yield _row(event_id, told, role, span, side)


def _headline(account: Account, acting: frozenset[str], group: Sequence[Account]) -> Headline | None:
    title = account.reading.article.title or ""
    act = next(_runs(title, acting, meaning_of), None)
    sides = tuple(one for one in _sides(title, group) if not one[1].overlaps(act)) if act else ()
    if not act or not sides or _turned(title, act, sides, account.coding.type):
        return None
    return Headline(account, title, act, sides)


def _turned(title: str, act: Span, sides: Sequence[tuple[Role, Span, Side]], kind: str) -> bool:
    """Whether a title tells the like of whom the act befell: they stand before its verb, and those who act behind."""
    before = {role for role, span, _ in sides if span.end <= act.start}
    behind = {role for role, span, _ in sides if span.start >= act.end}
    return kind not in UNORDERED and ACTIVE.search(act.of(title)) is not None and (before, behind) == TURNED


def _sides(title: str, group: Sequence[Account]) -> Iterator[tuple[Role, Span, Side]]:
    """Where a title names sides, in its order; of names that overlap the longest, of equals an actor's."""
    sides: list[tuple[Role, Side]] = [("actor", s) for a in group for s in a.actors]
    sides += [("recipient", s) for a in group for s in a.recipients]
    called = [(names(side.actor.name, side.actor.country), role, side) for role, side in sides]
    found = [(span, role, side) for wanted, role, side in called for span in _runs(title, wanted, name_of)]
    taken: dict[Span, tuple[Role, Side]] = {}
    for span, role, side in sorted(found, key=lambda f: f[0].start - f[0].end):
        if not any(span.overlaps(other) for other in taken) and not PLACE.search(title[: span.start]):
            taken[span] = role, side
    for span in sorted(taken, key=lambda one: one.start):
        yield taken[span][0], span, taken[span][1]


def _runs(title: str, wanted: frozenset[str], key: Callable[[str], str]) -> Iterator[Span]:
    """The stretches of a title whose words are all wanted."""
    run: Span | None = None
    for found in WORD.finditer(title):
        if key(found.group()) not in wanted:
            continue
        if run is not None and not title[run.end : found.start()].strip():
            run = Span(run.start, found.end())
            continue
        if run is not None:
            yield run
        run = Span(*found.span())
    if run is not None:
        yield run


def _row(event_id: str, told: Headline, role: Role, span: Span, side: Side | None) -> EvidenceRow:
    return EvidenceRow(
        event_id=event_id,
        coding_id=told.account.coding.coding_id,
        article_id=told.account.article_id,
        role=role,
        start=span.start,
        end=span.end,
        text=span.of(told.title),
        sentence=told.title,
        actor_id=side.actor.actor_id if side else None,
        country=side.actor.country if side else None,
        field="title",
    )
