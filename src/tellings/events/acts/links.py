"""The steps from an act up to the words that stand over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.events.acts.clauses import RELATIVE, is_finite_clause, is_verb, objects, sibling
from tellings.events.acts.lexicon import effect, phrases
from tellings.model.text import Sentence, Token
from tellings.text.tree import children

#: Prepositions that join an act to the word that governs it, rather than give its setting.
JOINS = frozenset({"for", "to", "of", "on", "from", "against", "about", "into", "with", "in"})
#: The part of what is done for another deed ("helped it by sending arms"): real only where that is.
MEANS = "state"
#: What stands behind these was done at another time: "called off the strike after reaching an agreement".
WHEN = frozenset({"after", "before", "since", "until", "upon", "while", "despite", "besides"})
SETTING = frozenset({"in", "on", "with", "from"})
#: How the second word of a phrasal verb hangs from it.
PARTICLES = frozenset({"prt", "advmod", "prep", "acomp", "oprd"})
#: What a noun's clause may be: what it alleges, rumours or denies.
#: What verbs whose clause may state a fact make of one that does not.
WISHES = frozenset({"request", "agree"})
STATED = frozenset({"accuse", "deny", "hear"})
#: Verbs that take an act behind a preposition which otherwise gives a setting.
ENTERED = frozenset(
    {("engage", "in"), ("participate", "in"), ("take", "in"), ("agree", "on"), ("insist", "on"), ("press", "on")}
    | {("refrain", "from"), ("abstain", "from"), ("desist", "from"), ("join", "in"), ("interest", "in")}
    | {("decision", "on"), ("agreement", "on"), ("deal", "on"), ("interested", "in"), ("proceed", "with")}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A step upwards: to a word, with the part that what lies below plays for it.

    `complement` is `verb`, `object` (a verb whose subject is the outer one's object), `noun`, `clause` (a
    finite one), `fact` (one that states what was, under a verb that else asks or promises), `subject`,
    `ahead` (of what is to be), or `state` (what leaves the act as it is).
    """

    token: Token
    complement: str


def links(sentence: Sentence, i: int) -> Iterator[Link]:
    """The steps from token `i` upwards, as far as grammar makes what lies below a complement."""
    token = sentence.tokens[i]
    for _ in range(10):
        if token.dep == "conj":
            first = sibling(sentence, token.i) if is_verb(token) else sentence.tokens[token.head]
            if first is None or (is_verb(token) != is_verb(first)):
                return
            token = first
            continue
        link = _link(sentence, token)
        if link is None:
            return
        yield link
        token = link.token


def _link(sentence: Sentence, token: Token) -> Link | None:
    parent = sentence.tokens[token.head]
    if parent.i == token.i:
        return None
    if token.dep in {"xcomp", "ccomp", "acl"} or _modified(sentence, token) or _phrased(sentence, token, parent):
        return _verb_link(sentence, token, parent)
    if token.dep in {"pcomp", "pobj"}:
        return _behind_preposition(sentence, token, parent)
    if token.pos == "ADJ" and token.dep in {"acomp", "oprd"}:
        return Link(parent, "state")
    late = token.dep == "npadvmod" and is_verb(parent) and token in objects(sentence, parent.i)
    if late or (token.dep in {"dobj", "attr", "nsubjpass", "oprd", "dative"} and is_verb(parent)):
        return Link(parent, "noun")
    if token.dep == "nsubj" and is_verb(parent) and _named_effect(sentence, parent, "subject"):
        return Link(parent, "subject")
    if token.dep == "nsubj" and parent.lemma == "be" and _is_to_be(sentence, parent):
        return Link(parent, "ahead")
    return None


def _phrased(sentence: Sentence, token: Token, parent: Token) -> bool:
    """ "Ruled out sending": the parser takes the gerund for an aside."""
    words = {f"{parent.lemma.lower()} {t.lemma.lower()}" for t in children(sentence, parent.i, "prt", "advmod")}
    return token.dep == "advcl" and token.tag == "VBG" and bool(words & phrases())


def _is_to_be(sentence: Sentence, verb: Token) -> bool:
    """ "Talks are to be held on Monday"."""
    below = children(sentence, verb.i, "xcomp")
    return any(t.lemma == "to" for c in below for t in children(sentence, c.i, "aux"))


def _modified(sentence: Sentence, token: Token) -> bool:
    """Whether a clause that the parser hangs on a noun says what it is: "a reason to leave", "a lie that he left"."""
    own = children(sentence, token.i, "mark", "aux", "nsubj", "dobj")
    if token.dep != "relcl" or any(t.lemma.lower() in RELATIVE and t.dep != "mark" for t in own):
        return False
    whole = children(sentence, token.i, "dobj", "nsubjpass", "attr", "acomp", "dative")
    return any(t.lemma == "to" or (t.dep == "mark" and t.lemma == "that" and whole) for t in own)


