"""Plural namings: "the two countries", "both leaders", "the sides", "they" stand for several named before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tellings.model.text import Sentence, Token

Meant = Literal["states", "persons", "any", "koreas", "bodies"]

NUMBERS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
#: Plural nouns that a number makes a naming; those of `LOOSE` need none ("the sides agreed").
NOUNS: Mapping[str, Meant] = {
    "countries": "states",
    "nations": "states",
    "states": "states",
    "governments": "states",
    "capitals": "states",
    "powers": "states",
    "delegations": "states",
    "neighbours": "states",
    "neighbors": "states",
    "sides": "states",
    "parties": "any",
    "allies": "states",
    "rivals": "any",
    "foes": "any",
    "koreas": "koreas",
    "militaries": "bodies",
    "armies": "bodies",
    "navies": "bodies",
    "parliaments": "bodies",
    "men": "persons",
    "women": "persons",
    "leaders": "persons",
    "presidents": "persons",
    "premiers": "persons",
    "ministers": "persons",
    "diplomats": "persons",
    "officials": "persons",
    "envoys": "persons",
    "statesmen": "persons",
    "politicians": "persons",
    "counterparts": "persons",
    "chiefs": "persons",
}
LOOSE = frozenset({"sides", "koreas", "leaders", "presidents", "ministers", "premiers", "neighbours", "neighbors"})
PAIRS = frozenset({"pair", "duo"})
PERSONAL = frozenset({"they", "them", "their", "theirs", "themselves"})
OFFICE_WORDS = frozenset({"foreign", "defence", "defense", "prime", "top"})
POSSESSIVES = frozenset({"'", "’", "‘", "'s", "’s"})
DETERMINERS = frozenset({"the", "these", "those", "all", "their", "its", "our"})
#: The words that a plural naming can begin with.
OPENERS = DETERMINERS | NUMBERS.keys()
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "dative", "appos", "ROOT"})


@dataclass(frozen=True, slots=True)
class Plural:
    """A plural naming: tokens `first` to `last`, how many it stands for, and of what sort.

    `owned` marks those of others: "their ministers" are those of the states that the last plural subject joins.
    """

    first: int
    last: int
    head: int
    number: int
    meant: Meant
    noun: str = ""
    owned: bool = False


def plural_at(sentence: Sentence, i: int) -> Plural | None:
    """The plural naming that begins at token `i`, None where none does. "Each other" is none."""
    if sentence.tokens[i].text.lower() not in OPENERS:
        return None
    return _counted(sentence, i) or _alone(sentence, i)


def _counted(sentence: Sentence, i: int) -> Plural | None:
    """ "The two countries", "both sides' leaders", "the leaders of the two countries", "the sides"."""
    last, number = _number(sentence, i)
    noun, last = _noun(sentence, last)
    bare = noun in LOOSE and sentence.tokens[i].text.lower() in {"the", "these", "their"}
    if not noun:
        return None
    more, after = _text(sentence, last + 1), _text(sentence, last + 2)
    if NOUNS[noun] == "persons" and more == "of":
        owners = _counted(sentence, last + 2)
        if owners is None:
            return None
        meant: Meant = "koreas" if owners.meant == "koreas" else "persons"
        return Plural(i, owners.last, last, owners.number, meant, noun)
    if NOUNS[noun] == "states" and number and more in POSSESSIVES and (served := _noun(sentence, last + 2))[0]:
        return Plural(i, served[1], served[1], number, NOUNS[served[0]], served[0])
    if not (number or bare) or (more == "of" and after not in {"them", "which"}):
        return None
    owned = bool(bare and not number and sentence.tokens[i].text.lower() == "their")
    return Plural(i, last, last, number or 2, NOUNS[noun], noun, owned)


def _number(sentence: Sentence, i: int) -> tuple[int, int]:
    """The token after a determiner, a number and small adjectives, and the number (0 if none)."""
    end = i + (_text(sentence, i) in DETERMINERS)
    number = NUMBERS.get(_text(sentence, end), 0)
    end += number > 0
    while end > i and end < len(sentence.tokens) and _adjective(sentence.tokens[end]):
        end += 1
    return (end, number) if end > i else (len(sentence.tokens), 0)


def _adjective(token: Token) -> bool:
    return token.pos == "ADJ" and token.text.islower() and token.text not in OFFICE_WORDS


def _text(sentence: Sentence, i: int) -> str:
    return sentence.tokens[i].text.lower() if i < len(sentence.tokens) else ""


def _noun(sentence: Sentence, i: int) -> tuple[str, int]:
    """The plural noun at token `i`, or after "foreign" or "prime" there, and its token; "" for none."""
    at = i + (_text(sentence, i) in OFFICE_WORDS)
    noun = _text(sentence, at)
    return (noun, at) if noun in NOUNS else ("", i)


def _alone(sentence: Sentence, i: int) -> Plural | None:
    """ "Both", "the two", "the pair", standing by themselves."""
    tokens, word = sentence.tokens, sentence.tokens[i].text.lower()
    if word == "both" and tokens[i].dep in ARGUMENTS and tokens[i].pos in {"PRON", "DET", "NOUN"}:
        return Plural(i, i, i, 2, "any")
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if word != "the" or after is None or after.dep not in ARGUMENTS:
        return None
    if after.text in PAIRS or after.text == "two":
        return Plural(i, i + 1, i + 1, 2, "any")
    return None
