"""Personal names in a sentence, from the tagger's names, known names, and runs of capitals after a role or title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tellings.actors.gazetteer import Piece, fold
from tellings.actors.namings import Namings, ended
from tellings.actors.persons import prominent
from tellings.actors.runs import LONGEST_NAME, Taken, fits, joins, missed, whole
from tellings.model.text import Sentence, Token
from tellings.places.gazetteer import WELL_KNOWN
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.text.tree import SUBJECTS
from tellings.vocab.agents import agents
from tellings.vocab.organisations import organisation, sector_by_name

#: Surnames of heads of government that also begin sentences as ordinary words.
ORDINARY = frozenset({"Brown", "Bush", "English", "Fox", "Key", "Major", "Martin", "May", "Young"})
#: Last words of organisations' names that tell no sector.
HOUSES = frozenset({"Office", "Corps", "Department", "Bureau", "Authority", "Council", "Committee", "League", "Forum"})
#: Things that are called by the place where they are.
SITES = frozenset(
    {"airport", "area", "barrage", "base", "basin", "border", "bridge", "camp", "canal", "clinic", "coast", "coup",
     "crossing", "dam", "delta", "deposit", "district", "enclave", "field", "forest", "front", "gorge", "highway",
     "hospital", "island", "junction", "lake", "mine", "mosque", "mountain", "neighbourhood", "neighborhood", "park",
     "peninsula", "pipeline", "plant", "plateau", "port", "prison", "province", "quarter", "reef", "refinery", "region",
     "reservoir", "river", "road", "settlement", "shoal", "shrine", "square", "strait", "suburb", "terminal", "town",
     "valley", "village", "volcano"}
)  # fmt: skip
#: Fields of office beside those that the roles name.
FIELDS = frozenset({"manpower", "sustainability", "resources", "waters", "digitalisation", "innovation", "women"})
#: What stands behind a name and is none.
HONOURS = frozenset(
    {"AM", "AO", "CBE", "DBE", "KBE", "KC", "MBE", "MD", "MEP", "MLA", "MP", "OBE", "PhD", "QC", "SC", "SJ", "TD"}
)
POSSESSIVE = re.compile(r"['’‘]s?$")


def entity_spans(sentence: Sentence, *labels: str) -> Iterator[tuple[int, int]]:
    """First and last token of each name that the tagger gave one of `labels`."""
    first = None
    for token in sentence.tokens:
        if first is not None and (token.ent not in labels or token.ent_start):
            yield first, token.i - 1
            first = None
        if first is None and token.ent in labels:
            first = token.i
    if first is not None:
        yield first, len(sentence.tokens) - 1


def spans(sentence: Sentence, pieces: Sequence[Piece], namings: Namings) -> tuple[tuple[int, int], ...]:
    """First and last token of each personal name; `namings` tells those that the article gives elsewhere."""
    taken = {i: piece for piece in pieces if piece.kind != "name" for i in range(piece.first, piece.last + 1)}
    found = [*_tagged(sentence, taken)]
    found += _introduced(sentence, pieces, taken)
    found += _known(sentence, taken, namings)
    found += ended(sentence, namings, taken)
    found = [whole(sentence, first, last, taken) for first, last in found]
    bare = [_bare(sentence, first, last, taken) for first, last in (*found, *missed(sentence, taken))]
    return _longest_first([*((piece.first, piece.last) for piece in pieces if piece.kind == "name"), *bare])


def _bare(sentence: Sentence, first: int, last: int, taken: Taken) -> tuple[int, int]:
    """A name without its titles, the field of the office before it, and the honours behind it."""
    tokens = sentence.tokens
    first = _untitled(_past_rank(tokens, first, last, taken), last, taken)
    while first < last and tokens[first].text.lower() in _fields() and tokens[first - 1].text in {"for", "of", "and"}:
        first += 1
    while first < last and tokens[last].text in HONOURS:
        last -= 1
    return first, last


def _past_rank(tokens: Sequence[Token], first: int, last: int, taken: Taken) -> int:
    """The last short form of a title inside a run, before which a place stands: "Cavite Rep. Crispin Remollo"."""
    ranks = (i for i in range(first + 1, last) if i in taken and taken[i].kind == "title")
    return max((i for i in ranks if tokens[i].text.endswith(".")), default=first)


@cache
def _fields() -> frozenset[str]:
    """What ministers are of: "health", "trade"."""
    return frozenset(words.split()[-2] for words in agents() if " " in words and words.endswith(" minister")) | FIELDS


def _untitled(first: int, last: int, taken: Taken) -> int:
    """The first token of a name behind its titles: "Hana" in "Dr Hana Yusuf"."""
    while first in taken and taken[first].last < last:
        first = taken[first].last + 1
    return first


def _longest_first(found: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for first, last in sorted(set(found), key=lambda span: (span[0] - span[1], span)):
        if all(last < a or b < first for a, b in kept):
            kept.append((first, last))
    return tuple(sorted(kept))


def _joined(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names with nothing between them are one name that the tagger cut."""
    held: tuple[int, int] | None = None
    for first, last in spans:
        if held and held[1] + 1 == first:
            held = (held[0], last)
            continue
        if held:
            yield held
        held = (first, last)
    if held:
        yield held


