"""Whom a pronoun, a pair or a bare office stands for where the cast names no one: the speech before it tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.model.actors import Entity, Mention
from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.quotes.cues import Cue
from tellings.quotes.parties import Party
from tellings.quotes.scene import Scene
from tellings.text.tree import SUBJECTS, ancestors, children, conjuncts, is_passive

SINGULAR = frozenset({"he", "she"})
NEUTRAL = frozenset({"it", "they"})
#: Verbs by which one who has spoken goes on.
GOING_ON = frozenset({"add", "continue", "conclude"})
PAIRED = frozenset({"two", "both"})
PAIR = frozenset({"men", "women", "leaders", "presidents", "ministers", "premiers", "diplomats", "statesmen"})
ACTING = frozenset({"state", "body", "organisation", "office", "group"})
#: Words for one who leads a state, and the offices of those who do.
HEADS = frozenset({"head", "leader", "chief", "ruler"})
TOP = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "leader", "sultan"})
DIPLOMATS = frozenset({"foreign minister", "ambassador", "envoy", "diplomat", "top diplomat"})
#: How many letters before the words a pair's names may stand.
NEAR = 1200


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the party as printed, its mention where one is known, and who speaks with it."""

    mention: int | None
    party: Party
    others: tuple[int, ...] = ()


def voice(scene: Scene, cue: Cue, said_by: Party, before: Sequence[Quote]) -> Voice:
    """Settle who speaks at a cue; `before` are the quotes that stand before it, in order."""
    pair = _pair(scene, said_by)
    if pair:
        return Voice(pair[0].index, said_by, tuple(m.index for m in pair[1:]))
    told = _relative(scene, cue, said_by)
    if told is not None:
        return Voice(told, said_by)
    if _is_person(scene, said_by.mention):
        return Voice(said_by.mention, said_by, _coordinated(scene, said_by))
    found = next(_candidates(scene, cue, said_by, before), None)
    return Voice(said_by.mention if found is None else found, said_by)


def labelled(scene: Scene, label: Span) -> Voice:
    """The speaker of a transcript's turn: the first person of the cast whose name holds the label's words."""
    words = set(label.of(scene.text).lower().split())
    named = (m for m in scene.cast.mentions if m.kind == "person" and words <= set(m.text.lower().split()))
    found = scene.mention_at(label.start) or next(named, None)
    return Voice(found.index if found else None, Party(found.index if found else None, label))


def _relative(scene: Scene, cue: Cue, said_by: Party) -> int | None:
    """Whom "he" stands for within a clause on someone: "Campos, who praised them for what he called ..."."""
    if said_by.span.of(scene.text).lower() not in SINGULAR:
        return None
    sentence = scene.sentences[cue.sentence]
    for above in ancestors(sentence, cue.token):
        if above.dep == "relcl" and any(t.text.lower() == "who" for t in children(sentence, above.i, *SUBJECTS)):
            found = scene.mention_at(sentence.start + sentence.tokens[above.head].start)
            return found.index if found and _is_person(scene, found.index) else None
    return None


def _candidates(scene: Scene, cue: Cue, said_by: Party, before: Sequence[Quote]) -> Iterator[int]:
    word = said_by.span.of(scene.text).lower()
    last = _last_speaker(scene, cue, before)
    if word in SINGULAR and last is not None and cue.word.lemma in GOING_ON:
        yield last
    if word in SINGULAR or (said_by.mention is not None and _is_bare(scene, said_by.mention)):
        yield from _fitting(scene, said_by, [*_subject_before(scene, cue, frozenset({"person"})), last])
    if said_by.mention is not None and _is_bare(scene, said_by.mention) and word.startswith("the "):
        yield from _holder(scene, said_by)
    if word in NEUTRAL and said_by.mention is None:
        yield from _subject_before(scene, cue, ACTING)


def _is_person(scene: Scene, mention: int | None) -> bool:
    return mention is not None and scene.cast.entity_of(mention).kind == "person"


def _is_bare(scene: Scene, mention: int) -> bool:
    """An office without a name: "the minister", "the Russian minister", "the diplomat"."""
    return scene.cast.entity_of(mention).kind == "office"


