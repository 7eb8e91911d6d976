"""Pronouns: "he" is the last person who was a subject; a pronoun outside quotation marks never means one inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tellings.actors.phrases import THINGS, Phrase
from tellings.model.text import Parsed, Sentence
from tellings.text.tree import SUBJECTS

FEMALE = frozenset(["she", "her", "hers", "herself"])
#: How many sentences back an antecedent may stand.
REACH = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a pronoun may mean."""

    entity: int
    sentence: int
    first: int
    kind: str
    subject: bool
    quoted: bool
    gender: str = ""


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
    """Whether the mention headed by a token is a clause's subject, or joined to one."""
    token = sentence.tokens[head]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.dep in SUBJECTS


def antecedent(phrase: Phrase, sentence: Sentence, before: Sequence[Candidate], quoted: bool) -> int | None:
    """The entity that a pronoun means, None where no rule is safe."""
    word = sentence.tokens[phrase.head].text.lower()
    things = word in THINGS
    fitting = [c for c in before if _fits(c, phrase, word, things, quoted)]
    if things:
        return _thing(fitting, phrase)
    here = [c for c in fitting if c.sentence == phrase.sentence]
    for group in (here, [c for c in fitting if c.sentence < phrase.sentence]):
        subjects = [c for c in group if c.subject]
        if subjects:
            return subjects[-1].entity
        if group:
            return group[-1].entity
    return None


def _thing(fitting: Sequence[Candidate], phrase: Phrase) -> int | None:
    here = [c for c in fitting if c.sentence == phrase.sentence]
    subjects = [c for c in here if c.subject] or here[-1:]
    return subjects[-1].entity if subjects else None


def _fits(candidate: Candidate, phrase: Phrase, word: str, things: bool, quoted: bool) -> bool:
    kinds = {"state", "body", "organisation", "group"} if things else {"person", "office"}
    gender = "f" if word in FEMALE else "m"
    return (
        candidate.kind in kinds
        and phrase.sentence - REACH <= candidate.sentence
        and (quoted or not candidate.quoted)
        and candidate.gender in {"", gender}
    )


def later_subject(
    phrase: Phrase, sentence: Sentence, phrases: Sequence[Phrase], entities: Mapping[int, int]
) -> int | None:
    """Who "his" in front of a clause means: "In his opening remarks, Putin ..." is the clause's subject."""
    for other in phrases:
        if other.kind == "person" and other.first > phrase.last and is_subject(sentence, other.head):
            return entities.get(other.first)
    return None
