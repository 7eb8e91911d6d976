"""Demands that name whom they are made of: "Peru must withdraw", said by someone, in quotation marks or not.

What stands inside quotation marks is no act of the reporter's telling, but a demand is done by
saying it: the speaker of "Peru should leave the islands" has asked that of Peru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.events.acts.clauses import behind, is_verb, objects
from tellings.events.acts.lexicon import Act
from tellings.events.acts.matching import Match, matches
from tellings.events.sides.parties import Named
from tellings.events.sides.sides import Sides
from tellings.events.status.chain import Told
from tellings.events.status.moods import mood
from tellings.events.status.plover import turned_by
from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.model.text import Sentence, Token
from tellings.text.tree import children, is_passive

ASKING = frozenset({"urge", "call", "ask", "demand"})
SELF = frozenset({"i", "we"})
#: Who asks his own state for something.
RULED = frozenset({"ELI", "OPP", "PTY", "LAB", "CVL", "REB", "MED", "EDU", "REL"})
RULING = frozenset({"GOV", "LEG", "MIL", "COP", "JUD"})
#: What is demanded when no row of the lexicon knows the verb.
ANY = Act(("must",), "v", None, "REQUEST", "change", ("reporter",), ("subj",))


def demands(
    named: Named, quotes: Sequence[Quote], quoted: frozenset[int], known: frozenset[int]
) -> Iterator[tuple[Match, Told, Sides]]:
    """Find the demands whose speaker and addressee are known; verbs in `known` are coded by the lexicon."""
    for token in named.sentence.tokens:
        if not is_verb(token) or (token.i in known and token.i not in quoted):
            continue
        asked = _asked(named, token, token.i in quoted)
        speakers = _speakers(named.sentence, token, quotes) if asked else ()
        if speakers and (not named.homes(speakers) & named.homes(asked) or _ask_their_own(named, speakers, asked)):
            yield _demand(named, token, speakers, asked)


def _demand(named: Named, token: Token, speakers: tuple[int, ...], asked: tuple[int, ...]) -> tuple[Match, Told, Sides]:
    acts = matches(named.sentence, frozenset(), named.headed_by_actor)
    act = next((m.act for m in acts if m.token == token.i and m.act.type != "REQUEST"), ANY)
    result = turned_by("request", act.type, act.mode)
    match = Match(token.i, ANY, ())
    state = Told(result.type, result.mode, "happened", None, (), (), (token.i,), ("must/v", "must"), (token.i,))
    return match, state, Sides(speakers, asked, None, True)


def _asked(named: Named, token: Token, inside: bool) -> tuple[int, ...]:
    """Who must or should do it; inside quotation marks also whom the speaker urges or calls on."""
    sentence = named.sentence
    subject = children(sentence, token.i, "nsubj")
    if inside and token.lemma in ASKING and any(t.lemma.lower() in SELF for t in subject):
        whom = [*objects(sentence, token.i), *behind(sentence, token.i, "on"), *behind(sentence, token.i, "upon")]
        return _particular(named, whom)
    if token.lemma == "be" or is_passive(sentence, token.i) or "demand" not in mood(sentence, token.i, "REQUEST"):
        return ()
    return _particular(named, subject)


def _ask_their_own(named: Named, speakers: tuple[int, ...], asked: tuple[int, ...]) -> bool:
    """ "The former premier said that the government must act": what those who rule say of it is a plan."""
    ruled = all(named.cast.entity_of(m).sector in RULED for m in speakers)
    return ruled and all(named.cast.entity_of(m).sector in RULING for m in asked)


def _particular(named: Named, tokens: Sequence[Token]) -> tuple[int, ...]:
    """Those named by a name or office of a known country, not by a pronoun."""
    found = named.narrow(t for t in tokens if t.pos != "PRON")
    return tuple(m for m in found if named.country(m) and named.cast.mentions[m].kind != "pronoun")


def _speakers(sentence: Sentence, token: Token, quotes: Sequence[Quote]) -> tuple[int, ...]:
    at = sentence.start + token.start
    said = [q for q in quotes if q.speaker is not None and any(p.start <= at < p.end for p in _spans(q))]
    return next((tuple(m for m in (q.speaker, *q.also) if m is not None) for q in said), ())


def _spans(quote: Quote) -> tuple[Span, ...]:
    return (*quote.parts, quote.clause) if quote.clause else quote.parts
