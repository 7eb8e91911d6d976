"""Acts that change with who takes part: joint exercises are COOPERATE, troops that keep peace are AID."""

from __future__ import annotations

from dataclasses import replace

from tellings.events.chain import Told
from tellings.events.clauses import behind
from tellings.events.matching import Match
from tellings.events.parties import Named
from tellings.events.sides import Sides
from tellings.model.text import Sentence, Token
from tellings.text.tree import children, subtree

DRILLS = frozenset({"drill", "exercise", "game", "manoeuvre", "maneuver", "patrol", "training"})
JOINT = frozenset({"joint", "bilateral", "combined", "trilateral", "multinational"})
#: Aid to a belligerent, by the noun that says what is given.
ARMS = frozenset({"arm", "arms", "weapon", "ammunition", "missile", "drone", "munition", "shell", "rocket", "weaponry"})
CHARGED = "charged by another state"
PEACE = frozenset({"peacekeeping", "peacekeeper", "relief", "humanitarian", "rescue"})


def shared(named: Named, match: Match, told: Told, both: Sides) -> Told:
    """Apply PLOVER's rules on who takes part: protests of governments, drills with others, forces sent to help."""
    if _charged(named, match, told, both):
        return replace(told, type="ACCUSE", mode="allege", status="happened", rules=(*told.rules, CHARGED))
    if told.type == "CONSULT" and told.mode in {"", "visit"} and len(named.homes((*both.actors, *both.recipients))) > 2:
        return replace(told, mode="multilateral", rules=(*told.rules, "three or more sides"))
    if told.type == "PROTEST" and told.mode == "obstruct" and any(_armed(named, m) for m in both.actors):
        return replace(told, type="COERCE", mode="restrict", rules=(*told.rules, "by armed forces"))
    if told.type == "PROTEST" and any(_governs(named, m) for m in both.actors):
        return replace(told, type="ACCUSE", mode="disapprove", rules=(*told.rules, "by a government"))
    if told.type != "MOBILIZE":
        return told
    if told.mode == "weapons" and _aimed(named.sentence, match):
        return replace(told, type="ASSAULT", mode="heavy-weapons", rules=(*told.rules, "aimed at someone"))
    if _words(named.sentence, match) & DRILLS and _together(named, match, both):
        return replace(told, type="COOPERATE", mode="", rules=(*told.rules, "with others"))
    if {t.lemma.lower() for t in _below(named.sentence, match)} & PEACE:
        return replace(told, type="AID", mode="", rules=(*told.rules, "to keep peace or help"))
    return told


def _aimed(sentence: Sentence, match: Match) -> bool:
    """ "fired missiles at the port", not "fired a missile on Monday"."""
    if sentence.tokens[match.token].lemma not in {"fire", "launch"}:
        return False
    targets = [t for p in ("at", "on", "against") for i in match.words for t in behind(sentence, i, p)]
    return any(t.ent not in {"DATE", "TIME"} for t in targets)


def regrouped(named: Named, told: Told, both: Sides) -> Sides:
    """Set the sides as the type that an act has become wants them.

    A charge goes from who says it to who is said to do it; PLOVER asks for a recipient of
    cooperation, so that whose name comes first works with the others.
    """
    if CHARGED in told.rules and both.reporter is not None:
        return Sides((both.reporter,), both.actors, both.reporter, True)
    if told.type != "COOPERATE" or both.recipients:
        return both
    several = tuple(m for one in both.actors for m in named.apart(one))
    first = tuple(m for m in several if named.home(m) == named.home(several[0]))
    others = tuple(m for m in several if m not in first)
    return replace(both, actors=first, recipients=others) if others else both


def _charged(named: Named, match: Match, told: Told, both: Sides) -> bool:
    """An official's claim that another state arms someone, or plans force, is a charge against that state."""
    reporter = both.reporter
    if reporter is None or both.own or not both.actors or not _governs(named, reporter) or "must" in told.rules:
        return False
    home, doers = named.country(reporter), named.homes(both.actors)
    armed = match.act.type == "AID" and bool(_words(named.sentence, match) & ARMS)
    ahead = match.act.type in {"ASSAULT", "COERCE"} and told.type == "THREATEN"
    stated = told.status in {"happened", "alleged", "hypothetical"} and "accuse: accuse" not in told.rules
    known = all(named.country(m) for m in both.actors)
    return stated and (armed or ahead) and known and home is not None and home not in doers


def _armed(named: Named, mention: int) -> bool:
    return named.cast.entity_of(mention).sector in {"MIL", "COP"}


def _governs(named: Named, mention: int) -> bool:
    entity = named.cast.entity_of(mention)
    return entity.sector in {"GOV", "MIL"} or entity.kind in {"state", "office"}


def _words(sentence: Sentence, match: Match) -> set[str]:
    return {sentence.tokens[i].lemma.lower() for i in match.words}


def _together(named: Named, match: Match, both: Sides) -> bool:
    if len(named.homes(both.actors)) > 1:
        return True
    modifiers = [t for i in match.words for t in children(named.sentence, i, "amod", "compound")]
    return any(t.lemma.lower() in JOINT for t in modifiers)


def _below(sentence: Sentence, match: Match) -> list[Token]:
    return [sentence.tokens[i] for i in subtree(sentence, match.token)]
