"""Walking clauses: what governs what, whose subject is whose, where a finite verb cuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.events.acts.lexicon import effect
from tellings.model.text import Sentence, Token
from tellings.text.once import once
from tellings.text.tree import SUBJECTS, children, is_passive

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LIGHT = frozenset({"hold", "have", "make", "pay", "sign", "issue", "give", "launch", "begin", "start"})
DAYS = frozenset({"eve", "day", "week", "month", "year", "morning", "evening", "night", "weekend"})
#: Verbs whose clause has no tense, whatever the parser says: "let three sailors go".
CAUSING = frozenset({"let", "make"})
#: Verbs that say what something is held to be.
CALLING = frozenset({"call", "describe", "see", "regard", "term", "label"})
#: What is written so that a deed is done: who signs it does that ("signed a decree recognising Abkhazia").
WRITS = frozenset(
    {"decree", "law", "order", "resolution", "letter", "statement", "decision", "act", "declaration", "motion"}
    | {"ordinance", "edict", "bill", "communique", "communiqué", "note", "document", "proclamation", "directive"}
    | {"report", "lawsuit", "suit", "complaint", "petition", "message", "tweet", "post", "video", "speech", "memo"}
    | {"memorandum", "editorial", "article", "study", "indictment", "affidavit", "address", "paper"}
)
#: What is never done without naming to whom: a past form without an object is a passive ("three held in Lima").
SUFFERED = frozenset(
    {"abduct", "acquit", "arrest", "assassinate", "behead", "charge", "convict", "deport", "detain", "evict", "execute"}
    | {"extradite", "hospitalise", "hospitalize", "indict", "injure", "jail", "kidnap", "kill", "sentence", "wound"}
)
#: What people do themselves though it is said as if done to them: "police positioned at corners", "troops massed".
GOING = frozenset(
    {"assemble", "camp", "demonstrate", "deploy", "dress", "gather", "march", "mass", "position", "protest", "rally"}
    | {"retreat", "return", "station", "surrender", "withdraw"}
)
#: What two verbs may do to one object, which the parser hangs on the last ("condemned and rejected the move").
SHARED = SUFFERED | frozenset(
    {"attack", "back", "beat", "bomb", "condemn", "criticise", "criticize", "denounce", "harass", "praise", "reject"}
    | {"seize", "shell", "shoot", "stab", "support", "threaten", "torture", "welcome"}
)
#: Auxiliaries of tenses in which a simple past does not go on: "said that it does not bind him and demanded".
OTHER_TENSE = frozenset({"had", "do", "does", "is", "are"})
RELATIVE = frozenset({"which", "who", "whom", "that"})


def is_verb(token: Token) -> bool:
    """Whether a token acts as a verb."""
    return token.pos in {"VERB", "AUX"}


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether verb `i` is finite by itself: its own tense, auxiliary or subject."""
    token = sentence.tokens[i]
    if token.tag in FINITE:
        return True
    own = children(sentence, i, "aux", "auxpass", *SUBJECTS)
    return any(t.tag in FINITE or t.dep in SUBJECTS for t in own)


def sibling(sentence: Sentence, i: int) -> Token | None:
    """The verb that verb `i` is coordinated with.

    A finite verb is never coordinated with an infinitive or a gerund ("refused to criticise A and
    blames B"): where the parser says so, the finite verb above is meant.
    """
    token = sentence.tokens[i]
    if token.dep != "conj" or token.head == i:
        return None
    first = sentence.tokens[token.head]
    while is_finite(sentence, i) and is_verb(first) and _unlike(sentence, token, first) and first.head != first.i:
        above = sentence.tokens[first.head]
        if not is_verb(above):
            break
        first = above
    return first


def _unlike(sentence: Sentence, token: Token, first: Token) -> bool:
    """Whether a finite verb and one over it can be no pair: "said that it would leave and accused B"."""
    if not is_finite(sentence, first.i):
        return True
    own = children(sentence, token.i, "aux", "auxpass", *SUBJECTS)
    other = any(t.tag == "MD" or t.text.lower() in OTHER_TENSE for t in children(sentence, first.i, "aux"))
    return token.tag == "VBD" and not own and other and first.dep == "ccomp" and not is_passive(sentence, first.i)


