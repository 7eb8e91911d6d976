"""States named again by a word for what they are, or for what they are to another: "the kingdom", "its neighbour"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tellings.actors.chains import Chains
from tellings.actors.gazetteer import Piece
from tellings.actors.houses import charged
from tellings.actors.lands import MARK
from tellings.actors.phrase import Phrase
from tellings.actors.pronouns import Candidate, co_arguments, is_subject
from tellings.model.text import Sentence, Token
from tellings.text.tree import children
from tellings.vocab.countries import countries

#: Words for a state; those of `FORMS` are part of the full names of the states of which they can be said.
FORMS = frozenset(
    {"archipelago", "commonwealth", "confederation", "emirate", "federation", "kingdom", "principality", "republic",
     "sultanate", "union"}
)  # fmt: skip
REALMS = FORMS - {"union"} | {"country", "monarchy", "nation", "state"}
#: What a state is to another, with "its" before it.
KIN = frozenset(
    {"ally", "backer", "enemy", "foe", "neighbor", "neighbour", "partner", "patron", "protector", "rival", "sponsor"}
)
#: "State" alone is as often a part of a federation, or the state as such.
OF_KIND = frozenset({"state"})
SLOTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj"})
#: Behind these a state is a side of something; behind "in" or "across" it is a place.
SIDED = frozenset({"against", "between", "by", "for", "from", "of", "on", "to", "toward", "towards", "with"})
#: Words before it that make it another than the one named before.
OTHERS = frozenset(
    {"first", "second", "third", "only", "other", "same", "whole", "entire", "next", "new", "host", "member", "poor"}
)
#: How many sentences back the state may have been named.
REACH = 3


def realm_at(sentence: Sentence, i: int, at: Mapping[int, Piece]) -> int | None:
    """The token of a word for a state whose naming begins at token `i`, None where none does."""
    tokens = sentence.tokens
    owned = tokens[i].tag == "PRP$" and tokens[i].text.lower() in {"its", "their"}
    if not (owned or tokens[i].text.lower() in {"the", "this"}):
        return None
    j = i + 1
    while j < len(tokens) - 1 and _describes(tokens[j], at):
        j += 1
    if j >= len(tokens) or tokens[j].lemma not in (KIN if owned else REALMS) or tokens[j].tag not in {"NN", "JJ"}:
        return None
    bare = tokens[j].lemma in OF_KIND and j == i + 1
    return None if bare or _is_named(sentence, j) or not _is_side(sentence, tokens[j]) else j


def _describes(token: Token, at: Mapping[int, Piece]) -> bool:
    """Whether a word before it only describes it: "northern", "island", "oil-rich"."""
    plain = token.pos in {"ADJ", "NOUN", "PUNCT", "VERB"} and token.tag not in {"JJS", "NNS"}
    return plain and token.dep in {"amod", "compound", "nmod", "punct", "npadvmod"} and not _is_other(token, at)


def _is_other(token: Token, at: Mapping[int, Piece]) -> bool:
    return token.i in at or token.text.lower() in OTHERS or token.text in {",", "(", "“", '"'}


def _is_named(sentence: Sentence, j: int) -> bool:
    """Whether a name beside it, or a clause behind it, says which state it is."""
    after = sentence.tokens[j + 1] if j + 1 < len(sentence.tokens) else None
    marked = after is not None and (after.pos == "PROPN" or after.text in {"of", "-", "that", "which"})
    named = marked and not charged(sentence, j)
    return named or bool(children(sentence, j, "appos", "relcl", "acl", "nummod")) or sentence.tokens[j].dep == "appos"


def _is_side(sentence: Sentence, token: Token) -> bool:
    above = sentence.tokens[token.head]
    if token.dep == "poss":  # "the kingdom's army", but not "its neighbour's army"
        return token.lemma in REALMS
    return token.dep in SLOTS and (token.dep != "pobj" or above.lemma.lower() in SIDED)


def meant(
    phrase: Phrase, sentence: Sentence, known: Sequence[Candidate], owner: int | None, chains: Chains
) -> int | None:
    """The chain of the state that the word stands for; None where none is named, or two may be meant.

    `owner` is the chain of whose neighbour or ally it is. Who acts in the same clause is never meant.
    """
    word = sentence.tokens[phrase.head].lemma
    own = chains.chains[owner].country if owner is not None else None
    if word in KIN and own is None:
        return None
    near = [c for c in known if phrase.sentence - REACH <= c.sentence and not c.quoted]
    apart = co_arguments(sentence, phrase.head, near)
    not_meant = {own, *(code for c in apart for code in codes(c.entity, chains))}
    named = [(c, code) for c in near for code in codes(c.entity, chains) if code not in not_meant]
    fitting = [(c, code) for c, code in named if _is_called(code, word)] or (named if word not in FORMS else [])
    code = _one(fitting or named, is_subject(sentence, phrase.head))
    return chains.state(code) if code else None


def codes(entity: int, chains: Chains) -> tuple[str, ...]:
    """The states of a chain, or of those for whom it stands."""
    found = [chains.chains[i].country or "" for i in (chains.chains[entity].members or (entity,))]
    return tuple(code for code in found if code in countries() or code.startswith(MARK))


def _is_called(code: str, word: str) -> bool:
    known = countries().get(code)
    return known is not None and any(word in name.lower().split() for name in (known.name, *known.names))


def _one(named: Collection[tuple[Candidate, str]], acts: bool) -> str | None:
    """The state of those named last, the main subject's before others; None where the choice is open."""
    if not named:
        return None
    last = max(c.sentence for c, _ in named)
    here = [(c, code) for c, code in named if c.sentence == last]
    main = [code for c, code in here if c.role == "subject" and c.main]
    several = dict.fromkeys(code for _, code in here)
    if len(several) == 1 or (main and acts):
        return main[-1] if main and acts else next(iter(several))
    return main[-1] if len(set(main)) == 1 else None
