"""Sides of a verb that is left out: "Peru expelled four envoys, Chile three and Fiji two"."""

from __future__ import annotations

from tellings.events.acts.clauses import objects
from tellings.events.acts.matching import Match
from tellings.events.sides.parties import Named, distinct
from tellings.text.tree import children


def counting(named: Named, match: Match) -> tuple[int, ...]:
    """ "Peru expelled four envoys, Chile three and Fiji two": those for whom the verb is left out."""
    counted = [t.i for t in objects(named.sentence, match.token) if children(named.sentence, t.i, "nummod", "quantmod")]
    if match.act.pos != "v" or not counted:
        return ()
    return distinct(m for i in named.by_token if i > counted[0] for m in _gapped(named, i))


def _gapped(named: Named, i: int) -> list[int]:
    """The mention that ends at token `i` if a number follows it, and the one joined to it by "and"."""
    tokens = named.sentence.tokens
    mention = named.by_token[i]
    first = min(j for j, m in named.by_token.items() if m is mention)
    before = first - 1 - (tokens[first - 1].pos == "DET")
    follows = i + 1 < len(tokens) and tokens[i + 1].pos == "NUM" and mention.kind in {"state", "organisation"}
    if not follows or before < 1 or tokens[before].lemma not in {",", "and", ";"}:
        return []
    other = named.by_token.get(before - 1) if tokens[before].lemma == "and" else None
    return [m.index for m in (other, mention) if m is not None and m.kind in {"state", "organisation"}]
