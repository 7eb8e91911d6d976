"""The mood of a verb or noun by its own words: to come, refused, demanded, supposed, negated."""

from __future__ import annotations

from tellings.events.clauses import is_finite, is_verb, sibling
from tellings.events.plover import COOPERATIVE
from tellings.model.text import Sentence, Token
from tellings.text.tree import children, is_negated

FUTURE = frozenset({"will", "shall", "'ll", "wo", "ll"})
SUPPOSED = frozenset({"could", "might", "may"})
DEMAND = frozenset({"must", "should", "ought"})
CONDITION = frozenset({"if", "unless", "whether", "should", "lest"})
COMING = frozenset(
    {"plan", "planned", "upcoming", "forthcoming", "schedule", "scheduled", "future", "propose", "proposed"}
)
UNSURE = frozenset(
    {"possible", "potential", "likely", "hypothetical", "feared", "imminent", "alleged", "suspected", "would-be"}
)
NOT = frozenset({"no", "never", "neither", "nor"})


def mood(sentence: Sentence, i: int, kind: str) -> tuple[str, ...]:
    """Name what the verb's auxiliaries, or the noun's adjectives, say of an act of this type.

    Of `future`, `refusal`, `demand`, `supposed` and `negated`; none for a plain statement.
    """
    token = sentence.tokens[i]
    return _verb(sentence, token, kind) if is_verb(token) else _noun(sentence, token)


def _verb(sentence: Sentence, token: Token, kind: str) -> tuple[str, ...]:
    helpers = {t.lemma.lower() for t in auxiliaries(sentence, token)} | {
        t.text.lower() for t in auxiliaries(sentence, token)
    }
    if any(t.lemma.lower() in CONDITION for t in children(sentence, token.i, "mark")):
        return ("supposed",)
    if helpers & DEMAND and not _inverted(sentence, token):
        return ("demand",)
    if is_negated(sentence, token.i) or _never(sentence, token) or _yet(sentence, token):
        return _negated(helpers, kind)
    if helpers & FUTURE or _is_to(sentence, token, helpers):
        return ("future",)
    if _has_to(sentence, token):
        return ("demand",)
    if helpers & SUPPOSED:
        return ("supposed",)
    return _would(sentence, token, helpers)


def auxiliaries(sentence: Sentence, token: Token) -> list[Token]:
    """A verb's auxiliaries; an infinitive shares those of the verb that it is coordinated with."""
    own = children(sentence, token.i, "aux", "auxpass")
    if own or token.dep != "conj" or is_finite(sentence, token.i):
        return own
    first = sibling(sentence, token.i)
    return auxiliaries(sentence, first) if first is not None and first.i < token.i and is_verb(first) else own


def _negated(helpers: set[str], kind: str) -> tuple[str, ...]:
    """A negated will is a refusal; so is not supporting. A negated past did not happen."""
    willed = helpers & (FUTURE | {"would", "can", "cannot", "ca", "could"})
    if kind in COOPERATIVE and (willed or (kind == "SUPPORT" and helpers & {"do", "does"} and "did" not in helpers)):
        return ("refusal",)
    return ("negated",)


def _would(sentence: Sentence, token: Token, helpers: set[str]) -> tuple[str, ...]:
    """Reported speech turns "will" into "would"; elsewhere it is a supposition."""
    if "would" not in helpers:
        return ()
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


def _inverted(sentence: Sentence, token: Token) -> bool:
    """ "Should Iran attack, ..." is a condition."""
    subject = children(sentence, token.i, "nsubj", "nsubjpass")
    modal = [t for t in children(sentence, token.i, "aux") if t.lemma.lower() in DEMAND]
    return bool(subject and modal) and modal[0].i < subject[0].i


def _never(sentence: Sentence, token: Token) -> bool:
    return any(
        t.lemma.lower() in {"never", "hardly", "no longer"} for t in children(sentence, token.i, "advmod", "neg")
    )


def _noun(sentence: Sentence, token: Token) -> tuple[str, ...]:
    words = {t.lemma.lower() for t in children(sentence, token.i, "amod", "det", "compound", "advmod")}
    words |= {t.text.lower() for t in children(sentence, token.i, "amod")}
    if words & NOT:
        return ("negated",)
    if words & COMING:
        return ("future",)
    return ("supposed",) if words & UNSURE else ()
