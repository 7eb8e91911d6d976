"""Words beside an act, not over it, that take back, qualify or attribute what its clause states.

Each frame is a small test with a name; the first that holds for an act of a given status decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tellings.events.acts.clauses import climb, is_finite, is_verb
from tellings.events.acts.lexicon import effect
from tellings.model.events import Status
from tellings.model.text import Sentence, Token
from tellings.text.tree import children

HEARD = frozenset({"allegedly", "reportedly", "supposedly", "purportedly", "apparently", "ostensibly"})
ACCOUNTS = frozenset({"account", "version", "boast", "rumour", "rumor", "telling", "legend", "claim"})
UNTRUE = frozenset({"untrue", "false", "lie", "fabrication", "myth", "fable", "fiction", "nonsense", "fake"})
TRUE = frozenset({"right", "true", "correct", "believe", "trust"})
IT = frozenset({"it", "this", "that", "which", "charge", "allegation", "claim", "accusation", "report"})
#: Prepositions and conjunctions under which an act is not done: "without meeting", "instead of meeting".
UNDONE_RULE = "without, rather than, too late to"
UNDONE = frozenset({"without", "instead", "than", "far", "near", "short"})
#: What a verb says more than that it is done.
TOLD = ("dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "nsubjpass")
#: Who speaks for an authority: what they say is told as a fact unless someone denies it.
OFFICIAL = frozenset(
    {"ministry", "government", "army", "police", "military", "office", "spokesman", "spokeswoman", "minister", "mayor"}
    | {"president", "official", "general", "commander", "force", "navy", "court", "clerk", "prosecutor", "council"}
    | {
        "embassy",
        "palace",
        "bank",
        "agency",
        "authority",
        "parliament",
        "premier",
        "chancellor",
        "company",
        "regulator",
    }
)
#: How far a phrase that attributes a statement ("two traders allege") reaches back to its comma, in tokens.
PHRASE = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """The rule that a clause's setting fits, and the status that it gives."""

    rule: str
    status: Status


Test = Callable[[Sentence, int, int], bool]


def framed(sentence: Sentence, i: int, top: int, status: Status) -> Frame | None:
    """The first frame that holds for an act at `i` whose governors reach up to `top`; None where none does."""
    for rule, holds_of, gives, test in FRAMES:
        if status in holds_of and test(sentence, i, top):
            return Frame(rule, gives)
    return None


def _clause(sentence: Sentence, i: int, top: int) -> list[Token]:
    """The act, what governs it up to `top`, and the verbs over that as far as the sentence's root."""
    return [sentence.tokens[i], sentence.tokens[top], *climb(sentence, top)]


def _hung(sentence: Sentence, i: int, top: int, *deps: str) -> Iterator[Token]:
    for token in {t.i: t for t in (sentence.tokens[i], sentence.tokens[top])}.values():
        yield from children(sentence, token.i, *deps)


def _denied_later(sentence: Sentence, i: int, top: int) -> bool:
    """ "..., which the court denied", "...; he denies it": a clause beside it that denies what it states.

    Of an accusation the charge is denied, not that it was made.
    """
    if effect("v", sentence.tokens[i].lemma.lower(), "verb") == "accuse":
        return False
    for token in sentence.tokens[i + 1 :]:
        denies = is_verb(token) and effect("v", token.lemma.lower(), "clause") == "deny"
        if denies and is_finite(sentence, token.i) and not children(sentence, token.i, "neg"):
            said = children(sentence, token.i, "dobj", "nsubjpass")
            if any(t.lemma.lower() in IT for t in said):
                return True
    return False


def _untrue(sentence: Sentence, i: int, top: int) -> bool:
    """ "It is untrue, his office said, that ...": the parser hangs the first clause on the second."""
    clauses = _hung(sentence, i, top, "ccomp", "parataxis")
    return any(t.lemma.lower() in UNTRUE for c in clauses for t in children(sentence, c.i, "acomp", "attr"))


def _denying(sentence: Sentence, i: int, top: int) -> bool:
    """ "deny ever having met", where the parser takes the verb for an auxiliary."""
    return any(t.lemma.lower() == "deny" and t.i < i for t in children(sentence, i, "aux", "amod", "nsubj"))


def _undone(sentence: Sentence, i: int, top: int) -> bool:
    """ "without meeting him", "rather than meet him", "nowhere near meeting him", "too late to meet him"."""
    for token in (sentence.tokens[i], sentence.tokens[top]):
        above = sentence.tokens[token.head]
        own = children(sentence, token.i, "mark", "cc", "aux")
        than = {sentence.tokens[max(0, token.i - 1)].text.lower(), *(t.lemma.lower() for t in own)}
        if "than" in than and not any(t.text.lower() == "sooner" for t in sentence.tokens):
            return True
        if any(t.lemma.lower() == "before" for t in own) and any(t.lemma.lower() == "could" for t in own):
            return True
        if token.dep in {"pcomp", "pobj"} and _of_undone(sentence, above):
            return True
        if any(t.text.lower() == "to" for t in own) and _too(sentence, above):
            return True
    return False


def _of_undone(sentence: Sentence, preposition: Token) -> bool:
    over = [sentence.tokens[preposition.head], sentence.tokens[sentence.tokens[preposition.head].head]]
    words = [
        preposition,
        *children(sentence, preposition.i, "advmod"),
        *(t for t in over if t.pos in {"ADV", "ADP", "SCONJ", "ADJ"}),
    ]
    return any(t.lemma.lower() in UNDONE for t in words)


