"""Words in marks that nobody says: titles, names, labels in doubt; and what tells them from words said."""

from __future__ import annotations

from collections.abc import Mapping

from tellings.model.text import Token
from tellings.quotes.cues import Cue
from tellings.quotes.scene import Scene
from tellings.text.tree import SUBJECTS


def is_title(scene: Scene, number: int) -> bool:
    """Whether the piece is written like a title or name: no clause, and a capital on each longer word."""
    words = tokens(scene, number)
    spelt = [t for t in words if t.text.isalpha()]
    long = [t for t in spelt if len(t.text) > 3] or spelt
    shouted = all(t.text.isupper() for t in words if t.text.isalpha())
    capitals = bool(long) and words[0].text[:1].isupper() and all(t.text[:1].isupper() for t in long)
    return capitals and not shouted and len(words) > 1 and not is_clause(scene, number)


def right_before(scene: Scene, cues: Mapping[tuple[int, int], Cue], number: int) -> Cue | None:
    """The verb of speech right before the piece: 'chanted "No Way Back"' is said, 'wrote "No Way"' may be a title."""
    at = scene.index_at(scene.pieces[number].start) - 1
    while at >= 0 and scene.words[at].token.pos == "PUNCT":
        at -= 1
    cue = cues.get((scene.words[at].sentence, scene.words[at].token.i)) if at >= 0 else None
    return cue if cue and cue.word.strength > 1 and cue.word.kind not in {"write", "call"} else None


def is_label(scene: Scene, number: int) -> bool:
    """Whether the piece is a name in doubt and no words said: 'the so-called "new order"'."""
    return scene.text[: scene.pieces[number].start].rstrip(" \"“”‘’'„«\xa0").lower().endswith("so-called")


def tokens(scene: Scene, number: int) -> list[Token]:
    """The words of a piece, without punctuation."""
    piece = scene.pieces[number]
    words = scene.words[scene.index_at(piece.start) : scene.index_at(piece.end)]
    return [w.token for w in words if w.token.pos != "PUNCT"]


def is_clause(scene: Scene, number: int) -> bool:
    """Whether the piece has a verb with a subject of its own inside the marks, or is an imperative sentence."""
    piece = scene.pieces[number]
    words = scene.words[scene.index_at(piece.start) : scene.index_at(piece.end)]
    inside = {(w.sentence, w.token.i) for w in words}
    return any(w.token.dep in SUBJECTS and (w.sentence, w.token.head) in inside for w in words)
