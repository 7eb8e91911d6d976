"""Where a sentence has words of an act."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.events.acts.clauses import behind, is_verb, objects, subject_tokens
from tellings.events.acts.lexicon import Act, Need, acts
from tellings.model.text import Sentence, Token
from tellings.text.once import once
from tellings.text.tree import children, is_passive, subtree
from tellings.vocab.agents import agents

#: A noun or participle that only describes another noun ("attack helicopters") is no act.
DESCRIBES = frozenset({"compound", "amod", "nmod", "npadvmod"})
#: Where a gerund stands for a deed as a noun does.
STANDS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "pobj", "pcomp"})
#: The type of rows that say which words are no act ("declined to comment").
NO_ACT = "none"
REACH = 5
#: What the parser takes for a time where it is asked for ("called for an early end").
ENDS = frozenset({"end", "start", "return", "close"})
#: Spans of time that someone is given.
SPANS = frozenset({"minute", "hour", "day", "week", "month"})
QUOTATION = frozenset({'"', "“", "”", "‘", "``", "''", "'", "«"})
#: So many tokens behind a phrase may open what it is called ("called the president an “ignorant fool”").
QUOTED_BY = 4
#: Participles that are prepositions where no one does them.
PREPOSITIONAL = frozenset({"barring", "compared", "concerning", "considering", "excluding", "following", "given"})
#: What one calls someone to do by telephone: "called the king to discuss supplies", not "called him to testify".
SAID_BY_PHONE = frozenset(
    {"assure", "brief", "congratulate", "convey", "discuss", "express", "extend", "inform", "offer", "reassure"}
    | {"reiterate", "relay", "say", "talk", "thank", "voice", "wish"}
)
Forms = Callable[[Sentence, Token], set[str]]


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the lexicon found at token `token`; `beside` are the nouns that the row asked for."""

    token: int
    act: Act
    beside: tuple[int, ...]

    @property
    def words(self) -> tuple[int, ...]:
        """All tokens of the act."""
        return (self.token, *self.beside)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a row finds in a sentence by itself; with `named` it holds where one of these tokens names an actor."""

    match: Match
    named: tuple[Token, ...] | None = None


def matches(sentence: Sentence, skip: Container[int], names_actor: Callable[[Token], bool]) -> tuple[Match, ...]:
    """Find the acts of a sentence, in order; a noun that a verb's row took is no act of its own.

    `skip` holds the tokens that stand inside quotation marks; `names_actor` says whether the
    phrase under a token names an actor.
    """
    first = (_first(offers, names_actor) for token, offers in _offered(sentence) if token not in skip)
    found = [match for match in first if match is not None]
    taken = {i for m in found if m.act.pos == "v" for i in m.beside}
    return tuple(m for m in found if m.token not in taken and m.act.type != NO_ACT)


def scored(sentence: Sentence) -> bool:
    """Whether a sentence tells of a game by its score ("2-0", "6-3, 6-4"); votes are counted higher."""
    return re.search(r"(?<![\w-])\d{1,2}[-–]\d(?![\w-])", sentence.text) is not None


def _first(offers: Iterable[Offer], names_actor: Callable[[Token], bool]) -> Match | None:
    """The first row that fits a token, if any."""
    return next((o.match for o in offers if o.named is None or any(map(names_actor, o.named))), None)


@once
def _offered(sentence: Sentence) -> tuple[tuple[int, tuple[Offer, ...]], ...]:
    """The tokens for which rows hold, or would with an actor beside them, each with what its rows find."""
    if scored(sentence):
        return ()
    known = _lemmas()
    named = (t for t in sentence.tokens if t.lemma.lower() in known or t.text.lower() in known)  # a few
    offered = ((token.i, tuple(_offers(sentence, token))) for token in named)
    return tuple((token, offers) for token, offers in offered if offers)


def _offers(sentence: Sentence, token: Token) -> Iterator[Offer]:
    """What rows find at a token, the likeliest first, to the first that holds whoever is named."""
    gerund = token.tag == "VBG" and token.text.lower() in _lemmas() and _is_nominal(sentence, token)
    lemma = token.text.lower() if gerund else token.lemma.lower()
    if lemma not in _lemmas():
        return
    pos = "n" if gerund else _pos(sentence, token)
    rows = [a for a in acts().get((pos, lemma), ()) if _has_words(sentence, token, a)] if pos else []
    for act, forms in [*((a, _head_forms) for a in rows if a.need), *((a, _all_forms) for a in rows)]:
        offer = _offer(sentence, token, act, forms)
        if offer is not None:
            yield offer
            if offer.named is None:
                return


def _offer(sentence: Sentence, token: Token, act: Act, forms: Forms) -> Offer | None:
    """What one row finds at a token."""
    if act.need is None:
        return Offer(Match(token.i, act, ()))
    filled = _slot(sentence, token, act.need.slot)
    if act.need.actor:
        return Offer(Match(token.i, act, ()), tuple(filled))
    beside = _beside(sentence, filled, act.need, forms)
    return None if beside is None else Offer(Match(token.i, act, tuple(t.i for t in beside)))


@cache
def _lemmas() -> frozenset[str]:
    """The lemmas that name acts."""
    return frozenset(lemma for _, lemma in acts())


def _is_nominal(sentence: Sentence, token: Token) -> bool:
    """ "Fighting between A and B left", "shelling by A killed": a gerund that stands where a noun does."""
    return token.dep in STANDS and not children(sentence, token.i, "dobj", "nsubj", "aux", "ccomp", "xcomp")


def _late(sentence: Sentence, token: Token) -> bool:
    """Whether an act's noun is an object that stands apart from its verb."""
    return token.dep == "npadvmod" and token in objects(sentence, token.head)


