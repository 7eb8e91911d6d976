"""Which accounts tell of one event: small tests, each with a reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from tellings.events.acts.lexicon import told_by
from tellings.events.circumstances.scenes import elsewhere
from tellings.events.merging.accounts import NEXT, RECENT, Account, fallback
from tellings.events.merging.fitting import countries, crowds, of_country, persons, persons_fit, same_person, side_fits
from tellings.events.merging.words import meaning_of, meanings
from tellings.model.spans import Span
from tellings.model.times import Dated

UNORDERED = frozenset({"CONSULT", "COOPERATE"})
#: Acts that several do with one another where no recipient is named; elsewhere each acts by itself.
MUTUAL = UNORDERED | {"AGREE", "RETREAT"}
#: What the same sides say or do to one another over and over.
RECURRENT = UNORDERED | {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "ASSAULT"}
#: Types that hold acts of many kinds: that one account leaves the recipient out makes them no more alike.
VAGUE = frozenset({"AGREE", "SUPPORT", "REQUEST", "REJECT"})
#: Types of which a telling tells several acts of one side.
MANIFOLD = VAGUE | {"ACCUSE", "THREATEN"}
#: How far behind an act stands what it is about, in characters; before a passive it stands in front.
REACH = 80
BY = re.compile(r"\W*(?:\w+\W+)?by\b")
STEM = 5
#: Where those are looked up of whom no one is named.
CROWD = "people"
#: A sentence of so many words that stands in two tellings tells the same in both, whomever each takes for its doer.
SENTENCE = 8
#: Types whose modes are measures of their own: an arrest, a curfew, an expulsion; forces leave, prisoners are freed.
MEASURES = frozenset({"COERCE", "SANCTION", "RETREAT"})
#: Those of which one act takes several: trade suspended and assets frozen are one round of sanctions, borders closed
#: and a prisoner confined are no one measure.
LOOSE = MEASURES - {"SANCTION"}
#: What happens once more is not what happened before.
AGAIN = re.compile(r"\b(?:again|another|second|third|anew|renewed|fresh|further|more)\b", re.IGNORECASE)
#: What is done to a paper, and what is said of it or of those who signed it.
SIGNS = frozenset({"sign", "ink", "initial", "ratify", "countersign", "signing", "put", "put signature", "subscribe"})
PRAISES = frozenset(
    {"praise", "hail", "commend", "applaud", "laud", "acclaim", "salute", "cheer", "compliment", "admire"}
)
PRAISES |= {"welcome", "congratulate", "thank", "toast", "endorse", "appreciate", "honour", "honor"}
#: How the rules of those end who help by what they do, and how sentences name them.
AT_WORK = "/v + force"
RESCUE = re.compile(r"rescue|doctor|medic|nurse|firefighter|surgeon|team|expert", re.IGNORECASE)
#: What is promised by those who are to meet, and how sentences name it.
CONSULTING = frozenset({"CONSULT"})
MEETING = re.compile(
    r"(?:meet|talk|visit|summit|negotiat|dialogue|invit|host|travel|fly|flies|confer|gather|receiv|welcom|arriv|com[ei]"
    r"|trip|tour|conven|encounter|attend|join)",
    re.IGNORECASE,
)
#: One telling's allegation may be another's fact.
TOLD = frozenset({"happened", "alleged"})


@dataclass(slots=True)
class _Group:
    """The accounts of one event so far; `distinct` holds one of those that copies tell alike."""

    accounts: list[Account] = field(default_factory=list)
    distinct: dict[tuple[object, ...], Account] = field(default_factory=dict)

    def takes(self, account: Account) -> bool:
        return all(same_event(account, other) for other in self.distinct.values())

    def add(self, account: Account) -> None:
        self.accounts.append(account)
        self.distinct.setdefault(gist(account), account)


def cluster(found: Iterable[Account]) -> tuple[tuple[Account, ...], ...]:
    """Put the accounts of one event together, those with most to go by first.

    Only groups of the same type that share a country are compared, and of copies only one: the
    work grows with the number of accounts, not with its square.
    """
    groups: list[_Group] = []
    told: dict[tuple[object, ...], int] = {}
    shelves: defaultdict[tuple[str, str], dict[int, _Group]] = defaultdict(dict)
    for account in sorted(found, key=_standing):
        copied = told.get(_wording(account))
        if copied is not None:
            groups[copied].add(account)
            continue
        sides = (*account.actors, *account.recipients)
        shelf = [(account.coding.type, country) for country in countries(sides)]
        shelf += [(account.coding.type, CROWD)] if crowds(account.actors, ()) else []
        near = {n: group for key in shelf for n, group in shelves[key].items()}
        fitting = [n for n in sorted(near) if near[n].takes(account)]
        best = max(fitting, key=lambda n: (_closeness(account, near[n].distinct.values()), -n), default=len(groups))
        if best == len(groups):
            groups.append(_Group())
        groups[best].add(account)
        told[_wording(account)] = best
        for key in shelf:
            shelves[key][best] = groups[best]
    return tuple(tuple(sorted(g.accounts, key=_order)) for g in groups)


def _wording(account: Account) -> tuple[object, ...]:
    """What copies of one sentence have in common: its words, and where in them which act and its sides stand.

    What few words say ("He denied it.") another sentence may say of something else: they are the article's own.
    """
    sentence, coding = account.sentence, account.coding
    words = account.words(sentence)
    own = "" if len(words.split()) >= SENTENCE else account.place_in_text
    spans = (coding.act, *(s.mention.span for s in (*account.actors, *account.recipients)))
    within = tuple(span.start - sentence.start for span in spans if sentence.holds(span))
    return own, words, within, coding.type, coding.status


def gist(account: Account) -> tuple[object, ...]:
    """What `same_event` looks at."""
    c = account.coding
    sides = tuple(tuple(s.actor.actor_id for s in side) for side in (account.actors, account.recipients))
    words = account.words(c.act) if c.type in VAGUE else ""
    return c.status, c.modes, words, sides, account.days, account.dating.news_day, account.lead


def same_event(one: Account, other: Account) -> bool:
    """Whether two accounts can be of one event."""
    a, b = one.coding, other.coding
    if a.type != b.type or (a.status != b.status and not {a.status, b.status} <= TOLD):
        return False
    if elsewhere(one, other) or not same_means(one, other) or _told_apart(one, other):
        return False
    return _days_meet(one, other) and _sides_meet(one, other) and not other_deeds(one, other)


def other_deeds(one: Account, other: Account) -> bool:
    """Whether two accounts tell of deeds that are never one: a meeting and a pledge, a signed paper and its praise."""
    return _one_to_meet(one, other) or _one_signs(one, other) or _one_rescues(one, other)


def _one_rescues(one: Account, other: Account) -> bool:
    """Whether one account has rescuers or doctors at work on the spot, and the other tells of goods or money."""
    at_work = {_works(x) for x in (one, other) if x.coding.type == "AID"}
    return len(at_work) > 1 and not any(RESCUE.search(x.words(x.sentence)) for x in (one, other) if not _works(x))


def _works(account: Account) -> bool:
    return account.coding.rule.endswith(AT_WORK)


def _one_signs(one: Account, other: Account) -> bool:
    """Whether one account has a paper signed that the other praises or thanks someone for."""
    lemmas = {x.coding.rule.partition("/")[0] for x in (one, other) if x.coding.type == "SUPPORT"}
    return bool(lemmas & SIGNS and lemmas & PRAISES)


def _one_to_meet(one: Account, other: Account) -> bool:
    """Whether one account promises a meeting, and the other tells of something else and names no meeting."""
    promise = [x for x in (one, other) if _to_meet(x)]
    return len(promise) == 1 and not any(MEETING.search(x.words(x.sentence)) for x in (one, other) if x not in promise)


def _to_meet(account: Account) -> bool:
    return account.coding.type == "AGREE" and told_by(account.coding.rule) == CONSULTING


def _told_apart(one: Account, other: Account) -> bool:
    """Whether one telling gives two acts of a type that holds many kinds: it demands a vote, and asks a court."""
    if one.article_id != other.article_id or one.coding.type not in MANIFOLD or one.coding.act == other.coding.act:
        return False
    about = _about(one, other), _about(other, one)
    return all(about) and not about[0] & about[1]


def _about(account: Account, other: Account) -> frozenset[str]:
    """What the words behind an act's first mean, up to the other act, but for whom they name.

    Of a passive they are those before it too.
    """
    act, sentence = account.coding.act, account.sentence
    beside = other.coding.act.start if account.place_in_text == other.place_in_text else act.start
    end = min(sentence.end, act.end + REACH, beside if beside > act.start else sentence.end)
    passive = beside >= act.start and BY.match(account.words(Span(act.end, sentence.end))) is not None
    start = sentence.start if passive else act.start
    sides = (*account.actors, *account.recipients)
    called = {meaning_of(w) for s in sides for w in f"{s.actor.name} {s.mention.text}".split()}
    words = account.words(Span(start, end))
    return meanings(words if passive else words.partition(" ")[2]) - called


def same_means(one: Account, other: Account) -> bool:
    """A call is no visit, an arrest no curfew; of other types modes are ways of telling one act."""
    a, b = one.coding.modes, other.coding.modes
    if not a or not b or not {one.coding.type, other.coding.type} & (MEASURES | {"CONSULT"}):
        return True
    return a == b if one.coding.type in MEASURES else ("phone" in a) == ("phone" in b)


def _days_meet(one: Account, other: Account) -> bool:
    """Whether the days can be the same.

    Where no time is given, what is said and done again and again is of the news, and so is what names one side less.
    """
    again = one.coding.type in RECURRENT or bool(one.recipients) != bool(other.recipients)
    a, b = _known_days(one, again), _known_days(other, again)
    if a is None or b is None:
        return True
    return a.first - _slack(one, other) <= b.last and b.first - _slack(other, one) <= a.last


def _slack(account: Account, other: Account) -> timedelta:
    """A day for a lead without a time, where the other names it and they share a person: news of the eve is news."""
    eve = account.days is None and account.lead and other.days is not None and _share_a_person(account, other)
    return NEXT if eve and not once_more(account) else timedelta(0)


def once_more(account: Account) -> bool:
    """Whether an account's sentence tells that something happened again."""
    return AGAIN.search(account.words(account.sentence)) is not None


