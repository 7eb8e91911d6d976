"""The mood of a verb or noun by its own words: to come, refused, demanded, supposed, negated."""

from __future__ import annotations

from itertools import pairwise

from tellings.events.acts.clauses import is_finite, is_verb, sibling
from tellings.events.status.plover import COOPERATIVE
from tellings.model.text import Sentence, Token
from tellings.text.once import once
from tellings.text.tree import children, is_negated

FUTURE = frozenset({"will", "shall", "'ll", "wo", "ll"})
SUPPOSED = frozenset({"could", "might", "may", "can"})
DEMAND = frozenset({"must", "should", "ought"})
CONDITION = frozenset({"if", "unless", "whether", "should", "lest"})
COMING = frozenset(
    {"plan", "planned", "upcoming", "forthcoming", "schedule", "scheduled", "future", "propose", "proposed"}
)
UNSURE = frozenset(
    {"possible", "potential", "likely", "hypothetical", "feared", "imminent", "alleged", "suspected", "would-be"}
    | {"looming", "impending"}
)
#: What hardly or only nearly happened did not.
BARELY = frozenset({"never", "hardly", "scarcely", "barely", "nearly", "almost"})
#: What one does not do as a rule one refuses: "does not accept".
HABITS = frozenset({"accept", "agree", "approve", "consent", "comply", "abide", "yield", "respect", "recognise"})
NOT = frozenset({"no", "never", "neither", "nor"})
NOBODY = frozenset({"nobody", "none"})
#: Words without one of which a verb that is not negated itself was done.
UNDOING = BARELY | NOT | NOBODY | {"yet"}


@once
def mood(sentence: Sentence, i: int, kind: str) -> tuple[str, ...]:
    """Name what the verb's auxiliaries, or the noun's adjectives, say of an act of this type.

    Of `future`, `refusal`, `demand`, `supposed` and `negated`; none for a plain statement.
    """
    token = sentence.tokens[i]
    if is_verb(token):
        return _verb(sentence, token, kind)
    return ("negated",) if _no_longer(sentence, token) else _noun(sentence, token)


def _verb(sentence: Sentence, token: Token, kind: str) -> tuple[str, ...]:
    helpers = {form for t in auxiliaries(sentence, token) for form in (t.lemma.lower(), t.text.lower())}
    if any(t.lemma.lower() in CONDITION for t in _marks(sentence, token)):
        return ("supposed",)
    if helpers & DEMAND:
        return ("supposed",) if _inverted(sentence, token) and not sentence.text.rstrip().endswith("?") else ("demand",)
    if "have" in helpers and _inverted(sentence, token, frozenset({"have"})):
        return ("supposed",)
    negated = is_negated(sentence, token.i) and not _not_only(sentence, token)
    if negated or (_denies(sentence) and _undone(sentence, token)):
        return _negated(token, helpers, kind)
    if helpers & FUTURE or _is_to(sentence, token, helpers) or _scheduled(sentence, token):
        return ("future",)
    if _has_to(sentence, token):
        return ("demand",)
    if helpers & SUPPOSED:
        return ("supposed",)
    return _would(sentence, token, helpers)


@once
def _denies(sentence: Sentence) -> bool:
    """Whether a sentence holds a word that undoes an act, as few do."""
    return any(t.text.lower() in UNDOING or t.lemma.lower() in UNDOING for t in sentence.tokens)


def _undone(sentence: Sentence, token: Token) -> bool:
    return _never(sentence, token) or _nor(sentence, token) or _yet(sentence, token)


def _marks(sentence: Sentence, token: Token) -> list[Token]:
    """What opens a clause; "whether the house will heed it and vote funds" opens both of its verbs with one word."""
    own = children(sentence, token.i, "mark")
    if own or token.dep != "conj" or children(sentence, token.i, "nsubj", "nsubjpass"):
        return own
    first = sibling(sentence, token.i)
    return _marks(sentence, first) if first is not None and first.i < token.i and is_verb(first) else own


def auxiliaries(sentence: Sentence, token: Token) -> list[Token]:
    """A verb's auxiliaries; an infinitive shares those of the verb that it is coordinated with."""
    own = children(sentence, token.i, "aux", "auxpass")
    if own or token.dep != "conj" or is_finite(sentence, token.i):
        return own
    first = sibling(sentence, token.i)
    return auxiliaries(sentence, first) if first is not None and first.i < token.i and is_verb(first) else own


def _negated(token: Token, helpers: set[str], kind: str) -> tuple[str, ...]:
    """A negated will is a refusal; so is not supporting. A negated past did not happen."""
    willed = helpers & (FUTURE | {"would", "can", "cannot", "ca", "could"})
    habit = (kind == "SUPPORT" or token.lemma in HABITS) and helpers & {"do", "does"} and "did" not in helpers
    return ("refusal",) if kind in COOPERATIVE and (willed or habit) else ("negated",)


