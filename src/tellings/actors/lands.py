"""States that no table knows, by what an article says of them: "the president of Zambora", "the Zamboran army"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from tellings.actors.gazetteer import Piece, fold, gazetteer
from tellings.actors.persons import is_holders
from tellings.model.text import Parsed, Sentence
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.text.once import once
from tellings.vocab.agents import gender_of
from tellings.vocab.countries import country_name

#: Marks the code of a state without one; it never leaves this stage.
MARK = "~"
NAME = r"([A-Z][a-z]{3,}(?: [A-Z][a-z]{3,}){0,2})\b"
ORGAN = (
    r"(?i:foreign|defen[cs]e|prime) (?i:minister|ministry)|(?i:government|parliament|army|navy|armed forces|embassy)"
)
#: What an article says of a state, and how much it counts; at `ENOUGH`, over different signs, the name is one.
SIGNS: Mapping[str, tuple[re.Pattern[str], int]] = {
    "a holder's": (re.compile(r"(?:President|King|Queen|Minister) (?:[A-Z][\w-]+ ){1,3}of " + NAME), 2),
    "an organ's": (re.compile(rf"(?:{ORGAN}) of {NAME}"), 2),
    "an office's": (re.compile(r"\b(?i:president|king|queen|capital|people) of " + NAME), 1),
    "an owner": (re.compile(rf"\b{NAME}['’]s (?:{ORGAN}|(?i:president|capital|border))"), 1),
    "before an organ": (re.compile(rf"\b[Tt]he {NAME} (?:{ORGAN}|(?:troops|forces|border|president))"), 1),
    "a land": (re.compile(rf"\b(?:in|into|inside|from|to|with|against) {NAME}"), 1),
}
#: What a text with a sign holds, looked for first.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "a holder's": (" of ",),
    "an organ's": (" of ",),
    "an office's": (" of ",),
    "an owner": ("'s ", "’s "),
    "before an organ": ("The ", "the "),
    "a land": (" ",),
}
ENOUGH = 2
#: Capitalised words before "government" that name a party, an age or a kind of state.
NO_LANDS = frozenset(
    {"Soviet", "Labour", "Labor", "Conservative", "Liberal", "Federal", "Central", "Western", "Eastern", "Interim",
     "Transitional", "Provisional", "National", "Republican", "Democratic", "Socialist", "Communist", "Islamic"}
)  # fmt: skip
DEMONYM = re.compile(r"(?:[aeiou]?(?:an|n|i|ese|ish|ite)s?)")
SHORTEST_STEM = 4
LONGEST_LAND = 3


def lands(parsed: Parsed, surnames: Collection[str]) -> frozenset[str]:
    """The names that behave like a state's in an article; `surnames` are those of persons named in full."""
    weights: dict[str, int] = defaultdict(int)
    for (_, weight), *names in zip(SIGNS.values(), *map(_signs, parsed.sentences), strict=True):
        for name in frozenset[str]().union(*names):
            weights[name] += weight
    found = {name for name, weight in weights.items() if weight >= ENOUGH and _unknown(name, surnames)}
    return frozenset(name for name in found if not any(_demonym(name, other) for other in found))


@once
def _signs(sentence: Sentence) -> tuple[frozenset[str], ...]:
    """The names that a sentence has with each of the signs."""
    text, none = sentence.text, frozenset[str]()
    return tuple(
        frozenset(pattern.findall(text)) if any(word in text for word in NEEDED[sign]) else none
        for sign, (pattern, _) in SIGNS.items()
    )


def _unknown(name: str, surnames: Collection[str]) -> bool:
    """Whether no table knows a name, and nothing in it is a person's or a party's."""
    parts = name.split()
    tables = gazetteer().entries
    known = any(fold(part) in tables or part in NO_LANDS or part.lower() in NO_LANDS for part in [*parts, name])
    person = any(fold(part) in surnames or is_holders(part) or gender_of(part) for part in parts)
    return not (known or person or places().get(fold_place(name)))


def _demonym(word: str, land: str) -> bool:
    """Whether a word is a land's adjective: "Zamboran", "Kintalese"."""
    stem = land.rstrip("aeiou")
    fits = len(stem) >= SHORTEST_STEM and word != land and word.startswith(stem)
    return fits and DEMONYM.fullmatch(word[len(stem) :]) is not None


def marked(sentence: Sentence, pieces: Sequence[Piece], known: Collection[str]) -> Iterator[Piece]:
    """The pieces of a sentence and, where nothing else is known, its namings of the article's own lands."""
    taken = {i for piece in pieces for i in range(piece.first, piece.last + 1)}
    yield from pieces
    end = -1
    for token in sentence.tokens if known else ():
        piece = _land(sentence, token.i, known) if token.i > end and token.i not in taken else None
        if piece:
            end = piece.last
            yield piece


def _land(sentence: Sentence, i: int, known: Collection[str]) -> Piece | None:
    tokens = sentence.tokens
    for last in reversed(range(i, min(i + LONGEST_LAND, len(tokens)))):
        text = sentence.text[tokens[i].start : tokens[last].end]
        if text in known:
            return Piece(i, last, "state", MARK + text)
    land = next((name for name in sorted(known) if _demonym(tokens[i].text, name)), None)
    return Piece(i, i, "adjective", MARK + land) if land else None


def name_of(code: str) -> str:
    """What a state is called, be its code a table's or an article's own."""
    return code.removeprefix(MARK) if code.startswith(MARK) else country_name(code)


def coded(code: str | None) -> str | None:
    """The code that leaves this stage: none for an article's own land."""
    return None if code is None or code.startswith(MARK) else code
