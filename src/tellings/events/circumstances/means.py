"""By what means an act is done, as the words of its own phrase tell (`modes.tsv`): "struck with missiles"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tellings.events.acts.clauses import is_verb, subject_tokens
from tellings.events.acts.matching import Match
from tellings.events.circumstances.finding import phrase, runs
from tellings.events.sides.parties import Named
from tellings.events.status.chain import Told
from tellings.model.text import Sentence, Token
from tellings.text.tree import children
from tellings.vocab.tables import rows, several

#: Types whose doers tell the means: drones hit, gunmen kill, police are brought up.
BY_DOER = frozenset({"ASSAULT", "MOBILIZE"})
#: Types whose means stand in the clause that says what is threatened, asked or refused ("warned that it would fire").
BY_CLAUSE = frozenset({"THREATEN", "REQUEST", "REJECT"})
#: Words before the head of a doer that are part of what it is ("suicide bomber").
PARTS = ("compound", "amod", "nmod")


#: Sectors of people who hold no power, and what they block ways with.
CROWDS = frozenset({"CVL", "LAB", "EDU", "AGR"})
BLOCKS = frozenset({"roadblock", "barricade", "barrier", "blockade"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A mode that a word tells of, and the modes of an act's row that it replaces besides none."""

    mode: str
    instead: frozenset[str]
    rank: int


def with_means(sentence: Sentence, match: Match, told: Told) -> Told:
    """Give an act the mode that the words of its phrase tell, where its row gives none or one that they replace."""
    known = cues().get(told.type, {})
    near = _words(sentence, match, told) if known else ()
    found = [(known[w], w) for w in near if w in known and (not told.mode or told.mode in known[w].instead)]
    if not found:
        return told
    cue, word = min(found, key=lambda f: (f[0].rank, f[1]))
    return replace(told, mode=cue.mode, rules=(*told.rules, f"{cue.mode} by “{word}”"))


def by_crowd(named: Named, match: Match, told: Told, actors: Sequence[int]) -> Told:
    """Make a closure or roadblock of people who hold no power a protest ("dockers shut the port")."""
    sectors = {named.cast.entity_of(m).sector for m in actors}
    blocks = any(named.sentence.tokens[i].lemma.lower() in BLOCKS for i in match.beside)
    closes = (told.type, told.mode) == ("COERCE", "restrict") and told.type == match.act.type
    if not sectors or sectors - CROWDS or not (closes or (blocks and told.type == "MOBILIZE")):
        return told
    return replace(told, type="PROTEST", mode="obstruct", rules=(*told.rules, "done by a crowd"))


@cache
def cues() -> Mapping[str, Mapping[str, Cue]]:
    """Types to words to what they tell."""
    found: defaultdict[str, dict[str, Cue]] = defaultdict(dict)
    for rank, row in enumerate(rows("modes.tsv")):
        found[row["type"]].setdefault(row["cue"], Cue(row["mode"], frozenset(several(row["instead"])), rank))
    return found


def _words(sentence: Sentence, match: Match, told: Told) -> set[str]:
    """Lemmas and forms of the act's phrase, and pairs and threes of neighbouring words."""
    heads = (*match.words, *told.path[:2])
    said = (t.i for t in children(sentence, match.token, "ccomp")) if told.type in BY_CLAUSE else ()
    tokens = phrase(sentence, (*heads, *said))
    if told.type in BY_DOER and is_verb(sentence.tokens[match.token]):
        doers = subject_tokens(sentence, match.token)
        tokens = sorted({*tokens, *doers, *(c for t in doers for c in children(sentence, t.i, *PARTS))}, key=_place)
    return {word for t in tokens for word in (t.lemma.lower(), t.text.lower())}.union(*runs(tokens))


def _place(token: Token) -> int:
    return token.i
