"""Find who said what in one article: direct, mixed and indirect quotes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tellings.model.actors import Cast
from tellings.model.article import Article
from tellings.model.ids import stable_id
from tellings.model.quotes import Quote, QuoteKind
from tellings.model.spans import Span
from tellings.model.text import Parsed, Sentence
from tellings.model.times import TimeExpression
from tellings.quotes.attach import Attached, Known, attach, stands_alone
from tellings.quotes.clauses import BEFORE, Clause, clause, object_of
from tellings.quotes.cues import ACCORDING, Cue, cues
from tellings.quotes.hearers import hearer
from tellings.quotes.labels import is_clause
from tellings.quotes.moments import moment
from tellings.quotes.parties import Party, beside, relay, speaker
from tellings.quotes.scene import Scene, scene
from tellings.quotes.speakers import Voice, labelled, voice
from tellings.text.tree import ancestors, subjects

CONFIDENCE: dict[str, float] = {
    "after": 0.95,
    "before": 0.95,
    "shared": 0.9,
    "continued": 0.7,
    "governed": 0.8,
    "led": 0.6,
    "turn": 0.9,
}
SURE = {3: 0.8, 2: 0.7, 1: 0.5}
THAT = re.compile(r"\s+that\s+(?=[^\W\d_])")
TRAILING = re.compile(r"[\s,;]+(?:and|but)?\s*$")
#: What happens is no speaker, though it "shows" and "signals".
DEEDS = frozenset(
    {
        "visit", "trip", "meeting", "move", "step", "decision", "event", "attack", "war", "conflict", "summit", "talk",
        "development", "result", "drill", "exercise", "presence", "absence", "rise", "fall", "growth", "lack",
        "failure",
    }
)  # fmt: skip
#: What a source asks of the reporter is not what it says: "a soldier, who asked not to be named".
ANONYMOUS = re.compile(r" (?:not )?to (?:be (?:named|identified|quoted)|(?:remain|stay) (?:anonymous|unnamed))\b")
#: Fewer words than this without a cue of speech are a label ("new era"), not something said.
LEAST_INDIRECT = 3
#: How many letters from its cue a speaker may stand whom the tree does not tie to it.
BESIDE = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote in the making: its words, its cue, the clause around a mixed one."""

    kind: QuoteKind
    parts: tuple[Span, ...]
    cue: Cue | None
    rule: str
    confidence: float
    clause: Span | None = None
    pieces: tuple[int, ...] = ()
    continued: bool = False


def find(article: Article, parsed: Parsed, cast: Cast, times: tuple[TimeExpression, ...]) -> tuple[Quote, ...]:
    """Give the article's quotes in the order of their first words.

    Parts are spans of code points into `article.text`, without quotation marks. A mixed quote's
    parts are the words inside marks alone; its `clause` is the whole clause that the cue governs.
    """
    seen = scene(article, parsed, cast, times)
    found = {(c.sentence, c.token): c for c in cues(seen)}
    known = Known(found, {key: said for key, cue in found.items() if (said := clause(seen, cue))})
    attached = attach(seen, known)
    quoted = _quoted(seen, known, attached)
    return _quotes(seen, article.article_id, _each_once([*quoted, *_indirect(seen, known, quoted)]))