def subject_tokens(sentence: Sentence, i: int, depth: int = 6) -> list[Token]:
    """Who does verb `i`: its own subject, or the one that grammar lends it.

    A passive's subject is not among them; its agent is.
    """
    if is_undergone(sentence, i):
        return agent_tokens(sentence, i)
    own = children(sentence, i, "nsubj") or [t for t in children(sentence, i, "csubj") if t.tag == "VBG"]
    if own:
        found = [_antecedent(sentence, i, t) for t in _who(sentence, i) or own]
        return [u for t in found for u in _writers(sentence, i, t, depth) or [t]]
    return lent_subjects(sentence, i, depth)


def is_undergone(sentence: Sentence, i: int) -> bool:
    """Whether what stands over verb `i` suffers it: a passive, one without its auxiliary, "X arrested"."""
    if is_passive(sentence, i) or _is_reduced(sentence, i):
        return True
    token = sentence.tokens[i]
    if token.tag not in {"VBN", "VBD"} or _takes(sentence, i):
        return False
    if token.dep == "advcl" and token.tag == "VBN" and not children(sentence, i, "aux", "auxpass", *SUBJECTS):
        return True  # "asked about it, he said"
    if token.dep == "acl":
        return token.tag == "VBN" and token.lemma not in GOING and not _own(sentence, token)
    return token.lemma in SUFFERED and token.dep not in {"relcl", "ccomp"} and bool(_own(sentence, token))


def _takes(sentence: Sentence, i: int) -> bool:
    """Whether a verb, or one that shares its object ("shot and wounded him"), has what it is done to or says."""
    after = [i, *(t.i for t in children(sentence, i, "conj"))]
    return any(children(sentence, j, "dobj", "dative", "ccomp", "xcomp", "oprd", "auxpass", "npadvmod") for j in after)


def _is_reduced(sentence: Sentence, i: int) -> bool:
    """ "The envoy accused by Peru", "asked by Peru, he ...": a passive without its auxiliary.

    Without "by" it may be a past tense misread.
    """
    token = sentence.tokens[i]
    return token.dep in {"acl", "advcl"} and token.tag == "VBN" and bool(children(sentence, i, "agent"))


def _who(sentence: Sentence, i: int) -> list[Token]:
    """ "Who the day before met": the parser takes the time for the subject, and "who" for the object."""
    timed = all(t.lemma.lower() in DAYS for t in children(sentence, i, "nsubj"))
    return [t for t in children(sentence, i, "dobj") if timed and t.lemma.lower() == "who"]


def agent_tokens(sentence: Sentence, i: int) -> list[Token]:
    """Who stands behind "by" in a passive."""
    first = children(sentence, i, "agent") or _behind_object(sentence, i) or _agent_of_next(sentence, i)
    every = [*first, *(t for by in first for t in children(sentence, by.i, "conj"))]
    return [t for by in every for t in children(sentence, by.i, "pobj")]


def _agent_of_next(sentence: Sentence, i: int) -> list[Token]:
    """ "Were ambushed and killed by rebels": who stands behind the last verb does both."""
    several = children(sentence, i, "conj") if is_passive(sentence, i) else []
    return [by for verb in several if is_passive(sentence, verb.i) for by in children(sentence, verb.i, "agent")]


def _behind_object(sentence: Sentence, i: int) -> list[Token]:
    """ "Was given ten aircraft by Peru": the parser takes "by" for a preposition of the verb or of the thing given."""
    things = children(sentence, i, "dobj") if is_passive(sentence, i) else []
    over = [i, *(t.i for t in things)] if things else []
    return [t for above in over for t in children(sentence, above, "prep") if t.lemma.lower() == "by"]


