"""Pronouns: "he" is the last person who was a subject; a pronoun outside quotation marks never means one inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tellings.actors.phrase import THINGS, Phrase
from tellings.model.text import Parsed, Sentence, Token
from tellings.text.tree import SUBJECTS, ancestors, children, subjects

FEMALE = frozenset(["she", "her", "hers", "herself"])
#: Verbs whose "it" is often nobody: "it seems that", "it took years".
EXPLETIVE = frozenset({"be", "seem", "appear", "happen", "take", "emerge", "follow", "matter", "turn", "rain", "come"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})
#: Verbs whose object is someone, also where it is "it".
TO_SOMEONE = frozenset(
    {"accuse", "advise", "ask", "assure", "beg", "blame", "caution", "congratulate", "implore", "invite", "oblige",
     "petition", "press", "pressure", "promise", "reassure", "remind", "request", "sue", "tell", "thank", "urge",
     "warn"}
)  # fmt: skip
#: How many sentences back an antecedent may stand.
REACH = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a pronoun may mean; `role` is "subject" or its dependency, `main` the main clause's.

    `members` are the entities for whom a plural one stands.
    """

    entity: int
    sentence: int
    first: int
    kind: str
    role: str
    quoted: bool
    gender: str = ""
    main: bool = False
    head: int = -1
    members: tuple[int, ...] = ()


def quoted_tokens(sentence: Sentence, inside: bool) -> tuple[frozenset[int], bool]:
    """Token indices inside quotation marks, and whether a quotation is open at the end."""
    found = set()
    for token in sentence.tokens:
        if token.text in {"“", '"', "”", "''", "``", "«", "»"}:
            inside = token.text in {"“", "«"} or (token.text == '"' and not inside)
        elif inside:
            found.add(token.i)
    return frozenset(found), inside


def quotations(parsed: Parsed) -> tuple[frozenset[int], ...]:
    """For each sentence the tokens inside quotation marks; a paragraph's end closes an open mark."""
    found = []
    inside, paragraph = False, -1
    for sentence in parsed.sentences:
        inside = inside and sentence.paragraph == paragraph
        paragraph = sentence.paragraph
        tokens, inside = quoted_tokens(sentence, inside)
        found.append(tokens)
    return tuple(found)


def is_subject(sentence: Sentence, head: int) -> bool:
    """Whether the mention headed by a token is a clause's subject, joined to one or beside it, or acts in a passive."""
    token = sentence.tokens[head]
    while token.head != token.i and (token.dep in {"conj", "appos"} or _in_name(sentence, token)):
        token = sentence.tokens[token.head]
    if token.dep == "ROOT" and token.i != head:  # the tree takes the verb behind an apposition for a participle
        return any(verb.tag in {"VBD", "VBZ"} for verb in children(sentence, token.i, "acl"))
    return token.dep in SUBJECTS or (token.dep == "pobj" and sentence.tokens[token.head].dep == "agent")


def _in_name(sentence: Sentence, token: Token) -> bool:
    """Whether a token stands inside a longer name: "Lingus" in "Aer Lingus Group PLC"."""
    above = sentence.tokens[token.head]
    return token.dep == "compound" and token.pos == above.pos == "PROPN" and above.i > token.i


def antecedent(phrase: Phrase, sentence: Sentence, known: Sequence[Candidate], quoted: bool) -> int | None:
    """The entity that a pronoun means, None where no rule is safe."""
    word = sentence.tokens[phrase.head].text.lower()
    apart = {e for c in co_arguments(sentence, phrase.head, known) for e in (c.entity, *c.members)}
    fitting = [c for c in known if c.entity not in apart and _fits(c, phrase, word, quoted)]
    here = sorted(
        (c for c in fitting if c.sentence == phrase.sentence and c.first < phrase.first), key=lambda c: c.first
    )
    first = not any(c.sentence < phrase.sentence for c in fitting)
    to_come = _to_come(fitting, sentence, phrase) if first and not here else None
    if to_come is not None:
        return to_come
    if word in THINGS:
        named = _thing(_accused(here, sentence, phrase.head) or here)
        if named is None and here and _suffers(sentence, phrase.head):
            return _only(here)
        return _thing_before(phrase, sentence, fitting) if named is None and not here else named
    whose = _relative(here, sentence, phrase.head)
    if whose is not None:
        return whose
    coming = [c for c in fitting if c.sentence == phrase.sentence and c.first > phrase.first and c.role == "subject"]
    if not here and coming and word in {"his", "her"}:
        return coming[0].entity
    return _nearest(here) if here else _last([c for c in fitting if c.sentence < phrase.sentence])


def _to_come(fitting: Sequence[Candidate], sentence: Sentence, phrase: Phrase) -> int | None:
    """Who acts in the main clause, of a subject in the clause that opens it: "After it closed its ports, Peru said"."""
    token = sentence.tokens[phrase.head]
    verb = sentence.tokens[token.head]
    if token.dep not in SUBJECTS or verb.dep != "advcl" or verb.head < verb.i:
        return None
    main = [t.i for t in subjects(sentence, verb.head) if t.i > verb.i]
    return next((c.entity for c in fitting if c.sentence == phrase.sentence and c.head in main), None)


