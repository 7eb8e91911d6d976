"""Behind which nouns stands whose they are: a state's army and its statement act for it, its economy does not.

"German law requires parties to ...", "the president's victory should give him ..." and "her critics denounced it"
name someone, and none of them acts. `stand_ins.tsv` holds the nouns that act for whom they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from tellings.events.acts.clauses import behind
from tellings.events.sides.doers import PEOPLE
from tellings.events.sides.parties import OWN_SIDE, RELATIVES, Named, joined
from tellings.model.text import Token
from tellings.text.tree import children
from tellings.vocab.agents import agents
from tellings.vocab.tables import rows

#: What is done by force, so that arms do it; all else is said, and a text may say it.
FORCED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN", "AID", "COOPERATE"})
WORDLESS = frozenset({"ASSAULT", "MOBILIZE", "CONSULT", "AID"})
GOODS = frozenset(
    {"share", "stock", "index", "market", "bond", "currency", "dollar", "temperature", "inflation", "growth", "price"}
)
#: Who does nothing that is told.
NO_ONE = frozenset(
    {"nobody", "nothing", "none", "everybody", "everyone", "someone", "somebody", "anyone", "many", "few"}
)


def acting(named: Named, tokens: Iterable[Token], kind: str) -> list[Token]:
    """The phrases by which an act of this type may be done, without those that only belong to someone."""
    return [t for t in tokens if any(_names(named, u) or _acts(u, kind) for u in _those(named, t))]


def _those(named: Named, token: Token) -> list[Token]:
    """A noun and those coordinated with it ("MLAs and ministers"); whose relatives they are, that noun alone."""
    return [token] if token.lemma.lower() in RELATIVES else joined(named.sentence, token)


def done_by_others(named: Named, tokens: Iterable[Token]) -> bool:
    """Whether it is done by those who are not named and are not the speaker: "the skiffs turned, the officer said"."""
    return any(_other(named, u) for t in tokens for u in joined(named.sentence, t))


def _other(named: Named, token: Token) -> bool:
    if token.lemma.lower() in NO_ONE:
        return not any(_owned(named, t) for t in behind(named.sentence, token.i, "of"))
    own = token.lemma.lower() in OWN_SIDE or (_owned(named, token) and _acts(token, ""))
    return token.pos in {"NOUN", "PROPN"} and token.i not in named.by_token and not own


def _owned(named: Named, token: Token) -> bool:
    return any(t.tag == "PRP$" for t in children(named.sentence, token.i, "poss"))


def _names(named: Named, token: Token) -> bool:
    """Whether a phrase is a naming, or has one beside it that says who it is."""
    last = token.text[:1].isupper() and token.i - 1 in named.by_token  # "Peru Flying Aid", "Peru" seen as the name
    apposed = bool(children(named.sentence, token.i, "appos"))
    return token.i in named.by_token or last or apposed or token.pos != "NOUN"


def _acts(token: Token, kind: str) -> bool:
    lemma = token.lemma.lower()
    found = _kinds().get(lemma)
    if found is None:
        return lemma in PEOPLE or lemma in agents() or token.text.lower() in agents() or lemma in _trades()
    return (found != "arms" or not kind or kind in FORCED) and (found != "writ" or kind not in WORDLESS)


@cache
def _trades() -> frozenset[str]:
    """Firms and people of trades, arts and sports ("brewer"), without what is traded ("share")."""
    private = {row["noun"] for row in rows("private.tsv") if row["kind"] not in {"nature", "game"}}
    return frozenset(private - GOODS)


@cache
def _kinds() -> Mapping[str, str]:
    """The kind of each noun."""
    return {row["noun"]: row["kind"] for row in rows("stand_ins.tsv")}
