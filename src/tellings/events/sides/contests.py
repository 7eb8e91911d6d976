"""What politicians, parties and teams do to one another in words, at the polls or in a game.

"The senator attacked the minister" is criticism, and "the party fought for its voters" no act at all; an army that
attacks another, or a president who attacks a country, does so by force.
"""

from __future__ import annotations

from collections.abc import Iterable

from tellings.events.acts.clauses import behind
from tellings.events.acts.matching import Match
from tellings.events.sides.parties import Named
from tellings.model.text import Token
from tellings.text.tree import children

#: What is done with words where politicians do it to one another.
IN_WORDS = frozenset(
    {"attack", "assault", "hit", "pound", "target", "batter", "hammer", "savage", "pummel", "clash", "assail", "punch"}
    | {"swipe", "snipe", "blast", "push", "shoot"}
)
#: How an attack with words is called, and what it goes with.
VERBAL = frozenset(
    {"bitter", "blistering", "extraordinary", "furious", "rhetorical", "scathing", "stinging", "stunning", "unusual"}
    | {"veiled", "verbal", "vitriolic", "withering"}
)
TELLING = frozenset({"accuse", "argue", "brand", "call", "claim", "denounce", "describe", "label", "liken", "say"})
#: What is done at the polls, in a chamber or in a game.
WON = frozenset(
    {"beat", "defeat", "crush", "rout", "thrash", "fight", "battle", "duel", "annihilate", "demolish", "overpower"}
    | {"repel", "level", "flatten", "topple", "oust", "ram", "gut", "wreck", "damage"}
)
#: How those are named whom a rally is against.
AGAINST = ("against", "outside", "over", "at")
#: What one fights to do who fights with no arms.
HELD = frozenset({"keep", "get", "win", "save", "stay", "preserve", "protect", "make", "have", "end", "stop", "remain"})
#: Who acts by speech and vote, and who by force.
SPEAKERS = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JUD", "JRN"})
FORCES = frozenset({"MIL", "COP", "REB", "UAF", "SPY", "CRM"})
UNARMED = frozenset({"PTY", "LEG", "ELI", "JRN", "BUS"})
#: Who may fight without it being said whom; None is anyone who is not known.
FIGHTING = FORCES | {None}


def with_words(named: Named, match: Match, actors: Iterable[int], recipients: Iterable[int]) -> bool:
    """Whether an attack is one with words: of those who act by speech on one another."""
    whom = list(recipients)
    by_speech = _attack(named, match) in IN_WORDS and all(_speaks(named, m) for m in actors)
    return by_speech and ((bool(whom) and all(_is_rival(named, m) for m in whom)) or _of_words(named, match))


def _attack(named: Named, match: Match) -> str:
    """The word that says what is done: "attacked", the attack of "launched an attack"."""
    thing = [named.sentence.tokens[i].lemma.lower() for i in match.beside]
    return next((t for t in thing if t in IN_WORDS), "") or _verb(named, match)


def _of_words(named: Named, match: Match) -> bool:
    """ "Launched a scathing attack on the court, calling it biased"."""
    said = {t.lemma.lower() for i in match.words for t in children(named.sentence, i, "amod")}
    clauses = {t.lemma for t in children(named.sentence, match.token, "advcl") if t.tag == "VBG"}
    return bool(said & VERBAL) or bool(clauses & TELLING)


def won(named: Named, match: Match, actors: Iterable[int], recipients: Iterable[int]) -> bool:
    """Whether a fight is one at the polls, in a chamber or in a game, or for a cause: no act of force."""
    verb, who, whom = _verb(named, match), list(actors), list(recipients)
    if verb == "beat" and any(named.cast.entity_of(m).kind == "state" for m in who):
        return True
    if verb in {"fight", "battle"} and (_for_a_cause(named, match) or not whom):
        return _for_a_cause(named, match) or not any(_sectors(named, m) & FIGHTING for m in who)
    if not whom:
        return verb in WON | IN_WORDS and all(_speaks(named, m) for m in who)
    return verb in WON and all(_is_rival(named, m) for m in (*who, *whom))


def _for_a_cause(named: Named, match: Match) -> bool:
    """ "Is fighting to keep the boy", "fought the president's plans": no one is fought."""
    things = children(named.sentence, match.token, "dobj")
    aims = children(named.sentence, match.token, "xcomp", "advcl")
    keeping = any(t.lemma in HELD and t.tag == "VB" for t in aims)
    return keeping or (bool(things) and not any(t.i in named.by_token for t in things))


def campaigns(named: Named, match: Match, actors: Iterable[int]) -> bool:
    """Whether a rally is one of a candidate or party for itself, against no one."""
    rallies = [i for i in match.words if named.sentence.tokens[i].lemma.lower() == "rally"]
    against = [t for i in match.words for way in AGAINST for t in behind(named.sentence, i, way)]
    return bool(rallies) and not against and all(_speaks(named, m) for m in actors)


def _verb(named: Named, match: Match) -> str:
    token: Token = named.sentence.tokens[match.token]
    return token.lemma.lower() if match.act.pos == "v" else ""


def _sectors(named: Named, mention: int) -> frozenset[str | None]:
    """The sectors of whom a mention names: of its members, where it names several; None where one is not known."""
    entity = named.cast.entity_of(mention)
    members = [named.cast.entities[i] for i in entity.members] or [entity]
    return frozenset(e.sector for e in members)


def _speaks(named: Named, mention: int) -> bool:
    entity = named.cast.entity_of(mention)
    if entity.kind == "person" and entity.sector is None and entity.country is not None:
        return True  # a known name, by its country
    return entity.sector in SPEAKERS and (entity.kind in {"person", "office"} or entity.sector in {"PTY", "LEG"})


def _is_rival(named: Named, mention: int) -> bool:
    """Whether someone is a person or party that is not armed."""
    entity = named.cast.entity_of(mention)
    return entity.sector not in FORCES and (entity.kind in {"person", "office"} or entity.sector in UNARMED)
