"""Words that make no event by themselves (`hints`), given to the event that a sentence alike tells in full.

A hint is the surer the more its sentence says the same, and the more facts agree beside: who acts, who receives, the
day, the place, the act's own word. Each fact counts as so much likeness; how much is asked for depends on how much the
hint's word says by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tellings.events.acts.hints import SAID, UNTYPED
from tellings.events.merging.accounts import Account
from tellings.events.merging.clashes import agreement, differ, same_side, settings_clash, shared, turned
from tellings.events.merging.likeness import Likeness
from tellings.events.merging.retelling import FACT, STATEMENTS, Group, Retold, in_order, kin

#: The least likeness of the sentences and, with the facts, what is asked for: where the hint's word is of the event's
#: type, of kin, of no lexicon, or only says that someone spoke.
SAME, KINDRED, UNKNOWN, SPOKEN = (0.25, 0.35), (0.3, 0.4), (0.25, 0.45), (0.45, 0.55)
#: From this likeness on a hint's own status is a weaker reading of what the account says, and from that its words are.
PLAIN, SURE = 0.5, 0.6
#: From this likeness on the sentences that are each other's nearest are about the same.
NEAR = 0.35
#: So alike must sentences be in what they say, whomever they name, where the hint's word says little or someone spoke.
BESIDES, BESIDES_SPOKEN = 0.2, 0.4
#: So near must sentences be to an encoder that have few words in common, and where someone only spoke.
MEANT, MEANT_SPOKEN = 0.6, 0.7
#: With so many facts, or with both sides in sentences that are each other's nearest, the words need not be alike beside
#: the names.
MANY = 3
SEVERAL = 2
#: Statuses that a hint and an account may give one act.
FACTUAL = frozenset({"happened", "alleged"})


def with_echoes(told: Sequence[Retold], hints: Iterable[Account], likeness: Likeness) -> Iterator[Group]:
    """Give each event's accounts, with the hint that tells of it best in every article that does not tell of it yet."""
    found = sorted(_echoes(told, hints, likeness), key=_Echo.order, reverse=True)
    given = _given(found, told)
    for n, event in enumerate(told):
        yield in_order((*event.accounts, *(_read_as(echo, event) for echo in given[n])))


@dataclass(frozen=True, slots=True)
class _Echo:
    """A hint that may tell of an event, and the account in whose sentence's words it does."""

    event: int
    hint: Account
    account: Account
    likeness: float
    nearest: bool

    @property
    def agree(self) -> tuple[bool, ...]:
        """The facts beside the words in which both agree.

        That no sentence is more like either is one, of a word of no lexicon only beside two others: the nearest may
        still be far.
        """
        found = agreement(self.hint, self.account)
        counts = self.hint.coding.type != UNTYPED or sum(found) >= SEVERAL
        return *found, self.nearest and counts

    @property
    def doers(self) -> frozenset[str]:
        """Those whom the hint has act who act in the account too."""
        return frozenset(s.actor.actor_id for s in shared(self.account.actors, self.hint.actors))

    @property
    def weight(self) -> float:
        """The likeness of the sentences with the facts that agree."""
        return self.likeness + FACT * sum(self.agree)

    def order(self) -> tuple[bool, float, float, int, str]:
        """The surest last: by what the hint's word says, by weight, and by where in the sentence both stand."""
        type_ = self.hint.coding.type
        apart = abs(_depth(self.hint) - _depth(self.account))
        typed = FACT * (type_ not in {SAID, UNTYPED})
        return (
            type_ == self.account.coding.type,
            round(self.weight + typed, 4),
            -apart,
            -self.event,
            self.hint.coding.coding_id,
        )

    def holds(self) -> bool:
        """Whether the hint tells of the act."""
        type_, kind = self.hint.coding.type, self.account.coding.type
        if type_ == SAID:
            return kind in STATEMENTS and (self.agree[0] or self.likeness >= SURE) and self._reaches(SPOKEN)
        if type_ == UNTYPED:
            return self._does_the_same and self._reaches(UNKNOWN)
        return (type_ == kind and self._reaches(SAME)) or (
            kin(type_, kind) and any(self.agree) and self._reaches(KINDRED)
        )

    @property
    def _does_the_same(self) -> bool:
        """Whether a verb that says little by itself has the act's doer, object, day, word, figure, or all words beside.

        Where no sentence is more like either, that both name the object is enough.
        """
        acts, receives, day, _, word, figure, _ = self.agree
        near = self.nearest and self.likeness >= NEAR
        objects = receives if near else shared(self.hint.recipients, self.account.recipients)
        return any((acts, day, word, figure, objects, self.likeness >= SURE))

    def _reaches(self, bounds: tuple[float, float]) -> bool:
        least, enough = bounds
        return self.likeness >= least and self.weight >= enough


def _echoes(told: Sequence[Retold], hints: Iterable[Account], likeness: Likeness) -> Iterator[_Echo]:
    """The hints in sentences alike to those of an event, where nothing keeps them from telling of it."""
    at: defaultdict[str, list[Account]] = defaultdict(list)
    for hint in hints:
        at[likeness.text(hint.place_in_text)].append(hint)
    coded = _coded(told)
    for n, event in enumerate(told):
        for text, (like, account) in _nearest(event, likeness).items():
            for hint in at.get(text, ()):
                nearest = likeness.nearest_of_both(hint.place_in_text, account.place_in_text)
                echo = _Echo(n, hint, account, like, nearest)
                if any(_same_act(c, echo) for c in coded[hint.place_in_text]):
                    continue
                told_so = echo.holds() and _says_the_same(echo, likeness)
                if (told_so or _means_the_same(echo, event, likeness)) and _fits(echo, event):
                    yield echo


