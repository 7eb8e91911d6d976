"""Who did it, and to whom: the two sides of an act, as mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tellings.events.acts.clauses import (
    RELATIVE,
    behind,
    clause_verb,
    is_verb,
    objects,
    subject_tokens,
    surface_subjects,
)
from tellings.events.acts.lexicon import kinds
from tellings.events.acts.matching import Match
from tellings.events.sides.apart import SYMMETRIC, apart, counterpart
from tellings.events.sides.gapping import counting
from tellings.events.sides.meant import meant
from tellings.events.sides.parties import OWN_SIDE, OWNING, Named
from tellings.events.sides.powers import power_before, unnamed
from tellings.events.sides.slots import in_slot
from tellings.events.sides.standins import acting, done_by_others
from tellings.events.sides.violence import strikers, suffered, violent_doers
from tellings.events.status.chain import TAKING_PART, Told
from tellings.events.status.plover import FORCEFUL
from tellings.model.text import Sentence, Token
from tellings.text.tree import children

RECIPROCAL = frozenset({"bilateral", "mutual", "joint", "both", "reciprocal", "each"})
#: Types whose other side is the one that is spoken to, where the act itself names none.
ADDRESSED = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST", "SUPPORT"})
DURING = frozenset({"during", "at", "in", "after", "following"})
#: Where force falls on what stands at a place ("struck depots at the Peruvian port").
AIMED = ("against", "at", "on", "into", "in", "near", "over", "off")
#: Prepositions whose noun is the other side itself; elsewhere it may be what is theirs.
PARTNERS = frozenset({"with", "between"})
#: Types that judge what others did, and the verbs whose clause says what is held against whom.
JUDGED = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
HOLDING = frozenset({"allege", "charge", "claim", "complain", "consider", "deem", "call", "brand", "label"})
#: What aid is given and forces are sent for: "sent 20 million dollars to help refugees".
HELPING = frozenset(
    {"aid", "assist", "back", "benefit", "feed", "help", "protect", "reach", "reassure", "save", "shelter", "support"}
)
#: Slots of verbs whose subject is the one that it is done to.
SOURCES = frozenset({"from", "by", "of", "with"})
OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})
#: What no spokesman does by speaking: "the army bombed it, its spokesman said".
BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Mentions of the two sides, who reports it where that is someone else, and whether who acts is only supplied."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    reporter: int | None
    own: bool
    supplied: bool = False


def sides(named: Named, match: Match, told: Told) -> Sides:
    """Find the sides of an act; a recipient of the actor's own country is left out."""
    reporter = named.narrow(_tokens(named, told.reporter))
    doing = _agent_tokens(named, match, told)
    agents = acting(named, strikers(named, match, doing) if told.type == "ASSAULT" else doing, told.type)
    actors = named.narrow(agents) or unnamed(named, match)
    supplied = () if actors else power_before(named, match)
    actors = actors or supplied
    own = not reporter or _same_side(named, agents, actors, reporter)
    if "must" in told.rules:
        faced = match.act.agent == ("reporter",)  # "must leave or face war"
        actors, recipients = reporter, named.narrow(in_slot(named, match, told, "subj") if faced else agents)
    else:
        owned = bool(actors) or told.type not in FORCEFUL or any(t.pos == "PRON" for t in agents)
        spoken_for = own and owned and not done_by_others(named, doing) and _speaks_for(named, told, actors, reporter)
        actors = reporter if reporter and spoken_for else actors
        gapped = counting(named, match)
        found = (m for m in _recipients(named, match, told) if m not in gapped)
        recipients = tuple(m for m in found if meant(named, match, told, m))
    if "between" in (*match.act.agent, *match.act.recipient) and match.act.pos == "n" and not recipients:
        actors = _between(named, match, told) or actors
    if _each_other(named, match):
        return Sides(actors[:1], actors[1:], reporter[0] if reporter else None, own)
    if _together(actors, recipients):
        return Sides(actors, (), reporter[0] if reporter else None, own)
    others = apart(named, told, actors, recipients) or apart(named, told, actors, _fallback(named, match, told, actors))
    return Sides(actors, others, reporter[0] if reporter else None, own, supplied == actors and bool(supplied))