def _verb_link(sentence: Sentence, token: Token, parent: Token) -> Link | None:
    if token.dep in {"acl", "relcl"} and not any(t.lemma == "to" for t in children(sentence, token.i, "aux")):
        finite, known = is_finite_clause(sentence, token.i), effect("n", parent.lemma.lower(), "clause")
        if not finite and known in WISHES and children(sentence, token.i, "mark"):
            return Link(parent, "object")  # "its demand that Peru withdraw"
        return Link(parent, "clause") if finite and known in STATED else None
    if token.dep == "ccomp" and (is_finite_clause(sentence, token.i) or not is_verb(token)):
        wish = effect("v", parent.lemma.lower(), "clause") in WISHES
        return Link(parent, "fact" if wish and _is_past(sentence, token) else "clause")
    said = children(sentence, parent.i, "acomp", "oprd") if parent.lemma == "be" else []
    own = is_verb(parent) and bool(children(sentence, token.i, "nsubj"))
    return Link(said[0] if said else parent, "object" if own else "verb")


def _behind_preposition(sentence: Sentence, token: Token, preposition: Token) -> Link | None:
    parent = _over_particles(sentence, preposition)
    lemma = preposition.lemma.lower()
    if lemma == "by" and is_verb(token) and is_verb(parent) and token.tag == "VBG":
        return Link(parent, MEANS)
    if lemma in WHEN:
        return None
    complement = "verb" if is_verb(token) else "noun"
    phrase = f"{parent.lemma.lower()} {lemma}" in phrases()
    if phrase or (is_verb(token) and _named_effect(sentence, parent, "verb") is not None):
        return Link(parent, complement)
    if preposition.dep not in {"prep", "dative", "prt"} or lemma not in JOINS:
        return None
    if token.dep == "pobj" and lemma in SETTING and (parent.lemma, lemma) not in ENTERED:
        return None
    return Link(parent, complement)


def _over_particles(sentence: Sentence, preposition: Token) -> Token:
    """What a preposition hangs from, particles of a verb stepped over ("talked out of", "stopped short of")."""
    above = sentence.tokens[preposition.head]
    while above.pos in {"ADP", "ADV", "ADJ", "SCONJ"} and above.dep in PARTICLES and above.head != above.i:
        over = sentence.tokens[above.head]
        if (
            not is_verb(over)
            or not {f"{over.lemma.lower()} {w}" for w in (above.lemma, above.text.lower())} & phrases()
        ):
            break
        above = over
    return _over_agent(sentence, above)


def _over_agent(sentence: Sentence, above: Token) -> Token:
    """ "accused by Peru of sheltering", "suspects Peru of sheltering": the parser hangs "of" on Peru."""
    over = sentence.tokens[above.head]
    if above.dep == "dobj" and effect("v", over.lemma.lower(), "verb") == "accuse":
        return over
    return sentence.tokens[over.head] if above.dep == "pobj" and over.dep == "agent" else above


def _is_past(sentence: Sentence, token: Token) -> bool:
    """ "Insisted that it had not": a clause that states what was, where another of its verb would ask or promise."""
    helpers = children(sentence, token.i, "aux", "auxpass")
    tensed = token.tag == "VBD" and token.text.lower() != token.lemma.lower()
    return tensed or any(t.text.lower() in {"had", "has", "have", "did", "was", "were"} for t in helpers)


def effect_over(sentence: Sentence, link: Link) -> str | None:
    """What the word over an act does to it, by its part of speech: verb, adjective, else noun."""
    if link.complement == "fact":
        return "say"
    if link.complement == "noun" and children(sentence, link.token.i, "oprd"):
        return None  # "called the drill a provocation": named, not called for
    if link.complement == "verb" and _by_phone(sentence, link.token):
        return None
    return _named_effect(sentence, link.token, link.complement)


def _by_phone(sentence: Sentence, verb: Token) -> bool:
    """ "Called the king to apologise", not "called on him to": who calls does it."""
    whom = [t for t in children(sentence, verb.i, "dobj") if t.pos == "PROPN" and t.i > verb.i]
    return verb.lemma == "call" and bool(whom) and not children(sentence, verb.i, "prep", "prt", "auxpass")


def _named_effect(sentence: Sentence, token: Token, complement: str) -> str | None:
    """The effect of a word with its particle ("rule out", "keep from"), else of the word alone."""
    pos, lemma = ("v" if is_verb(token) else "a" if token.pos == "ADJ" else "n"), token.lemma.lower()
    if pos == "v":
        near = [t for t in children(sentence, token.i, *PARTICLES) if t.i > token.i]
        words = (w for t in near for w in dict.fromkeys((t.lemma.lower(), t.text.lower())))
        whole = (effect(pos, f"{lemma} {w}", complement) for w in words)
        found = next((known for known in whole if known), None)
        if found:
            return found
    return effect(pos, lemma, complement)
