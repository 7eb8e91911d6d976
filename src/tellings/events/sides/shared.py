"""PLOVER's rules on acts that change with who takes part: joint exercises are COOPERATE, forces sent to help AID.

What words over an act make of it (promised, refused, called off) stands in `conversions.tsv`, see `plover`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tellings.events.acts.clauses import behind
from tellings.events.acts.matching import NO_ACT, Match
from tellings.events.sides import contests
from tellings.events.sides.parties import Named
from tellings.events.sides.sides import Sides, helped_by
from tellings.events.status.chain import Told
from tellings.model.text import Sentence, Token
from tellings.text.tree import children, subtree

DRILLS = frozenset({"drill", "exercise", "game", "manoeuvre", "maneuver", "patrol", "training"})
JOINT = frozenset({"joint", "bilateral", "combined", "trilateral", "multinational"})
#: Aid to a belligerent, by the noun that says what is given.
ARMS = frozenset({"arm", "arms", "weapon", "ammunition", "missile", "drone", "munition", "shell", "rocket", "weaponry"})
#: A meeting of more countries is multilateral.
BETWEEN_TWO = 2
CHARGED = "charged by another state"
TO_NO_ONE = "arms sent to no one"
SENDING = frozenset({"contribute", "deploy", "dispatch", "fly", "move", "rush", "send"})
#: Who is sent to help, not to fight.
HELPERS = frozenset({"adviser", "advisor", "doctor", "engineer", "expert", "medic", "monitor", "observer", "team"})
PEACE = frozenset({"peacekeeping", "peacekeeper", "relief", "humanitarian", "rescue"})


#: Words of a disaster: troops that are sent after one go to help.
DISASTERS = frozenset({"earthquake", "quake", "flood", "hurricane", "cyclone", "typhoon", "landslide", "tsunami"})
CAPTIVES = frozenset({"hostage", "captive"})
WARS = frozenset({"war", "conflict", "fighting", "hostility", "fight"})
CRAFT = frozenset({"warplane", "jet", "tank", "warship", "bomber", "destroyer", "frigate", "submarine", "aircraft"})
AROUND = frozenset({"near", "off", "around", "in", "along", "on", "over"})
WATERS = frozenset({"sea", "ocean", "water", "gulf"})
CROWDS = frozenset({"protesters", "protestors", "protester", "demonstrators", "rioters", "crowd", "mob", "marchers"})
RIOTING = frozenset({"storm", "torch", "burn", "set", "smash", "ransack", "loot", "vandalise", "vandalize", "break"})
#: Who works for a state and marches against it.
EMPLOYED = frozenset({"delegates", "employees", "servants", "staff", "workers"})
FIGHTERS = frozenset({"MIL", "REB", "UAF"})
ARMED_BANDS = frozenset({"REB", "UAF"})


@dataclass(frozen=True, slots=True)
class Case:
    """An act with its sides, in its sentence."""

    named: Named
    match: Match
    told: Told
    both: Sides

    @property
    def sentence(self) -> Sentence:
        """The sentence that it stands in."""
        return self.named.sentence


@dataclass(frozen=True, slots=True)
class Rule:
    """One of PLOVER's rules: acts of a type that pass a test are of another type, or have another mode."""

    name: str
    of: str
    test: Callable[[Case], bool]
    type: str
    mode: str


def shared(named: Named, match: Match, told: Told, both: Sides) -> Told:
    """Apply PLOVER's rules on who takes part: protests of governments, drills with others, forces sent to help."""
    if _charged(named, match, told, both):
        return replace(told, type="ACCUSE", mode="allege", status="happened", rules=(*told.rules, CHARGED))
    case = Case(named, match, told, both)
    rule = next((r for r in RULES if r.of == told.type and r.test(case)), None)
    return replace(told, type=rule.type, mode=rule.mode, rules=(*told.rules, rule.name)) if rule else told


def _many(case: Case) -> bool:
    sides = (*case.both.actors, *case.both.recipients)
    return case.told.mode in {"", "visit"} and len(case.named.homes(sides)) > BETWEEN_TWO


