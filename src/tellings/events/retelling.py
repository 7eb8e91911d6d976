"""One act told twice: events of tellings whose sentences say one thing are one event.

`joining` puts accounts together that name the same sides. Tellings also leave a side out, name it otherwise ("the
army", "Sudan's army"), call the act by another word or give another day. Where two sentences of a story are alike
in what their words mean, the acts that they tell are read with that knowledge: events that nothing keeps apart are
one, and words that make no event by themselves (`hints`) are evidence of the one that the other telling tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tellings.events.accounts import Account, Side
from tellings.events.hints import SAID
from tellings.events.joining import UNORDERED, gist, same_means, same_person
from tellings.events.likeness import Likeness
from tellings.relate.meanings import meaning
from tellings.relate.words import fold

#: From this likeness on two sentences tell the same (`relate.sentences` takes the same); where the types differ, where
#: no lexicon knows the word, and where one only says so, from these on.
ALIKE, ALIKE_OTHERWISE, ALIKE_UNKNOWN, ALIKE_SAID = 0.3, 0.4, 0.4, 0.5
#: Words of the very type that name one of the sides tell of the act in a sentence that is less alike.
LEAST = 0.2
#: What one telling calls one type another may call the other: a truce agreed or kept, aid pledged or given.
KIN = tuple(
    frozenset(kinds)
    for kinds in (
        ("AGREE", "SUPPORT", "COOPERATE"),
        ("AGREE", "AID", "COOPERATE"),
        ("AGREE", "RETREAT", "CONCEDE"),
        ("RETREAT", "CONCEDE", "AID"),
        ("ACCUSE", "REJECT"),
        ("REJECT", "THREATEN"),
        ("REQUEST", "THREATEN"),
        ("SANCTION", "COERCE"),
        ("PROTEST", "ASSAULT"),
        ("MOBILIZE", "AID", "COOPERATE"),
        ("COERCE", "ASSAULT"),
    )
)
#: Types that are done by saying so.
STATEMENTS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "AGREE"})
#: Statuses that tellings of one act may give it.
TOLD = (frozenset({"happened", "alleged"}), frozenset({"denied", "negated"}), frozenset({"planned", "hypothetical"}))
#: Tellings that give days of their own to one act differ by no more.
APART = timedelta(2)
Group = tuple[Account, ...]


def retold(groups: Sequence[Group], hints: Iterable[Account], likeness: Likeness) -> tuple[Group, ...]:
    """Join the groups that tell of one act, and give each the hints that tell of it too."""
    told = [_Told.of(group, likeness) for group in groups]
    home = list(range(len(told)))
    for link in sorted(_links(told, likeness), key=_order):
        one, other = home[link.first], home[link.second]
        if one != other and _akin(link) and told[one].takes(told[other]):
            told[one] = told[one].joined(told[other])
            home = [one if h == other else h for h in home]
    left = [told[n] for n in sorted(set(home))]
    return tuple(_with_hints(left, hints, likeness))


@dataclass(frozen=True, slots=True)
class _Told:
    """The accounts of one event, and of those that are alike in all that is looked at one for each sentence."""

    accounts: Group
    distinct: dict[tuple[str, tuple[object, ...]], Account] = field(default_factory=dict)

    @staticmethod
    def of(group: Group, likeness: Likeness) -> _Told:
        distinct: dict[tuple[str, tuple[object, ...]], Account] = {}
        for account in group:
            distinct.setdefault((likeness.text(account.place_in_text), gist(account)), account)
        return _Told(group, distinct)

    @property
    def texts(self) -> set[str]:
        """The sentences that tell of it."""
        return {text for text, _ in self.distinct}

    def takes(self, other: _Told) -> bool:
        """Whether nothing keeps two events apart; of which one sentence tells, these are two."""
        if self.texts & other.texts:
            return False
        return not any(clash(a, b) for a in self.distinct.values() for b in other.distinct.values())

    def joined(self, other: _Told) -> _Told:
        return _Told(_sorted((*self.accounts, *other.accounts)), self.distinct | other.distinct)


@dataclass(frozen=True, slots=True)
class _Link:
    """Two accounts of different events in sentences alike."""

    likeness: float
    one: Account
    other: Account
    first: int
    second: int


def _links(told: Sequence[_Told], likeness: Likeness) -> Iterator[_Link]:
    at: defaultdict[str, list[tuple[int, Account]]] = defaultdict(list)
    for n, event in enumerate(told):
        for (text, _), account in event.distinct.items():
            at[text].append((n, account))
    for text, here in at.items():
        for other, like in likeness.near(text, ALIKE).items():
            for n, a in here:
                for m, b in at.get(other, ()):
                    if n < m and a.article_id != b.article_id:
                        yield _Link(like, a, b, n, m)


def _order(link: _Link) -> tuple[bool, float, str, str]:
    """Events of one type first, then the sentences most alike."""
    same = link.one.coding.type == link.other.coding.type
    return not same, -link.likeness, link.one.coding.coding_id, link.other.coding.coding_id


def _sorted(accounts: Iterable[Account]) -> Group:
    return tuple(sorted(accounts, key=lambda a: (a.article_id, a.coding.act.start, a.coding.coding_id)))


def _akin(link: _Link) -> bool:
    """Whether accounts in sentences so alike may be of one act, by its type."""
    a, b = link.one.coding.type, link.other.coding.type
    shared = (*link.other.actors, *link.other.recipients)
    return a == b or (link.likeness >= ALIKE_OTHERWISE and kin(a, b) and bool(_shared(link.one, shared)))


def kin(one: str, other: str) -> bool:
    """Whether one act may be called by both types."""
    return any({one, other} <= kinds for kinds in KIN)


def clash(one: Account, other: Account) -> bool:
    """Whether two accounts cannot be of one act: status, means, days or sides keep them apart."""
    a, b = one.coding, other.coding
    if a.status != b.status and not any({a.status, b.status} <= told for told in TOLD):
        return True
    if a.type == b.type and not same_means(one, other):
        return True
    return _days_clash(one, other) or _sides_clash(one, other)


def _days_clash(one: Account, other: Account) -> bool:
    a, b = one.days, other.days
    return a is not None and b is not None and (a.first > b.last + APART or b.first > a.last + APART)


def _sides_clash(one: Account, other: Account) -> bool:
    if UNORDERED & {one.coding.type, other.coding.type}:
        return _differ((*one.actors, *one.recipients), (*other.actors, *other.recipients))
    return _differ(one.actors, other.actors) or _differ(one.recipients, other.recipients)


def _differ(one: Sequence[Side], other: Sequence[Side]) -> bool:
    """Whether both name someone in particular, and no one the same."""
    a, b = [s for s in one if _named(s)], [s for s in other if _named(s)]
    if not a or not b:
        return False
    if not any(_may_be(x, y) for x in a for y in b):
        return True
    p, q = ([s for s in x if s.actor.kind == "person"] for x in (a, b))
    return bool(p and q) and not any(same_person(x.actor, y.actor) for x in p for y in q)


def _named(side: Side) -> bool:
    """Whether a side is someone in particular, not "police" or "17 people"."""
    return side.actor.country is not None or side.actor.kind != "group"


def _same_side(one: Side, other: Side) -> bool:
    a, b = one.actor, other.actor
    return (a.country is not None and a.country == b.country) or same_person(a, b)


def _may_be(one: Side, other: Side) -> bool:
    """Whether two sides may be one: of a person whose country no one gives, any state may be his."""
    unknown = one.actor.country is None and other.actor.country is None
    return _same_side(one, other) or (unknown and (one.actor.kind == "person") != (other.actor.kind == "person"))


def _shared(account: Account, others: Sequence[Side]) -> list[Side]:
    """Those of others that an account names as a side, whatever part they have there."""
    sides = (*account.actors, *account.recipients)
    return [y for y in others if any(_same_side(x, y) for x in sides)]


def _with_hints(told: Sequence[_Told], hints: Iterable[Account], likeness: Likeness) -> Iterator[Group]:
    """Give each event, in every article that does not tell of it yet, the hint that tells of it best."""
    at: defaultdict[str, list[Account]] = defaultdict(list)
    for hint in hints:
        at[likeness.text(hint.place_in_text)].append(hint)
    coded: defaultdict[tuple[str, int], list[Account]] = defaultdict(list)
    for event in told:
        for account in event.accounts:
            coded[account.place_in_text].append(account)
    found = [
        (fit, n, hint)
        for n, event in enumerate(told)
        for text, (like, account) in _nearest(event, likeness).items()
        for hint in at.get(text, ())
        if not any(c.coding.type == account.coding.type and not clash(c, account) for c in coded[hint.place_in_text])
        if (fit := _fit(hint, account, like))
        and (hint.coding.type or likeness.besides_names(text, likeness.text(account.place_in_text)) >= LEAST)
        and not any(clash(hint, a) for a in event.distinct.values())
    ]
    given = _given(sorted(found, key=lambda f: (f[0], -f[1], f[2].coding.coding_id), reverse=True), told)
    for n, event in enumerate(told):
        yield _sorted((*event.accounts, *(_read_as(hint, event) for hint in given[n].values())))


_Fit = tuple[int, int, float]


def _given(found: Iterable[tuple[_Fit, int, Account]], told: Sequence[_Told]) -> defaultdict[int, dict[str, Account]]:
    """Each hint to one event, and to each event one of an article."""
    given: defaultdict[int, dict[str, Account]] = defaultdict(dict)
    articles = [{account.article_id for account in event.accounts} for event in told]
    taken: set[str] = set()
    for _, n, hint in found:
        if hint.coding.coding_id not in taken and hint.article_id not in articles[n]:
            taken.add(hint.coding.coding_id)
            articles[n].add(hint.article_id)
            given[n][hint.article_id] = hint
    return given


def _nearest(event: _Told, likeness: Likeness) -> dict[str, tuple[float, Account]]:
    """The sentences alike to those that tell of an event, each with its likeness and the account that is nearest."""
    best = {text: (1.0, account) for (text, _), account in event.distinct.items()}
    for (text, _), account in event.distinct.items():
        for other, like in likeness.near(text, LEAST).items():
            if like > best.get(other, (0.0, account))[0]:
                best[other] = like, account
    return best


def _fit(hint: Account, account: Account, likeness: float) -> _Fit | None:
    """How well a hint tells of an act: by its type, its words, its sides and its sentence. None where it does not."""
    type_, kind = hint.coding.type, account.coding.type
    said, sides = bool(_means(hint) & _means(account)), len(_shared(account, hint.around))
    own = bool(_shared(account, (*hint.actors, *hint.recipients)))
    if type_ == kind:
        enough = likeness >= ALIKE or (said and sides > 0)
    elif type_ == SAID:
        enough = likeness >= ALIKE_SAID and kind in STATEMENTS and sides > 0
    elif type_:
        enough = likeness >= ALIKE and kin(type_, kind)
    else:
        enough = likeness >= ALIKE and (
            said or (own and likeness >= ALIKE_UNKNOWN) or (sides > 0 and likeness >= ALIKE_SAID)
        )
    known = 2 * (type_ == kind) + bool(type_ and type_ != SAID) + 2 * said
    return (known, sides + own, likeness) if enough else None


def _means(account: Account) -> set[str]:
    return {meaning(fold(word)) for word in account.words(account.coding.act).split()}


def _read_as(hint: Account, event: _Told) -> Account:
    """A hint as an account of an event, with those of the event's sides that its sentence names."""
    kind = event.accounts[0].coding.type
    acting = [s for a in event.distinct.values() for s in a.actors]
    receiving = [s for a in event.distinct.values() for s in a.recipients]
    actors = tuple(s for s in hint.around if any(_same_side(s, x) for x in acting))
    recipients = tuple(s for s in hint.around if s not in actors and any(_same_side(s, x) for x in receiving))
    coding = replace(hint.coding, type=kind, modes=(), contexts=(), reporter=None)
    return replace(hint, coding=coding, actors=actors, recipients=recipients)
