"""Which of the acts that were matched are acts, and which of those make an event."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.actors.regional import is_regional
from tellings.events.acts.clauses import behind, clause_verb, is_verb, objects
from tellings.events.acts.matching import Match
from tellings.events.acts.politics import political
from tellings.events.candidate import Candidate
from tellings.events.sides.parties import Named
from tellings.events.status.chain import Told
from tellings.events.status.frames import UNDONE_RULE
from tellings.events.status.standing import standing
from tellings.model.actors import Entity
from tellings.model.text import Sentence, Token
from tellings.text.tree import children

#: Types that are worth a record with one side named: what they are done to is a people or a place.
ONE_SIDED = frozenset(
    {
        "PROTEST",
        "ACCUSE",
        "SUPPORT",
        "REQUEST",
        "REJECT",
        "THREATEN",
        "AGREE",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "SANCTION",
        "RETREAT",
        "CONCEDE",
    }
)
#: Types that crowds, police and gunmen whom no one names do.
IN_CROWDS = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"})
#: Who acts in politics by what he is, whether or not his state is known, and what plain people do by voice alone.
SIDES_OF_POLITICS = frozenset({"OPP", "REB", "LAB", "PTY", "LEG", "MIL", "COP", "JUD"})
VOICED = frozenset({"ACCUSE", "REQUEST"})
#: People who strike, and so may end a strike.
STRIKERS = frozenset({"EDU", "MED", "AGR", "CVL", "BUS"})
#: What a noun alone tells as done, where it is said whose deed it is.
DEEDS = frozenset(
    {("REJECT", ""), ("RETREAT", "resign"), ("COERCE", "martial-law"), ("COERCE", "curfew"), ("COERCE", "seize")}
    | {("ACCUSE", "disapprove"), ("SANCTION", "expel"), ("ASSAULT", ""), ("ASSAULT", "heavy-weapons")}
    | {("CONSULT", "third-party")}
)
#: Where forces go, and what such places are called.
MOVED_TO = ("into", "to", "in", "for", "toward", "towards", "through")
AREAS = frozenset(
    {"zone", "country", "capital", "city", "town", "village", "province", "region", "territory", "island", "area"}
)
#: Modes of deeds whose doer stands behind "of".
OF_WHOM = frozenset({"resign", "third-party"})
#: Types that several sides may do with one another, all of them then actors.
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "RETREAT", "ASSAULT"})
VAGUE = frozenset({"cooperation", "operation", "collaboration", "partnership", "coordination"})
RELATIONS = frozenset({"COOPERATE", "SUPPORT", "AGREE"})
PRESS = frozenset({"reporter", "journalist", "press", "media", "newsman", "correspondent"})
#: Acts that are only spoken of: meant ("sent troops to help"), or said not to be done at all ("rather than help").
IN_NAME_ONLY = frozenset({"purpose", UNDONE_RULE})
#: What one is let to do who is given access or set free.
FREEDOMS = frozenset(
    {"attend", "broadcast", "campaign", "come", "compete", "cross", "demonstrate", "depart", "dock", "enter", "fly"}
    | {"go", "inspect", "join", "land", "leave", "march", "meet", "move", "observe", "open", "operate", "organise"}
    | {"organize", "pass", "protest", "publish", "rally", "reach", "reopen", "return", "run", "sail", "see", "send"}
    | {"speak", "stand", "stay", "study", "travel", "treat", "use", "visit", "vote", "withdraw", "work", "worship"}
)
#: What is done to no one is a state of affairs: "ignored the facts", "violated their visas".
TO_SOMEONE = frozenset({"ignore", "violate"})
#: Verbs that warn; to warn no one, of what others may do, is no threat. Of 14 such on real pages one was.
WARNING = frozenset({"warn", "caution"})
WILLED = frozenset({"will", "would", "shall", "'ll"})
#: What one may also say of one's own: "regretted her remarks".
RUEING = frozenset({"regret", "lament", "rue", "bemoan"})
#: What someone did not do to anyone in particular is no event, but where he refused or is a state: of 17 acts on real
#: pages that were not done, with one side named, 2 were right.
REFUSALS = frozenset({"REJECT"})
#: What a power that no one names may have done; of what it did not do, or is to do, nothing that was read was right.
DONE = frozenset({"happened", "alleged", "hypothetical"})


def stands_alone(sentence: Sentence, match: Match, state: Told) -> bool:
    """A noun of standing relations ("cooperation", "support") is an act only under a word that makes it one.

    "Strengthened their cooperation" tells of a relation, not of an act; "agreed to strengthen" does.
    """
    if state.type == "CONSULT" and _to_the_press(sentence, match):
        return False
    if state.type == "COOPERATE" and any(sentence.tokens[i].lemma.lower() in VAGUE for i in match.beside):
        return False
    if match.act.pos == "n" and _of_a_market(sentence, sentence.tokens[match.token]):
        return False
    if sentence.tokens[match.token].lemma == "warn" and not _warned_of(sentence, match, state):
        return False
    if _lets_do(sentence, match, state) or _of_opinion(sentence, match):
        return False
    return match.act.pos != "n" or match.act.type not in RELATIONS or len(state.path) > 1


def _lets_do(sentence: Sentence, match: Match, state: Told) -> bool:
    """ "Helped sort the mail", "allows Kenya to build warheads": what someone is helped or let to do is the deed.

    Letting people come and go, or act by themselves, is what PLOVER calls access and release.
    """
    lemma = sentence.tokens[match.token].lemma
    done = children(sentence, match.token, "xcomp", "ccomp", "advcl")
    if lemma == "help":
        return state.type == "AID" and bool(done)
    lets = lemma in {"allow", "let"} and state.type == "RETREAT"
    return lets and bool(done) and not any(t.lemma in FREEDOMS for t in done)


def _of_opinion(sentence: Sentence, match: Match) -> bool:
    """ "Agreed with her that it was phony", "conceded that it was lost", "committed a murder": nothing is promised.

    Of ten such acts on real pages none was right.
    """
    token = sentence.tokens[match.token]
    if match.act.pos != "v" or token.lemma not in {"agree", "concede", "commit"}:
        return False
    clauses = children(sentence, token.i, "ccomp")
    if token.lemma == "commit":
        plain = match.act.need is None and match.act.type == "AGREE"
        return (
            plain and not behind(sentence, token.i, "to") and not children(sentence, token.i, "xcomp", "advcl", "ccomp")
        )
    if token.lemma == "concede":
        return match.act.type == "CONCEDE" and bool(clauses)
    ways = [p for p in children(sentence, token.i, "prep") if p.lemma.lower() in {"on", "to", "upon"}]
    willed = any(t.lemma.lower() in WILLED | {"should"} for c in clauses for t in children(sentence, c.i, "aux"))
    with_someone = match.act.need is not None and match.act.need.slot == "with"
    return with_someone and not ways and not willed and not children(sentence, token.i, "xcomp", "advcl")


def _to_the_press(sentence: Sentence, match: Match) -> bool:
    """ "Spoke to reporters", "told journalists over lunch": a statement, not a meeting."""
    heard = [t for p in ("to", "with") for t in behind(sentence, match.token, p)] or objects(sentence, match.token)
    return bool(heard) and all(t.lemma.lower() in PRESS for t in heard)


def _of_a_market(sentence: Sentence, token: Token) -> bool:
    """ "Demand" alone is for goods; "a demand", "demands", "its demand that" are made by someone."""
    return token.text.lower() == "demand" and not children(sentence, token.i, "det", "poss", "nummod", "acl")


def _warned_of(sentence: Sentence, match: Match, state: Told) -> bool:
    """Whether a warning is of something to come: "warned that it would answer", not "that it is early"."""
    clauses = children(sentence, match.token, "ccomp")
    ahead = {"will", "would", "could", "may", "might", "risk", "face", "must", "should"}
    words = {t.lemma.lower() for c in clauses for t in (c, *children(sentence, c.i, "aux"))}
    return not clauses or bool(words & ahead) or bool(objects(sentence, match.token))


def told_of(named: Named, candidate: Candidate) -> bool:
    """Whether a candidate has the sides that make it an event: two, or one that PLOVER lets stand alone."""
    both, kind = candidate.sides, candidate.told.type
    if not both.actors or IN_NAME_ONLY & set(candidate.told.rules) or not political(named, candidate):
        return False
    if _of_ones_own(named, candidate) or (both.supplied and candidate.told.status not in DONE):
        return False
    if both.recipients or (kind in MUTUAL and len(named.homes(both.actors)) > 1):
        return True
    if _needs_someone(named, candidate):
        return False
    if kind == "MOBILIZE" and not _goes_somewhere(named.sentence, candidate.match):
        return False
    verbal = candidate.match.act.pos == "v" or bool(candidate.told.turned) or _carried_out(named, candidate.told)
    verbal = verbal or _in_protest(named.sentence, candidate)
    alone = kind in ONE_SIDED and (verbal or _owned_deed(named, candidate)) and not _to_itself(named, candidate.match)
    alone = alone or (candidate.told.mode == "third-party" and (verbal or _owned_deed(named, candidate)))
    return alone and (kind in IN_CROWDS or _strike_over(named, candidate) or _all_known(named, both.actors, kind))


def _needs_someone(named: Named, candidate: Candidate) -> bool:
    """Whether an act that is said of one side alone is none: a feeling, a warning to no one, what was not done.

    "Voters are angry", "doctors warned of an outbreak" and "the city did not ban it" tell of nobody to whom it is done.
    """
    match, state = candidate.match, candidate.told
    lemma = named.sentence.tokens[match.token].lemma
    sides = [named.cast.entity_of(m) for m in candidate.sides.actors]
    if lemma in TO_SOMEONE or (match.act.pos == "a" and all(e.kind == "group" for e in sides)):
        return True
    if lemma in WARNING and state.type == match.act.type == "THREATEN" and not _of_revenge(match):
        return not _of_its_own_doing(named.sentence, match)
    said = candidate.sides.reporter is not None and state.type in IN_CROWDS  # "said that it had not bombed the camp"
    public = any(e.country and e.kind in {"state", "body", "organisation"} for e in sides)  # "China did not condemn it"
    return state.status == "negated" and state.type not in REFUSALS and not said and not public


def _of_revenge(match: Match) -> bool:
    """ "Warned of consequences"."""
    return match.act.need is not None and bool(match.act.need.nouns)


def _of_its_own_doing(sentence: Sentence, match: Match) -> bool:
    """ "Warned that it would answer", "that looters would be arrested"."""
    clauses = children(sentence, match.token, "ccomp")
    willed = [c for c in clauses if any(t.lemma.lower() in WILLED for t in children(sentence, c.i, "aux"))]
    return any(
        children(sentence, c.i, "auxpass") or any(t.pos == "PRON" for t in children(sentence, c.i, "nsubj"))
        for c in willed
    )


def _of_ones_own(named: Named, candidate: Candidate) -> bool:
    """ "Regretted her remarks": what one rues of oneself is held against no one."""
    match = candidate.match
    if named.sentence.tokens[match.token].lemma not in RUEING or candidate.told.type != "ACCUSE":
        return False
    whose = [t for o in objects(named.sentence, match.token) for t in children(named.sentence, o.i, "poss")]
    actors = {named.cast.mentions[m].entity for m in candidate.sides.actors}
    own = [t for t in whose if t.tag == "PRP$"]
    return any(t.i not in named.by_token or named.by_token[t.i].entity in actors for t in own)


def _goes_somewhere(sentence: Sentence, match: Match) -> bool:
    """Whether forces that only move go to a place that has a name: "entered Lume", not "entered the mess hall"."""
    if match.act.need is None or match.act.need.slot != "force":
        return True
    places = [t for slot in MOVED_TO for t in behind(sentence, match.token, slot)]
    return any(t.pos == "PROPN" or t.lemma.lower() in AREAS for t in (*objects(sentence, match.token), *places))


def _owned_deed(named: Named, candidate: Candidate) -> bool:
    """ "Peru's rejection of the plan", "the imposition of a curfew by Peru": a deed that is said to be someone's."""
    match, sentence = candidate.match, named.sentence
    if candidate.told.status != "happened" or (match.act.type, match.act.mode) not in DEEDS:
        return False
    if match.token in named.by_token:  # "Kenya's opposition"
        return False
    verb = clause_verb(sentence, match.token)
    if verb is not None and standing(sentence, verb.i).status != "happened":
        return False
    owners = [*children(sentence, match.token, "poss"), *behind(sentence, match.token, "by")]
    owners += behind(sentence, match.token, "of") if match.act.mode in OF_WHOM else []
    return bool(set(candidate.sides.actors) & set(named.narrow(owners)))