def _by_forces(case: Case) -> bool:
    return case.told.mode in {"obstruct", "riot"} and any(_armed(case.named, m) for m in case.both.actors)


def _marching(case: Case) -> bool:
    """ "The army marched on the capital"."""
    moves = case.sentence.tokens[case.match.token].lemma in {"march", "advance"} and case.match.act.pos == "v"
    return moves and any(case.named.cast.entity_of(m).sector in FIGHTERS for m in case.both.actors)


def _by_a_government(case: Case) -> bool:
    rulers = [m for m in case.both.actors if not EMPLOYED & set(case.named.cast.mentions[m].text.lower().split())]
    return any(_governs(case.named, m) and not _describes(case.named, m) for m in rulers)


def _at_someone(case: Case) -> bool:
    return case.told.mode == "weapons" and _aimed(case.sentence, case.match) and not _into_the_sea(case)


def _with_others(case: Case) -> bool:
    return bool(_words(case.sentence, case.match) & DRILLS) and _together(case.named, case.match, case.both)


def _drills_to_come(case: Case) -> bool:
    return case.match.act.type == "MOBILIZE" and "future" in case.told.rules and _with_others(case)


def _to_help(case: Case) -> bool:
    below = {t.lemma.lower() for t in _below(case.sentence, case.match)}
    return bool(case.both.recipients) and (bool(below & (PEACE | DISASTERS)) or _sent_to_help(case))


def _help_to_come(case: Case) -> bool:
    """ "Offered to send troops to help Peru", "approved the deployment of observers"."""
    return case.match.act.type == "MOBILIZE" and _sent_to_help(case)


def _sent_to_help(case: Case) -> bool:
    return _helps_others(case) or _of_helpers(case)


def _helps_others(case: Case) -> bool:
    """ "Sent troops to help the Peruvian army"."""
    helped = case.named.wide(helped_by(case.sentence, case.match.token))
    sent = case.sentence.tokens[case.match.token].lemma in SENDING
    return sent and bool(case.named.homes(helped) - case.named.homes(case.both.actors))


def _of_helpers(case: Case) -> bool:
    """ "The deployment of monitors"."""
    sent = {t.lemma.lower() for i in case.match.words for t in behind(case.sentence, i, "of")}
    return case.match.act.pos == "n" and bool(sent & HELPERS)


def _armed_near(case: Case) -> bool:
    """ "Sent warplanes near Peru": arms that go where no one is to have them are no aid."""
    told_to = {t.lemma.lower() for t in children(case.sentence, case.match.token, "prep", "dative")}
    given = any(t.dep == "dative" for t in children(case.sentence, case.match.token))
    near = told_to & {"near", "toward", "towards", "around", "off", "over", "along"}
    return bool(_words(case.sentence, case.match) & (ARMS | CRAFT)) and bool(near) and not given


def _arms_to_no_one(case: Case) -> bool:
    """ "Sent a warship and jets to the area": what no one is to have is no aid."""
    sent = case.sentence.tokens[case.match.token].lemma in {"send", "dispatch", "move", "fly"}
    if not sent or not _words(case.sentence, case.match) & CRAFT:
        return False
    had = [t for i in case.match.words for p in ("to", "for", "with") for t in behind(case.sentence, i, p)]
    given = children(case.sentence, case.match.token, "dative")
    return not case.named.wide([*had, *(t for t in given if t.pos != "ADP")])


def _into_the_sea(case: Case) -> bool:
    """ "Fired two missiles into the sea": a test."""
    ways = ("into", "toward", "towards", "in", "off")
    aims = [t for i in case.match.words for way in ways for t in behind(case.sentence, i, way)]
    return any(t.lemma.lower() in WATERS for t in aims)


def _fired_into_the_sea(case: Case) -> bool:
    return case.sentence.tokens[case.match.token].lemma in {"fire", "launch"} and _into_the_sea(case)


