"""Violence that is told by its noun: where it happened and whom it struck are not who did it.

"Peru condemned the bombings in Kenya" blames no Kenyan, and "the attacks at the embassies in Kenya, which killed
nine" were not made by Kenya.
"""

from __future__ import annotations

from collections.abc import Iterable

from tellings.events.acts.clauses import behind
from tellings.events.acts.matching import Match
from tellings.events.sides.parties import Named
from tellings.events.status.chain import Told
from tellings.model.text import Token
from tellings.text.tree import children

VIOLENCE = frozenset(
    {"abduction", "assassination", "assault", "atrocity", "attack", "blast", "bloodshed", "bombing", "crash", "death"}
    | {"execution", "explosion", "hijacking", "killing", "kidnapping", "massacre", "murder", "shooting", "slaughter"}
    | {"slaying", "stabbing", "violence"}
)
#: Where the act's place stands, and who cannot be meant by the name of a building.
PLACING = frozenset({"at", "in", "inside", "near", "on", "outside"})
BUILDINGS = frozenset({"embassy", "consulate", "church", "mosque", "hospital", "school", "market"})


def suffered(told: Told, token: Token) -> bool:
    """Whether what is condemned or deplored is violence, so that those named under it are its victims or its place."""
    return told.type == "ACCUSE" and token.lemma.lower() in VIOLENCE


def violent_doers(named: Named, nouns: Iterable[Token]) -> tuple[int, ...]:
    """Whose violence it is said to be: "the Chadian attack", "the killing of a nun by rebels"."""
    sentence = named.sentence
    owners = [t for n in nouns for t in (*children(sentence, n.i, "poss", "amod"), *behind(sentence, n.i, "by"))]
    return named.narrow(t for t in owners if t.dep not in {"poss", "amod"} or t.i in named.by_token)


def strikers(named: Named, match: Match, tokens: Iterable[Token]) -> list[Token]:
    """Who strikes, of those whom the grammar gives: not a building, and who is in a place rather than the place."""
    found = (_who_is_there(named, match, t) for t in tokens)
    return [t for t in found if t is not None and not _is_scene(named, t)]


def _who_is_there(named: Named, match: Match, token: Token) -> Token | None:
    """ "Rebels in Mali, who killed nine": the rebels; "attacks in Mali, which killed nine": no one."""
    sentence = named.sentence
    first = sentence.tokens[token.head] if token.dep == "conj" else token
    preposition = sentence.tokens[first.head]
    placed = first.dep == "pobj" and preposition.lemma.lower() in PLACING
    if not placed or sentence.tokens[match.token].dep not in {"relcl", "conj"}:
        return token
    over = sentence.tokens[preposition.head]
    return over if over.pos in {"NOUN", "PROPN"} and over.lemma.lower() not in VIOLENCE | BUILDINGS else None


def _is_scene(named: Named, token: Token) -> bool:
    """ "The embassy bombing": what was struck."""
    names = (token, *children(named.sentence, token.i, "compound", "nmod", "det"))
    struck = any(t.lemma.lower() in BUILDINGS for t in names)
    return struck and (token.lemma.lower() in VIOLENCE or token.lemma.lower() in BUILDINGS)