def _strike_over(named: Named, candidate: Candidate) -> bool:
    """ "Teachers ended their strike"."""
    lemmas = {named.sentence.tokens[i].lemma.lower() for i in candidate.match.beside}
    ended = candidate.told.type == "RETREAT" and bool(lemmas & {"strike", "boycott", "walkout", "sit-in", "protest"})
    return ended and all(named.cast.entity_of(m).sector in STRIKERS for m in candidate.sides.actors)


def _carried_out(named: Named, told: Told) -> bool:
    """Whether an act's noun stands under a verb that says it was done ("staged a strike", "launched raids")."""
    return any(is_verb(named.sentence.tokens[i]) for i in told.path[1:])


def _in_protest(sentence: Sentence, candidate: Candidate) -> bool:
    """ "Dumped milk on the road in protest": what people do so is done to protest, whatever it is."""
    noun = sentence.tokens[candidate.match.token]
    setting, bare = sentence.tokens[noun.head], not children(sentence, noun.i, "det", "poss", "compound")
    verb = clause_verb(sentence, setting.i) if noun.dep == "pobj" and setting.lemma.lower() == "in" and bare else None
    return verb is not None and candidate.told.type == "PROTEST" and standing(sentence, verb.i).status == "happened"


def _to_itself(named: Named, match: Match) -> bool:
    return any(t.lemma.lower().endswith(("self", "selves")) for t in objects(named.sentence, match.token))


def _all_known(named: Named, actors: Sequence[int], kind: str) -> bool:
    """Whether all who act are someone in particular; "Peru's envoy and permanent representative" is one such."""
    known = [m for m in actors if _known(named, m, kind)]
    return bool(known) and all(m in known or named.cast.entity_of(m).kind == "office" for m in actors)


def _known(named: Named, mention: int, kind: str) -> bool:
    """Whether a mention names someone in particular or a side of politics ("the opposition"), and can stand alone."""
    entity, found = named.cast.entity_of(mention), named.cast.mentions[mention]
    if found.sentence == named.sentence.index and entity.sector == "GOV" and is_regional(named.sentence, found):
        return True
    if entity.country is not None or entity.kind in {"person", "organisation", "state"}:
        return True
    if entity.sector is None:
        return found.text[:1].isupper()
    return entity.sector in SIDES_OF_POLITICS or (entity.sector == "CVL" and kind in VOICED) or _of_a_name(entity)


def _of_a_name(entity: Entity) -> bool:
    """ "The government of Quillama": an organ of a state that is named, though no table knows it."""
    _, of, name = entity.name.partition(" of ")
    return entity.kind == "body" and bool(of) and name[:1].isupper()
