"""Who is named behind an act's words and is not the one that it is done to.

"Demanded the boy's return" asks nothing of the boy, "denounced hate speech against refugees" is not against them, a
complaint "to the Security Council" does not accuse it, and "marched in Peru" is no march on Peru.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.events.acts.matching import Match
from tellings.events.sides.parties import Named
from tellings.events.status.chain import Told
from tellings.model.text import Token

#: What one does oneself that is asked for, so that it is asked of him: "demanded his resignation".
OWN_DEEDS = frozenset(
    {"apology", "approval", "backing", "blessing", "consent", "cooperation", "departure", "help", "leave", "opinion"}
    | {"conflict", "dispute", "feud", "fight", "fighting", "quarrel", "war"}  # a war of one's own: with whom it is
    | {"ouster", "participation", "permission", "removal", "resignation", "support", "surrender", "view", "withdrawal"}
)
#: Where it is done or told, and for which types who is named there is not meant.
PLACES = frozenset({"in", "through", "across", "around", "inside", "throughout"})
PLACED = frozenset({"PROTEST", "SUPPORT"})
#: Who is told of a wrong, and behind which words he stands.
TOLD_TO = frozenset({"to", "with", "in", "at", "before"})
JUDGES, BETWEEN_STATES = frozenset({"JUD"}), frozenset({"UNO", "IGO"})


def meant(named: Named, match: Match, told: Told, mention: int) -> bool:
    """Whether one who is named behind an act is the one to whom it is done."""
    found = named.cast.mentions[mention]
    head = named.head(mention)
    if head is None:
        return True
    if told.type == "REQUEST":
        return not _asked_about(named, match, head)
    if told.type in PLACED and found.kind == "state":
        return not any(p.lemma.lower() in PLACES for p in _prepositions(named, match, head))
    if told.type == "ACCUSE":
        return not (_is_told(named, match, mention, head) or _is_wronged(named, match, head))
    return True


def _asked_about(named: Named, match: Match, head: Token) -> bool:
    """ "Pushed for the boy's return", not "demanded his resignation" or "the company's help"."""
    thing = named.sentence.tokens[head.head]
    own = thing.lemma.lower() in OWN_DEEDS or thing.i in named.by_token or thing.i in match.words
    return head.dep == "poss" and thing.pos == "NOUN" and not own


def _is_told(named: Named, match: Match, mention: int, head: Token) -> bool:
    """ "Filed a complaint in a federal court", "complained to the Security Council"."""
    entity = named.cast.entity_of(mention)
    near = _prepositions(named, match, head)[:1] if head.dep != "poss" else []
    to_whom = any(p.lemma.lower() in TOLD_TO for p in near)
    return to_whom and (entity.sector in JUDGES or entity.country in BETWEEN_STATES)


def _is_wronged(named: Named, match: Match, head: Token) -> bool:
    """ "Violence against protesters": they suffer what is denounced; a charge "against them" is one of theirs."""
    charge = {*match.words, *match.beside}
    return any(p.lemma.lower() == "against" and p.head not in charge for p in _prepositions(named, match, head)[:1])


def _prepositions(named: Named, match: Match, head: Token) -> list[Token]:
    """The prepositions between a naming and the act over it, the nearest first."""
    over = list(_up(named, head))
    act = next((n for n, token in enumerate(over) if token.i in match.words), 0)
    return [token for token in over[:act] if token.pos == "ADP"]


def _up(named: Named, token: Token) -> Iterator[Token]:
    while token.head != token.i:
        token = named.sentence.tokens[token.head]
        yield token