def _relative(here: Sequence[Candidate], sentence: Sentence, pronoun: int) -> int | None:
    """In a clause with "who" as its subject he who is meant by "who": "Lavrov, who spoke of what he called"."""
    for verb in ancestors(sentence, pronoun):
        subject = next((t for t in children(sentence, verb.i, "nsubj") if t.lemma == "who"), None)
        if verb.dep == "relcl" and subject is not None and subject.i < pronoun:
            return next((c.entity for c in reversed(here) if c.head == verb.head), None)
    return None


def _accused(here: Sequence[Candidate], sentence: Sentence, pronoun: int) -> list[Candidate]:
    """Who does what a gerund says, where it is the object: "accused Chile of arming its ally"."""
    for verb in ancestors(sentence, pronoun):
        above = sentence.tokens[verb.head]
        if verb.dep == "pcomp" and above.dep == "prep":
            blamed = {token.i for token in children(sentence, above.head, "dobj")}
            return [replace(c, role="subject") for c in here if c.head in blamed]
    return []


def _last(candidates: Sequence[Candidate]) -> int | None:
    """The main clause's subject in the last sentence with a subject, else its last subject, else the last of all."""
    subjects = [c for c in candidates if c.role == "subject"]
    main = [c for c in subjects if c.main and c.sentence == subjects[-1].sentence]
    return (main or subjects or candidates)[-1].entity if candidates else None


def is_main(sentence: Sentence, head: int) -> bool:
    """Whether the mention headed by a token hangs on the sentence's main verb."""
    return sentence.tokens[sentence.tokens[head].head].dep == "ROOT"


def _nearest(here: Sequence[Candidate]) -> int:
    """The last subject of the pronoun's own sentence, else the last named there."""
    return ([c for c in here if c.role == "subject"] or here)[-1].entity


def _thing(here: Sequence[Candidate]) -> int | None:
    """What "it" and "its" mean: the sentence's subject so far, else whose matter it is ("Beijing's ties")."""
    for role in ("subject", "poss"):
        named = [c for c in here if c.role == role]
        if named:
            return named[-1].entity
    return None


def _thing_before(phrase: Phrase, sentence: Sentence, fitting: Sequence[Candidate]) -> int | None:
    """Whom "it" acting on its own, or "its" before anyone is named, means: the last sentence's main subject."""
    token = sentence.tokens[phrase.head]
    verb = sentence.tokens[token.head]
    acts = token.dep in SUBJECTS and verb.pos == "VERB" and verb.lemma not in EXPLETIVE
    suffers = token.dep == "dobj" and verb.lemma in TO_SOMEONE
    if not (acts or suffers or token.tag == "PRP$"):
        return None
    before = [c for c in fitting if c.sentence == phrase.sentence - 1]
    main = [c for c in before if c.role == "subject" and c.main]
    found = main or (before if suffers else [])
    return found[-1].entity if found else None


def _suffers(sentence: Sentence, head: int) -> bool:
    """Whether "it" is done something to as someone is: "sued it", "fired on it"."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    aimed = token.dep == "pobj" and above.lemma.lower() in {"against", "at", "on", "with"}
    return token.tag == "PRP" and (aimed or (token.dep == "dobj" and above.lemma in TO_SOMEONE))


def _only(here: Sequence[Candidate]) -> int | None:
    """The one whom a sentence has named so far, None where there are two."""
    named = {c.entity for c in here}
    return named.pop() if len(named) == 1 else None


def co_arguments(sentence: Sentence, head: int, known: Sequence[Candidate]) -> list[Candidate]:
    """Those whom an object cannot mean, since they act in its clause: "he thanked him", "Chile accused it"."""
    acting = {t.i for t in co_agents(sentence, head)}
    return [c for c in known if c.sentence == sentence.index and c.head in acting] if acting else []


def co_agents(sentence: Sentence, head: int) -> list[Token]:
    """Who acts in the clause in which a token is the object, and for whom; none where it is something else."""
    token = sentence.tokens[head]
    if token.dep not in OBJECTS or token.tag == "PRP$" or token.text.lower().endswith("self"):
        return []
    verb = next((t for t in ancestors(sentence, head) if t.pos == "VERB"), None)
    acting = _acting(sentence, verb) if verb is not None else []
    return [*acting, *(t for one in acting for t in children(sentence, one.i, "conj", "poss"))]


def _acting(sentence: Sentence, verb: Token) -> list[Token]:
    """Who does what a verb says; of an infinitive he who is urged or told to ("urged Chile to free it")."""
    above = sentence.tokens[verb.head]
    if verb.dep == "xcomp" and (told := children(sentence, above.i, "dobj")):
        return told
    return subjects(sentence, verb.i)


def _fits(candidate: Candidate, phrase: Phrase, word: str, quoted: bool) -> bool:
    kinds = {"state", "body", "organisation", "group"} if word in THINGS else {"person", "office"}
    gender = "f" if word in FEMALE else "m"
    return (
        candidate.kind in kinds
        and phrase.sentence - REACH <= candidate.sentence
        and (quoted or not candidate.quoted)
        and candidate.gender in {"", gender}
    )