def _jointly(case: Case) -> bool:
    """ "Kenyan and Tanzanian police carried out a joint operation against smugglers"."""
    modifiers = [t for i in case.match.words for t in children(case.sentence, i, "amod", "compound")]
    several = len(case.named.homes(case.both.actors)) > 1
    return several and any(t.lemma.lower() in JOINT for t in modifiers)


def _by_protesters(case: Case) -> bool:
    """ "Protesters stormed parliament": a riot, where things and places are what they go for."""
    entities = [case.named.cast.entity_of(m) for m in case.both.actors]
    crowd = bool(entities) and all(set(e.name.lower().split()) & CROWDS for e in entities)
    return crowd and case.sentence.tokens[case.match.token].lemma in RIOTING


def _takes_fighters(case: Case) -> bool:
    """Whether fighters take fighters of another side: "rebels captured twelve soldiers"."""
    sectors = [{case.named.cast.entity_of(m).sector for m in side} for side in (case.both.actors, case.both.recipients)]
    police = case.sentence.tokens[case.match.token].lemma in {"arrest", "detain"}
    return case.told.mode == "arrest" and not police and all(found & FIGHTERS for found in sectors)


def _stormed_by_fighters(case: Case) -> bool:
    """ "Rebels stormed a police station"; police who storm one search or take it."""
    sectors = {case.named.cast.entity_of(m).sector for m in case.both.actors}
    return case.sentence.tokens[case.match.token].lemma == "storm" and bool(sectors) and sectors <= ARMED_BANDS


def _out_of_others_hands(case: Case) -> bool:
    """ "Troops freed four hostages": whoever frees those whom others hold rescues them."""
    armed = any(_armed(case.named, m) for m in case.both.actors)
    captives = {t.lemma.lower() for t in _below(case.sentence, case.match)} & CAPTIVES
    return case.told.mode == "release" and armed and bool(captives)


def _others_protest(case: Case) -> bool:
    """ "Germany cancelled rallies": a government has none to call off."""
    words = {t.lemma.lower() for t in (case.sentence.tokens[i] for i in (*case.match.words, *case.told.path))}
    if not words & {"rally", "demonstration", "protest", "march"} or case.told.mode:
        return False
    return bool(case.both.actors) and all(_governs(case.named, m) for m in case.both.actors)


def _own_war(case: Case) -> bool:
    """ "Called for an end to its war with Peru": a party that asks for peace offers it."""
    wars = [t for t in _below(case.sentence, case.match) if t.lemma.lower() in WARS]
    return any(p.tag == "PRP$" for t in wars for p in children(case.sentence, t.i, "poss"))


def _in_words(case: Case) -> bool:
    return contests.with_words(case.named, case.match, case.both.actors, case.both.recipients)


def _won(case: Case) -> bool:
    return contests.won(case.named, case.match, case.both.actors, case.both.recipients)


def _for_votes(case: Case) -> bool:
    return contests.campaigns(case.named, case.match, case.both.actors)


#: The first rule that fits an act of its type holds.
RULES = (
    Rule("politicians attack with words", "ASSAULT", _in_words, "ACCUSE", "disapprove"),
    Rule("won at the polls or in a game", "ASSAULT", _won, NO_ACT, ""),
    Rule("a rally for votes", "PROTEST", _for_votes, NO_ACT, ""),
    Rule("three or more sides", "CONSULT", _many, "CONSULT", "multilateral"),
    Rule("on the march", "PROTEST", _marching, "MOBILIZE", "troops"),
    Rule("by armed forces", "PROTEST", _by_forces, "COERCE", "restrict"),
    Rule("by a government", "PROTEST", _by_a_government, "ACCUSE", "disapprove"),
    Rule("aimed at someone", "MOBILIZE", _at_someone, "ASSAULT", "heavy-weapons"),
    Rule("with others", "MOBILIZE", _with_others, "COOPERATE", ""),
    Rule("into the sea", "ASSAULT", _fired_into_the_sea, "MOBILIZE", "weapons"),
    Rule("a joint operation", "ASSAULT", _jointly, "COOPERATE", ""),
    Rule("by protesters", "ASSAULT", _by_protesters, "PROTEST", "riot"),
    Rule("by protesters", "COERCE", _by_protesters, "PROTEST", "riot"),
    Rule("arms sent near someone", "AID", _armed_near, "MOBILIZE", "weapons"),
    Rule(TO_NO_ONE, "AID", _arms_to_no_one, "MOBILIZE", "weapons"),
    Rule("with others, to come", "THREATEN", _drills_to_come, "AGREE", ""),
    Rule("to keep peace or help", "MOBILIZE", _to_help, "AID", ""),
    Rule("to help, to come", "THREATEN", _help_to_come, "AGREE", ""),
    Rule("stormed by fighters", "COERCE", _stormed_by_fighters, "ASSAULT", ""),
    Rule("fighters taken captive", "COERCE", _takes_fighters, "ASSAULT", "abduct"),
    Rule("others' protest called off", "RETREAT", _others_protest, "COERCE", "restrict"),
    Rule("out of others' hands", "RETREAT", _out_of_others_hands, "AID", ""),
    Rule("an end to a war of one's own", "REQUEST", _own_war, "AGREE", ""),
)