def _pos(sentence: Sentence, token: Token) -> str | None:
    if (token.dep in DESCRIBES and not _late(sentence, token)) or (token.ent == "DATE" and token.text == "March"):
        return None
    if is_verb(token):
        return None if _is_preposition(sentence, token) else "v"
    return {"NOUN": "n", "PROPN": "n", "ADJ": "a"}.get(token.pos)


def _is_preposition(sentence: Sentence, token: Token) -> bool:
    """ "Compared to last year", "barring a coup", "given the costs": a participle that nobody does."""
    alone = not children(sentence, token.i, "nsubj", "nsubjpass", "aux", "auxpass", "neg")
    return alone and (
        token.dep == "prep" or (token.text.lower() in PREPOSITIONAL and token.dep in {"advcl", "acl", "pcomp"})
    )


def _has_words(sentence: Sentence, token: Token, act: Act) -> bool:
    if len(act.words) == 1:
        return True
    if act.pos == "n":
        left = {w for t in children(sentence, token.i, "compound", "amod", "nmod") for w in _forms(t)}
        return all(word in left for word in act.words[:-1])
    near = [t for t in sentence.tokens[token.i + 1 : token.i + 1 + 2 * REACH] if t.i <= token.i + REACH or is_verb(t)]
    own = {w for t in near if t.head == token.i and not _setting(sentence, t) for w in _forms(t)}
    further = own | {w for t in near if sentence.tokens[t.head].head == token.i for w in _forms(t)}
    own |= {w for t in near if is_verb(t) and sentence.tokens[t.head].head == token.i for w in _forms(t)}
    return all(word in (further if n else own) for n, word in enumerate(act.words[1:]))


def _setting(sentence: Sentence, token: Token) -> bool:
    """Whether a word that can be a particle only gives the setting ("given in Rome", "called on Friday")."""
    if token.dep != "prep":
        return False
    return token.lemma.lower() in {"in", "over", "up", "down"} or any(
        t.ent in {"DATE", "TIME"} and t.lemma not in ENDS for t in children(sentence, token.i, "pobj")
    )


def _beside(sentence: Sentence, filled: Sequence[Token], need: Need, forms: Forms) -> tuple[Token, ...] | None:
    """The nouns that fill what the row asks for; None where nothing does."""
    if need.nouns:
        wanted = tuple(
            n
            for t in filled
            for n in _heads(sentence, t)
            if need.nouns & forms(sentence, n) or (need.person and n.ent == "PERSON")
        )
        return wanted[:1] or None
    return () if filled else None


def _slot(sentence: Sentence, token: Token, slot: str) -> list[Token]:
    """The tokens of a slot: one of `SLOTS`, or what stands behind a preposition."""
    if slot in SLOTS:
        return SLOTS[slot](sentence, token)
    out = _particles(sentence, token, slot)
    found = behind(sentence, token.i, slot) or [t for word in out for t in behind(sentence, word.i, slot)]
    if not found and slot == "as":  # "described the move as piracy": the parser hangs it on the move
        return [t for o in objects(sentence, token.i) for t in behind(sentence, o.i, slot)]
    return found or (_plain_verbs(sentence, token) if slot == "to" else [])


def _particles(sentence: Sentence, token: Token, slot: str) -> list[Token]:
    """Words between an act and a slot's preposition: "walked out of the talks", "took him back to prison"."""
    if slot == "of":
        return children(sentence, token.i, "prt", "advmod", "prep")
    return [t for t in children(sentence, token.i, "advmod") if slot == "to" and t.lemma.lower() == "back"]


def _plain_verbs(sentence: Sentence, token: Token) -> list[Token]:
    """What the parser takes for a verb behind "to", and nothing hangs from it: "reduced the town to rubble"."""
    clauses = children(sentence, token.i, "advcl", "xcomp")
    return [c for c in clauses if [t.lemma.lower() for t in children(sentence, c.i)] == ["to"]]


def _done_to(sentence: Sentence, token: Token) -> list[Token]:
    given = children(sentence, token.i, "dobj") if is_passive(sentence, token.i) else []  # "was given aircraft"
    return [*given, *objects(sentence, token.i)]