def _each_other(named: Named, match: Match) -> bool:
    """ "praised each other": each side does it to the other."""
    return any(
        t.lemma in {"other", "another"} and {c.lemma for c in children(named.sentence, t.i)} & {"each", "one"}
        for t in objects(named.sentence, match.token)
    )


def _together(actors: tuple[int, ...], recipients: tuple[int, ...]) -> bool:
    """Whether both sides are one plural naming: "the two countries agreed" has them all as actors."""
    return bool(recipients) and set(recipients) == set(actors) and len(actors) > 1


def _tokens(named: Named, found: Iterable[int]) -> list[Token]:
    return [named.sentence.tokens[i] for i in found]


def _agent_tokens(named: Named, match: Match, told: Told) -> list[Token]:
    if told.agent is not None and (told.agent or "must" not in told.rules):
        return _tokens(named, told.agent)
    if match.act.pos != "n":
        return _verb_agents(named, match, told)
    return [t for slot in match.act.agent for t in in_slot(named, match, told, slot)] or _attending(named, match, told)


def _attending(named: Named, match: Match, told: Told) -> list[Token]:
    """ "said at a meeting with Y": who says so is there; "marched in protest": who marched protests."""
    sentence = named.sentence
    act = sentence.tokens[told.path[-1]]
    setting = sentence.tokens[act.head]
    if match.act.mode == "visit" and setting.lemma.lower() == "on" and act.dep == "pobj":
        return _on_a_visit(named, setting)
    if match.act.type == "PROTEST" and act.dep == "pobj" and setting.lemma.lower() == "in":
        verb = clause_verb(sentence, setting.i)
        return subject_tokens(sentence, verb.i) if verb else []
    if match.act.type != "CONSULT" or act.dep not in {"pobj", "pcomp"} or setting.lemma.lower() not in DURING:
        return []
    verb = clause_verb(sentence, setting.i)
    return surface_subjects(sentence, verb.i) if verb else []


def _on_a_visit(named: Named, setting: Token) -> list[Token]:
    """ "The premier, on a visit to Peru, said": who stands before it, or whoever does what the clause tells as done."""
    over = named.sentence.tokens[setting.head]
    if not is_verb(over):
        return [over] if over.dep in {"nsubj", "nsubjpass"} else []
    return surface_subjects(named.sentence, over.i) if over.tag != "VB" else []


def _verb_agents(named: Named, match: Match, told: Told) -> list[Token]:
    if match.act.agent == ("reporter",):
        return _tokens(named, told.reporter)
    if match.act.agent == ("dobj",):
        return objects(named.sentence, match.token)
    if match.act.pos == "a":
        return surface_subjects(named.sentence, named.sentence.tokens[match.token].head)
    if match.act.agent[0] in SOURCES:  # "received arms from Peru", "came under fire from Peru"
        return [t for slot in match.act.agent for t in in_slot(named, match, told, slot)]
    return subject_tokens(named.sentence, match.token)


def _recipients(named: Named, match: Match, told: Told) -> tuple[int, ...]:
    if TAKING_PART in told.rules:
        return named.narrow(in_slot(named, match, told, "amod"))
    if told.type == "REQUEST" and told.addressed and match.act.type != "REQUEST":
        asked = named.narrow(_tokens(named, told.addressed))
        if asked:
            return asked
    warned = _warned(named, match, told)
    if warned:
        return warned
    for slot in dict.fromkeys((*match.act.recipient, "dobj")):
        if slot == "between" and match.act.pos == "n":
            continue
        look = named.narrow if slot in PARTNERS else named.wide
        filled = in_slot(named, match, told, slot)
        found = look(t for t in filled if slot != "dobj" or not (_is_given(match, t) or suffered(told, t)))
        if found and not any(named.country(m) or named.cast.entity_of(m).members for m in found):
            found = _doers_under(named, match) or (_owned(named, match) if slot != "dobj" else ()) or found
        if found:
            return found
        if slot == "dobj" and any(t.pos == "PROPN" for t in objects(named.sentence, match.token)):
            break
    violent = [t for t in in_slot(named, match, told, "dobj") if suffered(told, t)]
    return (
        violent_doers(named, violent)
        or _turned_down(named, told)
        or _whose_move(named, match, told)
        or _deeper(named, match, told)
    )