def _aimed(sentence: Sentence, match: Match) -> bool:
    """ "fired missiles at the port", not "fired a missile on Monday"."""
    if sentence.tokens[match.token].lemma not in {"fire", "launch"}:
        return False
    targets = [
        t for p in ("at", "on", "against", "into", "across") for i in match.words for t in behind(sentence, i, p)
    ]
    return any(t.ent not in {"DATE", "TIME"} for t in targets)


def regrouped(named: Named, told: Told, both: Sides) -> Sides:
    """Set the sides as the type that an act has become wants them.

    A charge goes from who says it to who is said to do it; PLOVER asks for a recipient of
    cooperation, so that whose name comes first works with the others.
    """
    if CHARGED in told.rules and both.reporter is not None:
        return Sides((both.reporter,), both.actors, both.reporter, True)
    if TO_NO_ONE in told.rules:
        return replace(both, recipients=())
    together = "with others" in told.rules and len(named.homes(both.actors)) > 1
    both = replace(both, recipients=tuple(m for m in both.recipients if not (together and _is_site(named, m))))
    if told.type != "COOPERATE" or both.recipients:
        return both
    several = tuple(m for one in both.actors for m in named.apart(one))
    first = tuple(m for m in several if named.home(m) == named.home(several[0]))
    others = tuple(m for m in several if m not in first)
    return replace(both, actors=first, recipients=others) if others else both


def _is_site(named: Named, mention: int) -> bool:
    """ "Exercises off Peru": where they are held."""
    head = named.head(mention)
    return head is not None and head.dep == "pobj" and named.sentence.tokens[head.head].lemma.lower() in AROUND


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
    if _people(named, mention):
        return False
    return entity.sector in {"GOV", "MIL"} or entity.kind in {"state", "office"}


def _describes(named: Named, mention: int) -> bool:
    """ "Greek ferry crews", "unions in Greece": a state that only says of what land those are who act."""
    head = named.head(mention)
    if head is None or named.cast.mentions[mention].kind != "state":
        return False
    within = head.dep == "pobj" and named.sentence.tokens[head.head].lemma.lower() == "in"
    return within or head.dep in {"amod", "compound", "nmod"}


def _people(named: Named, mention: int) -> bool:
    """ "Kenyans" are of Kenya, not its government."""
    head = named.head(mention)
    return head is not None and head.tag == "NNPS" and named.cast.mentions[mention].text.endswith("s")


def _words(sentence: Sentence, match: Match) -> set[str]:
    return {sentence.tokens[i].lemma.lower() for i in match.words}


def _together(named: Named, match: Match, both: Sides) -> bool:
    if len(named.homes(both.actors)) > 1:
        return True
    modifiers = [t for i in match.words for t in children(named.sentence, i, "amod", "compound")]
    return any(t.lemma.lower() in JOINT for t in modifiers)


def _below(sentence: Sentence, match: Match) -> list[Token]:
    return [sentence.tokens[i] for i in subtree(sentence, match.token)]