def _each_once(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in order, of those that one stretch of words makes the surest, then the one whose cue was cut out of it.

    "The treaty, he said, is dead, the minister told reporters" is under two cues.
    """
    best: dict[tuple[int, int, str], Draft] = {}
    for draft in sorted(drafts, key=lambda d: (-d.confidence, -len(d.parts))):
        best.setdefault((draft.parts[0].start, draft.parts[-1].end, draft.kind), draft)
    return [best[place] for place in sorted(best)]


def _quoted(scene: Scene, known: Known, attached: tuple[Attached, ...]) -> list[Draft]:
    """Direct and mixed quotes: pieces of one cue, and what goes on with it in its paragraph, are one."""
    drafts: list[Draft] = []
    for item in attached:
        if item.tie == "none":
            continue
        draft = _draft(scene, known, item)
        last = drafts[-1] if drafts else None
        if last and _joins(scene, last, draft, item):
            drafts[-1] = _joined(last, draft)
        else:
            drafts.append(draft)
    return drafts


def _draft(scene: Scene, known: Known, item: Attached) -> Draft:
    piece = scene.pieces[item.piece].span
    kind = _kind(scene, known, item)
    around = _clause_span(scene, known, item, piece) if kind == "mixed" else None
    sure = CONFIDENCE[item.tie]
    return Draft(kind, (piece,), item.cue, RULES[item.tie], sure, around, (item.piece,), item.tie == "continued")


RULES = {
    "after": "quoted words before their cue",
    "before": "quoted words after their cue",
    "shared": "quoted words that share the cue of the next",
    "continued": "quoted words that go on without a cue",
    "led": "quoted words after a sentence about their speaker",
    "governed": "quoted words inside the cue's clause",
    "turn": "words after their speaker's name and a colon",
}


def _kind(scene: Scene, known: Known, item: Attached) -> QuoteKind:
    piece = scene.pieces[item.piece]
    opens = scene.text[piece.start : piece.start + 1]
    if piece.wording and opens.isalnum():
        return "indirect"
    if item.tie == "governed":
        whole = is_clause(scene, item.piece) or piece.span.of(scene.text)[-1:] in {"!", "?"}
        return "direct" if opens.isupper() and whole and _all_said(scene, item) else "mixed"
    if item.tie == "before" and _goes_into(scene, known, item) is not None:
        return "mixed"
    if item.tie == "before" and opens.islower() and not is_clause(scene, item.piece):
        return "mixed"
    if item.tie == "after" and not stands_alone(scene, item.piece) and opens.islower():
        return "mixed"
    return "direct"


def _goes_into(scene: Scene, known: Known, item: Attached) -> int | None:
    """Where the clause of the cue begins in the reporter's words: 'said that if he won, "she would sign it"'."""
    if item.cue is None:
        return None
    piece, cue = scene.pieces[item.piece], item.cue
    that = THAT.match(scene.text, cue.span.end, piece.start)
    said = known.clauses.get((cue.sentence, cue.token))
    inside = said is not None and cue.span.end < said.span.start < piece.start < said.span.end
    starts = [*([said.span.start] if said and inside else []), *([that.end()] if that else [])]
    return min(starts, default=None)


def _all_said(scene: Scene, item: Attached) -> bool:
    """Whether nothing but "that" stands between the cue and the piece."""
    if item.cue is None:
        return False
    between = scene.text[item.cue.span.end : scene.pieces[item.piece].start]
    return between.strip(" \"“”‘’'„«").lower() in {"", "that"}


def _clause_span(scene: Scene, known: Known, item: Attached, piece: Span) -> Span | None:
    if item.cue is None:
        return None
    said = known.clauses.get((item.cue.sentence, item.cue.token))
    around = said.span if said and said.span.overlaps(piece) else object_of(scene, item.cue, piece.start)
    led = _goes_into(scene, known, item) if item.tie == "before" else None
    around = Span(led, piece.end) if led is not None and around is None else around
    if led is not None and around:
        around = Span(min(led, around.start), around.end)
    return Span(min(around.start, piece.start), max(around.end, piece.end)) if around else None


def _joins(scene: Scene, last: Draft, draft: Draft, item: Attached) -> bool:
    """Whether a piece is one more part of the quote before it."""
    before, here = scene.pieces[last.pieces[-1]], scene.pieces[item.piece]
    if item.tie == "turn":
        return False
    if not before.closed and here.paragraph == before.paragraph + 1:
        return True
    if item.tie == "continued":
        return (last.kind == "direct" or last.rule == RULES["after"]) and here.paragraph == before.paragraph
    return draft.cue is not None and draft.cue == last.cue


def _joined(last: Draft, more: Draft) -> Draft:
    spans = [span for span in (last.clause, more.clause) if span]
    around = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
    around = around if last.kind == "mixed" else None
    parts, pieces = last.parts + more.parts, last.pieces + more.pieces
    named_at_last = last.continued and more.cue is not None and not more.continued
    cue = more.cue if named_at_last else last.cue or more.cue
    continued = last.continued and not named_at_last
    return replace(last, parts=parts, pieces=pieces, clause=around, cue=cue, continued=continued)


def _indirect(scene: Scene, known: Known, quoted: list[Draft]) -> list[Draft]:
    """Clauses of cues that no quoted piece takes up."""
    taken = sorted(((part, draft) for draft in quoted for part in draft.parts), key=lambda pair: pair[0].start)
    drafts = []
    cues_taken = {draft.cue for draft in quoted}
    for key, said in known.clauses.items():
        cue = known.cues[key]
        if said.rule == BEFORE and cue in cues_taken:
            continue
        inside = _inside(taken, said.span)
        parts = _before_others(scene, said, [draft for _, draft in inside])
        words = sum(len(part.of(scene.text).split()) for part in parts)
        free = not any(part.overlaps(span) for part in parts for span, _ in inside)
        if free and words >= LEAST_INDIRECT and _is_speech(scene, known, cue):
            drafts.append(Draft("indirect", parts, cue, said.rule, SURE[cue.word.strength]))
    return _without_relays(scene, drafts)


def _inside(taken: list[tuple[Span, Draft]], span: Span) -> list[tuple[Span, Draft]]:
    """The quoted parts that share a place with a span; parts are in order and apart from one another."""
    first = bisect_right(taken, span.start, key=lambda pair: pair[0].end)
    last = bisect_left(taken, span.end, key=lambda pair: pair[0].start)
    return taken[first:last]


def _before_others(scene: Scene, said: Clause, quoted: list[Draft]) -> tuple[Span, ...]:
    """The clause as far as another cue that stands in it with quoted words of its own."""
    others = [d.cue.span.start for d in quoted if d.cue and said.span.start < d.cue.span.start < d.parts[0].start]
    stop = min(others, default=said.span.end)
    if stop == said.span.end:
        return said.parts
    cut = [Span(p.start, min(p.end, stop)) for p in said.parts if p.start < stop]
    return tuple(Span(p.start, p.start + len(TRAILING.sub("", p.of(scene.text)))) for p in cut)


def _is_speech(scene: Scene, known: Known, cue: Cue) -> bool:
    """Whether someone speaks: a visit may show something but says nothing, and a noun needs its owner.

    What one says that one thinks is one quote and not two; the reporter and the reader are no speakers.
    """
    sentence = scene.sentences[cue.sentence]
    if cue.word.pos == "noun":
        return speaker(scene, cue) is not None
    who = {t.lemma.lower() for t in subjects(sentence, cue.token) if t.i != cue.token}
    if ANONYMOUS.match(scene.text, cue.span.end):
        return False
    own = cue.word.strength == 1 and (who & {"i", "we"} or _is_told(known, sentence, cue))
    return not (own or who & DEEDS or "you" in who)


def _is_told(known: Known, sentence: Sentence, cue: Cue) -> bool:
    """Whether a thought stands in the clause of a cue: "she said she hopes that ..."."""
    token = sentence.tokens[cue.token]
    return token.dep == "ccomp" and (cue.sentence, token.head) in known.clauses


def _without_relays(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is relayed: where someone "said ..., according to Y" there is one quote, and Y relays it."""
    speech = {(d.cue.sentence, d.cue.token) for d in drafts if d.cue and d.cue.word is not ACCORDING}
    return [d for d in drafts if d.cue is None or d.cue.word is not ACCORDING or not _relays(scene, d.cue, speech)]


def _relays(scene: Scene, cue: Cue, speech: set[tuple[int, int]]) -> bool:
    """Whether the verb that "according to" hangs from is itself a cue."""
    sentence = scene.sentences[cue.sentence]
    verb = next((t for t in ancestors(sentence, cue.token) if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and (cue.sentence, verb.i) in speech


def _quotes(scene: Scene, article_id: str, drafts: list[Draft]) -> tuple[Quote, ...]:
    made: list[Quote] = []
    for index, draft in enumerate(drafts):
        made.append(_quote(scene, article_id, index, draft, made))
    return tuple(made)


def _quote(scene: Scene, article_id: str, index: int, draft: Draft, before: list[Quote]) -> Quote:
    start, end = draft.parts[0].start, draft.parts[-1].end
    said_by = _voice(scene, draft, before)
    own = draft.cue if not draft.continued else None
    told_by = relay(scene, own) if own else None
    return Quote(
        quote_id=stable_id("q", article_id, start, end, draft.kind),
        index=index,
        sentence=scene.words[min(scene.index_at(start), len(scene.words) - 1)].sentence,
        kind=draft.kind,
        parts=draft.parts,
        cue=own.span if own else None,
        speaker=said_by.mention if said_by else None,
        speaker_span=said_by.party.span if said_by else None,
        also=said_by.others if said_by else (),
        addressee=hearer(scene, own, said_by.mention if said_by else None, draft.parts[0]),
        relay=told_by.mention if told_by else None,
        relay_span=told_by.span if told_by else None,
        time=moment(scene, draft.cue, said_by.mention if said_by else None, draft.parts, before) if draft.cue else None,
        confidence=draft.confidence,
        detail=draft.rule,
        clause=draft.clause,
    )


def _voice(scene: Scene, draft: Draft, before: list[Quote]) -> Voice | None:
    label = scene.pieces[draft.pieces[0]].label if draft.pieces else None
    if label:
        return labelled(scene, label)
    found = _speaker(scene, draft)
    if found is None and draft.cue:
        return _same_breath(scene, draft.cue, before)
    return voice(scene, draft.cue, found, before) if found and draft.cue else None


def _same_breath(scene: Scene, cue: Cue, before: list[Quote]) -> Voice | None:
    """A participle without a subject goes on with the speaker of its sentence: '"...," she said, adding that ...'."""
    last = before[-1] if before else None
    here = scene.sentences[cue.sentence]
    if last is None or last.speaker_span is None or here.tokens[cue.token].tag != "VBG":
        return None
    near = last.cue is not None and here.start <= last.cue.start < cue.span.start
    near = near or (cue.token == 0 and here.paragraph - scene.sentences[last.sentence].paragraph <= 1)
    return Voice(last.speaker, Party(last.speaker, last.speaker_span), last.also) if near else None


def _speaker(scene: Scene, draft: Draft) -> Party | None:
    if draft.cue is None:
        return None
    found = speaker(scene, draft.cue)
    if found and not any(part.overlaps(found.span) for part in draft.parts):
        return found
    if draft.kind == "indirect":
        return None
    sentence, near = scene.sentences[draft.cue.sentence], draft.cue.span
    before = bisect_right(scene.pieces, near.start, key=lambda piece: piece.end)
    left = scene.pieces[before - 1].end if before else sentence.start
    return beside(scene, draft.cue, max(left, near.start - BESIDE), min(near.end + BESIDE, sentence.end))
