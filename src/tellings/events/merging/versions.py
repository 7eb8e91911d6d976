"""One deed of which tellings name different doers: who shelled whom, who fired first, who is to blame for a blast.

Two sides that did the same to one another contradict no one, and neither do two that accuse one another of different
things. Versions of one deed are told of one day, in words alike beside the names; each by tellings that do not tell
the other, by sides that stand against one another or by a doer that the other version does not have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from tellings.events.circumstances.scenes import elsewhere
from tellings.events.merging.accounts import Account, Side
from tellings.events.merging.clashes import differ, shared
from tellings.events.merging.likeness import COMMON, NAME, Weights, dice, weights
from tellings.events.merging.retelling import Group, home
from tellings.events.merging.words import meanings, name_of, names
from tellings.vocab.countries import countries, country_name

#: Acts that one side does and another suffers.
DEEDS = frozenset({"ASSAULT", "COERCE"})
#: Acts for which a state is asked to account: the envoy is the other's.
CALLED_IN = re.compile(r"\bsummon|\bcalled in\b", re.IGNORECASE)
#: Words of a sentence by which its act is another than the one it answers, and those that say so wherever they stand.
ANSWER = re.compile(
    r"\b(?:respon(?:se|ded|ding)|answer\w*|in\s+turn|in\s+kind|both|also|counter-?\w+|each\s+other|one\s+another|too"
    r"|likewise|after\s+(?:[\w'’-]+\s+){1,8}(?:had|was|were))\b",
    re.IGNORECASE,
)
RETURNED = re.compile(
    r"\b(?:retaliat\w*|repris\w+|return(?:ed|ing)\s+fire|(?:fired|shot|hit|struck)\s+back|exchang\w+\s+(?:of\s+)?fire"
    r"|aveng\w+|revenge)\b",
    re.IGNORECASE,
)
#: How alike two sentences must be beside the names of the sides, and how much must be the same: where each has the
#: other for its doer, where one has, where neither has and only their doers differ.
EXCHANGED, HALF, OTHERS = (0.4, 5.0), (0.45, 6.0), (0.55, 10.0)
NEVER = (2.0, 0.0)
STATEMENTS = frozenset({"happened", "alleged"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One telling's version: who did it, to whom or as who says, and the account whose words tell it.

    `by` is who blames the doer for it, where the telling does not say so itself.
    """

    account: Account
    doers: tuple[Side, ...]
    others: tuple[Side, ...]
    by: tuple[Side, ...]

    @property
    def calls_in(self) -> bool:
        """Whether it is told who called in whose envoy."""
        return self.account.coding.type == "ACCUSE" and not self.by

    @property
    def gist(self) -> tuple[object, ...]:
        """What is looked at of a claim: the same in every copy of its sentence."""
        sides = tuple(tuple(s.actor.actor_id for s in side) for side in (self.doers, self.others, self.by))
        return self.account.words(self.account.sentence), self.account.coding.type, sides, self.account.days

    @property
    def value(self) -> str:
        """The version in words: "Kenya", "Kenya, according to Uganda"."""
        doer = _called(self.doers)
        return f"{doer}, according to {_called(self.by)}" if self.by else doer


@dataclass(frozen=True, slots=True)
class Contest:
    """The versions of one deed, in the order of article and text."""

    claims: tuple[Claim, ...]


def contests(told: Iterable[Group]) -> Iterator[Contest]:
    """Give the deeds of a story for which its tellings name different doers. Of copies one is compared."""
    claims = sorted((c for group in told for a in group for c in _claims(a)), key=_place)
    alike: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[claim.gist].append(claim)
    versions = list(alike.values())
    into = list(range(len(versions)))
    for n, m in _pairs([version[0] for version in versions]):
        if _contradict(versions[n][0], versions[m][0], claims):
            into[home(into, m)] = home(into, n)
    parted: defaultdict[int, list[Claim]] = defaultdict(list)
    for n, version in enumerate(versions):
        parted[home(into, n)] += version
    joined = {home(into, n) for n in range(len(into)) if home(into, n) != n}
    yield from (Contest(tuple(sorted(parted[n], key=_place))) for n in sorted(joined))


def _claims(account: Account) -> Iterator[Claim]:
    """What an account says of who did what; of an accusation the accused did it, as the accuser says."""
    coding = account.coding
    if account.hint or coding.status not in STATEMENTS:
        return
    if coding.type in DEEDS and account.actors and all(map(_in_particular, account.actors)):
        by = account.reporters if coding.status == "alleged" else ()
        yield Claim(account, account.actors, account.recipients, by)
    elif coding.type == "ACCUSE" and account.actors and account.recipients:
        if "allege" in coding.modes:
            yield Claim(account, account.recipients, (), account.actors)
        elif CALLED_IN.search(account.words(coding.act)):
            yield Claim(account, account.actors, account.recipients, ())


