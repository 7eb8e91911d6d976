"""Places of an article: names that a gazetteer knows, where they stand as places and not as actors."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tellings.model.actors import Cast, Entity, Mention
from tellings.model.article import Article
from tellings.model.places import Place
from tellings.model.spans import Span
from tellings.model.text import Parsed, Sentence, Token
from tellings.places.described import BESIDE, WITHIN, capital, is_site
from tellings.places.gazetteer import WELL_KNOWN, Entry, fold, gazetteer, small_towns
from tellings.places.locative import LOCATIVE, MOTION, SURE, locative
from tellings.text.once import once
from tellings.text.tree import governor
from tellings.times.words import words

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: Kinds of mention whose words name someone, not somewhere.
NAMED = frozenset({"person", "office", "organisation", "body", "group"})
#: Words after which a city's name is a place, whomever it was taken for, and how far back they are looked for.
LEADS_TO = re.compile(
    r"\b(?:in|into|near|outside|(?:outskirts|city|port|streets|suburb|capital) of|(?:curfew|attack) on"
    r"|left|entered|reached|stormed|captured|recaptured|shelled|bombed|occupied|besieged|visited|toured"
    r"|(?:flew|headed|travell?ed|journeyed|drove) to)\s+$"
)
#: The same for a name that is no organisation's ("at Toyota").
AT = re.compile(LEADS_TO.pattern.replace("near", "near|at", 1))
#: How a sentence begins whose first name is its place's.
OPENING = re.compile(r"(?:^|[\n.!?”\"] ?)(?:In|At) $")
#: What is said after a name that makes it a town's.
IS_TOWN = re.compile(r", (?:a|the) (?:[\w-]+ ){0,2}(?:town|city|village|port|capital)\b")
#: Verbs whose object is a place where it can be one.
TO_PLACES = frozenset(
    {"visit", "tour", "bomb", "shell", "bombard", "besiege", "capture", "recapture", "occupy", "strike"}
)
REACH = 20
#: Longest name looked up, in tokens.
LONGEST = 5
#: Longest name of a state or country looked up after a city's, in tokens.
WIDER = 3
#: How much a country that the article names elsewhere speaks for a city of its own, against population.
NAMED_COUNTRY = 30.0
#: The same for towns, of which every great city has namesakes, and the size from which one is none.
NAMED_TOWN, LARGE = 5.0, 100_000
CAPITAL = 50.0
#: A state of the USA is known as a city of so many people is; New York is larger.
STATE = 1e6


def find(article: Article, parsed: Parsed, cast: Cast) -> tuple[Place, ...]:
    """Find the places of an article, in order.

    A city, region or site is a place wherever it is named, a country only after a preposition of
    place, a seat of power ("the Kremlin") only where something is held in it. Names inside the name of
    a person, an office or an organisation are none. Of cities with one name that one is taken
    whose country the words beside it or the article name, a capital before others, then the largest; a
    state of the USA before foreign cities that go by its name in other spellings (Florida, Floridablanca).
    """
    named = _named(article, cast)
    here = _countries_named(cast)
    found = [place for s in parsed.sentences for place in _in_sentence(s, _tokens_in(s, named[s.index]), here)]
    return tuple(replace(place, index=i) for i, place in enumerate(found))


def named(name: str) -> Place | None:
    """The place that a name alone stands for (a dateline): a capital before others, then the largest."""
    known = gazetteer().get(fold(name), ())
    best = max(known, key=lambda e: (_weight(e, None, {}), e.geonames_id or 0), default=None)
    if best is None:
        return None
    return _of_entry(best, name, Span(0, 0))


def _detail(text: str, entry: Entry) -> str:
    return f"'{text}' is the {entry.what} {entry.name}, {entry.country or 'no one country'}"


def _countries_named(cast: Cast) -> Mapping[str, int]:
    """How often the article names each country, through its actors."""
    codes = (cast.entities[m.entity].country for m in cast.mentions)
    return Counter(code for code in codes if code)


def _named(article: Article, cast: Cast) -> defaultdict[int, list[Span]]:
    """By sentence, the spans that are the name of someone."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for mention in cast.mentions:
        if mention.kind in NAMED and not (
            _is_site(mention) or _is_city(article, mention, cast.entity_of(mention.index))
        ):
            spans[mention.sentence].append(_after_city(article, mention))
    return spans


def _after_city(article: Article, mention: Mention) -> Span:
    """A named person without the city that the words before set apart: "In Kabul President Ana Prado said"."""
    city, _, rest = mention.text.partition(" ")
    known = (e for e in gazetteer().get(fold(city), ()) if e.what in {"city", "capital"} and e.rank >= WELL_KNOWN)
    opens = rest and OPENING.search(article.text, max(0, mention.start - REACH), mention.start) and any(known)
    return Span(mention.end - len(rest), mention.end) if opens else mention.span