def _fitting(scene: Scene, said_by: Party, people: list[int | None]) -> Iterator[int]:
    """Those of the people whom the office does not rule out by its country or its own words."""
    office = scene.cast.entity_of(said_by.mention) if said_by.mention is not None else None
    for mention in people:
        if mention is not None and (office is None or _may_hold(office, scene.cast.entity_of(mention), said_by, scene)):
            yield mention


def _holder(scene: Scene, said_by: Party) -> Iterator[int]:
    """The one person named before whose country and office the words fit: "the head of the palace", the president."""
    mention = scene.cast.mentions[said_by.mention or 0]
    office = scene.cast.entities[mention.entity]
    named = {m.entity: m.index for m in scene.cast.mentions[: mention.index] if m.kind == "person"}
    people = {e: m for e, m in named.items() if scene.cast.entities[e].country == office.country and office.country}
    fitting = [m for e, m in people.items() if _fits(office, scene.cast.entities[e])]
    if len(fitting) == 1:
        yield fitting[0]


def _fits(office: Entity, person: Entity) -> bool:
    """Whether an office's words may mean a person: a head of state or government, a diplomat, the same office."""
    words, held = set(f"{office.office} {office.name}".lower().split()), (person.office or "").lower()
    if words & HEADS:
        return held in TOP
    return bool(words & set(held.split())) or ("diplomat" in words and (not held or held in DIPLOMATS))


def _may_hold(office: Entity, person: Entity, said_by: Party, scene: Scene) -> bool:
    words = set((office.office or office.name).lower().split())
    apart = office.country and person.country and office.country != person.country
    *before, head = said_by.span.of(scene.text).lower().split()
    if head not in words and head not in SINGULAR:
        return not apart or len(before) < 2
    if apart:
        return False
    held = set((person.office or "").lower().split())
    return not held or bool(held & words)


def _last_speaker(scene: Scene, cue: Cue, before: Sequence[Quote]) -> int | None:
    """The person who spoke last, in this paragraph or the one before it."""
    here = scene.sentences[cue.sentence].paragraph
    for quote in reversed(before):
        near = here - scene.sentences[quote.sentence].paragraph <= 1
        if not near or quote.speaker is None:
            return None
        return quote.speaker if _is_person(scene, quote.speaker) else None
    return None


def _subject_before(scene: Scene, cue: Cue, kinds: frozenset[str]) -> Iterator[int]:
    """Who acts in the sentence before, in the same paragraph: its subject, or the agent of a passive."""
    if cue.sentence == 0:
        return
    sentence, here = scene.sentences[cue.sentence - 1], scene.sentences[cue.sentence]
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if root is None or sentence.paragraph != here.paragraph:
        return
    agents = [t for by in children(sentence, root.i, "agent") for t in children(sentence, by.i, "pobj")]
    acting = agents if is_passive(sentence, root.i) and agents else children(sentence, root.i, *SUBJECTS)
    for token in acting:
        found = scene.mention_at(sentence.start + token.start)
        if found and scene.cast.entities[found.entity].kind in kinds:
            yield found.index


def _coordinated(scene: Scene, said_by: Party) -> tuple[int, ...]:
    """Who speaks with the first: "Prado and Campos said"."""
    first = scene.cast.mentions[said_by.mention] if said_by.mention is not None else None
    if first is None or first.kind == "pronoun":
        return ()
    sentence = scene.sentences[first.sentence]
    others = [scene.mention_at(sentence.start + t.start) for t in conjuncts(sentence, first.head)]
    people = [m for m in others if m and m.entity != first.entity and _is_person(scene, m.index)]
    return tuple(m.index for m in people)


def _pair(scene: Scene, said_by: Party) -> tuple[Mention, ...]:
    """The two persons whom "the two men" and "both leaders" stand for: the last two named before."""
    words = said_by.span.of(scene.text).lower().split()
    if not (PAIRED & set(words) and PAIR & set(words)):
        return ()
    stop = bisect_left(scene.cast.mentions, said_by.span.start, key=lambda m: m.start)
    named: dict[int, Mention] = {}
    for mention in reversed(scene.cast.mentions[:stop]):
        if len(named) == 2 or said_by.span.start - mention.start > NEAR:
            break
        if _is_person(scene, mention.index) and mention.kind == "person":
            named.setdefault(mention.entity, mention)
    return tuple(sorted(named.values(), key=lambda m: m.start)) if len(named) == 2 else ()