def lent_subjects(sentence: Sentence, i: int, depth: int = 6) -> list[Token]:
    """The subject that a verb without its own takes from its surroundings."""
    token = sentence.tokens[i]
    if depth == 0 or token.head == i:
        return []
    if token.dep == "conj":
        first = sibling(sentence, i)
        return surface_subjects(sentence, first.i, depth - 1) if first else []
    parent = sentence.tokens[token.head]
    if token.dep in {"relcl", "acl"}:
        return _noun_lends(sentence, token, parent, depth)
    if parent.dep == "prep" or parent.pos == "ADP":
        parent = sentence.tokens[parent.head]
    if parent.pos in {"ADJ", "NOUN"} and parent.head != parent.i:
        above = sentence.tokens[parent.head]
        parent = above if is_verb(above) else parent
    if token.dep in {"xcomp", "ccomp", "pcomp", "advcl", "dep", "prep"} and is_verb(parent):
        return surface_subjects(sentence, parent.i, depth - 1)
    return []


def surface_subjects(sentence: Sentence, i: int, depth: int = 6) -> list[Token]:
    """The grammatical subject, in a passive too: "Iran was accused of helping": Iran helps."""
    return list(_surface_subjects(sentence, i, depth))


@once
def _surface_subjects(sentence: Sentence, i: int, depth: int) -> Sequence[Token]:
    own = children(sentence, i, "nsubj", "nsubjpass")
    if own:
        return [_antecedent(sentence, i, t) for t in own]
    return lent_subjects(sentence, i, depth)


def objects(sentence: Sentence, i: int) -> list[Token]:
    """Whom verb `i` is done to: its object, or the subject of the passive, or the noun that it modifies."""
    return list(_objects(sentence, i))


@once
def _objects(sentence: Sentence, i: int) -> Sequence[Token]:
    token = sentence.tokens[i]
    if is_passive(sentence, i) or (token.dep != "acl" and is_undergone(sentence, i)):
        return [_antecedent(sentence, i, t) for t in _own(sentence, token)] or lent_subjects(sentence, i)
    who = _who(sentence, i) if children(sentence, i, "nsubj") else []
    found = [t for t in children(sentence, i, "dobj", "dative") if t.pos != "ADP" and t not in who]
    found = [_antecedent(sentence, i, t) for t in found]
    found = found or _shared_objects(sentence, token)
    found = [*found, *_late_objects(sentence, token)] if not found or token.lemma == "give" else found
    if not found and (_has_gap(sentence, token) or (token.dep == "acl" and token.tag == "VBN")):
        return [sentence.tokens[token.head]]
    if not found:
        return _what_it_is_called(sentence, i) or [
            s
            for c in children(sentence, i, "ccomp")
            if token.lemma in CAUSING or not is_finite_clause(sentence, c.i)
            for s in _own(sentence, c)
        ]
    return found


