"""Whom a plural naming stands for: "the two countries", "both leaders", "they"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from tellings.actors.chains import Chain, Chains
from tellings.actors.lands import MARK
from tellings.actors.persons import is_leader, terms_of
from tellings.actors.phrase import Phrase, singular
from tellings.actors.pronouns import co_agents, is_subject
from tellings.model.text import Parsed, Sentence
from tellings.vocab.countries import countries

Key = TypeVar("Key", int, str)
Linked = Sequence[tuple[Phrase, int]]

KOREAS = ("KOR", "PRK")
#: What a naming counts for, one sentence further on.
FADE = 0.7
#: So many namings back a plural can reach.
LONGEST_REACH = 60
#: So many sentences back the subject of "they" may stand.
THEY_REACH = 2
NOBODY = -1
#: What the office of one of these ends with: a foreign minister is no president.
ENDINGS = {"presidents": "president", "ministers": "minister", "premiers": "prime minister"}
#: Things that act as those do whose they are.
FORCES = frozenset(
    {"agent", "boat", "commando", "diplomat", "envoy", "fighter", "force", "guard", "gunboat", "jet", "militant",
     "official", "pilot", "plane", "rebel", "sailor", "ship", "soldier", "spy", "tank", "trawler", "troop", "vessel",
     "warplane", "warship"}
)  # fmt: skip
MINOR = frozenset({"spokesperson", "official", "adviser", "ambassador"})


def meant(phrase: Phrase, linked: Linked, chains: Chains, parsed: Parsed) -> tuple[int, ...]:
    """The chains that a plural naming stands for, () where too few were named.

    Who acts where a plural naming is acted on is none of them: "Peru congratulated both capitals".
    """
    plural = phrase.plural
    if plural is None:
        return ()
    if plural.meant == "koreas":
        return tuple(chains.state(code) for code in KOREAS)
    if plural.owned:
        owners = they(phrase, parsed, linked, chains)
        return chains.chains[owners].members if owners is not None else ()
    before = _apart(_others(phrase, linked[-LONGEST_REACH:], parsed.sentences[phrase.sentence]), chains)
    if plural.meant == "bodies":
        codes = _codes(phrase.sentence, plural.number, before, chains)
        return tuple(chains.organ(code, singular(plural.noun)) for code in codes)
    if plural.meant == "any" and (same := _last_group(phrase, linked, chains)):
        return same
    persons = _persons(plural.noun, phrase.sentence, plural.number, before, chains)
    if persons and plural.meant == "persons":
        return persons
    if persons and plural.meant == "any" and _persons_lead(before, phrase.sentence):
        return persons
    return _states(phrase.sentence, plural.number, before, chains)


def _others(phrase: Phrase, linked: Linked, sentence: Sentence) -> Linked:
    """Namings but for those of him who acts in the clause of an object."""
    acting = {token.i for token in co_agents(sentence, phrase.head)}
    apart = {index for other, index in linked if other.sentence == phrase.sentence and other.head in acting}
    return [(other, index) for other, index in linked if index not in apart]


def _apart(linked: Linked, chains: Chains) -> Linked:
    """Namings of several taken apart into those for whom they stand."""
    members = [(phrase, chains.chains[index].members or (index,)) for phrase, index in linked]
    return [(phrase, one) for phrase, several in members for one in several]


def _last_group(phrase: Phrase, linked: Linked, chains: Chains) -> tuple[int, ...]:
    """Those of the last plural naming, if it is near and counts as many: "the two men ... both"."""
    near = [chains.chains[i].members for p, i in linked[-LONGEST_REACH:] if p.sentence >= phrase.sentence - 1]
    number = phrase.plural.number if phrase.plural else 0
    return next((members for members in reversed(near) if len(members) == number), ())


def _states(sentence: int, number: int, linked: Linked, chains: Chains) -> tuple[int, ...]:
    return tuple(chains.state(code) for code in _codes(sentence, number, linked, chains))


def _codes(sentence: int, number: int, linked: Linked, chains: Chains) -> tuple[str, ...]:
    """The countries named most and latest, by themselves or by their people."""
    named = [(chains.chains[index].country or "", phrase.sentence) for phrase, index in linked]
    return salient([n for n in named if n[0] in countries() or n[0].startswith(MARK)], sentence, number)


def _persons(noun: str, sentence: int, number: int, linked: Linked, chains: Chains) -> tuple[int, ...]:
    """Those of whom the noun can be said; where they are too few, all who hold an office of weight."""
    people = [(i, phrase.sentence) for phrase, i in linked if chains.chains[i].kind in {"person", "office"}]
    fitting = [(i, at) for i, at in people if _can_be(chains.chains[i], noun)]
    named = noun in ENDINGS or noun in {"men", "women"}
    weighty = [] if named else [(i, at) for i, at in people if chains.chains[i].office not in MINOR]
    return salient(fitting, sentence, number) or salient(weighty, sentence, number)


def _can_be(chain: Chain, noun: str) -> bool:
    offices = {chain.office or "", *(h.office for h in terms_of(chain.name, chain.country) if " " in chain.name)}
    if noun in {"leaders", "statesmen"}:
        return any(is_leader(office) for office in offices)
    if noun in ENDINGS:
        return any(office.endswith(ENDINGS[noun]) for office in offices)
    return chain.kind == "person" and chain.gender != {"men": "f", "women": "m"}.get(noun, "-")


def _persons_lead(linked: Linked, sentence: int) -> bool:
    """Whether the last namings that are not pronouns are persons': then "both" are they."""
    near = [phrase.kind for phrase, _ in linked if phrase.kind != "pronoun" and phrase.sentence >= sentence - 1]
    return all(kind == "person" for kind in near[-2:]) and len(near) > 1