def _sole(sentence: Sentence, token: Token) -> list[Token]:
    """An object of which nothing is said: not "called him a liar", nor "called his policies “a sham”"."""
    more = children(sentence, token.i, "oprd", "ccomp", "xcomp", "attr", "prt")
    alone = all(t.dep == "xcomp" and t.lemma in SAID_BY_PHONE for t in more)
    return [t for t in children(sentence, token.i, "dobj") if alone and not _is_named(sentence, t)]


def _is_named(sentence: Sentence, token: Token) -> bool:
    """Whether a thing is owned by another, or a phrase is called something: a quotation mark follows it."""
    after = sentence.tokens[max(subtree(sentence, token.i)) + 1 :][:QUOTED_BY]
    quoted = [t for t in (token, *after, *children(sentence, token.i)) if t.text in QUOTATION]
    thing = token.pos == "NOUN" and token.lemma.lower() not in agents()
    return bool(quoted) or (thing and bool(children(sentence, token.i, "poss")))


def _said_of(sentence: Sentence, token: Token) -> list[Token]:
    at = [t for p in children(sentence, token.i, "prep") if p.lemma == "at" for t in children(sentence, p.i, "pobj")]
    return [*children(sentence, token.i, "acomp", "attr", "xcomp"), *at]


def _force(sentence: Sentence, token: Token) -> list[Token]:
    return [u for t in subject_tokens(sentence, token.i) for u in (t, *_counted(sentence, t))]


def _due(sentence: Sentence, token: Token) -> list[Token]:
    """What someone has, or is given, a time to do: "has until Friday to leave", "gave it a week to answer"."""
    given = [*_done_to(sentence, token), *children(sentence, token.i, "npadvmod")]
    timed = behind(sentence, token.i, "until") or [t for t in given if t.ent in {"DATE", "TIME"} or t.lemma in SPANS]
    return [c for o in (token, *given) for c in children(sentence, o.i, "acl", "xcomp", "advcl")] if timed else []


def _or(sentence: Sentence, token: Token) -> bool:
    """Whether a verb says what comes of not doing what another says."""
    return token.dep == "conj" and any(t.lemma == "or" for t in children(sentence, token.head, "cc"))


#: What is asked for beside an act's word that no preposition names: `force` is who moves, with what it is a column or
#: unit of; `deed` what someone is attacked for doing; `done` the object of what is stopped, `term` what a term is
#: given for, `wish` a clause that says what someone else is to do, `deadline` what is to be done within a time that is
#: given, `else` what happens otherwise ("or face war").
SLOTS: Mapping[str, Callable[[Sentence, Token], list[Token]]] = {
    "dobj": _done_to,
    "sole": _sole,
    "comp": _said_of,
    "force": _force,
    "subj": lambda s, t: children(s, t.i, "nsubj", "nsubjpass") or (subject_tokens(s, t.i) if t.dep == "xcomp" else []),
    "oprd": lambda s, t: children(s, t.i, "oprd", "ccomp", "attr"),
    "xcomp": lambda s, t: children(s, t.i, "xcomp", "acl"),
    "relative": lambda s, t: [o for o in children(s, t.i, "dobj") if o.lemma.lower() == "which"],
    "out": lambda s, t: [o for o in children(s, t.i, "prt", "prep", "advmod") if o.lemma == "out"],
    "deed": lambda s, t: [o for o in behind(s, t.i, "for") if o.dep == "pcomp"],
    "term": lambda s, t: [c for o in (t, *objects(s, t.i)) for c in children(s, o.i, "acl", "xcomp", "relcl")],
    "wish": lambda s, t: [c for c in children(s, t.i, "ccomp") if c.tag == "VB" and not children(s, c.i, "aux")],
    "deadline": lambda s, t: _due(s, t),
    "else": lambda s, t: objects(s, t.i) if _or(s, t) else [],
    "done": lambda s, t: [o for c in children(s, t.i, "xcomp") for o in objects(s, c.i)],
}


def _heads(sentence: Sentence, token: Token) -> list[Token]:
    """A noun, and what it counts or is joined with: "dozens of missiles", "tanks and missiles"."""
    return [token, *_counted(sentence, token), *children(sentence, token.i, "conj", "appos")]


def _counted(sentence: Sentence, token: Token) -> list[Token]:
    hung = (p for p in children(sentence, token.i, "prep") if p.lemma in {"of", "in"})
    return [t for p in hung for t in children(sentence, p.i, "pobj")]


def _head_forms(sentence: Sentence, token: Token) -> set[str]:
    """The noun's own forms; of a name also those of what it is said to be ("the trawler Siren")."""
    kinds = children(sentence, token.i, "compound", "amod") if token.pos == "PROPN" else []
    return {form for t in (token, *(k for k in kinds if k.text.islower())) for form in _forms(t)}


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma.lower(), token.text.lower()


def _all_forms(sentence: Sentence, token: Token) -> set[str]:
    """The noun's own forms and those of the words that it is compounded with ("tear gas")."""
    compounds = children(sentence, token.i, "compound")
    return {form for t in (token, *compounds) for form in _forms(t)}
