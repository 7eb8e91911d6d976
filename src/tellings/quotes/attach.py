"""Which cue a quoted piece belongs to: beside it, around it, shared with the piece before, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Span
from tellings.model.text import Token
from tellings.quotes.clauses import Clause
from tellings.quotes.complements import JUDGING
from tellings.quotes.cues import Cue
from tellings.quotes.labels import is_clause, is_label, is_title, right_before, tokens
from tellings.quotes.lexicon import CueWord
from tellings.quotes.marks import Piece
from tellings.quotes.parties import REPORTING
from tellings.quotes.scene import Scene, Word
from tellings.text.tree import SUBJECTS, ancestors, children, subjects

Tie = Literal["after", "before", "governed", "shared", "continued", "led", "turn", "none"]
#: A sentence that leads into quoted words without a word of speech: "Her message was short: ..."
LEAD = CueWord("leads into the quoted words", "verb", "say", 1, frozenset(), "-")
ENDS = frozenset(".?!…")
PERSONS = frozenset({"he", "she", "they"})
CLOSERS = "\"”’'»"
UNLISTED = CueWord("stands where a verb of speech stands", "verb", "say", 2, frozenset(), "to")
SUBORDINATING = frozenset({"though", "although", "while", "because", "but", "after", "before", "if", "that"})
#: How far a cue may stand from its piece: "..., " said the deputy head of the ministry's press service.
REACH = 45
#: Words of a piece that a cue of praise, blame or thought needs before its words count as quoted.
CLOSE = 7
LEAST_LED = 4
LEAST_WORDS = {1: 3, 2: 2, 3: 1}


@dataclass(frozen=True, slots=True)
class Attached:
    """A piece with its cue, and how the two hang together."""

    piece: int
    cue: Cue | None
    tie: Tie


@dataclass(frozen=True, slots=True)
class Known:
    """The cues of an article, by sentence and token, and the clause that each one governs."""

    cues: Mapping[tuple[int, int], Cue]
    clauses: Mapping[tuple[int, int], Clause]


def attach(scene: Scene, known: Known) -> tuple[Attached, ...]:
    """Give each piece its cue, in order."""
    found: list[Attached] = []
    for number in range(len(scene.pieces)):
        found.append(_attached(scene, known, number, _last(scene, found)))
    return _shared_forward(scene, found)


def _last(scene: Scene, found: list[Attached]) -> Attached | None:
    """The piece before; a title or nickname beside the cue of the one before it is passed over."""
    for item in reversed(found):
        at = scene.index_at(scene.pieces[found[-1].piece].start)
        beside = item.cue is not None and at < len(scene.words) and scene.words[at].sentence == item.cue.sentence
        if item.tie != "none":
            return item if item is found[-1] or beside else found[-1]
    return found[-1] if found else None


def _attached(scene: Scene, known: Known, number: int, last: Attached | None) -> Attached:
    if scene.pieces[number].label:
        return Attached(number, None, "turn")
    alone = stands_alone(scene, number)
    spoken = None if alone else right_before(scene, known.cues, number)
    if not alone and not spoken and (is_title(scene, number) or is_label(scene, number)):
        return Attached(number, None, "none")
    if spoken and not _introduced(scene, number):
        return Attached(number, spoken, "governed")
    told = None if alone else _telling(scene, known, number)
    if told:
        return Attached(number, told, "governed")
    after = cue_after(scene, known, number)
    before = cue_before(scene, known, number)
    if before and scene.text[: scene.pieces[number].start].rstrip(" \"“”‘’'„«\xa0\n").endswith(":"):
        return Attached(number, before, "before")
    if after and (alone or not _introduced(scene, number)):
        return Attached(number, after, "after")
    if before:
        return Attached(number, before, "before")
    if after:
        return Attached(number, after, "after")
    if alone:
        going_on = _continued(scene, number, last)
        led = _led(scene, number) if going_on.tie == "none" else None
        return Attached(number, led, "led") if led else going_on
    governing = cue_around(scene, known, number)
    return Attached(number, governing, "governed") if governing else Attached(number, None, "none")


def _telling(scene: Scene, known: Known, number: int) -> Cue | None:
    """The cue before a piece whose clause holds it: 'told Lima that "...", a channel reported'."""
    piece = scene.pieces[number]
    at = scene.index_at(piece.start)
    if at >= len(scene.words) or _introduced(scene, number):
        return None
    naming = [known.cues.get((w.sentence, w.token.i)) for w in _just_before(scene, at)]
    telling = [
        cue
        for key, cue in _of_sentence(scene, known, scene.words[at].sentence)
        if cue.word.strength > 1 and cue.span.end <= piece.start and _holds(known, key, piece.start)
    ]
    return next((c for c in naming if c and c.word.kind == "call"), max(telling, key=lambda c: c.token, default=None))


def _continued(scene: Scene, number: int, last: Attached | None) -> Attached:
    """A piece that stands alone goes on with the speech before it, in its paragraph or the one before."""
    piece = scene.pieces[number]
    near = last is not None and piece.paragraph - scene.pieces[last.piece].paragraph <= 1
    if last is None or not near or last.tie in {"none", "turn"} or not ends_sentence(scene, number):
        return Attached(number, None, "none")
    return Attached(number, last.cue, "continued")


def _led(scene: Scene, number: int) -> Cue | None:
    """The sentence before a piece that stands alone, where it ends with a colon or someone named is its subject."""
    piece = scene.pieces[number]
    lead = scene.text[: piece.start].rstrip(" \"“”‘’'„«\xa0\n")
    before = scene.words[scene.index_at(len(lead)) - 1] if scene.index_at(len(lead)) else None
    if (
        before is None
        or not ends_sentence(scene, number)
        or (len(scene.text[piece.start : piece.end].split()) < LEAST_LED and not is_clause(scene, number))
    ):
        return None
    sentence = scene.sentences[before.sentence]
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if (
        root is None
        or before.piece is not None
        or (not lead.endswith(":") and "\n" in scene.text[len(lead) : piece.start])
    ):
        return None
    named = [
        t for t in subjects(sentence, root.i) if lead.endswith(":") or t.pos == "PROPN" or t.text.lower() in PERSONS
    ]
    return Cue(sentence.index, root.i, LEAD, sentence.span_of(root.i, root.i)) if named else None


def _shared_forward(scene: Scene, found: list[Attached]) -> tuple[Attached, ...]:
    """'"A," and "B," he said': the first piece shares the cue of the second."""
    for here, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = scene.text[scene.pieces[here.piece].end : scene.pieces[following.piece].start]
        joined = between.strip(" \"“”‘’'.,").lower() in {"and", "or", "but"}
        left_open = not scene.pieces[here.piece].closed and _next_paragraph(scene, here.piece, following.piece)
        joined = joined or (left_open and stands_alone(scene, here.piece))
        if here.cue is None and joined and following.cue and following.tie == "after":
            found[here.piece] = Attached(here.piece, following.cue, "shared")
    return tuple(found)


def _next_paragraph(scene: Scene, one: int, other: int) -> bool:
    return scene.pieces[other].paragraph == scene.pieces[one].paragraph + 1 and stands_alone(scene, other)


def stands_alone(scene: Scene, number: int) -> bool:
    """Whether the piece opens a sentence: nothing of the reporter's stands before it there."""
    start = scene.pieces[number].start
    before = scene.text[:start].rstrip(" \"“”‘’'„«»‚‛‟\t\xa0")[-1:]
    return (
        before in ENDS
        or before in {"", "\n", ":"}
        or before in "—–"
        or (before == "-" and scene.text[start:][:1].isupper())
    )


