"""Sides that the sentences around an act tell: whom lists name once, who did so too, to whom talks' promises go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.events.acts.clauses import objects
from tellings.events.candidate import Candidate
from tellings.events.sides.gapping import counting
from tellings.events.sides.parties import Named
from tellings.model.article import Article
from tellings.model.events import Coding
from tellings.model.ids import stable_id
from tellings.text.tree import children

#: Types that come in lists, and over how many sentences a list holds.
LISTED = frozenset({"SANCTION", "AID", "AGREE"})
LIKEWISE = frozenset({"too", "also", "well", "likewise", "similarly"})
LIST_REACH = 2
#: What is rejected, by the type of the act that put it forward.
ANSWERED = {
    **dict.fromkeys(("demand", "request", "call", "appeal", "plea", "ultimatum"), "REQUEST"),
    **dict.fromkeys(("offer", "proposal", "plan", "promise"), "AGREE"),
    **dict.fromkeys(("claim", "charge", "accusation", "allegation", "criticism"), "ACCUSE"),
}
SAID_IN_TALKS = frozenset({"AGREE", "REQUEST", "THREATEN"})
#: Over how many sentences talks tell whom a promise is made to, and the words of a promise between two.
TALKS_REACH, TWO = 8, 2
TOGETHER = frozenset(
    {"joint", "cooperation", "tie", "relation", "contact", "exchange", "together", "bilateral", "mutual"}
)


def left_out(article: Article, coding: Coding, named: Named, candidate: Candidate) -> Iterator[Coding]:
    """ "..., Chile three and Fiji two": a coding of its own for each who does the same in other numbers."""
    for mention in counting(named, candidate.match):
        at = named.cast.mentions[mention].span
        others = tuple(m for m in coding.recipients if not named.homes((m,)) & named.homes((mention,)))
        name = stable_id("e", article.article_id, at.start, at.end, coding.type)
        yield replace(coding, coding_id=name, actors=(mention,), recipients=others)


def did_so(article: Article, coding: Coding, named: Named, candidate: Candidate) -> Iterator[Coding]:
    """ "Peru welcomed the accord, as did Chile and Fiji": a coding of its own for each who did so too."""
    for verb in children(named.sentence, candidate.match.token, "advcl", "conj", "ccomp", "parataxis"):
        like = {t.lemma.lower() for t in children(named.sentence, verb.i, "mark", "advmod")} & {"as", "so"}
        if verb.lemma != "do" or not like or children(named.sentence, verb.i, "dobj", "neg"):
            continue
        for mention in named.narrow(children(named.sentence, verb.i, "nsubj", "dobj", "attr")):
            at = named.cast.mentions[mention].span
            name = stable_id("e", article.article_id, at.start, at.end, coding.type)
            yield replace(coding, coding_id=name, actors=(mention,), detail=f"{coding.detail}; “{verb.text}” so too")


def answered(coding: Coding, named: Named, candidate: Candidate, before: Sequence[Coding]) -> Coding:
    """Who rejects a demand, an offer or a charge that the sentences before tell of rejects that side's."""
    if coding.type != "REJECT" or coding.recipients:
        return coding
    words = {t.lemma.lower() for t in objects(named.sentence, candidate.match.token)}
    kinds_ = {kind for noun, kind in ANSWERED.items() if noun in words}
    home = named.homes(coding.actors)
    for other in reversed(before):
        near = coding.sentence - other.sentence <= LIST_REACH
        if near and other.type in kinds_ and not named.homes(other.actors) & home:
            return replace(coding, recipients=other.actors, detail=f"{coding.detail}; in answer to the side before")
    return coding


def in_talks(coding: Coding, named: Named, candidate: Candidate, before: Sequence[Coding]) -> Coding:
    """What is promised of relations right after talks of two is promised to the other of them."""
    if coding.recipients or coding.status != "happened" or coding.type not in SAID_IN_TALKS:
        return coding
    beside = _talks_beside(coding, named, candidate, before)
    if beside or coding.type != "AGREE":
        return (
            replace(coding, recipients=beside, detail=f"{coding.detail}; to whom as in the talks") if beside else coding
        )
    words = {t.lemma.lower() for t in named.sentence.tokens}
    talks = [c for c in before if c.type == "CONSULT" and 0 < coding.sentence - c.sentence <= TALKS_REACH]
    home = named.homes(coding.actors)
    for talk in reversed(talks if words & TOGETHER else ()):
        sides = (*talk.actors, *talk.recipients)
        others = tuple(m for m in sides if not named.homes((m,)) & home)
        if len(named.homes(sides)) == len(home) + 1 == TWO and others and home < named.homes(sides):
            return replace(coding, recipients=others, detail=f"{coding.detail}; other side as in the talks before")
    return coding


def _talks_beside(coding: Coding, named: Named, candidate: Candidate, before: Sequence[Coding]) -> tuple[int, ...]:
    """ "Spoke with Chile's president and offered help": the other side of the talks that the same subject had."""
    verb = candidate.told.path[-1]
    talks = [c for c in before if c.type == "CONSULT" and c.sentence == coding.sentence]
    if named.sentence.tokens[verb].dep != "conj" or not talks:
        return ()
    home = named.homes(coding.actors)
    both = (*talks[-1].actors, *talks[-1].recipients)
    others = tuple(m for m in both if not named.homes((m,)) & home)
    return others if home <= named.homes(both) and len(named.homes(others)) == 1 else ()


def carried(coding: Coding, named: Named, candidate: Candidate, before: Sequence[Coding]) -> Coding:
    """In a list of like acts ("Fiji expelled four envoys") the other side may be named only once, before."""
    objects_ = objects(named.sentence, candidate.match.token)
    counted = any(children(named.sentence, t.i, "nummod", "quantmod") for t in objects_)
    likewise = {t.lemma.lower() for t in children(named.sentence, candidate.match.token, "advmod")} & LIKEWISE
    if coding.recipients or not (likewise or (coding.type in LISTED and counted)):
        return coding
    like = [c for c in before if (c.type, c.modes, c.status) == (coding.type, coding.modes, coding.status)]
    last = next((c for c in reversed(like) if c.recipients and coding.sentence - c.sentence <= LIST_REACH), None)
    if last is None or named.homes(last.recipients) & named.homes(coding.actors):
        return coding
    return replace(coding, recipients=last.recipients, detail=f"{coding.detail}; other side as in the act before")
