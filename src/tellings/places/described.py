"""Places that words describe: "the Moroccan capital", "the Varro Pass", "the village of Ustarka"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from tellings.model.text import Sentence, Token
from tellings.places.gazetteer import Entry, fold, gazetteer
from tellings.vocab.countries import countries

#: Nouns whose "of" leads to a place's name, known or not ("the village of").
SITES = frozenset({"port", "city", "town", "village", "hamlet", "settlement", "suburb", "township", "municipality"})
SITES |= {
    "outskirt",
    "outskirts",
    "island",
    "district",
    "province",
    "quarter",
    "neighbourhood",
    "neighborhood",
    "street",
}
SITES |= {
    "university",
    "station",
    "prison",
    "camp",
    "airport",
    "harbour",
    "harbor",
    "market",
    "refinery",
    "mine",
    "base",
}
#: Last words of the names of landforms and sites, and first ones.
LAST = frozenset(
    {"Pass", "Strait", "Bridge", "River", "Island", "Islands", "Valley", "Bay", "Gulf", "Crossing", "Hills", "Heights",
     "Mountains", "Lake", "Canal", "Dam", "Peninsula", "Province", "Region", "District", "Desert", "Delta", "Reef",
     "Shoal", "Harbour", "Harbor", "Corridor", "Plateau", "Mouth", "Airport", "Channel"}
)  # fmt: skip
FIRST = frozenset({"Port", "Cape", "Mount", "Lake", "Fort", "Camp", "Puerto", "Porto", "Qal", "Wad", "Wadi", "Cerro"})
#: Common nouns of sites that a name stands before ("at the Luvazi crossing").
BESIDE = frozenset(
    {"crossing", "border", "bridge", "checkpoint", "pass", "strait", "valley", "district", "province", "region", "port",
     "airport", "airbase", "peninsula", "island", "river", "dam", "base", "camp", "prison", "plant", "reactor",
     "refinery", "mine", "square", "park", "oilfield", "barracks", "shipyard"}
)  # fmt: skip
#: Parts of a town or land, before its name ("in central Tarvo", "in northern Zandolo").
PARTS = frozenset({"central", "downtown", "northern", "southern", "eastern", "western", "northeastern", "northwestern"})
PARTS |= {"southeastern", "southwestern", "north", "south", "east", "west", "upper", "lower", "neighbouring"}
PARTS |= {"neighboring", "nearby"}
#: What leads to a place ("blocked the road to Tarvo").
ROADS = frozenset({"road", "highway", "motorway", "route", "bridge", "tunnel", "railway"})
#: Prepositions after which a name that is tagged as a place's, and that no list holds, is one.
WITHIN = frozenset({"in", "at", "near", "outside"})


def capital(sentence: Sentence, i: int) -> tuple[tuple[Token, ...], Entry] | None:
    """ "The Moroccan capital", "the capital of Morocco" at token `i`, where its name does not follow."""
    tokens = sentence.tokens[i : i + 4]
    words = [t.text for t in tokens]
    if words[1:2] == ["capital"] and not _named_after(tokens[2:], words[0]):
        return _capital_entry(words[0], tokens[:2])
    if words[:2] == ["capital", "of"] and len(words) > 2:
        return _capital_entry(words[2], tokens[:3])
    return None


def _capital_entry(land: str, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], Entry] | None:
    entry = _capitals().get(fold(land))
    return (tokens, entry) if entry else None


def _named_after(tokens: tuple[Token, ...], land: str) -> bool:
    """Whether the capital's own name follows, with a comma or without."""
    entry = _capitals().get(fold(land))
    following = [t.text for t in tokens if t.text != ","][:1]
    return bool(entry and following and fold(entry.name).split()[0] == fold(following[0]))


@cache
def _capitals() -> dict[str, Entry]:
    """The first capital of each country, by the country's names and adjectives; none where two share an adjective."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for country in countries().values():
        for word in (country.name, *country.names, *country.adjectives):
            owners[fold(word)].add(country.code)
    firsts = {c.code: _city(c.code, c.capitals[0]) for c in countries().values() if c.capitals}
    alone = {word: firsts.get(next(iter(codes))) for word, codes in owners.items() if len(codes) == 1}
    return {word: entry for word, entry in alone.items() if entry}


def _city(code: str, name: str) -> Entry | None:
    known = (e for e in gazetteer().get(fold(name), ()) if e.country == code and e.what == "capital")
    return next(known, None)


def is_site(sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Whether a name is a place's by its own words or those beside it: "the village of Ustarka", "the Varro Pass"."""
    first, last = tokens[0], tokens[-1]
    before = [t.lemma.lower() for t in sentence.tokens[max(0, first.i - 2) : first.i]]
    of, part = before[1:] == ["of"], before[1:] and before[1] in PARTS
    led_to = before[1:] in (["to"], ["into"]) and before[0] in ROADS
    if (of and before[0] in SITES) or (part and before[0] in WITHIN) or led_to:
        return True
    site = sentence.tokens[last.head]
    beside = last.dep in {"compound", "nmod"} and last.i < site.i <= last.i + 2 and site.text in BESIDE
    return beside or (len(tokens) > 1 and (last.text in LAST or first.text in FIRST))
