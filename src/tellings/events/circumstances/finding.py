"""When an act is said to have happened, and in what contexts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from tellings.events.acts.clauses import clause_verb, climb
from tellings.events.acts.lexicon import acts, contexts
from tellings.events.acts.matching import Match
from tellings.events.status.chain import Told
from tellings.model.text import Sentence, Token
from tellings.model.times import TimeExpression
from tellings.text.tree import children, subtree, top

FAR = 99
#: In the place of a context: words that speak for none, whatever each of them does alone ("tear gas").
NOTHING = "-"
#: Steps within which a place belongs to words said or to a meeting; what is done to things may be placed deeper.
NEAR = 6
#: Moods that make of an act another, still to come or refused: its own time is not the coding's.
UNDONE = frozenset({"future", "refusal", "must"})
COUNTED_FROM = frozenset({"after", "since", "before"})
#: "Less than a month after" dates the act that follows within this many characters.
REACH = 90
WHEN = re.compile(r",? when [^.;:,()]{0,90}$")
CROSSED = frozenset({"conj", "relcl", "advcl"})
#: What hangs from an act's words without being of its phrase, further nouns of a list apart ("doctors and medicine").
OUTSIDE = CROSSED | {"nsubj", "ccomp", "parataxis"}


def when(sentence: Sentence, match: Match, told: Told, times: Sequence[TimeExpression]) -> int | None:
    """The time expression that governs the act: the nearest by the tree, then by the words between."""
    here = [t for t in times if t.sentence == sentence.index]
    explained = [t for t in here if _on_which(sentence, match, t)]
    if explained:
        return explained[-1].index
    beside = [t.index for t in here if match.act.pos == "n" and _added(sentence, match, t)]
    if beside:
        return beside[0]
    scored = [(_time_distance(sentence, match, told, t), gap(sentence, match, t.start), t.index) for t in here]
    near = [s for s in scored if s[0] < FAR]
    return min(near)[2] if near else None


def surroundings(sentence: Sentence, match: Match, told: Told, known: int = 3) -> tuple[str, ...]:
    """The contexts that words of the act's own phrase speak for; where none do, with the clauses in it.

    Those of the most words come first.
    """
    heads = (*match.words, *told.path[:2])
    own = _spoken_for(phrase(sentence, heads))
    return (own or _spoken_for(phrase(sentence, heads, through={"relcl", "acl", "advcl"})))[:known]


def _spoken_for(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The contexts of words, those of the most words first."""
    cues = contexts()
    idle = {i for run in neighbours(tokens) if NOTHING in cues.get(_as_written(run), ()) for i in (t.i for t in run)}
    count: dict[str, int] = {}
    for said in (*(_forms(t) for t in tokens if t.i not in idle), *runs(tokens)):
        for context in {c for word in said for c in cues.get(word, ())} - {NOTHING}:
            count[context] = count.get(context, 0) + 1
    return tuple(sorted(count, key=lambda c: (-count[c], c)))


def _forms(token: Token) -> set[str]:
    """A word as it stands and by its lemma, which names in the plural lack ("the Uyghurs")."""
    word = token.text.lower()
    return {token.lemma.lower(), word, word.removesuffix("s") if token.pos == "PROPN" else word}