def _warned(named: Named, match: Match, told: Told) -> tuple[int, ...]:
    """ "Warned Peru not to attack Chile": Peru is threatened."""
    if told.type != "THREATEN" or not told.turned or told.turned[-1] == match.token:
        return ()
    return named.narrow(objects(named.sentence, told.turned[-1]))


def _is_given(match: Match, token: Token) -> bool:
    """Whether an object is what is given or talked of, not who has it: "sent a frigate of its fleet"."""
    if match.act.words == ("discuss",):
        return True
    need = match.act.need
    arms = match.act.type == "AID" and need is not None and "ammunition" in need.nouns
    arms = arms or match.act.type == "MOBILIZE"
    return arms and token.dep == "dobj" and token.i in match.beside


def _turned_down(named: Named, told: Told) -> tuple[int, ...]:
    """Whose offer it is that is refused: "rejected the Peruvian offer of talks"."""
    nouns = [i for i in told.path[:-1] if not is_verb(named.sentence.tokens[i])] if told.type == "REJECT" else []
    owners = [t for i in nouns for t in children(named.sentence, i, "poss", "amod", "compound")]
    owners += [t for i in nouns for p in ("by", "from") for t in behind(named.sentence, i, p)]
    return named.narrow(t for t in owners if t.i in named.by_token)


def _whose_move(named: Named, match: Match, told: Told) -> tuple[int, ...]:
    """Who did what is condemned: "the move announced by Chile", "the raid that Chile launched", "that Chile spied"."""
    if told.type not in JUDGED or match.act.pos != "v":
        return ()
    sentence, i = named.sentence, match.token
    clauses = [c for o in objects(sentence, i) for c in children(sentence, o.i, "acl", "relcl")]
    doers = [t for c in clauses for t in (*behind(sentence, c.i, "by"), *_other_subject(named, c))]
    if match.act.words[0] in HOLDING:
        doers += [t for c in children(sentence, i, "ccomp") for t in surface_subjects(sentence, c.i)]
    return named.narrow(acting(named, doers, told.type))


def _other_subject(named: Named, clause: Token) -> list[Token]:
    """The subject of a relative clause that is not the noun over it."""
    own = children(named.sentence, clause.i, "nsubj")
    if any(
        t.lemma.lower() in RELATIVE
        for p in children(named.sentence, clause.i, "prep")
        for t in children(named.sentence, p.i)
    ):
        return []  # "the climate in which people hate one another"
    return [t for t in own if t.lemma.lower() not in RELATIVE] if clause.dep == "relcl" else []


def _doers_under(named: Named, match: Match) -> tuple[int, ...]:
    """Whose deed the object is: "the detention of the journalist by Peru"."""
    things = objects(named.sentence, match.token)
    nested = [t for o in things for t in behind(named.sentence, o.i, "of")]
    return named.narrow(t for o in (*things, *nested) for t in behind(named.sentence, o.i, "by"))


def _owned(named: Named, match: Match) -> tuple[int, ...]:
    """Whose the object is, where a place behind it is unknown: "the Peruvian port of Tolm"."""
    found = named.wide(objects(named.sentence, match.token))
    return found if any(named.country(m) for m in found) else ()


def _deeper(named: Named, match: Match, told: Told) -> tuple[int, ...]:
    """Where the act's own slots name no one: who stands where force fell, who is asked in a clause."""
    forceful = "ASSAULT" in {told.type, match.act.type}
    if (forceful or told.mode == "weapons") and match.act.pos == "v":
        aims = AIMED if forceful else AIMED[:4]
        return next((found for p in aims if (found := named.wide(in_slot(named, match, told, p)))), ())
    if told.type == "PROTEST":
        marched = [t for t in children(named.sentence, match.token, "xcomp", "advcl") if t.lemma == "protest"]
        return named.wide(t for c in marched for p in ("against", "at", "over") for t in behind(named.sentence, c.i, p))
    if match.act.type in {"AID", "MOBILIZE"}:
        return named.wide(helped_by(named.sentence, match.token))
    if match.act.type == "REQUEST" and match.act.pos == "v":
        clauses = children(named.sentence, match.token, "ccomp")
        return named.narrow(t for c in clauses for t in children(named.sentence, c.i, "nsubj"))
    return ()