def _shared_objects(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Killed and wounded many": what the next verb does it to, where "and" alone stands between."""
    after = sentence.tokens[verb.i + 1 : verb.i + 3]
    joined = len(after) > 1 and after[0].dep == "cc" and after[1].dep == "conj" and after[1].head == verb.i
    shares = joined and verb.lemma in SHARED and not children(sentence, verb.i, "ccomp", "xcomp", "prep")
    return children(sentence, after[1].i, "dobj") if shares else []


def _has_gap(sentence: Sentence, token: Token) -> bool:
    """ "The accord that they signed", whose "that" the parser takes for a conjunction; not "the claim that"."""
    if token.dep not in {"relcl", "acl"} or not any(t.lemma == "that" for t in children(sentence, token.i, "mark")):
        return False
    return token.dep == "relcl" or effect("n", sentence.tokens[token.head].lemma.lower(), "clause") is None


def _what_it_is_called(sentence: Sentence, i: int) -> list[Token]:
    """ "Condemned what it called Peru's aggression"."""
    clauses = [c for c in children(sentence, i, "ccomp") if c.lemma in CALLING]
    what = [c for c in clauses if any(t.lemma.lower() == "what" for t in children(sentence, c.i, "dobj", "nsubj"))]
    return [t for c in what for t in (*children(sentence, c.i, "oprd", "attr"), *behind(sentence, c.i, "as"))]


def is_finite_clause(sentence: Sentence, i: int) -> bool:
    """Whether clause `i` has a tense: "said Russia attacked", not "urged Russia to stop"."""
    token = sentence.tokens[i]
    return token.tag in FINITE or any(t.tag in FINITE for t in children(sentence, i, "aux", "auxpass"))


def behind(sentence: Sentence, i: int, preposition: str) -> list[Token]:
    """The nouns behind a preposition that hangs from token `i`."""
    hung = [
        t for t in children(sentence, i, "prep", "dative", "agent", "prt", "advmod") if t.lemma.lower() == preposition
    ]
    found = [t for p in hung for t in children(sentence, p.i, "pobj", "pcomp")]
    nested = [t for p in hung for q in children(sentence, p.i, "prep") for t in children(sentence, q.i, "pobj")]
    return found or nested


def climb(sentence: Sentence, i: int) -> Iterator[Token]:
    """The tokens over `i`, nearest first, coordination between finite verbs stepped over."""
    token = sentence.tokens[i]
    for _ in range(12):
        first = sibling(sentence, token.i)
        above = first if first is not None else sentence.tokens[token.head]
        if above.i == token.i:
            return
        yield above
        token = above


def clause_verb(sentence: Sentence, i: int) -> Token | None:
    """The nearest verb at or over token `i`."""
    token = sentence.tokens[i]
    while not is_verb(token):
        if token.head == token.i:
            return None
        token = sentence.tokens[token.head]
    return token


def _own(sentence: Sentence, token: Token) -> list[Token]:
    return children(sentence, token.i, "nsubj", "nsubjpass")


def _noun_lends(sentence: Sentence, token: Token, noun: Token, depth: int) -> list[Token]:
    """ "readiness to deepen": who expressed it; "forces attacking the town": the forces."""
    if token.dep == "acl" and any(t.lemma == "to" for t in children(sentence, token.i, "aux")):
        owner = children(sentence, noun.i, "poss")
        verb = clause_verb(sentence, noun.i)
        return owner or (surface_subjects(sentence, verb.i, depth - 1) if verb else [])
    verb = _writing(sentence, noun) if token.tag == "VBG" else None
    return [noun] if verb is None else surface_subjects(sentence, verb.i, depth - 1)


def _writers(sentence: Sentence, i: int, writ: Token, depth: int) -> list[Token]:
    """ "Introduced a bill that would ban it": who does so by what is written."""
    told = sentence.tokens[i].dep == "relcl" and sentence.tokens[i].head == writ.i
    verb = _writing(sentence, writ) if told and depth else None
    return [] if verb is None else surface_subjects(sentence, verb.i, depth - 1)


def _writing(sentence: Sentence, noun: Token) -> Token | None:
    """The verb of which a writ is the object: whoever does that does what the writ says."""
    writ = noun.dep == "dobj" and noun.lemma.lower() in WRITS
    return clause_verb(sentence, noun.head) if writ else None


def _antecedent(sentence: Sentence, i: int, token: Token) -> Token:
    """The noun that a relative pronoun stands for; the verb's clause says which."""
    verb = sentence.tokens[i]
    if token.lemma.lower() not in RELATIVE:
        return token
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    return sentence.tokens[verb.head] if verb.dep in {"relcl", "acl"} else token


def _late_objects(sentence: Sentence, verb: Token) -> list[Token]:
    """ "held this Wednesday a telephone conversation": an object parted from its verb by a time."""
    if verb.lemma not in LIGHT:
        return []
    late = [t for t in children(sentence, verb.i, "npadvmod") if t.pos == "NOUN" and t.i > verb.i]
    near = sentence.tokens[verb.i + 1 : verb.i + 7]
    late += [t for t in near if t.dep == "nsubj" and t.pos == "NOUN" and not any(is_verb(u) for u in near if u.i < t.i)]
    given = [t for t in late if verb.lemma == "give" and children(sentence, t.i, "nummod")]
    return given or [
        t for t in late if any(d.lemma in {"a", "an"} for d in children(sentence, t.i, "det")) and not t.ent
    ]