def neighbours(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Two and three neighbouring words."""
    pairs = [(a, b) for a, b in pairwise(tokens) if b.i == a.i + 1]
    threes = [(a, b, c) for (a, b), (d, c) in pairwise(pairs) if b.i == d.i]
    return [*pairs, *threes]


def _as_written(run: Sequence[Token]) -> str:
    return " ".join(t.text.lower() for t in run)


def runs(tokens: Sequence[Token]) -> list[set[str]]:
    """Two and three neighbouring words, each run as it stands and by its lemmas."""
    return [{_as_written(run), " ".join(t.lemma.lower() for t in run)} for run in neighbours(tokens)]


def phrase(sentence: Sentence, heads: Iterable[int], through: Container[str] = ()) -> list[Token]:
    """What hangs from an act's words in the order of the text, without subjects and clauses but those `through`."""
    found, open_ = set(heads), list(heads)
    while open_:
        more = [
            t.i
            for t in children(sentence, open_.pop())
            if t.i not in found
            and (t.dep in through or t.dep not in OUTSIDE or (t.dep == "conj" and t.pos in {"NOUN", "PROPN"}))
        ]
        found.update(more)
        open_ += more
    return [sentence.tokens[i] for i in sorted(found)]


def _time_distance(sentence: Sentence, match: Match, told: Told, time: TimeExpression) -> int:
    """As `distance`, but "a month after" belongs to what follows it, and a verb's time to its nearest noun."""
    act = sentence.start + sentence.tokens[match.token].start
    if time.text.lower().split()[-1] in COUNTED_FROM and not _ends(sentence, time):
        return 0 if 0 < act - time.end < REACH and not _verb_between(sentence, match, time) else FAR
    token = top(sentence, time.span)
    steps = distance(sentence, match, told, token.i)
    if steps == FAR and time.head in {match.token, *told.path} and sentence.tokens[time.head].pos == "VERB":
        steps = NEAR  # the parse hangs the sentence from the time's preposition
    if match.act.pos == "n" and token.head not in {match.token, *told.path} and _other_act(sentence, match, token):
        return FAR
    return FAR if coming(told, match, sentence, token) else steps


def _ends(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether nothing follows that a time could count from ("had closed it the day before")."""
    after = next((t for t in sentence.tokens if sentence.start + t.start >= time.end), None)
    return after is None or after.pos == "PUNCT"


def _on_which(sentence: Sentence, match: Match, time: TimeExpression) -> bool:
    """ "Began on May 6, when boats were seized": a time that a clause with "when" explains, up to its act."""
    between = sentence.text[time.end - sentence.start : sentence.tokens[match.token].start]
    return time.end <= sentence.start + sentence.tokens[match.token].start and bool(WHEN.match(between))


def _added(sentence: Sentence, match: Match, time: TimeExpression) -> bool:
    """ "The invasion of Peru, on 3 May 2021": a time that follows the act's own phrase after a comma."""
    last = max(set(subtree(sentence, match.token)))
    between = [t for t in sentence.tokens if t.i > last and sentence.start + t.start < time.start]
    return [t.lemma.lower() for t in between] in ([",", "on"], [",", "in"], [","]) and time.text[-4:].isdigit()


def _verb_between(sentence: Sentence, match: Match, time: TimeExpression) -> bool:
    """Whether a finite verb stands between a time and the act."""
    between = [t for t in sentence.tokens[: match.token] if sentence.start + t.start >= time.end]
    return any(t.tag in {"VBD", "VBZ", "VBP"} and t.pos == "VERB" for t in between)


def _other_act(sentence: Sentence, match: Match, token: Token) -> bool:
    """Whether another event noun stands between an act and a time."""
    first, last = sorted((match.token, token.i))
    return any(t.pos == "NOUN" and ("n", t.lemma.lower()) in acts() for t in sentence.tokens[first + 1 : last])


def coming(told: Told, match: Match, sentence: Sentence, token: Token) -> bool:
    """Whether a time belongs to the act that was only promised, refused or asked for, not to the promise."""
    if told.type == match.act.type or not (told.turned or UNDONE & set(told.rules)):
        return False
    token_ = token
    while token_.head != token_.i:
        token_ = sentence.tokens[token_.head]
        if token_.i in match.words:
            return True
        if token_.i in told.path:
            return False
    return False


def distance(sentence: Sentence, match: Match, told: Told, head: int) -> int:
    """Steps up the act's chain to the word that a time or place hangs from; FAR where it hangs elsewhere."""
    steps: dict[int, int] = {}
    for step, i in enumerate((*match.words, *told.path)):
        steps.setdefault(i, step)
    last = sentence.tokens[told.path[-1]]
    verb = clause_verb(sentence, last.i)
    if verb is not None:
        steps.setdefault(verb.i, len(steps) + 1)
        if verb.dep == "conj":
            first = next(climb(sentence, verb.i), verb)
            steps.setdefault(first.i, len(steps) + 3)
        if verb.dep == "relcl" and _within_which(sentence, verb):
            outer = clause_verb(sentence, verb.head)
            if outer is not None:
                steps.setdefault(outer.i, len(steps) + 3)
    token, up = sentence.tokens[head], 0
    while token.i not in steps:
        if token.head == token.i or (up and token.dep in CROSSED):
            return FAR
        token, up = sentence.tokens[token.head], up + 1
    return steps[token.i] * 2 + up


def _within_which(sentence: Sentence, verb: Token) -> bool:
    """ "a note in which it asked", "a meeting at which they agreed": said when the outer clause says."""
    near = [t for p in children(sentence, verb.i, "prep") for t in children(sentence, p.i, "pobj")]
    return any(t.lemma.lower() == "which" for t in near)


def gap(sentence: Sentence, match: Match, start: int) -> int:
    """Characters between an act and what starts at `start`."""
    return abs(sentence.start + sentence.tokens[match.token].start - start)
