"""The words of acts: which verbs, nouns and adjectives stand for which PLOVER event.

Columns of `acts.tsv`: `lemma` (words after the first hang from it: a particle, or the words before a
noun), `pos` (v, n, a), `object` (what must stand beside it, see `Need`), `type`, `mode`, `agent` and
`recipient` (slots where the sides stand, the likeliest first). A slot is `dobj`, `subj`, `poss`,
`amod`, `reporter`, or a preposition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tellings.vocab.tables import rows

#: Acts that have a scene: where the lead says it happened holds for them.
STAGED = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand beside an act's word for the row to hold.

    `slot` is `dobj` (the object, or the subject of a passive), `comp` (what a copula says) or a
    preposition; `nouns` are the heads that may stand there, empty where any may. `actor` asks for
    a mention there, `person` lets a person's name stand where the nouns may.
    """

    slot: str
    nouns: frozenset[str]
    actor: bool
    person: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One row of `acts.tsv`."""

    words: tuple[str, ...]
    pos: str
    need: Need | None
    type: str
    mode: str
    agent: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A PLOVER type, or one of its modes: quad, score and whether a recipient is required."""

    type: str
    mode: str
    quad: int
    score: float
    recipient: bool
    gloss: str


@cache
def kinds() -> Mapping[tuple[str, str], Kind]:
    """PLOVER's types ("ACCUSE", "") and modes ("ACCUSE", "allege")."""
    return {
        (r["type"], r["mode"]): Kind(
            r["type"], r["mode"], int(r["quad"]), float(r["score"]), r["recipient"] == "yes", r["gloss"]
        )
        for r in rows("plover.tsv")
    }


@cache
def acts() -> Mapping[tuple[str, str], tuple[Act, ...]]:
    """Rows of `acts.tsv` by part of speech and head word, those that ask for most first."""
    found: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for row in rows("acts.tsv"):
        act = _act(row)
        found[act.pos, act.words[-1] if act.pos == "n" else act.words[0]].append(act)
    return {key: tuple(sorted(several, key=_weight)) for key, several in found.items()}


@cache
def told_by(rule: str) -> frozenset[str]:
    """The types of the acts that a coding's rule ("meet/v + dobj") tells, whatever a promise or refusal makes of them.

    Empty for a rule that names no row.
    """
    row, _, slot = rule.partition(" + ")
    lemma, _, pos = row.rpartition("/")
    words = tuple(lemma.split())
    rows_ = acts().get((pos, words[-1 if pos == "n" else 0]), ()) if words else ()
    return frozenset(a.type for a in rows_ if a.words == words and (a.need.slot if a.need else "") == slot)


@cache
def operators() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Effects of the words that stand over acts: (part of speech, lemma) to complement to effect."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in rows("operators.tsv"):
        found[row["pos"], row["lemma"]][row["complement"]] = row["effect"]
    return found


@cache
def contexts() -> Mapping[str, tuple[str, ...]]:
    """Cue words (lemmas, or two words) to the contexts that they speak for."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("contexts.tsv"):
        found[row["cue"]].append(row["context"])
    return {cue: tuple(several) for cue, several in found.items()}


@cache
def phrases() -> frozenset[str]:
    """The operators of more than one word: "rule out", "stop short"."""
    return frozenset(lemma for _, lemma in operators() if " " in lemma)


def effect(pos: str, lemma: str, complement: str) -> str | None:
    """What a word does to an act that is its complement (see `links.Link`); one of an object's as of a subject's."""
    known = operators().get((pos, lemma), {})
    found = known.get(complement) or known.get("any")
    return known.get("verb") if found is None and complement == "object" else found


@cache
def _nouns() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("act_nouns.tsv"):
        found[row["set"]].add(row["noun"])
    return {name: frozenset(nouns) for name, nouns in found.items()}


def _act(row: Mapping[str, str]) -> Act:
    return Act(
        words=tuple(row["lemma"].replace("-", " ").split()),
        pos=row["pos"],
        need=_need(row["object"]) if row["object"] else None,
        type=row["type"],
        mode=row["mode"],
        agent=tuple(row["agent"].split(",")),
        recipient=tuple(row["recipient"].split(",")),
    )


def _need(cell: str) -> Need:
    """Read "$troops", "to:@", "comp:$blamings", "on:*"."""
    slot, _, what = cell.rpartition(":")
    named = _nouns()[what[1:]] if what.startswith("$") else frozenset[str]()
    return Need(slot or "dobj", named - {"@"}, what == "@", "@" in named)


def _weight(act: Act) -> tuple[int, int]:
    """Longer lemmas first, then rows that name what stands beside them, then those that ask for anyone."""
    asked = 0 if act.need is None else 2 if act.need.nouns else 1
    return -len(act.words), -asked