def _tagged(sentence: Sentence, taken: Taken) -> Iterator[tuple[int, int]]:
    for first, last in _joined(entity_spans(sentence, "PERSON")):
        while first <= last and not fits(sentence.tokens[first], taken):
            first += 1
        end = first
        while end <= last and (fits(sentence.tokens[end], taken) or (end < last and joins(sentence, end))):
            end += 1
        while end > first and not fits(sentence.tokens[end - 1], taken):
            end -= 1
        site = first == end - 1 and _is_site(sentence, first)
        if first < end <= first + LONGEST_NAME and not (site or _is_house(sentence, first, end - 1)):
            yield first, end - 1


def _is_site(sentence: Sentence, i: int) -> bool:
    """Whether a single word tells a thing apart as a place's name does: "the Adre camp"."""
    word, before = sentence.tokens[i], sentence.tokens[i - 1] if i else None
    above = sentence.tokens[word.head]
    thing = word.dep == "compound" and above.i == i + 1 and above.pos == "NOUN" and above.lemma in SITES
    return thing and before is not None and before.text.lower() in {"the", "a", "an"}


def _is_house(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what is tagged as a person is an organisation by its last word: "Government Accountability Office"."""
    text = sentence.tokens[last].text
    agent = agents().get(text.lower())
    return first < last and (
        text in HOUSES or bool(sector_by_name(text)) or (agent is not None and agent.kind != "office")
    )


def _introduced(sentence: Sentence, pieces: Sequence[Piece], taken: Taken) -> Iterator[tuple[int, int]]:
    """A run of capitals right after a title or role: "Gen. Li Shangfu", "Defence Minister Tal Ovan"."""
    for piece in pieces:
        if piece.kind != "title" and not (piece.kind == "role" and agents()[piece.key].kind == "office"):
            continue
        first = end = posted(sentence, piece.last, taken) + 1
        addressed = piece.kind == "title" and any(token.text.islower() for token in sentence.tokens)
        while end < len(sentence.tokens) and end - first < LONGEST_NAME:
            if not (_runs_on(sentence, end, first, taken) or (addressed and _is_capital(sentence.tokens[end], taken))):
                break
            end += 1
        while end > first and not (fits(sentence.tokens[end - 1], taken) or addressed):
            end -= 1
        if end > first:
            yield first, end - 1


def posted(sentence: Sentence, last: int, taken: Taken) -> int:
    """The last token of where an office is held, behind its role: "ambassador to China", "envoy to the OSCE"."""
    after = [t.text.lower() for t in sentence.tokens[last + 1 : last + 3]]
    first = last + 2 + (after[1:] == ["the"])
    piece = taken.get(first) if after[:1] == ["to"] else None
    return piece.last if piece and piece.first == first and piece.kind in {"state", "organisation"} else last


def _is_capital(token: Token, taken: Taken) -> bool:
    """Whether a word behind a form of address is the name's, whatever it is taken for: "May Than" of "Daw May Than"."""
    return token.text.istitle() and token.text.isalpha() and token.i not in taken and len(token.text) > 1


def _known(sentence: Sentence, taken: Taken, namings: Namings) -> Iterator[tuple[int, int]]:
    """Single words that are a surname; one that is also an ordinary word must be tagged as a name."""
    for token in sentence.tokens:
        named = token.pos == "PROPN" or (token.pos == "NOUN" and token.text not in ORDINARY)
        alone = token.ent in {"", "PERSON"} or token.ent_start
        capital = token.text[:1].isupper() and token.i not in taken
        if capital and named and alone and _is_surname(sentence, token, namings):
            yield token.i, token.i


def _is_surname(sentence: Sentence, token: Token, namings: Namings) -> bool:
    word = fold(token.text)
    inner = word in namings.inner and token.dep in SUBJECTS
    known = inner or word in namings.surnames or prominent(word) is not None
    return known and (not _city(token) or namings.acts(sentence, token))


def _city(token: Token) -> bool:
    """Whether a word is tagged as a place and is one of many people: Lagos the city, not the former president."""
    tagged = token.ent in {"GPE", "LOC"}
    return tagged and any(place.rank >= WELL_KNOWN for place in places().get(fold_place(token.text), ()))


def _runs_on(sentence: Sentence, i: int, first: int, taken: Taken) -> bool:
    token = sentence.tokens[i]
    return (fits(token, taken) and token.pos == "PROPN") or (i > first and joins(sentence, i))


def of_states(sentence: Sentence, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; a council that a state beside it owns is that state's organ, whoever else bears the name."""
    states = {p.last: p.key for p in pieces if p.kind in {"state", "adjective"}}
    behind = {p.first: p.key for p in pieces if p.kind == "state"}
    for piece in pieces:
        organ = sentence.text[sentence.tokens[piece.first].start : sentence.tokens[piece.last].end].lower()
        named = piece.kind == "organisation" and organ in agents()
        owner = _owner_of(sentence, piece, states, behind) if named else None
        row = organisation(piece.key) if owner else None
        yield Piece(piece.first, piece.last, "role", organ) if row and row.code != owner else piece


def _owner_of(sentence: Sentence, piece: Piece, states: Mapping[int, str], behind: Mapping[int, str]) -> str | None:
    """The state right before a name ("Russian", "Russia's") or after "of" behind it."""
    tokens, before = sentence.tokens, piece.first - 1
    before -= before > 0 and POSSESSIVE.fullmatch(tokens[before].text) is not None
    if before in states or piece.last + 2 >= len(tokens) or tokens[piece.last + 1].text != "of":
        return states.get(before)
    return behind.get(piece.last + 2 + (tokens[piece.last + 2].text == "the"))


def with_bodies(sentence: Sentence, pieces: list[Piece], people: set[int]) -> Iterator[Piece]:
    """The pieces, and organisations by the tagger alone; a state inside such a name is part of it."""
    taken = {i: p for p in pieces for i in range(p.first, p.last + 1)}
    bodies = []
    persons = ((a, b) for a, b in entity_spans(sentence, "PERSON") if _is_house(sentence, a, b))
    for first, last in (*entity_spans(sentence, "ORG"), *persons):
        start = first + (sentence.tokens[first].pos == "DET")
        last -= POSSESSIVE.fullmatch(sentence.tokens[last].text) is not None
        inside = {taken[i].kind for i in range(start, last + 1) if i in taken}
        covered = all(i in taken for i in range(start, last + 1))
        if (
            start <= last
            and inside <= {"state", "adjective"}
            and not covered
            and not people & set(range(start, last + 1))
        ):
            text = sentence.text[sentence.tokens[start].start : sentence.tokens[last].end]
            if _organisation_like(text) and fold_place(text) not in places():
                bodies.append(Piece(start, last, "organisation", fold(text)))
    hidden = {i for body in bodies for i in range(body.first, body.last + 1)}
    yield from (p for p in pieces if p.first not in hidden)
    yield from bodies


def _organisation_like(text: str) -> bool:
    words = text.split()
    capitals = [word for word in words if word[:1].isupper()]
    return len(capitals) >= 2 or (len(words) == 1 and text.isupper() and text.isalpha() and len(text) > 2)
