"""Names that hang from a preposition of place ("in Lume", "flew to Lume")."""

from __future__ import annotations

from functools import cache

from tellings.model.text import Sentence, Token
from tellings.vocab.tables import rows

#: Prepositions that make a country the place where something is done.
LOCATIVE = frozenset({"in", "at", "near", "into", "across", "within", "inside", "outside", "around", "through"})
LOCATIVE |= {"throughout", "over", "toward", "towards", "via", "off", "on"}
#: Prepositions that do so after words of motion alone: "flew to France", but "aid to France".
MOTION = frozenset({"to", "from"})
#: Those after which even a name that is tagged as a person's is a place's.
SURE = MOTION | {"in", "near", "into"}
#: Steps up a list ("in Lume, Tarna and Oskel") that are followed; nobody reads a longer one.
LIST = 40


@cache
def movers() -> frozenset[str]:
    """Verbs and nouns of motion."""
    return frozenset(row["lemma"] for row in rows("motion.tsv"))


def locative(sentence: Sentence, tokens: tuple[Token, ...]) -> str | None:
    """The preposition of place that the tokens hang from."""
    root, above = _head(sentence, tokens)
    word = above.text.lower()
    if root.dep != "pobj" or word not in LOCATIVE | MOTION:
        return None
    mover = sentence.tokens[above.head]
    for _ in range(LIST):
        if mover.dep != "pobj" or sentence.tokens[mover.head].text.lower() not in MOTION:
            break
        mover = sentence.tokens[sentence.tokens[mover.head].head]
    return word if word in LOCATIVE or mover.lemma.lower() in movers() else None


def _head(sentence: Sentence, tokens: tuple[Token, ...]) -> tuple[Token, Token]:
    """The token of a name that hangs from outside it, or the first of its list, and what that hangs from."""
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.head not in inside), tokens[-1])
    above = sentence.tokens[root.head]
    for _ in range(LIST):
        if root.dep not in {"conj", "appos"} or above.i == root.i:
            break
        root, above = above, sentence.tokens[above.head]
    return root, above
