"""Who is spoken to: the object of the cue, whom a pronoun there stands for, a name called in the words themselves."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.model.spans import Span
from tellings.model.text import Sentence
from tellings.quotes.cues import Cue
from tellings.quotes.parties import party
from tellings.quotes.scene import Scene
from tellings.text.tree import SUBJECTS, children

#: How many mentions back the one may stand whom a pronoun names.
BACK = 12


def hearer(scene: Scene, cue: Cue | None, speaker: int | None, words: Span) -> int | None:
    """The mention of the one spoken to, never the speaker; `words` are what is said."""
    told = addressee(scene, cue) if cue else None
    if told is None or cue is None:
        return called(scene, speaker, words)
    if speaker is None or _entity(scene, told) != _entity(scene, speaker):
        return told
    return _other(scene, told, speaker) if scene.cast.mentions[told].kind == "pronoun" else None


def _entity(scene: Scene, mention: int) -> int:
    return scene.cast.mentions[mention].entity


def _other(scene: Scene, told: int, speaker: int) -> int | None:
    """The person named last before a pronoun that the chains give to the speaker: "Prado met Lima. She told him"."""
    taken = _entity(scene, speaker)
    here = scene.cast.mentions[told].sentence
    for mention in reversed(scene.cast.mentions[max(0, told - BACK) : told]):
        person = mention.kind == "person" and scene.cast.entities[mention.entity].kind == "person"
        if person and mention.entity != taken and here - mention.sentence <= 1:
            return mention.index
    return None


def called(scene: Scene, speaker: int | None, words: Span) -> int | None:
    """A person of the cast whom the quoted words call by name at their start: "Ana, we have to talk"."""
    first, comma, _ = words.of(scene.text).lstrip("\"“”‘’'").partition(",")
    if not comma or not first.istitle() or len(first.split()) > 2:
        return None
    own = _entity(scene, speaker) if speaker is not None else None
    return next(_named(scene, set(first.lower().split()), own), None)


def _named(scene: Scene, name: set[str], own: int | None) -> Iterator[int]:
    for mention in scene.cast.mentions:
        entity = scene.cast.entities[mention.entity]
        person = entity.kind == "person" and mention.kind == "person" and mention.entity != own
        if person and name <= set(entity.name.lower().split()):
            yield mention.index


def addressee(scene: Scene, cue: Cue) -> int | None:
    """The mention of the one spoken to: "told Xi", "said to reporters"."""
    sentence = scene.sentences[cue.sentence]
    if cue.word.addressee == "-":
        return None
    objects = [t.i for t in children(sentence, cue.token, "dobj", "dative")] if cue.word.addressee == "object" else []
    to = [t for t in children(sentence, cue.token, "prep", "dative") if t.text.lower() == "to"]
    objects += [t.i for p in to for t in children(sentence, p.i, "pobj")]
    found = [party(scene, sentence, i).mention for i in objects if not scene.quoted(cue.sentence, i)]
    following = _following(scene, sentence, cue) if cue.word.addressee == "object" else None
    return next((m for m in [*found, following] if m is not None), None)


def _following(scene: Scene, sentence: Sentence, cue: Cue) -> int | None:
    """The mention right after the cue, unless it is the subject of what is said."""
    after = sentence.tokens[cue.token + 1 : cue.token + 2]
    if not after or after[0].dep in SUBJECTS or after[0].dep == "poss":
        return None
    found = scene.mention_at(sentence.start + after[0].start)
    return found.index if found and not scene.quoted(cue.sentence, after[0].i) else None
