"""Those who do or suffer something and whom the cast does not know: "the unions", "a strike committee", "Mareba".

The cast holds who is named, with a country or an office. News also tells of what unions, dockers, crews and
companies do; each becomes a mention of a group without a country, so that an act of theirs has its side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tellings.actors.regional import is_regional
from tellings.events.acts.clauses import behind
from tellings.events.sides.homes import with_homes
from tellings.events.sides.parties import Named, each_named
from tellings.model.actors import Cast, Entity, Mention
from tellings.model.text import Parsed, Sentence, Token
from tellings.text.tree import children
from tellings.vocab.agents import agents

#: Where a phrase stands that does something or to which it is done.
SLOTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
#: Nouns of people that no role table needs: they act, but say nothing of a sector.
PEOPLE = frozenset(
    {"supporter", "crowd", "thousand", "hundred", "people", "resident", "committee", "coalition", "crew", "critic"}
    | {
        "docker",
        "trucker",
        "villager",
        "farmer",
        "group",
        "commission",
        "inhabitant",
        "relative",
        "survivor",
        "striker",
    }
    | {"neighbour", "neighbor", "rival", "delegation", "assailant", "attacker", "campaigner", "refugee", "family"}
)
#: Those who are with or against someone: others than he, though they are named by him ("Ruiz's critics").
FOLLOWERS = frozenset(
    {"backer", "critic", "detractor", "enthusiast", "fan", "follower", "foe", "friend", "loyalist", "opponent"}
    | {"supporter", "sympathiser", "sympathizer"}
)
#: What only people do, and the sector of those of whom no more is known.
PROTESTING = frozenset({"demonstrate", "protest", "rally", "picket", "riot"})
CROWD = "CVL"
#: Names of these labels act; a date, a place or a sum does not.
NAMED_ACTING = "a name that acts"
ACTING = frozenset({"ORG", "PERSON", "NORP", "GPE"})
#: Halves of a land that states are named after.
HALVES = ("North", "South")
LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod", "quantmod"})


def with_doers(parsed: Parsed, cast: Cast) -> Cast:
    """Add to a cast, at its end, those whom sentences have act or suffer and whom it does not hold."""
    found = [doer for named in each_named(parsed, cast) for doer in _in_sentence(named)]
    halves = _halves(cast)
    found += [doer for named in each_named(parsed, cast) for doer in _half(named, halves)] if halves else []
    entities = list(cast.entities)
    known = {e.name.casefold(): e.index for e in entities}
    mentions = list(cast.mentions)
    for doer in found:
        key = doer.name.casefold()
        if key not in known:
            known[key] = len(entities)
            entities.append(Entity(len(entities), "group", doer.name, None, doer.sector, detail=doer.rule))
        mentions.append(doer.mention(len(mentions), known[key]))
    return with_homes(Cast(tuple(mentions), tuple(entities), cast.claims), _regional(parsed, mentions))


def _regional(parsed: Parsed, mentions: Iterable[Mention]) -> frozenset[int]:
    """The entities that are named by their region."""
    return frozenset(m.entity for m in mentions if is_regional(parsed.sentences[m.sentence], m))


def _halves(cast: Cast) -> Mapping[str, str]:
    """What an article's states are called for short by the half of a land that they are: "North" for North Korea."""
    names = [e.name for e in cast.entities if e.kind == "state" and e.name.partition(" ")[0] in HALVES]
    found = {half: [n for n in names if n.startswith(f"{half} ")] for half in HALVES}
    return {half: several[0] for half, several in found.items() if len(several) == 1}


def _half(named: Named, halves: Mapping[str, str]) -> Iterator[_Doer]:
    """ "The North", where the article names one state so and nothing follows that would make another name of it."""
    tokens = named.sentence.tokens
    for token in tokens[1:]:
        name = halves.get(token.text)
        alone = token.dep not in LEFT and tokens[token.i - 1].lemma.lower() == "the"
        if name and alone and token.i not in named.by_token:
            yield _Doer(named.sentence, token.i, token.i, name, None, "the half of a land")


@dataclass(frozen=True, slots=True)
class _Doer:
    sentence: Sentence
    first: int
    head: int
    name: str
    sector: str | None
    rule: str

    def mention(self, index: int, entity: int) -> Mention:
        span = self.sentence.span_of(self.first, self.head)
        text = self.sentence.text[span.start - self.sentence.start : span.end - self.sentence.start]
        return Mention(index, self.sentence.index, self.head, span.start, span.end, text, "group", entity)


def _in_sentence(named: Named) -> Iterator[_Doer]:
    sentence = named.sentence
    for token in sentence.tokens:
        if token.pos not in {"NOUN", "PROPN"} or not _acts(sentence, token) or token.i in named.by_token:
            continue
        doer = _known(sentence, token, named)
        if doer is not None and (token.lemma.lower() in FOLLOWERS or not named.wide([token])):
            yield doer


def _acts(sentence: Sentence, token: Token) -> bool:
    above = sentence.tokens[token.head]
    if token.dep == "conj":
        return above.pos in {"NOUN", "PROPN"} and above.i != token.i and _acts(sentence, above)
    return token.dep in SLOTS or (
        token.dep == "pobj" and above.lemma.lower() in {"by", "against", "to", "at", "on", "for"}
    )


def _known(sentence: Sentence, token: Token, named: Named) -> _Doer | None:
    first = _first(sentence, token, named)
    words = [t.text for t in sentence.tokens[first : token.i + 1] if t.dep != "det"]
    if token.pos == "PROPN":
        acting = token.ent in ACTING and token.text[:1].isupper()
        return _Doer(sentence, first, token.i, " ".join(words), None, NAMED_ACTING) if acting else None
    if token.lemma.lower() in FOLLOWERS:
        whose = [f"of {m.text}" for m in _whose(sentence, token, named)]
        return _Doer(sentence, first, token.i, " ".join([*words, *whose]), None, "those with or against someone")
    role = next((r for n in range(len(words)) if (r := _roles().get(" ".join(words[n:]).lower()))), None)
    marching = token.tag == "NNS" and token.dep == "nsubj" and _protests(sentence.tokens[token.head])
    if role is None and token.lemma.lower() not in PEOPLE and not marching:
        return None
    return _Doer(sentence, first, token.i, " ".join(words), role or (CROWD if marching else None), "a role that acts")


def _whose(sentence: Sentence, token: Token, named: Named) -> list[Mention]:
    owners = [*children(sentence, token.i, "poss", "compound", "nmod"), *behind(sentence, token.i, "of")]
    return [named.by_token[t.i] for t in owners if t.i in named.by_token][:1]


def _protests(verb: Token) -> bool:
    """Whether a verb is one of protest by itself, so that whoever does it is people."""
    return verb.lemma in PROTESTING


def _first(sentence: Sentence, token: Token, named: Named) -> int:
    """The first token of the phrase before its head that is part of it and of no mention."""
    left = {t.i for t in children(sentence, token.i, *LEFT)}
    left |= {u.i for i in left for u in children(sentence, i, *LEFT)}
    first = token.i
    while first - 1 in left and first - 1 not in named.by_token:
        first -= 1
    return first


@cache
def _roles() -> dict[str, str]:
    """Role words in the singular and plural to sectors, those that the cast takes only with a name among them."""
    things = frozenset(a.words for a in agents().values() if not a.alone and a.sector == "MIL" and a.kind == "body")
    return {words: a.sector for words, a in agents().items() if words not in things}
