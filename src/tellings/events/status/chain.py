"""What the words over an act make of it: refused to criticise, agreed to talks, said it would not help.

Each word over an act that `operators.tsv` knows has an effect. Effects are applied from the act
outwards, so that "refused to call off the visit" is read as refuse(cancel(visit)).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tellings.events.acts.clauses import (
    behind,
    climb,
    is_finite,
    is_verb,
    objects,
    surface_subjects,
)
from tellings.events.acts.links import Link, effect_over, links
from tellings.events.acts.matching import Match
from tellings.events.status.frames import ASIDE, HEARSAY, framed
from tellings.events.status.moods import mood
from tellings.events.status.plover import COOPERATIVE, Turned, turned, turned_by
from tellings.model.events import Status
from tellings.model.text import Sentence, Token
from tellings.text.tree import children

#: Refusing to take part in what others do is REJECT, whatever they do.
JOINING = frozenset({"join", "follow"})
TAKING_PART = "taking part"
#: Effects that make another act of one, done by whom the outer word says.
TURNING = frozenset({"agree", "decide", "refuse", "refrain", "threaten", "request", "stop", "cancel"})
#: What a word over a clause that has a subject of its own claims of it.
CLAIMED: Mapping[str, Status] = {
    "deny": "denied",
    "suppose": "alleged",
    "accuse": "alleged",
    "hear": "alleged",
    "consider": "hypothetical",
    "threaten": "hypothetical",
}
FORCE = frozenset(
    {"action", "assault", "attack", "force", "intervention", "invasion", "offensive", "retaliation", "strike", "war"}
)
ENDURING = frozenset({"tolerate", "brook", "countenance"})


@dataclass(frozen=True, slots=True)
class Told:
    """An act as its sentence tells it, sides still as tokens.

    `agent` is who acts where a word over the act decides that (None: the act's own slots).
    `addressed` is whom the outer word is said to (urged X, told X).
    `path` are the tokens passed, `turned` those that made another type of it.
    """

    type: str
    mode: str
    status: Status
    agent: tuple[int, ...] | None
    addressed: tuple[int, ...]
    reporter: tuple[int, ...]
    path: tuple[int, ...]
    rules: tuple[str, ...]
    turned: tuple[int, ...] = ()


def told(sentence: Sentence, match: Match) -> Told:
    """Apply to an act the effects of all words over it."""
    start = Told(match.act.type, match.act.mode, "happened", None, (), (), (match.token,), (_rule(match),))
    state = _mooded(sentence, match.token, _denied_object(sentence, match, start))
    for link in links(sentence, match.token):
        after = _through(sentence, state, link)
        if after is None:
            break
        state = _mooded(sentence, link.token.i, replace(after, path=(*after.path, link.token.i)))
    return _framed(sentence, _according(sentence, _purposed(sentence, state)))


def _framed(sentence: Sentence, state: Told) -> Told:
    """What words beside the act that the coding rests on make of it; an aside's speaker is known elsewhere."""
    frame = framed(sentence, state.turned[-1] if state.turned else state.path[0], state.path[-1], state.status)
    if frame is None or frame.rule == ASIDE or (state.reporter and frame.rule == HEARSAY):
        return state
    return replace(state, status=frame.status, rules=(*state.rules, frame.rule))


def _denied_object(sentence: Sentence, match: Match, state: Told) -> Told:
    """ "imposed no sanctions", "no minister has visited": a negated object or subject negates the act."""
    nouns = {*match.beside, *(t.i for t in children(sentence, match.token, "dobj", "nsubjpass", "nsubj"))}
    if not any(_none(sentence, sentence.tokens[i]) for i in nouns):
        return state
    return replace(state, status="negated", rules=(*state.rules, "no"))


def _none(sentence: Sentence, noun: Token) -> bool:
    """ "no documents", "not a single minister", "not one", "none of the ministers"."""
    if noun.lemma.lower() in {"none", "neither", "nobody"}:
        return True
    words = [t for t in children(sentence, noun.i, "det", "neg", "preconj", "advmod", "nummod", "amod") if t.i < noun.i]
    further = [u for t in words for u in children(sentence, t.i)]
    negating = [t for t in (*words, *further) if t.lemma.lower() in {"no", "not", "neither"}]
    return any(sentence.tokens[t.i + 1].lemma.lower() != "only" for t in negating)


def _purposed(sentence: Sentence, state: Told) -> Told:
    """An infinitive that no word over it vouches for is only meant ("sent troops to help")."""
    last = sentence.tokens[state.path[-1]]
    bare = is_verb(last) and any(t.lemma == "to" and t.dep == "aux" for t in children(sentence, last.i))
    if not bare or state.status != "happened" or {"must", "future"} & set(state.rules) or last.head == last.i:
        return state
    return replace(state, status="hypothetical", rules=(*state.rules, "purpose"))


def _through(sentence: Sentence, state: Told, link: Link) -> Told | None:
    """What a word makes of the act below it; None where it has no hold on it."""
    token = link.token
    known = effect_over(sentence, link)
    if known is None:
        return state if link.complement == "state" or (token.lemma == "be" and link.complement != "noun") else None
    state = replace(state, rules=(*state.rules, f"{token.lemma}: {known}"))
    if link.complement in {"clause", "fact"} and known not in {"agree", "request", "decide"}:
        return _claimed(sentence, state, token, known)
    return _applied(sentence, state, token, known)


def _claimed(sentence: Sentence, state: Told, token: Token, known: str) -> Told:
    """A clause has a subject of its own: the word over it says only what its speaker makes of it."""
    if known == "threaten" and _speaks_of_itself(sentence, state):
        return _applied(sentence, state, token, known)
    return replace(_said(sentence, state, token), status=CLAIMED.get(known, state.status))


def _speaks_of_itself(sentence: Sentence, state: Told) -> bool:
    token = sentence.tokens[state.path[-1]]
    own = surface_subjects(sentence, token.i) if is_verb(token) else []
    return all(t.pos == "PRON" for t in own)


def _applied(sentence: Sentence, state: Told, token: Token, known: str) -> Told:
    if known == "accuse":
        return _accused(sentence, state, token)
    result = turned(known, state.type, state.mode)
    if known in {"refuse", "refrain"} and _leaves_open(sentence, state):
        return replace(_by(sentence, state, token), type="THREATEN", mode="violence", turned=(*state.turned, token.i))
    if known == "threaten" and state.status == "hypothetical" and "supposed" in state.rules:
        state = replace(state, status="happened")  # "warned that it might use force"
    if known in TURNING and result is not None:
        return _turned(sentence, state, token, known, result)
    own = state.path[0] == state.path[-1] and behind(
        sentence, state.path[0], "by"
    )  # "the raid by X was announced by Y"
    if state.agent is None and not own and (is_verb(token) or known in {"pass", "try"}):
        state = _by(sentence, state, token)
    return replace(state, status=(result.status if result else None) or state.status)


def _turned(sentence: Sentence, state: Told, token: Token, known: str, result: Turned) -> Told:
    """The act that an outer word makes of another, by whom that word says."""
    if known == "agree" and state.status == "negated":
        cooperative = state.type in COOPERATIVE
        kept = turned_by("refuse", state.type, state.mode) if cooperative else Turned("AGREE", "")
        result = replace(kept, status="happened")
    if known == "refuse" and any(sentence.tokens[i].lemma in JOINING for i in state.path):
        result = Turned("REJECT", "")
        state = replace(state, rules=(*state.rules, TAKING_PART))
    same = (result.type, result.status) == (state.type, None)
    state = replace(
        _by(sentence, state, token),
        type=result.type,
        mode=result.mode,
        status=result.status or state.status,
        turned=state.turned if same else (*state.turned, token.i),
    )
    return _asked(sentence, state, token) if known == "request" else state


def _by(sentence: Sentence, state: Told, token: Token) -> Told:
    """The one who does what the outer word says is the one who acts."""
    subjects = [t for t in _doers(sentence, token) if t.i not in state.path]
    return replace(state, agent=tuple(t.i for t in subjects)) if subjects else state


def _doers(sentence: Sentence, token: Token) -> list[Token]:
    if is_verb(token):
        passive = behind(sentence, token.i, "by")
        reduced = token.tag == "VBN" and token.dep == "advcl"
        by = passive and (reduced or children(sentence, token.i, "auxpass"))
        return passive if by else surface_subjects(sentence, token.i)
    if token.pos == "ADJ":
        return surface_subjects(sentence, token.head)
    return [*children(sentence, token.i, "poss"), *behind(sentence, token.i, "by")]


def _asked(sentence: Sentence, state: Told, token: Token) -> Told:
    asked = [
        *objects(sentence, token.i),
        *(t for p in ("on", "upon", "to", "from", "by") for t in behind(sentence, token.i, p)),
    ]
    act = sentence.tokens[state.path[0]]
    if not asked and is_verb(act):
        asked = surface_subjects(sentence, act.i)
    return replace(state, addressed=tuple(t.i for t in asked if not is_verb(t)))


def _accused(sentence: Sentence, state: Told, token: Token) -> Told:
    """What someone is accused of doing is alleged; who accuses is who says so."""
    by, whom = _doers(sentence, token), objects(sentence, token.i)
    if token.pos == "ADJ":  # "found the mayor guilty of"
        whom = children(sentence, token.i, "nsubj") or objects(sentence, token.head) or by
    return replace(
        state,
        status="alleged",
        reporter=tuple(t.i for t in by if t not in whom),
        agent=tuple(t.i for t in whom) or state.agent,
    )


def _said(sentence: Sentence, state: Told, token: Token) -> Told:
    speakers = _doers(sentence, token)
    heard = [t for t in objects(sentence, token.i) if t.pos in {"PROPN", "NOUN", "PRON"}]
    heard += [t for t in behind(sentence, token.i, "to") if t.pos in {"PROPN", "NOUN", "PRON"}]
    return replace(
        state,
        reporter=tuple(t.i for t in speakers) or state.reporter,
        addressed=state.addressed or tuple(t.i for t in heard),
    )


def _mooded(sentence: Sentence, i: int, state: Told) -> Told:
    """Apply the verb's own auxiliaries and negation, or the noun's adjectives."""
    said = mood(sentence, i, state.type)
    for name in said:
        if name == "future":
            result = turned_by("agree", state.type, state.mode)
        elif name == "refusal":
            endures = _endures(sentence, state)
            result = Turned("THREATEN", "") if endures else turned_by("refuse", state.type, state.mode)
        elif name == "demand":
            return _demanded(state)
        elif name == "negated" and _leaves_open(sentence, state):
            result = Turned("THREATEN", "violence")
        else:
            status: Status = "negated" if name == "negated" else "hypothetical"
            return replace(state, status=status, rules=(*state.rules, name))
        state = replace(
            state,
            type=result.type,
            mode=result.mode,
            status=result.status or state.status,
            rules=(*state.rules, name),
        )
    return state


def _endures(sentence: Sentence, state: Told) -> bool:
    """ "Will not tolerate": who will not put up with it threatens."""
    return sentence.tokens[state.path[0]].lemma in ENDURING or state.rules[0].startswith("put up")


def _leaves_open(sentence: Sentence, state: Told) -> bool:
    """ "Did not rule out the use of force", "refused to rule out a strike": who leaves force open threatens."""
    ruled = objects(sentence, state.path[0]) if state.rules[0].startswith("rule out") else []
    named = [u for t in ruled for u in (t, *behind(sentence, t.i, "of"))]
    return bool({t.lemma for t in named} & FORCE)


def _demanded(state: Told) -> Told:
    """ "Iran must release them": whoever says so asks it of Iran."""
    result = turned_by("request", state.type, state.mode)
    return replace(state, type=result.type, mode=result.mode, rules=(*state.rules, "must"), agent=())


def _according(sentence: Sentence, state: Told) -> Told:
    """ "..., according to Kenya": Kenya says so."""
    if state.reporter:
        return state
    last = sentence.tokens[state.path[-1]]
    for token in (last, *climb(sentence, last.i)):
        named = [
            t
            for p in children(sentence, token.i, "prep")
            if p.lemma.lower() in {"accord", "according"}
            for q in children(sentence, p.i, "prep")
            for t in children(sentence, q.i, "pobj")
        ]
        if named:
            return replace(state, reporter=tuple(t.i for t in named), rules=(*state.rules, "according to"))
        if is_verb(token) and is_finite(sentence, token.i):
            return state
    return state


def _rule(match: Match) -> str:
    need = match.act.need
    beside = f" + {need.slot}" if need else ""
    return f"{' '.join(match.act.words)}/{match.act.pos}{beside}"