def ends_sentence(scene: Scene, number: int) -> bool:
    """Whether the piece ends like a sentence, or is left open."""
    piece = scene.pieces[number]
    words = scene.text[piece.start : piece.end].rstrip("\"”’'")
    following = scene.text[piece.end : piece.end + 2].strip("\"”’'»“")
    return not piece.closed or words[-1:] in ENDS or following[:1] in ENDS


def _introduced(scene: Scene, number: int) -> bool:
    """Whether a comma or colon leads from the reporter's words into the piece."""
    return scene.text[: scene.pieces[number].start].rstrip(" \"“”‘’'„«\xa0")[-1:] in {",", ":"}


def cue_after(scene: Scene, known: Known, number: int) -> Cue | None:
    """The cue that follows a piece in its sentence: '"...," he said'."""
    piece = scene.pieces[number]
    first = scene.index_at(piece.end)
    words = scene.words[first : first + REACH]
    if not _leads_on(scene, number, words):
        return None
    for word in words:
        if _parts_company(scene, piece, word):
            return None
        cue = known.cues.get((word.sentence, word.token.i))
        if cue and cue.word.pos == "verb" and word.token.dep not in {"relcl", "acl"} and _may_follow(scene, word):
            return cue
        if _is_finite(word.token) and word.token.lemma.lower() not in REPORTING:
            return _unlisted(scene, number, word)
        if word.token.text.lower() in SUBORDINATING:
            return None
    return None