def _too(sentence: Sentence, above: Token) -> bool:
    """ "too weak to", "came too late to"."""
    near = [above, *children(sentence, above.i, "advmod", "acomp")]
    return any(t.lemma.lower() == "too" for n in near for t in children(sentence, n.i, "advmod"))


def _but_not(sentence: Sentence, i: int, top: int) -> bool:
    """ "had meant to call but overslept", "was told to call but did not"."""
    for token in _clause(sentence, i, top):
        joined = [t for t in children(sentence, token.i, "conj", "ccomp", "parataxis") if t.i > i]
        meant = any(t.text.lower() == "had" for t in children(sentence, token.i, "aux"))
        but = any(t.lemma.lower() == "but" and t.i > i for t in children(sentence, token.i, "cc"))
        if (meant and but and joined) or any(_elided(sentence, t) for t in (*joined, token) if t.i > i):
            return True
    return False


def _elided(sentence: Sentence, verb: Token) -> bool:
    """ "did not", "would not", with nothing said of what."""
    told = [t for t in children(sentence, verb.i, *TOLD) if t.i > verb.i]
    return verb.lemma in {"do", "will", "would", "have", "can"} and bool(children(sentence, verb.i, "neg")) and not told


def _conditional(sentence: Sentence, i: int, top: int) -> bool:
    """ "will strike if ...", "unless ... will strike": a condition right by the act's clause."""
    clauses = [
        *_hung(sentence, i, top, "advcl"),
        *(c for t in climb(sentence, top) for c in _hung(sentence, t.i, t.i, "advcl")),
    ]
    return any(m.lemma.lower() in {"if", "unless"} for c in clauses for m in children(sentence, c.i, "mark"))


def _if_believed(sentence: Sentence, i: int, top: int) -> bool:
    """ "if the porters are right", "if the cook is to be believed"."""
    for clause in _hung(sentence, i, top, "advcl", "ccomp", "dep"):
        marked = any(t.lemma.lower() == "if" for t in children(sentence, clause.i, "mark"))
        below = [clause, *children(sentence, clause.i)]
        if marked and any(
            t.lemma.lower() in TRUE for t in (*below, *(u for t in below for u in children(sentence, t.i)))
        ):
            return True
    return False


def _hearsay(sentence: Sentence, i: int, top: int) -> bool:
    """ "reportedly", "by one account", "according to a cook"."""
    if any(t.text.lower() in HEARD for t in _hung(sentence, i, top, "advmod")):
        return True
    for preposition in _hung(sentence, i, top, "prep"):
        if preposition.lemma.lower() in {"accord", "according"}:
            return True
        behind = children(sentence, preposition.i, "pobj")
        if preposition.lemma.lower() in {"by", "in"} and any(t.lemma.lower() in ACCOUNTS for t in behind):
            return True
    return False


def _aside(sentence: Sentence, i: int, top: int) -> bool:
    """ "..., two traders allege, ...", "..., says a lawyer, ...": a saying between commas, whatever it hangs from."""
    if sentence.tokens[top].dep == "relcl":
        return False
    return any(
        token.dep != "relcl" and _between_commas(sentence, token)
        for token in sentence.tokens
        if token.i not in {i, top} and is_verb(token) and _speaks(token)
    )


def _speaks(token: Token) -> bool:
    return effect("v", token.lemma.lower(), "clause") in {"say", "hear"}


def _between_commas(sentence: Sentence, verb: Token) -> bool:
    tokens = sentence.tokens
    after = next((t for t in tokens[verb.i + 1 : verb.i + PHRASE] if t.pos == "PUNCT"), None)
    before = next((t for t in reversed(tokens[max(0, verb.i - PHRASE) : verb.i]) if t.pos == "PUNCT"), None)
    if after is None or before is None or before.lemma not in {",", "-", "–", "—"}:
        return False
    inside = tokens[before.i + 1 : after.i]
    if any(t.lemma.lower() in OFFICIAL for t in inside):
        return False
    return not any(t.pos in {"VERB", "SCONJ"} and t.i != verb.i for t in inside) and (
        after.i == verb.i + 1 or before.i == verb.i - 1
    )


HEARSAY, ASIDE = "by hearsay", "said aside"
FACT: frozenset[Status] = frozenset({"happened"})
#: Name, the statuses that it can change, the status that it gives, and the test; the first that holds decides.
FRAMES: tuple[tuple[str, frozenset[Status], Status, Test], ...] = (
    ("denied beside it", FACT | {"alleged"}, "denied", _denied_later),
    ("said to be untrue", FACT | {"alleged"}, "denied", _untrue),
    ("deny having", FACT, "denied", _denying),
    (UNDONE_RULE, FACT | {"alleged", "hypothetical", "planned"}, "negated", _undone),
    ("meant to but did not", frozenset({"planned", "hypothetical"}), "negated", _but_not),
    ("if believed", FACT, "alleged", _if_believed),
    ("on a condition", frozenset({"planned"}), "hypothetical", _conditional),
    (HEARSAY, FACT, "alleged", _hearsay),
    (ASIDE, FACT, "alleged", _aside),
)
