"""Whether a sentence reports a political event at all: a screen before coding, for sentences that stand alone.

A sentence without its page names many who are in no cast, so that less is asked here than of a coding: an act
of the lexicon with a side that has a part in politics, or such a side as the subject of what was done, or of what
was said. That a public statement is an event too is CAMEO's view (root 01), whose coders marked the set that
`evals.relevance` reads; PLOVER has no type for it, and no coding comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.events.acts.clauses import is_finite, objects, subject_tokens
from tellings.events.acts.politics import POLITICAL, natural, played, political, private
from tellings.events.candidate import Candidate
from tellings.events.coder import candidates
from tellings.events.sides.doers import with_doers
from tellings.events.sides.parties import Named, each_named
from tellings.events.status.standing import standing
from tellings.model.actors import Cast
from tellings.model.text import Parsed, Token

#: Those who have a part in it by what they do or what is done to them.
CIVIC = POLITICAL | {"CVL", "LAB", "REL", "JRN", "EDU", "ELI", "NGO", "MED"}
#: Harm and arrest are crime and police work, not politics, where no political side is in it ...
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
#: Those whom harm makes a matter of politics by what they stand for, and the words for more of them.
STANDING_FOR = POLITICAL | {"JRN", "REL", "LAB"}
CAUSES = frozenset({"activist", "dissident", "protester", "demonstrator", "campaigner"})
#: ... unless the means are those of war and terror.
WARLIKE = frozenset(
    {"abduct", "torture", "explosives", "aerial", "drone", "heavy-weapons", "suicide-attack", "crowd-control"}
    | {"destroy", "targeted", "unconventional", "censor", "curfew", "martial-law", "cyber"}
)
#: Verbs of state, motion and speech, that tell of no act whoever is their subject.
NO_ACTS = frozenset(
    {"be", "have", "say", "tell", "become", "remain", "seem", "know", "think", "believe", "live", "die", "own", "want"}
    | {"like", "lead", "appear", "win", "lose", "add", "speak", "run", "make", "take", "get", "go", "come", "look"}
    | {
        "predict",
        "forecast",
        "estimate",
        "bear",
        "train",
        "study",
        "grow",
        "lie",
        "drift",
        "inherit",
        "perform",
        "flock",
        "slump",
        "sleep",
        "sweep",
        "plead",
        "address",
        "fail",
        "suffer",
        "emerge",
    }
    | {"note", "describe", "show", "see", "try", "leave", "arrive", "depart", "spend", "play", "find", "sit", "stand"}
)
TOLD = frozenset({"happened", "alleged"})
#: Verbs of public statements; of those who speak for politics, all but the police, whom reports of crime quote.
STATING = frozenset({"say", "tell", "announce", "state", "declare", "admit", "add", "stress", "insist", "reiterate"})
SPEAKING = CIVIC - {"COP", "MED"}


@dataclass(frozen=True, slots=True)
class Reported:
    """An event that a sentence reports: its act, its sides as mentions, and the rule that found it."""

    named: Named
    act: tuple[int, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    rule: str


def reported(parsed: Parsed, cast: Cast) -> Iterator[Reported]:
    """The political events of each sentence, those of the lexicon before those of a political subject."""
    for named in each_named(parsed, with_doers(parsed, cast)):
        yield from (_of_lexicon(named, c) for c in candidates(named) if _counts(named, c))
        yield from (r for t in named.sentence.tokens if (r := _of_subject(named, t)))
        yield from (r for t in named.sentence.tokens if (r := _of_statement(named, t)))


def slots_filled(named: Named, candidate: Candidate) -> bool:
    """Whether an act that happened has someone who does or suffers it, be he in the cast or not."""
    if candidate.told.status not in TOLD:
        return False
    if candidate.sides.actors or candidate.sides.recipients:
        return True
    match = candidate.match
    return match.act.pos == "v" and any(
        t.pos in {"NOUN", "PROPN"}
        for t in (*subject_tokens(named.sentence, match.token), *objects(named.sentence, match.token))
    )


def _counts(named: Named, candidate: Candidate) -> bool:
    both = (*candidate.sides.actors, *candidate.sides.recipients)
    if not _is_political(named, candidate):
        return False
    if candidate.told.mode in WARLIKE or candidate.told.type in {"PROTEST", "MOBILIZE"}:
        return slots_filled(named, candidate)
    if candidate.told.type in HARM:
        return slots_filled(named, candidate) and any(_harmed_for_it(named, m) for m in both)
    whole = bool(candidate.sides.actors) or not all(_describes(named, m) for m in both)
    return whole and slots_filled(named, candidate) and any(_takes_part(named, m, CIVIC) for m in both)


def _is_political(named: Named, candidate: Candidate) -> bool:
    """Whether it is neither what the coder leaves out nor the work of a storm, which no cast holds."""
    match = candidate.match
    agents = subject_tokens(named.sentence, match.token) if match.act.pos == "v" else []
    if any(natural(t) for t in agents):
        return False
    return political(named, candidate) if candidate.sides.actors else not played(named.sentence)


def _harmed_for_it(named: Named, mention: int) -> bool:
    """Whether harm to or by someone is politics; "two Australian tourists" are no side, though Australia is."""
    if _describes(named, mention):
        return False
    entity = named.cast.entity_of(mention)
    words = " ".join(m.text for m in named.cast.mentions if m.entity == entity.index).lower().split()
    return _takes_part(named, mention, STANDING_FOR) or bool(CAUSES & set(words))


def _describes(named: Named, mention: int) -> bool:
    """Whether a state is named only to say of what or whom something is ("German interests")."""
    at = named.cast.mentions[mention]
    here = at.kind == "state" and at.sentence == named.sentence.index
    return here and named.sentence.tokens[at.head].dep in {"amod", "compound", "nmod"}


def _takes_part(named: Named, mention: int, sectors: frozenset[str]) -> bool:
    entity = named.cast.entity_of(mention)
    of_state = entity.kind in {"state", "organisation"} and entity.country is not None and entity.sector is None
    return entity.sector in sectors or of_state


def _of_lexicon(named: Named, candidate: Candidate) -> Reported:
    told, both = candidate.told, candidate.sides
    return Reported(named, candidate.match.words, both.actors, both.recipients, "; ".join(told.rules))


def _of_subject(named: Named, token: Token) -> Reported | None:
    """What a political subject did, whatever the verb, where it is told as done or decided on."""
    if token.pos != "VERB" or token.lemma in NO_ACTS or not is_finite(named.sentence, token.i):
        return None
    actors = named.narrow(subject_tokens(named.sentence, token.i))
    if played(named.sentence) or not any(_takes_part(named, m, POLITICAL) and not private(named, m) for m in actors):
        return None
    if standing(named.sentence, token.i).status not in {*TOLD, "planned"}:
        return None
    whom = named.wide(objects(named.sentence, token.i))
    return Reported(named, (token.i,), actors, whom, f"{token.lemma}: done by a political side")


def _of_statement(named: Named, token: Token) -> Reported | None:
    """What someone in particular who has a part in politics said, not what "officials" or "police" did."""
    if token.pos != "VERB" or token.lemma not in STATING or not is_finite(named.sentence, token.i):
        return None
    actors = tuple(m for m in named.narrow(subject_tokens(named.sentence, token.i)) if _speaks(named, m))
    if not actors or standing(named.sentence, token.i).status != "happened":
        return None
    return Reported(named, (token.i,), actors, (), f"{token.lemma}: a public statement")


def _speaks(named: Named, mention: int) -> bool:
    entity = named.cast.entity_of(mention)
    if entity.kind in {"body", "group"}:
        return entity.country is not None and entity.sector in SPEAKING
    known = entity.kind == "person" and entity.country is not None and entity.sector is None
    return known or _takes_part(named, mention, SPEAKING)
