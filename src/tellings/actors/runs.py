"""Runs of capitals that make a personal name: how far one goes, and those that the tagger takes for something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tellings.actors.gazetteer import Piece
from tellings.model.text import Sentence, Token
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.text.tree import SUBJECTS
from tellings.vocab.agents import agents
from tellings.vocab.first_names import has_first_name
from tellings.vocab.organisations import sector_by_name

#: Small words inside names: "Mohammed bin Salman", "Bashar al-Assad", "Ursula von der Leyen".
PARTICLES = frozenset(
    {"al", "el", "bin", "bint", "ibn", "abu", "van", "von", "der", "den", "de", "da", "do", "dos", "das", "del",
     "della", "di", "la", "le", "ul", "ur", "ud", "uz", "ben", "ter", "ten", "zu", "-"}
)  # fmt: skip
LONGEST_NAME = 6
NO_CAPITALS = frozenset({"VERB", "AUX", "DET", "ADP", "PRON", "NUM", "CCONJ"})
POSSESSIVES = frozenset({"'s", "’s", "‘s", "'", "’", "‘"})
#: What the tagger calls names of people that it does not know.
UNSURE = frozenset({"", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP"})
#: Tags of a capital right behind a name that is not of it: "Wanjau Tuesday", "Mbeki Pretoria".
ELSEWHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "NORP", "FAC", "EVENT", "ORG", "CARDINAL"})

Taken = Mapping[int, Piece]


def fits(token: Token, taken: Taken) -> bool:
    """Whether a token can be a name's first or last: a capital, and no known title, role or state."""
    if (token.i in taken and taken[token.i].kind != "title") or token.text in POSSESSIVES:
        return False
    return token.text[:1].isupper() and token.pos not in NO_CAPITALS


def joins(sentence: Sentence, i: int) -> bool:
    """Whether token `i` is a small word or hyphen inside a name: another such word or a name's word follows it."""
    tokens = sentence.tokens
    if i + 1 >= len(tokens) or tokens[i].text.lower() not in PARTICLES:
        return False
    after = tokens[i + 1]
    if tokens[i].text == "-":
        glued = after.start == tokens[i].end and tokens[i].start == tokens[i - 1].end
        return glued and (after.text[:1].isupper() or (after.text.islower() and after.pos == "PROPN"))
    return after.text[:1].isupper() or after.text.lower() in PARTICLES


def whole(sentence: Sentence, first: int, last: int, taken: Taken) -> tuple[int, int]:
    """A name with what the tagger cut off behind it: "Yoon" of "Yoon Do-han", "Ana Lima" of "Ana Lima dos Santos"."""
    while (more := _next(sentence, last, taken)) and more - first < LONGEST_NAME:
        last = more
    return first, last


def _next(sentence: Sentence, last: int, taken: Taken) -> int | None:
    """The token of a name's next word after token `last`, small words between them; None where it ends there."""
    tokens, i = sentence.tokens, last + 1
    while joins(sentence, i):
        i += 1
    if i >= len(tokens):
        return None
    if i > last + 1:
        hyphened = tokens[i - 1].text == "-" and tokens[i].text.islower()
        return i if hyphened or fits(tokens[i], taken) else None
    same = tokens[i].ent == tokens[last].ent and not tokens[i].ent_start
    bound = same or (tokens[last].dep == "compound" and tokens[last].head >= i)
    near = tokens[i].start == tokens[last].end + 1 and (bound or tokens[i].ent not in ELSEWHERE)
    return i if near and tokens[i].pos == "PROPN" and fits(tokens[i], taken) else None


def missed(sentence: Sentence, taken: Taken) -> Iterator[tuple[int, int]]:
    """Names that no tag shows: by a given name, by a role beside them, or by "who" behind them."""
    end = -1
    described = _described(sentence, taken)
    for token in sentence.tokens:
        if token.i <= end or not _opens(token, taken):
            continue
        first, end = whole(sentence, token.i, token.i, taken)
        text = sentence.text[token.start : sentence.tokens[end].end]
        if sector_by_name(text) or fold_place(text) in places():
            continue
        if end in described or (end > first and _is_persons(sentence, first, end, text, taken)):
            yield first, end


def _described(sentence: Sentence, taken: Taken) -> frozenset[int]:
    """The tokens behind which one person's role stands in apposition: "Suharjo, the minister of defence"."""
    roles = (t for t in sentence.tokens if t.dep == "appos" and t.i in taken and taken[t.i].kind == "role")
    return frozenset(t.head for t in roles if agents()[taken[t.i].key].kind == "office" and t.head < t.i)


def _opens(token: Token, taken: Taken) -> bool:
    return token.pos == "PROPN" and token.ent in UNSURE and fits(token, taken)


def _is_persons(sentence: Sentence, first: int, last: int, text: str, taken: Taken) -> bool:
    if (has_first_name(text) and sentence.tokens[first].ent != "FAC") or _role_at(sentence.tokens[last], taken):
        return True
    after = [t.text.lower() for t in sentence.tokens[last + 1 : last + 3]]
    return "who" in after[:1] or after == [",", "who"] or _is_set_off(sentence, first, last, taken)


def _is_set_off(sentence: Sentence, first: int, last: int, taken: Taken) -> bool:
    """Whether a run stands between commas behind one person's office and before its verb, whatever the tree says.

    "The head of the agency's operations in Chad, Amelie Rousselot, visited" hangs the name from Chad.
    """
    tokens = sentence.tokens
    if first == 0 or last + 2 >= len(tokens) or not tokens[first - 1].text == tokens[last + 1].text == ",":
        return False
    offices = (
        p for p in set(taken.values()) if p.last < first and p.kind == "role" and agents()[p.key].kind == "office"
    )
    heads = {i for piece in offices for i in range(piece.first, piece.last + 1) if tokens[i].dep in SUBJECTS}
    return tokens[last + 2].tag in {"VBD", "VBZ"} and any(tokens[i].head >= last + 2 for i in heads)


def _role_at(token: Token, taken: Taken) -> bool:
    """Whether a token stands in apposition to one person's role: "the spokesman, U Myo Nyunt"."""
    role = taken.get(token.head) if token.dep == "appos" else None
    return role is not None and role.kind == "role" and agents()[role.key].kind == "office"