def _share_a_person(one: Account, other: Account) -> bool:
    a, b = (persons((*x.actors, *x.recipients)) for x in (one, other))
    return any(same_person(p, q) for p in a for q in b)


def _known_days(account: Account, again: bool) -> Dated | None:
    if account.days or not account.dating.news_day:
        return account.days
    if account.lead:
        return fallback(account)[0]
    news = account.dating.news_day
    return Dated(news.first - RECENT, news.last, "range", "the days of the news") if again else None


def _sides_meet(one: Account, other: Account) -> bool:
    kind = one.coding.type
    if kind in UNORDERED or (kind in MUTUAL and (_together(one) or _together(other))):
        a, b = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
        shared = countries(a) & countries(b)
        return len(shared) > 1 and all(persons_fit(of_country(a, c), of_country(b, c)) for c in shared)
    if kind in VAGUE and bool(one.recipients) != bool(other.recipients) and not _akin(one, other):
        return False
    of_many_kinds = kind in VAGUE or (kind in LOOSE and not (one.recipients and other.recipients))
    if of_many_kinds and not _say_alike(one, other):
        return False
    acting = side_fits(one.actors, other.actors) or (kind == "PROTEST" and crowds(one.actors, other.actors))
    return acting and side_fits(one.recipients, other.recipients)