def helped_by(sentence: Sentence, verb: int) -> list[Token]:
    """Whom a verb's clause of purpose says to be helped."""
    clauses = [c for c in children(sentence, verb, "xcomp", "advcl") if c.lemma in HELPING and c.tag == "VB"]
    return [t for c in clauses for t in (*objects(sentence, c.i), *_helped_subjects(sentence, c))]


def _helped_subjects(sentence: Sentence, clause: Token) -> list[Token]:
    """ "To help Peru rebuild"."""
    return [t for c in children(sentence, clause.i, "ccomp", "xcomp") for t in children(sentence, c.i, "nsubj")]


def _between(named: Named, match: Match, told: Told) -> tuple[int, ...]:
    """All sides of talks "between X and Y" or "of X and Y"."""
    words = ("between", "among", "of") if told.type in SYMMETRIC else ("between", "among")
    found = [t for i in match.words for p in words for t in behind(named.sentence, i, p)]
    several = named.narrow(found)
    return several if len(named.homes(several)) > 1 else ()


def _fallback(named: Named, match: Match, told: Told, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Where the act names no other side: whom it is said to, or the other of the two."""
    if told.type in ADDRESSED and told.addressed:
        found = named.narrow(_tokens(named, told.addressed))
        if found:
            return found
    words = {t.lemma.lower() for i in match.words for t in named.sentence.tokens if t.head == i}
    words -= {t.lemma.lower() for t in named.sentence.tokens if t.ent in {"TIME", "DATE"}}
    words |= {
        t.lemma.lower()
        for t in named.sentence.tokens
        if t.head in {c.i for i in match.words for c in children(named.sentence, i)}
    }
    needs = kinds()[told.type, ""].recipient and not told.turned
    return counterpart(named, actors) if needs or words & RECIPROCAL else ()


def _same_side(named: Named, agents: list[Token], actors: tuple[int, ...], reporter: tuple[int, ...]) -> bool:
    """Whether those who act are the speaker, his country, or "his country"."""
    if any(
        t.lemma.lower() in OWN_SIDE and any(p.tag == "PRP$" for p in children(named.sentence, t.i, "poss"))
        for t in agents
    ):
        return True
    entities = {named.cast.mentions[m].entity for m in reporter}
    if any(named.cast.mentions[m].entity in entities for m in actors):
        return True
    home = {named.country(m) for m in reporter} - {None}
    if not home and _officials(named, reporter) and (_officials(named, actors) or _only_state(named, actors)):
        return True
    if not home and any(named.cast.mentions[m].text.split()[0].lower() in OWNING for m in reporter):
        return True
    return not actors or any(named.country(m) in home for m in actors)


def _only_state(named: Named, actors: tuple[int, ...]) -> bool:
    """Whether those who act are organs of the one state that is named: "India's navy seized it, the army said"."""
    states = {c for m in named.by_token.values() if (c := named.country(m.index))}
    organs = all(named.cast.entity_of(m).sector in OFFICIAL for m in actors)
    return bool(actors) and organs and {named.country(m) for m in actors} == states


def _officials(named: Named, mentions: tuple[int, ...]) -> bool:
    """Whether all are officials or organs of one state that the article leaves unnamed ("the ministry", "troops")."""
    entities = [named.cast.entity_of(m) for m in mentions]
    return bool(entities) and all(e.country is None and e.sector in OFFICIAL for e in entities)


def _speaks_for(named: Named, told: Told, actors: tuple[int, ...], reporter: tuple[int, ...]) -> bool:
    """A speaker stands in for a state named alone, or for no one, not for another person; by force he does nothing."""
    kinds = {named.cast.mentions[m].kind for m in actors}
    if told.type in BY_FORCE and actors and "pronoun" not in kinds:
        return False
    if actors and not any(named.country(m) and named.cast.entity_of(m).sector != "JRN" for m in reporter):
        return False
    return not actors or kinds <= {"state", "pronoun", "body"}