def _means_the_same(echo: _Echo, event: Retold, likeness: Likeness) -> bool:
    """Whether an encoder finds what words do not show: in sentences on one doer that are each other's nearest."""
    type_, kind = echo.hint.coding.type, echo.account.coding.type
    if not (type_ in {UNTYPED, kind} or kin(type_, kind) or (type_ == SAID and kind in STATEMENTS)):
        return False
    enough = MEANT_SPOKEN if type_ == SAID else MEANT
    here = echo.hint.place_in_text
    return any(
        likeness.nearest_of_both(here, account.place_in_text) and likeness.meant(here, account.place_in_text) >= enough
        for account in event.distinct.values()
        if agreement(echo.hint, account)[0]
    )


def _says_the_same(echo: _Echo, likeness: Likeness) -> bool:
    """Whether sentences are alike in what they say, and not only in whom they name, where a hint's word is no help."""
    kind = echo.hint.coding.type
    least = None if kind == echo.account.coding.type else {SAID: BESIDES_SPOKEN}.get(kind, BESIDES)
    acts, receives, *facts, nearest = echo.agree
    many = (acts and receives and nearest) or acts + receives + sum(facts) >= MANY
    sure = echo.hint.coding.type != SAID and (many or echo.likeness >= SURE)
    if least is None or sure:
        return True
    return likeness.besides_names(*(likeness.text(a.place_in_text) for a in (echo.hint, echo.account))) >= least


def _coded(told: Sequence[Retold]) -> defaultdict[tuple[str, int], list[Account]]:
    """What is coded in each sentence."""
    found: defaultdict[tuple[str, int], list[Account]] = defaultdict(list)
    for event in told:
        for account in event.accounts:
            found[account.place_in_text].append(account)
    return found


def _same_act(coded: Account, echo: _Echo) -> bool:
    """Whether what is coded in a hint's sentence is such an act itself."""
    same = coded.coding.type == echo.account.coding.type
    return same and not _keeps_out(coded, echo.account, echo.likeness)


def _nearest(event: Retold, likeness: Likeness) -> dict[str, tuple[float, Account]]:
    """The sentences alike to those that tell of an event, each with its likeness and the account that is nearest."""
    best = {text: (1.0, account) for (text, _), account in event.distinct.items()}
    for (text, _), account in event.distinct.items():
        for other, like in likeness.near(text, SAME[0]).items():
            if like > best.get(other, (0.0, account))[0]:
                best[other] = like, account
    return best


def _fits(echo: _Echo, event: Retold) -> bool:
    """Whether what most accounts of an event say leaves room for a hint."""
    against = sum(_keeps_out(echo.hint, account, echo.likeness) for account in event.distinct.values())
    return not _keeps_out(echo.hint, echo.account, echo.likeness) and 2 * against < len(event.distinct)


def _keeps_out(hint: Account, account: Account, likeness: float) -> bool:
    """Whether a hint cannot tell of an account's act: by status, setting, or because it names others."""
    a, b = hint.coding.status, account.coding.status
    if a != b and not {a, b} <= FACTUAL and likeness < PLAIN:
        return True
    if settings_clash(hint, account, likeness) or differ(hint.actors, account.actors):
        return True
    by_object = turned(hint) and bool(shared(hint.recipients, account.actors))
    return not by_object and differ(hint.recipients, account.recipients)


def _given(found: Iterable[_Echo], told: Sequence[Retold]) -> defaultdict[int, list[_Echo]]:
    """Each hint to one event, or to one of each of its doers; and to each event one of an article."""
    given: defaultdict[int, list[_Echo]] = defaultdict(list)
    articles = [{account.article_id for account in event.accounts} for event in told]
    taken: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for echo in found:
        hint, doers = echo.hint, echo.doers
        others = taken[hint.coding.coding_id]
        if hint.article_id not in articles[echo.event] and all(doers and o and not doers & o for o in others):
            others.append(doers)
            articles[echo.event].add(hint.article_id)
            given[echo.event].append(echo)
    return given


def _depth(account: Account) -> float:
    """How far into its sentence an act stands, from 0 to 1."""
    sentence = account.sentence
    return (account.coding.act.start - sentence.start) / max(1, sentence.end - sentence.start)


def _read_as(echo: _Echo, event: Retold) -> Account:
    """A hint as an account of an event, with those of the event's sides that its sentence names."""
    hint, coding = echo.hint, echo.account.coding
    acting = [s for a in event.distinct.values() for s in a.actors]
    receiving = [s for a in event.distinct.values() for s in a.recipients]
    actors = tuple(s for s in hint.around if any(same_side(s, x) for x in acting))
    recipients = tuple(s for s in hint.around if s not in actors and any(same_side(s, x) for x in receiving))
    told = hint.coding.type == coding.type and {hint.coding.status, coding.status} <= FACTUAL
    status = hint.coding.status if told else coding.status
    read = replace(hint.coding, type=event.accounts[0].coding.type, status=status, modes=(), contexts=())
    return replace(hint, coding=replace(read, reporter=None), actors=actors, recipients=recipients)
