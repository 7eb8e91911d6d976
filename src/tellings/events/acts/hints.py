"""Words that make no event by themselves, and may tell of one that another telling of the story tells in full.

"Seventeen people were taken into custody" names no one who acts, "gave it a welcome" stands in no lexicon; where
another telling says "Zamboran police arrested 17 people" in a sentence alike, they are evidence of that.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from tellings.events.acts.clauses import objects, surface_subjects
from tellings.events.sides.parties import Named
from tellings.events.status.standing import standing
from tellings.model.article import Article
from tellings.model.events import Coding
from tellings.model.ids import stable_id
from tellings.model.spans import Span
from tellings.model.text import Token
from tellings.model.times import TimeExpression

#: The type of a verb that no row of the lexicon names.
UNTYPED = ""
#: The type of a verb of speech: who accuses or thanks may only be said to "tell" or "call".
SAID = "say"
SPEECH = frozenset({"say", "tell", "add", "note", "describe", "declare", "state", "write", "speak", "call"})
#: A hint is no event: less sure than any coding.
CONFIDENCE = 0.3
#: Verbs of state and thought: another telling's act is not told by them.
NO_ACTS = frozenset(
    {"be", "have", "become", "remain", "seem", "know", "think", "believe", "live", "want", "like"}
    | {"appear", "see", "mean", "do", "need", "hope", "feel", "belong", "include", "accord", "follow"}
)


def verbs(article: Article, named: Named, known: Container[int], times: Sequence[TimeExpression]) -> Iterator[Coding]:
    """The verbs of a sentence that no row of the lexicon names and that have a subject or an object."""
    own = [t for t in times if t.sentence == named.sentence.index]
    for token in named.sentence.tokens:
        if token.pos == "VERB" and token.i not in known and token.lemma.lower() not in NO_ACTS:
            hint = _verb(article, named, token, own)
            if hint is not None:
                yield hint


def _verb(article: Article, named: Named, token: Token, times: Sequence[TimeExpression]) -> Coding | None:
    sentence = named.sentence
    subjects, things = surface_subjects(sentence, token.i), objects(sentence, token.i)
    if not subjects and not things:
        return None
    actors = named.narrow(subjects)
    act = Span(sentence.start + token.start, sentence.start + token.end)
    near = (t for t in times if t.head == token.i)
    expression = min(near, key=lambda t: abs(t.start - act.start), default=None)
    return Coding(
        coding_id=stable_id("e", article.article_id, act.start, act.end, "hint"),
        sentence=sentence.index,
        type=SAID if token.lemma.lower() in SPEECH else UNTYPED,
        modes=(),
        contexts=(),
        status=standing(sentence, token.i).status,
        actors=actors,
        recipients=tuple(m for m in named.wide(things) if m not in actors),
        act=act,
        time=expression.index if expression else None,
        place=None,
        reporter=None,
        rule=f"{token.lemma}/v",
        detail="",
        confidence=CONFIDENCE,
    )
