"""One act told twice: events of tellings whose sentences say one thing are one event.

`joining` puts accounts together that name the same sides. Tellings also leave a side out, name it otherwise ("the
army", "Sudan's army"), call the act by another word or give another day. Where two sentences of a story are alike
in what their words mean, the acts that they tell are read with that knowledge: events that nothing keeps apart
(`clashes`) are one, and words that make no event by themselves are evidence of the one that the other telling tells
(`echoes`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tellings.events.merging.accounts import Account
from tellings.events.merging.clashes import agreement, clash, shared
from tellings.events.merging.joining import gist
from tellings.events.merging.likeness import Likeness

#: What a fact that agrees adds to the likeness of two sentences.
FACT = 0.1
#: From this likeness on two sentences tell the same (`relate.sentences` takes the same), where the types differ from
#: that; less alike they do where, with the facts that agree, so much comes together.
ALIKE, ALIKE_OTHERWISE, LEAST = 0.3, 0.4, 0.25
ENOUGH, ENOUGH_OTHERWISE = 0.45, 0.55
#: So alike must sentences be in what they say, whomever they name, where the types differ.
BESIDES = 0.2
#: What one telling calls one type another may call the other: a truce agreed or kept, aid pledged or given.
KIN = tuple(
    frozenset(kinds)
    for kinds in (
        ("AGREE", "SUPPORT", "COOPERATE"),
        ("AGREE", "AID", "COOPERATE"),
        ("AGREE", "RETREAT", "CONCEDE"),
        ("RETREAT", "CONCEDE", "AID"),
        ("AGREE", "REQUEST"),
        ("ACCUSE", "REJECT"),
        ("REJECT", "THREATEN"),
        ("REQUEST", "THREATEN"),
        ("SANCTION", "COERCE"),
        ("PROTEST", "ASSAULT"),
        ("MOBILIZE", "AID", "COOPERATE"),
        ("COERCE", "ASSAULT"),
        ("ACCUSE", "PROTEST"),
        ("ACCUSE", "COERCE"),
        ("ACCUSE", "REQUEST"),
    )
)
#: Types that are done by saying so: what is said is told in words that lean to one or to another of them.
STATEMENTS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "AGREE"})
#: So near must sentences be to an encoder where the one is called a pledge and the other a refusal.
MEANT = 0.65
Group = tuple[Account, ...]


def kin(one: str, other: str) -> bool:
    """Whether one act may be called by both types."""
    return any({one, other} <= kinds for kinds in KIN)


def joined(groups: Sequence[Group], likeness: Likeness) -> list[Retold]:
    """Join the groups of accounts that tell of one act."""
    told = [Retold.of(group, likeness) for group in groups]
    into = list(range(len(told)))
    for link in sorted(_links(told, likeness), key=_order):
        one, other = home(into, link.first), home(into, link.second)
        if one != other and _akin(link, likeness) and told[one].takes(told[other], link.likeness):
            told[one] = told[one].with_those_of(told[other])
            into[other] = one
    return [event for n, event in enumerate(told) if into[n] == n]


def home(into: list[int], event: int) -> int:
    """The event that an event has become part of, or itself; the way there is cut short for the next who asks."""
    while into[event] != event:
        into[event] = event = into[into[event]]
    return event


@dataclass(frozen=True, slots=True)
class Retold:
    """The accounts of one event, and of those that are alike in all that is looked at one for each sentence."""

    accounts: Group
    distinct: dict[tuple[str, tuple[object, ...]], Account] = field(default_factory=dict)

    @staticmethod
    def of(group: Group, likeness: Likeness) -> Retold:
        """The accounts of a group."""
        distinct: dict[tuple[str, tuple[object, ...]], Account] = {}
        for account in group:
            distinct.setdefault((likeness.text(account.place_in_text), gist(account)), account)
        return Retold(group, distinct)

    @property
    def texts(self) -> set[str]:
        """The sentences that tell of it."""
        return {text for text, _ in self.distinct}

    def takes(self, other: Retold, likeness: float) -> bool:
        """Whether nothing keeps two events apart; of which one sentence tells, these are two."""
        if self.texts & other.texts:
            return False
        return not any(clash(a, b, likeness) for a in self.distinct.values() for b in other.distinct.values())

    def with_those_of(self, other: Retold) -> Retold:
        """Both events' accounts as those of one."""
        return Retold(in_order((*self.accounts, *other.accounts)), self.distinct | other.distinct)


def in_order(accounts: Iterable[Account]) -> Group:
    """Accounts by article and text."""
    return tuple(sorted(accounts, key=lambda a: (a.article_id, a.coding.act.start, a.coding.coding_id)))


@dataclass(frozen=True, slots=True)
class _Link:
    """Two accounts of different events in sentences alike."""

    likeness: float
    one: Account
    other: Account
    first: int
    second: int


def _links(told: Sequence[Retold], likeness: Likeness) -> Iterator[_Link]:
    at: defaultdict[str, list[tuple[int, Account]]] = defaultdict(list)
    for n, event in enumerate(told):
        for (text, _), account in event.distinct.items():
            at[text].append((n, account))
    for text, here in at.items():
        for other, like in likeness.near(text, LEAST).items():
            for n, a in here:
                for m, b in at.get(other, ()):
                    if n < m and a.article_id != b.article_id:
                        yield _Link(like, a, b, n, m)


def _order(link: _Link) -> tuple[bool, float, str, str]:
    """Events of one type first, then the sentences most alike."""
    same = link.one.coding.type == link.other.coding.type
    return not same, -link.likeness, link.one.coding.coding_id, link.other.coding.coding_id


def _means_the_same(link: _Link, likeness: Likeness) -> bool:
    """Whether an encoder finds one meaning in sentences on one doer that are each other's nearest."""
    places = link.one.place_in_text, link.other.place_in_text
    doers = shared(link.one.actors, link.other.actors)
    return bool(doers) and likeness.nearest_of_both(*places) and likeness.meant(*places) >= MEANT


def _akin(link: _Link, likeness: Likeness) -> bool:
    """Whether accounts in sentences so alike may be of one act, by its type and by the facts that agree."""
    a, b = link.one.coding.type, link.other.coding.type
    weight = link.likeness + FACT * sum(agreement(link.one, link.other))
    if a == b:
        return link.likeness >= ALIKE or weight >= ENOUGH
    sides = ((*x.actors, *x.recipients) for x in (link.one, link.other))
    alike = link.likeness >= ALIKE_OTHERWISE or (link.likeness >= ALIKE and weight >= ENOUGH_OTHERWISE)
    if {a, b} <= STATEMENTS and _means_the_same(link, likeness):
        return True
    if not (alike and kin(a, b) and shared(*sides)):
        return False
    return likeness.besides_names(*(likeness.text(x.place_in_text) for x in (link.one, link.other))) >= BESIDES
