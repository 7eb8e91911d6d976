"""What a cue's tree gives as said: clauses, infinitives, objects of prepositions, judgements."""

from __future__ import annotations

from tellings.model.text import Sentence, Token
from tellings.quotes.lexicon import CueWord
from tellings.text.tree import SUBJECTS, children, is_passive, subtree

NOUN_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
#: Nouns of a phrase that stands between a cue and its clause: "assured for his part that", "said in a note that".
STEPS = frozenset(
    {"part", "turn", "statement", "note", "interview", "speech", "letter", "message", "post", "remark", "comment"}
)
#: What one tells or says that is no clause: "told a story that she had heard", "said a prayer written by her aunt".
WORDS_TOLD = frozenset(
    {"goodbye", "joke", "lie", "mass", "prayer", "secret", "story", "tale", "thing", "truth", "word"}
)
PREPOSITIONS = {"for": ("for",), "of": ("of", "about", "against")}
#: What leads from the one judged to the judgement.
JUDGING = frozenset({"as", "of", "for"})


def clause_heads(sentence: Sentence, i: int, word: CueWord | None) -> list[Token]:
    """The heads of the clauses that the cue takes."""
    if word is None:
        return []
    found = [t for t in children(sentence, i, "ccomp") if t.i > i] if word.kind == "call" else []
    if "that" in word.takes:
        found += that_clauses(sentence, i, word)
    if "to" in word.takes:
        deps = ("acl",) if word.pos == "noun" else ("xcomp", "ccomp", "advcl")
        found += [t for t in children(sentence, i, *deps) if t not in found and is_infinitive(sentence, t.i)]
    return found or _objects_of_prepositions(sentence, i, word)


def _objects_of_prepositions(sentence: Sentence, i: int, word: CueWord) -> list[Token]:
    """What is called for or warned of: "called for an inquiry", "warned against closing the strait"."""
    wanted = {p for kind in word.takes for p in PREPOSITIONS.get(kind, ())}
    said = [p for p in children(sentence, i, "prep") if p.text.lower() in wanted]
    return [t for p in said for t in children(sentence, p.i, "pobj", "pcomp")]


def that_clauses(sentence: Sentence, i: int, word: CueWord) -> list[Token]:
    """Finite clauses; a noun, or a verb whose object stands before the clause, needs a "that"."""
    if word.pos == "noun":
        inside = [t for t in children(sentence, i, "ccomp", "acl", "relcl") if opened_by_that(sentence, t.i)]
        return inside or _predicated(sentence, sentence.tokens[i])
    own = [t for t in children(sentence, i, "ccomp") if word.strength > 1 or _is_finite(sentence, t)]
    own = own or past_a_phrase(sentence, i)
    if own or word.addressee != "object":
        return own
    told = [j for t in children(sentence, i, "dobj", "dative") for j in subtree(sentence, t.i)]
    clauses = (t for j in told if (t := sentence.tokens[j]).dep in NOUN_CLAUSES)
    return [t for t in clauses if opened_by_that(sentence, t.i) or _is_told(sentence, t)][:1]


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """Whether what looks like a relative clause of the hearers is what they are told: "told a briefing that ..."."""
    return sentence.tokens[verb.head].lemma.lower() not in WORDS_TOLD and _follows_that(sentence, verb)


def _predicated(sentence: Sentence, noun: Token) -> list[Token]:
    """ "Norland's view is that the treaty is void"."""
    verb = sentence.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lemma.lower() != "be":
        return []
    return [t for t in children(sentence, verb.i, "ccomp") if t.i > verb.i and opened_by_that(sentence, t.i)]


def past_a_phrase(sentence: Sentence, i: int) -> list[Token]:
    """A clause that the tree hangs from a phrase after the cue: "said in a note that", "replied for his part that"."""
    nouns = [t for p in children(sentence, i, "prep") if p.i > i for t in children(sentence, p.i, "pobj")]
    said = [c for t in nouns if t.lemma.lower() in STEPS for c in children(sentence, t.i, "acl", "relcl", "ccomp")]
    return [c for c in said if _follows_that(sentence, c)]


def _follows_that(sentence: Sentence, verb: Token) -> bool:
    """Whether "that" opens the clause of a verb with a subject of its own, right after the noun it hangs from."""
    at = verb.head + 1
    opened = at < len(sentence.tokens) and sentence.tokens[at].text.lower() == "that"
    rest = children(sentence, verb.i, "agent", "prep", "dobj", "acomp", "attr", "ccomp", "xcomp", "advcl")
    own = [t for t in children(sentence, verb.i, *SUBJECTS) if t.i != at]
    return opened and bool(own) and any(t.i > verb.i for t in rest)


def opened_by_that(sentence: Sentence, i: int) -> bool:
    """Whether "that" opens the clause of verb `i`."""
    return any(m.text.lower() == "that" for m in children(sentence, i, "mark"))


def _is_finite(sentence: Sentence, token: Token) -> bool:
    if token.tag in {"VBD", "VBZ", "VBP"}:
        return True
    return any(t.tag in {"MD", "VBD", "VBZ", "VBP"} for t in children(sentence, token.i, "aux", "auxpass"))


def is_infinitive(sentence: Sentence, i: int) -> bool:
    """Whether verb `i` has its "to"."""
    return any(t.tag == "TO" for t in children(sentence, i, "aux"))


def judgement(sentence: Sentence, i: int, word: CueWord) -> set[int]:
    """Whom a cue judges and how: "called the plan a mistake", "accused Lima of delay", "thanked her for the talks"."""
    judged = next((t for t in children(sentence, i, "dobj", "nsubj") if t.i > i), None)
    if judged is None or is_passive(sentence, i):
        return set()
    said = (t for t in children(sentence, i, "oprd", "acomp", "prep") if t.i > judged.i)
    how = next((t for t in said if _judges(sentence, t, word)), None)
    if how is None:
        return set()
    return set(range(subtree(sentence, judged.i)[0], subtree(sentence, how.i)[-1] + 1))


def _judges(sentence: Sentence, token: Token, word: CueWord) -> bool:
    if token.dep != "prep":
        return token.pos != "PROPN"
    day = any(t.ent in {"DATE", "TIME"} for t in children(sentence, token.i, "pobj"))
    return token.text.lower() in (JUDGING if "object" in word.takes else frozenset()) | word.takes and not day