def _akin(one: Account, other: Account) -> bool:
    """Whether one person acts in both, or the acts share a word, by its first letters."""
    if _one_acts(one, other):
        return True
    a, b = ({w[:STEM].lower() for w in x.words(x.coding.act).split() if len(w) >= STEM} for x in (one, other))
    return bool(a & b)


def _one_acts(one: Account, other: Account) -> bool:
    return any(same_person(p, q) for p in persons(one.actors) for q in persons(other.actors))


def _say_alike(one: Account, other: Account) -> bool:
    """Whether the words of two acts, or those behind them, mean something in common.

    What one person says or does is told in other words by another telling, hardly by the same.
    """
    if one.article_id != other.article_id and _one_acts(one, other):
        return True
    a, b = (meanings(x.words(x.coding.act)) | _about(x, y) for x, y in ((one, other), (other, one)))
    return bool(a & b)


def _together(account: Account) -> bool:
    """Whether several countries act with one another, none on the other."""
    return not account.recipients and len(countries(account.actors)) > 1


def _closeness(account: Account, group: Collection[Account]) -> tuple[int, int, bool, int]:
    """How much a group has in common with an account: persons, what the act is about, then the day of the news, then
    being news of the day.
    """
    own = persons((*account.actors, *account.recipients))
    others = {p for g in group for p in persons((*g.actors, *g.recipients))}
    shared = sum(any(same_person(p, q) for q in others) for p in own)
    about = max(len(_about(account, g) & _about(g, account)) for g in group)
    return shared, about, _of_the_news(account, group), sum(g.lead == account.lead for g in group)


def _of_the_news(account: Account, group: Collection[Account]) -> bool:
    """Whether an account without a time can be of a group's day because that is the day of its news."""
    news = account.dating.news_day
    days = [d for d in (_known_days(g, False) for g in group) if d]
    return account.days is None and news is not None and any(d.first <= news.first <= d.last for d in days)


def _standing(account: Account) -> tuple[bool, bool, int, str, int]:
    """Accounts with a time of their own first, then those that name most persons."""
    named = len(persons((*account.actors, *account.recipients)))
    return account.days is None, not account.lead, -named, account.article_id, account.coding.act.start


def _order(account: Account) -> tuple[str, int, str]:
    return account.article_id, account.coding.act.start, account.coding.coding_id