def salient(keys: Iterable[tuple[Key, int]], sentence: int, number: int) -> tuple[Key, ...]:
    """The `number` keys named most and latest before a sentence, in order of first naming; () if there are fewer."""
    weights: dict[Key, float] = defaultdict(float)
    for key, at in keys:
        weights[key] += FADE ** max(sentence - at, 0)
    best = sorted(weights, key=lambda key: -weights[key])[:number]
    return tuple(key for key in weights if key in best) if len(best) == number else ()


def they(phrase: Phrase, parsed: Parsed, linked: Linked, chains: Chains) -> int | None:
    """The chain that "they" means: the last plural subject, where it is named; None where a thing is nearer."""
    for back in range(THEY_REACH + 1):
        at = phrase.sentence - back
        end = phrase.first if back == 0 else len(parsed.sentences[at].tokens)
        here = [(p, i) for p, i in linked if p.sentence == at and p.first < end and p.kind != "pronoun"]
        found = _plural_subject(parsed.sentences[at], end, here, chains)
        if found is not None:
            return found if found != NOBODY else None
        if at == 0:
            break
    return _plural_object(phrase, parsed, linked)


def _plural_object(phrase: Phrase, parsed: Parsed, linked: Linked) -> int | None:
    """Where no plural acts, whose ships or troops the sentence before speaks of: "accused Chilean boats of spying"."""
    at = phrase.sentence - 1
    for other, index in reversed(linked[-LONGEST_REACH:] if at >= 0 else ()):
        tokens = parsed.sentences[other.sentence].tokens
        head = tokens[other.head]
        thing = tokens[head.head] if head.dep in {"amod", "compound"} else head
        if other.sentence == at and thing.tag == "NNS" and thing.dep in {"dobj", "pobj"} and thing.lemma in FORCES:
            return index
    return None


def _plural_subject(sentence: Sentence, end: int, here: Linked, chains: Chains) -> int | None:
    """The last plural subject before a token: a chain, `NOBODY` for a noun that is no actor, None for none."""
    heads = {phrase.head: index for phrase, index in here}
    for token in reversed(sentence.tokens[:end]):
        if not is_subject(sentence, token.i) or token.dep == "conj" or token.pos == "PRON":
            continue
        joined = [i for i in heads if _top(sentence, i) == token.i]
        if token.i in heads and len(joined) > 1:
            return chains.group(tuple(dict.fromkeys(heads[i] for i in joined)), "those whom the last subject joins")
        if token.tag in {"NNS", "NNPS"} or (token.i in heads and chains.chains[heads[token.i]].members):
            return heads.get(token.i, NOBODY)
    return None


def _top(sentence: Sentence, i: int) -> int:
    while sentence.tokens[i].dep == "conj" and sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
    return i