def _is_site(mention: Mention) -> bool:
    """ "The Ramstein air base" holds no office."""
    return mention.kind == "office" and mention.text.rsplit(None, 1)[-1] in BESIDE


def _is_city(article: Article, mention: Mention, entity: Entity) -> bool:
    """Whether what was taken for someone is a city by the words before it: "in Brussels", "the outskirts of Goma"."""
    if mention.kind not in {"person", "organisation", "group"} or (
        mention.kind == "person" and entity.name != mention.text
    ):
        return False
    cities = [e for e in gazetteer().get(fold(mention.text), ()) if e.what in {"city", "capital"}]
    before = article.text[max(0, mention.start - REACH) : mention.start]
    leads = LEADS_TO if mention.kind == "organisation" else AT
    led_to = any(e.rank >= WELL_KNOWN for e in cities) and leads.search(before)
    return bool(led_to or (cities and IS_TOWN.match(article.text, mention.end)))


def _tokens_in(sentence: Sentence, spans: Iterable[Span]) -> frozenset[int]:
    """The tokens that begin within one of the spans."""
    begins = [sentence.start + t.start for t in sentence.tokens]
    return frozenset(i for s in spans for i in range(bisect_left(begins, s.start), bisect_left(begins, s.end)))


def _in_sentence(sentence: Sentence, taken: frozenset[int], here: Mapping[str, int]) -> Iterator[Place]:
    end = 0
    for i in _openings(sentence):
        tokens, entry = _at(sentence, i, taken, here) if i >= end else ((), None)
        if entry:
            yield _place(sentence, tokens, entry)
        end = max(end, i + len(tokens))


@once
def _openings(sentence: Sentence) -> tuple[int, ...]:
    """Where a name or a described place can begin."""
    return tuple(t.i for t in sentence.tokens if t.text[0].isupper() or capital(sentence, t.i))


def _at(
    sentence: Sentence, i: int, taken: frozenset[int], here: Mapping[str, int]
) -> tuple[tuple[Token, ...], Entry | None]:
    """The name that begins at token `i` and the place that it stands for: the gazetteer's, else a lesser one."""
    tokens = _longest(sentence, i, taken)
    if tokens:
        return tokens, _best(gazetteer().get(_key(sentence, tokens), ()), sentence, tokens, here)
    described = capital(sentence, i)
    if described and locative(sentence, described[0]):
        return described
    tokens = _run(sentence, i, taken)
    entry = _lesser(sentence, tokens, here) if tokens else None
    return (tokens, entry) if entry else ((), None)


def _longest(sentence: Sentence, i: int, taken: frozenset[int]) -> tuple[Token, ...]:
    """The longest name of the gazetteer that begins at token `i`, where it may be a place there."""
    first = sentence.tokens[i]
    if not first.text[0].isupper() or i in taken:
        return ()
    for length in range(min(LONGEST, len(sentence.tokens) - i), 0, -1):
        tokens = sentence.tokens[i : i + length]
        if _key(sentence, tokens) in gazetteer() and _stands_alone(sentence, tokens, taken):
            return tokens
    return ()


def _run(sentence: Sentence, i: int, taken: frozenset[int]) -> tuple[Token, ...]:
    """The whole name that begins at token `i`, known or not; empty where none does."""
    if i and _may_be_named(sentence.tokens[i - 1], frozenset()):
        return ()
    end = i
    while end < len(sentence.tokens) and _may_be_named(sentence.tokens[end], taken):
        end += 1
    tokens = sentence.tokens[i : min(end, i + LONGEST)]
    return tokens if tokens and _stands_alone(sentence, tokens, taken) else ()


def _may_be_named(token: Token, taken: frozenset[int]) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper() and token.i not in taken


def _lesser(sentence: Sentence, tokens: tuple[Token, ...], here: Mapping[str, int]) -> Entry | None:
    """A small town of a country that the article names; a name that the words beside it make a place's.

    It keeps its spelling.
    """
    within = locative(sentence, tokens)
    tagged = bool({t.ent for t in tokens} & PLACE_LABELS) and within is not None
    sited = is_site(sentence, tokens) and not _is_person(tokens)
    if not (sited or tagged):
        return None
    name = sentence.text[tokens[0].start : tokens[-1].end]
    known = [e for e in small_towns().get(fold(name), ()) if e.country in here]
    if known:
        return replace(max(known, key=lambda e: (e.rank, e.geonames_id or 0)), name=name)
    return Entry(name, "place", None) if sited or within in WITHIN else None


def _is_person(tokens: tuple[Token, ...]) -> bool:
    return {t.ent for t in tokens} == {"PERSON"}


def _key(sentence: Sentence, tokens: tuple[Token, ...]) -> str:
    return fold(sentence.text[tokens[0].start : tokens[-1].end])


def _stands_alone(sentence: Sentence, tokens: tuple[Token, ...], taken: frozenset[int]) -> bool:
    """Whether the tokens are a whole name, and no one else's."""
    if any(t.i in taken for t in tokens) or tokens[-1].pos != "PROPN" or _is_month(tokens):
        return False
    after = sentence.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    part = bool(after) and after[0].pos == "PROPN" and tokens[-1].dep == "compound" and tokens[-1].head == after[0].i
    return not part or after[0].i in taken