def _may_follow(scene: Scene, word: Word) -> bool:
    """A participle follows what it says in "he was quoted as saying" alone, and there the verb of quoting does not."""
    sentence = scene.sentences[word.sentence]
    if word.token.lemma.lower() in {"quote", "cite"}:
        return not any(t.text.lower() == "as" for t in children(sentence, word.token.i, "prep", "mark"))
    above = ancestors(sentence, word.token.i)
    return word.token.tag != "VBG" or any(t.lemma.lower() in REPORTING for t in above)


def _unlisted(scene: Scene, number: int, word: Word) -> Cue | None:
    """Any verb may follow a whole clause in marks that ends with a comma: '"It is late," smiled the envoy'."""
    said = scene.text[scene.pieces[number].start : scene.pieces[number].end]
    if not (said.endswith(",") and stands_alone(scene, number) and is_clause(scene, number)):
        return None
    return Cue(word.sentence, word.token.i, UNLISTED, Span(word.start, word.end))


def _parts_company(scene: Scene, piece: Piece, word: Word) -> bool:
    """Whether a word ends what may belong to the piece before it: another piece, paragraph or sentence."""
    nickname = word.piece is not None and len(tokens(scene, word.piece)) == 1
    quoted = word.piece is not None and not nickname
    ended = word.token.text in {".", "?", "!", ";"} and word.piece is None
    return quoted or ended or "\n\n" in scene.text[piece.end : word.start]


def _leads_on(scene: Scene, number: int, words: tuple[Word, ...]) -> bool:
    """Whether the sentence goes on after the piece: by a comma, a question or a small letter."""
    piece = scene.pieces[number]
    last = scene.text[piece.start : piece.end].rstrip(CLOSERS)[-1:]
    spoken = next((w for w in words if w.token.pos != "PUNCT"), None)
    if spoken is None or last in {",", "?", "!", "—", "–", "-"} or (last == "…" and piece.closed):
        return spoken is not None
    following = scene.text[piece.end : piece.end + 3].lstrip("\"”’'»“ ")
    if following[:1] in {",", "—", "–"}:
        return True
    return last == "." and spoken.token.text[:1].islower()


def _is_finite(token: Token) -> bool:
    """A finite verb of a clause of its own, so that what follows belongs to another thought."""
    return token.tag in {"VBD", "VBZ", "VBP"} and token.pos == "VERB" and token.dep not in {"relcl", "acl", "advcl"}


def cue_before(scene: Scene, known: Known, number: int) -> Cue | None:
    """The cue that leads into a piece: 'he said, "..."'; 'he said:' at the end of the paragraph before."""
    piece = scene.pieces[number]
    lead = scene.text[: piece.start].rstrip(" \"“”‘’'„«\xa0\n")
    if lead[-1:] not in {",", ":"}:
        return None
    last = scene.index_at(piece.start)
    for word in reversed(scene.words[max(0, last - REACH) : last]):
        if word.token.text in {".", "?", "!"} and word.end < len(lead) - 1:
            return None
        if word.piece is not None and word.start < piece.start and word.piece != number:
            return None
        cue = known.cues.get((word.sentence, word.token.i))
        if cue and cue.word.strength > 1 and (lead[-1:] == ":" or not _is_aside(scene, word)):
            return cue
    return None


