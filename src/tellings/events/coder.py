"""From an article to its codings: each act, its sides, its status, when and where."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from tellings.events.acts.clauses import clause_verb, surface_subjects
from tellings.events.acts.hints import verbs
from tellings.events.acts.lexicon import kinds
from tellings.events.acts.matching import NO_ACT, Match, matches
from tellings.events.acts.politics import of_politics, politics_of
from tellings.events.admission import stands_alone, told_of
from tellings.events.candidate import Candidate
from tellings.events.circumstances.finding import surroundings, when
from tellings.events.circumstances.means import by_crowd, with_means
from tellings.events.circumstances.placing import where
from tellings.events.sides.completing import answered, carried, did_so, in_talks, left_out
from tellings.events.sides.deeds import of_deed
from tellings.events.sides.demands import demands
from tellings.events.sides.parties import Named, each_named
from tellings.events.sides.shared import regrouped, shared
from tellings.events.sides.sides import sides
from tellings.events.status.chain import Told, told
from tellings.model.actors import Cast
from tellings.model.article import Article
from tellings.model.events import Coding, Status
from tellings.model.ids import stable_id
from tellings.model.places import Place
from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.model.text import Parsed, Sentence
from tellings.model.times import TimeExpression

#: A coded act's words are given whole when they stand this close (in tokens), else its first word alone.
CLOSE = 8
#: An act whose type other words decided is less sure than one that stands by itself.
PLAIN, TURNED, NOMINAL = 0.8, 0.7, 0.65
#: What an act that is not said to have happened, or that names one side alone, is less sure by.
DOUBT = 0.1
SUPPLIED = "; it is not told by whom: the power named last before"


@dataclass(frozen=True, slots=True)
class Coded:
    """The events of an article, and the hints that make none by themselves (see `tellings.events.acts.hints`)."""

    codings: tuple[Coding, ...]
    hints: tuple[Coding, ...]


def find(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: Sequence[TimeExpression],
    places: Sequence[Place],
    quotes: Sequence[Quote],
) -> Coded:
    """Code the events of an article, in the order of their acts. Words inside quotation marks are not coded."""
    found: list[Coding] = []
    hints: list[Coding] = []
    politics = politics_of(parsed, cast)
    for named in each_named(parsed, cast):
        inside = quoted(named.sentence, quotes)
        every = _all(named, quotes, inside)
        for candidate in every:
            if told_of(named, candidate) and of_politics(candidate, cast, politics):
                coding = _coding(article, named.sentence, candidate, named, times, places)
                coding = answered(in_talks(coding, named, candidate, found), named, candidate, found)
                coding = carried(coding, named, candidate, found)
                found.append(of_deed(coding, named, candidate, found))
                found += left_out(article, found[-1], named, candidate)
                found += did_so(article, found[-1], named, candidate)
            else:
                hints.append(_coding(article, named.sentence, candidate, named, times, places, hint=True))
        known = inside.union(*((*c.match.words, *c.told.path) for c in every))
        hints += verbs(article, named, known, times)
    return Coded(tuple(_without_repeats(found)), tuple(hints))


def _all(named: Named, quotes: Sequence[Quote], inside: frozenset[int]) -> list[Candidate]:
    """The acts that the sentence tells, and the demands that its speakers make."""
    told_acts = list(candidates(named, inside))
    known = frozenset(i for c in told_acts for i in (*c.match.words, *c.told.path))
    asked = [Candidate(match, state, both) for match, state, both in demands(named, quotes, inside, known)]
    return sorted((*told_acts, *asked), key=lambda c: c.match.token)


def candidates(named: Named, skip: frozenset[int] = frozenset()) -> Iterator[Candidate]:
    """The acts of a sentence with their sides, whether or not both sides are named."""
    found = [(m, told(named.sentence, m)) for m in matches(named.sentence, skip, named.headed_by_actor)]
    passed = {i for _, t in found for i in t.turned}
    for match, state in found:
        if stands_alone(named.sentence, match, state) and match.token not in passed:
            both = sides(named, match, state)
            become = with_means(named.sentence, match, shared(named, match, state, both))
            become = by_crowd(named, match, become, both.actors)
            if become.type != NO_ACT:
                yield Candidate(match, become, regrouped(named, become, both))


def quoted(sentence: Sentence, quotes: Sequence[Quote]) -> frozenset[int]:
    """The tokens that stand inside quotation marks, but for those that the reporter's own clause governs.

    In ‹She "flatly rejected the offer"› the subject is the reporter's, so that the act is his telling.
    """
    spoken = (q for q in quotes if q.kind != "indirect")
    parts = [(p, q.kind) for q in spoken for p in q.parts if p.start < sentence.end and sentence.start < p.end]
    inside = {
        t.i: kind
        for t in sentence.tokens
        for p, kind in parts
        if p.start <= sentence.start + t.start and sentence.start + t.end <= p.end
    }
    return frozenset(i for i, kind in inside.items() if kind == "direct" or not _told_from_outside(sentence, i, inside))


def _told_from_outside(sentence: Sentence, i: int, inside: Container[int]) -> bool:
    """Whether the verb at or over a quoted token has its subject outside the quotation marks."""
    verb = clause_verb(sentence, i)
    subject = surface_subjects(sentence, verb.i) if verb is not None else []
    return bool(subject) and not any(t.i in inside for t in subject)


def _coding(
    article: Article,
    sentence: Sentence,
    candidate: Candidate,
    named: Named,
    times: Sequence[TimeExpression],
    places: Sequence[Place],
    hint: bool = False,
) -> Coding:
    """A candidate as it is stored; a hint without contexts and detail, which no one reads."""
    match, state, both = candidate.match, candidate.told, candidate.sides
    act = _act(sentence, match, state)
    place = where(sentence, match, state, places)
    if state.type == "CONSULT" and not state.mode and place is not None:
        state = replace(state, mode="visit", rules=(*state.rules, "at a place"))
    return Coding(
        coding_id=stable_id("e", article.article_id, act.start, act.end, state.type),
        sentence=sentence.index,
        type=state.type,
        modes=(state.mode,) if state.mode and (state.type, state.mode) in kinds() else (),
        contexts=() if hint else surroundings(sentence, match, state),
        status=status_of(candidate),
        actors=both.actors,
        recipients=both.recipients,
        act=act,
        time=when(sentence, match, state, times),
        place=place,
        reporter=both.reporter,
        rule=state.rules[0],
        detail="" if hint else _detail(article, act, state, status_of(candidate)) + (SUPPLIED if both.supplied else ""),
        confidence=_confidence(candidate),
    )


def status_of(candidate: Candidate) -> Status:
    """A claim about others is alleged; what a side says of its own act is not."""
    state, both = candidate.told, candidate.sides
    if state.status == "happened" and both.reporter is not None and not both.own and "must" not in state.rules:
        return "happened" if candidate.match.act.agent == ("reporter",) else "alleged"
    return state.status


def _act(sentence: Sentence, match: Match, state: Told) -> Span:
    words = sorted({*match.words, *state.turned})
    first, last = words[0], words[-1]
    if last - first <= CLOSE:
        return sentence.span_of(first, last)
    return sentence.span_of(match.token, match.token)


def _detail(article: Article, act: Span, state: Told, status: Status) -> str:
    words = " ".join(act.of(article.text).split())
    mode = f" ({state.mode})" if state.mode else ""
    why = "claimed by another side" if status != state.status else state.rules[-1]
    said = "" if status == "happened" else f"; {status}, by {why}"
    return f"“{words}” is {state.type}{mode}, by {'; '.join(state.rules)}{said}"


def _confidence(candidate: Candidate) -> float:
    match, state = candidate.match, candidate.told
    base = NOMINAL if match.act.pos == "n" else TURNED if state.type != match.act.type else PLAIN
    doubts = (state.status != "happened") + (not candidate.sides.recipients and len(candidate.sides.actors) == 1)
    return round(base - DOUBT * (doubts + 2 * candidate.sides.supplied), 2)


def _without_repeats(found: Sequence[Coding]) -> Iterator[Coding]:
    """One coding for each act and type."""
    seen: set[str] = set()
    for coding in found:
        if coding.coding_id not in seen:
            seen.add(coding.coding_id)
            yield coding