def _is_month(tokens: tuple[Token, ...]) -> bool:
    """March and August are towns, too, but news means the months."""
    return len(tokens) == 1 and tokens[0].text in words("month")


def _best(
    entries: tuple[Entry, ...], sentence: Sentence, tokens: tuple[Token, ...], here: Mapping[str, int]
) -> Entry | None:
    """The entry that is meant, None where the name stands for an actor."""
    beside = _beside(sentence, tokens)
    lands = {e.country for e in entries if e.what == "country"}
    states, key = {e.country for e in entries if e.what == "state"}, _key(sentence, tokens)
    entries = _by_own_name(entries, key)
    weighed = [
        (e, _weight(e, beside, here))
        for e in entries
        if (_may_stand(e, sentence, tokens) or (e.country in here and _is_town(sentence, tokens)))
        and not (e.what == "city" and lands and not _is_within(e, beside))
        and not (e.what == "city" and states - {e.country} and fold(e.name) != key)
    ]
    return max(weighed, key=lambda pair: (pair[1], pair[0].geonames_id or 0))[0] if weighed else None


def _by_own_name(entries: tuple[Entry, ...], key: str) -> tuple[Entry, ...]:
    """The entries without cities that go by the name of a well-known other one: Amman was once Philadelphia."""
    named = any(fold(e.name) == key and e.what in {"city", "capital"} and e.rank >= WELL_KNOWN for e in entries)
    return tuple(e for e in entries if not named or e.what not in {"city", "capital"} or fold(e.name) == key)


def _is_town(sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """ "Palma, a town of 60,000"."""
    return IS_TOWN.match(sentence.text, tokens[-1].end) is not None


def _is_within(entry: Entry, wider: Entry | None) -> bool:
    return wider is not None and wider.country == entry.country and wider.admin in {"", entry.admin}


def _may_stand(entry: Entry, sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Whether the name is tagged or used as a place's; more is asked of countries and seats of power."""
    within = locative(sentence, tokens)
    if entry.what == "country":
        return within is not None
    if entry.what == "seat":
        return within is not None or tokens[-1].dep == "compound"
    labels = {t.ent for t in tokens}
    person = "PERSON" in labels
    if labels & PLACE_LABELS or within in (SURE if person else LOCATIVE | MOTION) or is_site(sentence, tokens):
        return True
    last = tokens[-1]
    named_for = last.dep == "dobj" and sentence.tokens[last.head].lemma in TO_PLACES
    named_for = named_for and fold(entry.name) == _key(sentence, tokens)  # "the White House" is no Casablanca
    return (last.dep == "poss" or named_for) and entry.rank >= WELL_KNOWN and not person


def _weight(entry: Entry, beside: Entry | None, here: Mapping[str, int]) -> float:
    if _is_within(entry, beside):
        return 1e12 + entry.rank
    if entry.what in {"country", "region", "seat"}:
        return 2e10 if entry.what == "region" else 1e10
    named = (NAMED_COUNTRY if entry.rank >= LARGE else NAMED_TOWN) if entry.country in here else 1.0
    people = STATE if entry.what == "state" else entry.rank or 1e5
    return people * named * (CAPITAL if entry.what == "capital" else 1.0)


def _beside(sentence: Sentence, tokens: tuple[Token, ...]) -> Entry | None:
    """The state or country that follows a city after a comma ("Paris, Texas")."""
    rest = sentence.tokens[tokens[-1].i + 1 : tokens[-1].i + 2 + WIDER]
    if not rest or rest[0].text != ",":
        return None
    for length in range(WIDER, 0, -1):
        name = rest[1 : 1 + length]
        known = gazetteer().get(_key(sentence, name), ()) if name else ()
        wider = [e for e in known if e.what in {"state", "country", "region"}]
        if wider:
            return wider[0]
    return None


def _place(sentence: Sentence, tokens: tuple[Token, ...], entry: Entry) -> Place:
    span = sentence.span_of(tokens[0].i, tokens[-1].i)
    text = sentence.text[tokens[0].start : tokens[-1].end]
    if fold(text) == fold(entry.name):  # "Kaesong" where GeoNames has "Kaesŏng"
        entry = replace(entry, name=text)
    return replace(_of_entry(entry, text, span), index=0, sentence=sentence.index, head=governor(sentence, tokens))


def _of_entry(entry: Entry, text: str, span: Span) -> Place:
    """What an entry says of a place, at a span of no sentence yet."""
    return Place(
        index=-1,
        sentence=-1,
        head=-1,
        start=span.start,
        end=span.end,
        text=text,
        name=entry.name,
        country=entry.country,
        geonames_id=entry.geonames_id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        detail=_detail(text, entry),
        listed=entry.what != "place",
    )