def _pairs(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Claims that share a word which not too many share."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        for key in _weights(claim.account.words(claim.account.sentence)):
            holding[key].append(n)
    return sorted({pair for held in holding.values() if len(held) <= COMMON for pair in combinations(held, 2)})


def _contradict(one: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    """Whether two claims are versions of one deed that exclude each other."""
    if not differ(one.doers, other.doers) or shared(one.doers, other.doers) or not _of_one_kind(one, other):
        return False
    likeness, same = _beside_names(one, other)
    least, enough = _asked(one, other)
    if likeness < least or same < enough or _apart(one.account, other.account):
        return False
    return _told_apart(one, other, claims)


def _of_one_kind(one: Claim, other: Claim) -> bool:
    """Whether both call in an envoy; or both tell deeds of one type, or one at least blames the doer for it."""
    if one.calls_in or other.calls_in:
        return one.calls_in and other.calls_in
    return one.account.coding.type == other.account.coding.type or bool(one.by or other.by)


def _asked(one: Claim, other: Claim) -> tuple[float, float]:
    """How alike the sentences must be and how much of them, by how far the sides stand against one another."""
    both = (one, other), (other, one)
    against = sum(bool(shared(x.doers, (*y.others, *y.by))) for x, y in both)
    if against:
        return EXCHANGED if against == 2 else HALF
    strangers = all(_is_strange(x.doers, y.account) for x, y in both)
    return OTHERS if strangers and one.account.coding.type == other.account.coding.type == "ASSAULT" else NEVER


def _in_particular(side: Side) -> bool:
    """Whether a doer is of a state, or has a name of its own; an army of which no one says whose may be anyone's."""
    return side.actor.country is not None or side.actor.name[:1].isupper()


def _is_strange(doers: Sequence[Side], account: Account) -> bool:
    """Whether doers are states or of one, and an article names none of them: of allies one may tell of another."""
    named = {entity.country for entity in account.reading.cast.entities}
    return all(s.actor.country in countries() and s.actor.country not in named for s in doers)


def _beside_names(one: Claim, other: Claim) -> tuple[float, float]:
    """How alike two sentences are beside the names of all sides and the words of time, and how much is the same."""
    sides = [s for claim in (one, other) for s in (*claim.doers, *claim.others, *claim.by)]
    called = frozenset(key for s in sides for key in names(s.actor.name, s.actor.country))
    a, b = (_rest(claim.account, called) for claim in (one, other))
    named = [{key for key in rest if key.startswith(NAME) and key[1:] not in _lands()} for rest in (a, b)]
    if all(named) and not named[0] & named[1]:
        return 0.0, 0.0
    own = _act(one.account) | _act(other.account)
    return dice(a, b), sum(weight for key, weight in a.items() if key in b and key not in own)


def _rest(account: Account, called: frozenset[str]) -> Weights:
    times = [t.text for t in account.reading.times if t.sentence == account.coding.sentence]
    when = {key for text in times for key in (*meanings(text), *(name_of(word) for word in text.split()))}
    found = _weights(account.words(account.sentence))
    return {k: w for k, w in found.items() if k not in when and name_of(k.removeprefix(NAME)) not in called | when}


@cache
def _lands() -> frozenset[str]:
    """The keys of the countries' names that are one word: two places of one land are two."""
    return frozenset(name_of(land.name) for land in countries().values() if " " not in land.name)


@lru_cache(maxsize=1024)
def _weights(sentence: str) -> Weights:
    """Those of a sentence, which is compared with many."""
    return weights(sentence)


def _act(account: Account) -> frozenset[str]:
    """The act's verb, without its objects."""
    return meanings(account.coding.rule.partition(" + ")[0].partition("/")[0])


def _apart(one: Account, other: Account) -> bool:
    """Whether days, places or a word of answer make two deeds of them."""
    if one.days and other.days and (one.days.first > other.days.last or other.days.first > one.days.last):
        return True
    accused = one.coding.type == other.coding.type == "ACCUSE"
    return elsewhere(one, other) or (not accused and (_answers(one) or _answers(other)))


def _answers(account: Account) -> bool:
    """Whether an act answers another: by its sentence, or as its article tells of both."""
    told = account.reading.article.text
    return ANSWER.search(account.words(account.sentence)) is not None or RETURNED.search(told) is not None


def _told_apart(one: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    """Whether each version is told by a telling that does not tell the other, and none tells both as done."""
    first, second = (_tellings(x, y, claims) for x, y in ((one, other), (other, one)))
    done = first.keys() & second.keys()
    if any(first[article] and second[article] for article in done):
        return False
    return bool(first.keys() - second.keys()) and bool(second.keys() - first.keys())


def _tellings(version: Claim, other: Claim, claims: Iterable[Claim]) -> Mapping[str, bool]:
    """The articles that have such a doer do such a thing, each with whether it says so itself.

    What both did together ("the ships collided") leaves open which of them one blames.
    """
    found: dict[str, bool] = {}
    for claim in claims:
        together = version.by and shared(other.doers, claim.doers)
        if shared(version.doers, claim.doers) and _of_one_kind(version, claim) and not together:
            article = claim.account.article_id
            found[article] = found.get(article, False) or not claim.by
    return found


def _called(sides: Sequence[Side]) -> str:
    """A state stands for all who act for it: no two versions blame the same."""
    actors = [side.actor for side in sides]
    called = (a.name if a.kind == "person" or not a.country else country_name(a.country) for a in actors)
    return " and ".join(dict.fromkeys(called))


def _place(claim: Claim) -> tuple[str, int, str]:
    account = claim.account
    return account.article_id, account.coding.act.start, account.coding.coding_id
