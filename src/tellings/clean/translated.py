"""Signs that a text was translated by machine; two different ones are needed."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark that machine translation leaves, and what it weighs."""

    name: str
    weight: float
    pattern: re.Pattern[str]
    where: str = "body"


SIGNS: tuple[Sign, ...] = (
    Sign(
        "a label of another language, translated by its other sense or left as it was",
        1.0,
        re.compile(
            r"\b(?:Fountain|Fuente|Quelle|Fonte|Drafting|Redacción|Redação|Redaktion|Foto|Bron|Источник) ?: ?[A-Z]"
        ),
        "page",
    ),
    Sign(
        "a capital on a joining word inside a sentence",
        1.0,
        re.compile(r"[a-z,] [A-Z][\w’']+ (?:And|Or|Of The|In The|With|For) [A-Z][a-z]+\b[^\n]{0,80}[a-z]"),
    ),
    Sign(
        "a full stop between an office and its holder's name",
        1.0,
        re.compile(
            r"\b(?:president|minister|chancellor|secretary|leader|chief|spokesman|spokeswoman|ambassador|king|prince|pope|premier)\. [A-Z][a-z]+ [A-Z][a-z]+"
        ),
    ),
    Sign("quotation marks of one kind inside each other", 0.5, re.compile(r"“[^”\n]*“[^”\n]+”[^“\n]*”")),
    Sign(
        "turns of phrase carried over word by word",
        0.5,
        re.compile(
            r"\b(?:congratulated (?:himself|herself|themselves) on|in the framework of|the said (?:country|state)|he valued that|made a call to (?:the|all)|it is worth noting that|as it is known|we will remind|according to his words|valued positively|manifested that)\b"
        ),
    ),
    Sign("letters of another script inside Latin text", 0.5, re.compile(r"[a-z]+[а-яё]+[a-z]*\b|\b[А-ЯЁа-яё]{4,}\b")),
)
NEEDED = 2.0


def reads_translated(page: str, body: str) -> bool:
    """Whether at least two different signs, weighing 2 together, stand in the page."""
    found = [sign for sign in SIGNS if sign.pattern.search(page if sign.where == "page" else body)]
    return len(found) >= 2 and sum(sign.weight for sign in found) >= NEEDED