def _would(sentence: Sentence, token: Token, helpers: set[str]) -> tuple[str, ...]:
    """Reported speech turns "will" into "would"; elsewhere it is a supposition."""
    if "would" not in helpers:
        return ()
    if "have" in helpers:
        return ("supposed",)
    return ("future",) if token.dep == "ccomp" or token.dep == "conj" else ("supposed",)


def _is_to(sentence: Sentence, token: Token, helpers: set[str]) -> bool:
    """ "is to meet", "is going to meet"."""
    above = sentence.tokens[token.head]
    if token.dep != "xcomp" or "to" not in helpers:
        return False
    if above.lemma == "be" and not children(sentence, above.i, "acomp", "attr", "oprd"):
        return True
    return above.lemma == "go" and above.tag == "VBG"


def _has_to(sentence: Sentence, token: Token) -> bool:
    above = sentence.tokens[token.head]
    return token.dep == "xcomp" and above.lemma in {"have", "need"} and above.i != token.i


def _yet(sentence: Sentence, token: Token) -> bool:
    """ "has yet to condemn", "is yet to condemn"."""
    above = sentence.tokens[token.head]
    near = [*children(sentence, above.i, "advmod"), *children(sentence, token.i, "advmod")]
    return token.dep == "xcomp" and above.lemma in {"have", "be"} and any(t.lemma.lower() == "yet" for t in near)


def _inverted(sentence: Sentence, token: Token, words: frozenset[str] = DEMAND) -> bool:
    """ "Should Iran attack, ...", "Had Iran attacked, ..." are conditions."""
    subject = children(sentence, token.i, "nsubj", "nsubjpass")
    modal = [t for t in children(sentence, token.i, "aux") if t.lemma.lower() in words]
    return bool(subject and modal) and modal[0].i < subject[0].i


def _never(sentence: Sentence, token: Token) -> bool:
    """ "never", "hardly", "nearly", of the verb or of its auxiliary ("never did protest")."""
    own = (token, *children(sentence, token.i, "aux"))
    said = any(t.text.lower() in BARELY for v in own for t in children(sentence, v.i, "advmod", "neg"))
    return said or _no_longer(sentence, token) or _at_no_point(sentence, token)


def _nor(sentence: Sentence, token: Token) -> bool:
    """ "nor did he break off the talks": the auxiliary before its subject, and "nor" before it."""
    subjects = children(sentence, token.i, "nsubj", "nsubjpass")
    leading = [t for t in children(sentence, token.i, "aux") if subjects and 0 < t.i < subjects[0].i]
    return any(sentence.tokens[t.i - 1].lemma.lower() in NOT for t in leading)


def _scheduled(sentence: Sentence, token: Token) -> bool:
    """ "flies to Lima next week", "meets him tomorrow": the present tense of what is on the calendar."""
    if token.tag not in {"VBZ", "VBP"}:
        return False
    times = children(sentence, token.i, "npadvmod", "advmod")
    return any(
        t.text.lower() == "tomorrow" or any(n.text.lower() == "next" for n in children(sentence, t.i, "amod"))
        for t in times
    )


def _at_no_point(sentence: Sentence, token: Token) -> bool:
    """ "has at no point threatened", "nobody threatened"."""
    subjects = children(sentence, token.i, "nsubj")
    settings = [t for p in children(sentence, token.i, "prep") for t in children(sentence, p.i, "pobj")]
    times = [t for t in settings if t.lemma.lower() in {"point", "time", "stage", "circumstance"}]
    return any(t.lemma.lower() in NOBODY for t in subjects) or any(
        d.lemma.lower() == "no" for t in times for d in children(sentence, t.i, "det")
    )


def _not_only(sentence: Sentence, token: Token) -> bool:
    """ "Not only did it protest, it left"."""
    nots = [t for t in children(sentence, token.i, "neg", "preconj", "advmod") if t.lemma.lower() == "not"]
    following = [n.lemma.lower() for t in nots for n in sentence.tokens[t.i + 1 : t.i + 2]]
    return bool(nots) and following == ["only"] * len(nots)


def _no_longer(sentence: Sentence, token: Token) -> bool:
    """ "no longer trades", whatever the parser hangs it from and takes the verb for."""
    before = [t.text.lower() for t in sentence.tokens[max(0, token.i - 3) : token.i]]
    return any(pair == ("no", "longer") for pair in pairwise(before))


def _noun(sentence: Sentence, token: Token) -> tuple[str, ...]:
    words = {t.lemma.lower() for t in children(sentence, token.i, "amod", "det", "compound", "advmod")}
    words |= {t.text.lower() for t in children(sentence, token.i, "amod")}
    if words & NOT:
        return ("negated",)
    if words & COMING:
        return ("future",)
    return ("supposed",) if words & UNSURE else ()