def _is_aside(scene: Scene, word: Word) -> bool:
    """Whether a verb stands in a clause on when or why the words are said: 'said that if Lima agreed, "..."'."""
    marks = children(scene.sentences[word.sentence], word.token.i, "mark")
    return any(t.text.lower() in SUBORDINATING for t in marks)


def cue_around(scene: Scene, known: Known, number: int) -> Cue | None:
    """The cue whose clause holds the piece, else the nearest cue above it in the tree, else before it."""
    piece = scene.pieces[number]
    at = scene.index_at(piece.start)
    if at >= len(scene.words):
        return None
    word = scene.words[at]
    holding = [c for key, c in _of_sentence(scene, known, word.sentence) if _holds(known, key, word.start)]
    above = [known.cues.get((word.sentence, t.i)) for t in ancestors(scene.sentences[word.sentence], word.token.i)]
    speech = sorted((c for c in holding if c.word.strength > 1), key=lambda c: -c.span.start)
    size = len(scene.text[piece.start : piece.end].split())
    naming = [c for c in (known.cues.get((w.sentence, w.token.i)) for w in _just_before(scene, at)) if c]
    ranked = [*(c for c in naming if "object" in c.word.takes), *speech, *(c for c in above if c), *holding]
    judged = _judged(scene, known, scene.words[at : scene.index_at(piece.end)])
    put = judged or next((c for _, c in _of_sentence(scene, known, word.sentence) if _puts(scene, c, piece)), None)
    return put or next((c for c in ranked if size >= LEAST_WORDS[c.word.strength]), None)


def _judged(scene: Scene, known: Known, words: tuple[Word, ...]) -> Cue | None:
    """The cue of which a piece is the judgement: 'called the plan "dead"', 'blasted her as a "fraud"', 'accused of'."""
    inside = {(w.sentence, w.token.i) for w in words}
    top = next((w for w in words if (w.sentence, w.token.head) not in inside and w.token.pos != "PUNCT"), None)
    if top is None:
        return None
    bound = top.token.dep in {"oprd", "attr", "acomp"}
    for above in ancestors(scene.sentences[top.sentence], top.token.i):
        cue = known.cues.get((top.sentence, above.i))
        if cue or above.pos in {"VERB", "AUX"}:
            return cue if cue and bound and "object" in cue.word.takes else None
        bound = bound or (above.dep == "prep" and above.text.lower() in JUDGING | {"on"})
    return None


def _puts(scene: Scene, cue: Cue, piece: Piece) -> bool:
    """A cue that says whose wording the piece before it is: 'the "quiet path", as she described it'."""
    sentence = scene.sentences[cue.sentence]
    as_ = any(t.text.lower() == "as" for t in children(sentence, cue.token, "mark", "advmod"))
    said = [t for t in children(sentence, cue.token, "dobj") if t.text.lower() in {"it", "them"}]
    return as_ and bool(said) and cue.span.start > piece.end and bool(children(sentence, cue.token, *SUBJECTS))


def _just_before(scene: Scene, at: int) -> list[Word]:
    """The verb that a piece follows at a few words' distance: 'called the charge "a fairy tale"'."""
    words = [w for w in scene.words[max(0, at - CLOSE) : at] if w.sentence == scene.words[at].sentence]
    return [w for w in words if w.token.pos == "VERB" and w.token.tag != "VB"][-1:]


def _of_sentence(scene: Scene, known: Known, sentence: int) -> list[tuple[tuple[int, int], Cue]]:
    keys = [(sentence, t.i) for t in scene.sentences[sentence].tokens]
    return [(key, known.cues[key]) for key in keys if key in known.cues]


def _holds(known: Known, key: tuple[int, int], place: int) -> bool:
    return key in known.clauses and any(p.start <= place < p.end for p in known.clauses[key].parts)
