"""What a sentence claims of one of its words as an act: that it happened, is planned, was denied, ...

Unlike `chain`, which also says what PLOVER makes of a promise or a refusal, this asks of the act's own
word alone: in "promised to send aid" the sending is planned, in "refused to send aid" it is negated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tellings.events.acts.clauses import is_verb, surface_subjects
from tellings.events.acts.links import Link, effect_over, links
from tellings.events.status.frames import OFFICIAL, framed
from tellings.events.status.moods import auxiliaries, mood
from tellings.model.events import Status
from tellings.model.text import Sentence, Token
from tellings.text.once import once
from tellings.text.tree import children

#: What a word over an act claims of it, by the word's effect; and what it claims where it is negated itself.
CLAIMS: Mapping[str, tuple[Status, Status]] = {
    "agree": ("planned", "negated"),
    "decide": ("planned", "negated"),
    "allow": ("hypothetical", "negated"),
    "consider": ("hypothetical", "negated"),
    "suppose": ("alleged", "negated"),
    "hear": ("alleged", "denied"),
    "say": ("happened", "denied"),
    "accuse": ("alleged", "negated"),
    "deny": ("denied", "happened"),
    "refuse": ("negated", "happened"),
    "refrain": ("negated", "happened"),
    "stop": ("negated", "happened"),
    "cancel": ("negated", "happened"),
    "request": ("hypothetical", "negated"),
    "threaten": ("hypothetical", "negated"),
    "pass": ("happened", "negated"),
    "try": ("happened", "negated"),
    "vouch": ("happened", "negated"),
}
MOODS: Mapping[str, Status] = {
    "future": "planned",
    "refusal": "negated",
    "demand": "hypothetical",
    "supposed": "hypothetical",
    "negated": "negated",
}
#: Claims that hold whatever the words below say, and the rest from the least sure to the surest.
FINAL: tuple[Status, ...] = ("denied", "negated")
WEAKEST: tuple[Status, ...] = ("hypothetical", "planned", "alleged", "happened")
WILL = frozenset({"will", "would", "shall", "wo", "can", "could"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status claimed for an act, and the names of the rules that set it, innermost first."""

    status: Status
    rules: tuple[str, ...] = ()


@once
def standing(sentence: Sentence, i: int) -> Standing:
    """What the sentence claims of token `i`, a verb, noun or adjective that stands for an act."""
    state, top = _own(sentence, i), i
    for link in links(sentence, i):
        known = effect_over(sentence, link)
        if known is not None:
            state = _under(sentence, state, link, known, top)
        elif link.complement != "state" and link.token.lemma != "be":
            break
        top = link.token.i
    return _in_frame(sentence, _purposed(sentence, state, top), i, top)


def _purposed(sentence: Sentence, state: Standing, top: int) -> Standing:
    """An infinitive that no word over it vouches for is only meant ("sent troops to help")."""
    bare = is_verb(sentence.tokens[top]) and any(t.lemma == "to" for t in children(sentence, top, "aux"))
    if bare and state.status == "happened" and sentence.tokens[top].dep in {"advcl", "acl", "relcl", "xcomp"}:
        return Standing("hypothetical", (*state.rules, "purpose"))
    return state


def _own(sentence: Sentence, i: int) -> Standing:
    names = mood(sentence, i, "")
    return Standing(MOODS[names[0]], names[:1]) if names else Standing("happened")


def _under(sentence: Sentence, state: Standing, link: Link, known: str, below: int) -> Standing:
    """What a word over the act makes of what has been claimed so far."""
    own = mood(sentence, link.token.i, "")
    affirmed, denied = CLAIMS[known]
    claim = denied if own and MOODS[own[0]] == "negated" else affirmed
    if known in {"say", "hear"} and claim != "denied":
        claim = _spoken(sentence, state, link.token, below) if known == "say" or state.status == "negated" else claim
    status = _together(state.status, claim)
    if own and MOODS[own[0]] in {"planned", "hypothetical"}:
        status = _together(status, MOODS[own[0]])
    return Standing(status, (*state.rules, f"{link.token.lemma}: {known}", *own))


def _together(inner: Status, outer: Status) -> Status:
    if inner == "alleged" and outer == "negated":
        return "denied"
    if outer in FINAL or (inner in FINAL and outer == "happened"):
        return outer if outer in FINAL else inner
    if inner in FINAL:
        return inner
    return min(inner, outer, key=WEAKEST.index)


def _spoken(sentence: Sentence, state: Standing, verb: Token, below: int) -> Status:
    """A side that says it did not do it denies it; what one side says of another is a claim."""
    if state.status == "negated":
        helpers = {t.lemma.lower() for t in auxiliaries(sentence, sentence.tokens[below])}
        return "negated" if helpers & WILL else "denied"
    return "happened" if _of_itself(sentence, verb, below) else "alleged"


def _of_itself(sentence: Sentence, verb: Token, below: int) -> bool:
    """Whether a speaker tells of himself, or speaks for an authority."""
    speakers = surface_subjects(sentence, verb.i)
    doers = surface_subjects(sentence, below) if is_verb(sentence.tokens[below]) else []
    names = {t.lemma for t in speakers}
    if names & OFFICIAL:
        return True
    own = any(t.pos == "PRON" and t.lemma.lower() in {"it", "he", "she", "they", "i", "we"} for t in doers)
    return own or not speakers or bool(names & {t.lemma for t in doers})


def _in_frame(sentence: Sentence, state: Standing, i: int, top: int) -> Standing:
    frame = framed(sentence, i, top, state.status)
    return Standing(frame.status, (*state.rules, frame.rule)) if frame else state
