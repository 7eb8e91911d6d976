"""Who speaks, to whom, by whose account and when, as the words around a cue say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from tellings.model.actors import Mention
from tellings.model.spans import Span
from tellings.model.text import Sentence, Token
from tellings.quotes.clauses import apposed_subject, ending_subject, goes_on, goes_on_saying
from tellings.quotes.complements import STEPS, past_a_phrase
from tellings.quotes.cues import ACCORDING, IN_WORDS, Cue, worded
from tellings.quotes.lexicon import cue_words
from tellings.quotes.scene import Scene, Word
from tellings.text.tree import SUBJECTS, ancestors, children, conjuncts, is_passive, subjects, subtree

QUOTING = "\"“”‘’'"
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
RELATIVE = frozenset({"who", "which", "that"})
#: Mentions of these kinds may stand before the name of the one who is meant.
ROLES = frozenset({"office", "body", "group"})
#: What hangs from a noun without naming it.
LOOSE = frozenset({"case", "relcl", "appos", "acl", "advcl", "punct", "cc", "conj", "advmod"})
#: Nouns for one who speaks for another, or for a text that does: their own mention is looked for inside them.
VOICES = frozenset(
    {"statement", "report", "spokesman", "spokeswoman", "spokesperson", "readout", "communique", "official"}
)
CARRIED = frozenset(
    {"broadcast", "televise", "air", "publish", "carry", "release", "post", "issue", "share", "provide"}
)
#: What is given out by someone, who answers for it.
TEXTS = frozenset({"video", "footage", "film", "recording", "transcript", "text", "note", "statement", "readout"})
REPORTING = frozenset({"quote", "cite", "report"})
#: Participles that hang from the speech or its speaker: "in remarks broadcast on Channel 2", "quoted by a newspaper".
PASSED_ON = CARRIED | {"quote", "cite"}
#: Verbs of an account of another's speech: "the Kremlin said he had told the president that ...".
RECOUNTING = REPORTING | {"say", "state", "announce", "confirm", "disclose", "reveal", "recount"}


#: "he told reporters, according to": so many tokens on, whatever the tree says.
CLOSE = 5


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part in the speech: a mention where the cast has one, and the words."""

    mention: int | None
    span: Span


def party(scene: Scene, sentence: Sentence, i: int) -> Party:
    """The party that the noun at token `i` names."""
    found = scene.mention_at(sentence.start + sentence.tokens[i].start)
    if found is None or found.kind in ROLES:
        found = _apposed(scene, sentence, i) or found
    if found is None:
        span = _noun_span(sentence, i)
        found = _voice_of(scene, sentence, i, span)
        return Party(found.index if found else None, span)
    return Party(found.index, found.span)


def _apposed(scene: Scene, sentence: Sentence, i: int) -> Mention | None:
    """Whose name follows an office or a role: "the spokeswoman of the ministry, Ana Prado"; "the bard Ana Prado"."""
    role = sentence.start + sentence.tokens[i].end
    names = [scene.mention_at(sentence.start + t.start) for t in children(sentence, i, "appos")]
    return next((m for m in names if m and (m.kind == "person" or m.start == role + 1)), None)


def _noun_span(sentence: Sentence, i: int) -> Span:
    loose = {j for t in children(sentence, i, *LOOSE) for j in subtree(sentence, t.i)}
    tokens = [j for j in subtree(sentence, i) if j not in loose]
    run = [j for j in tokens if all(k in tokens for k in range(min(i, j), max(i, j) + 1))]
    return sentence.span_of(run[0], run[-1])


def _voice_of(scene: Scene, sentence: Sentence, i: int, span: Span) -> Mention | None:
    if sentence.tokens[i].lemma.lower() not in VOICES:
        return None
    first = bisect_left(scene.cast.mentions, span.start, key=lambda m: m.start)
    return next((m for m in scene.cast.mentions[first : first + 1] if span.holds(m.span)), None)


def speaker(scene: Scene, cue: Cue) -> Party | None:
    """The one who speaks at a cue, as the tree has it: never a word of what is quoted."""
    sentence = scene.sentences[cue.sentence]
    heads = (i for i in _speaker_tokens_of(sentence, cue) if i is not None)
    head = next((i for i in heads if not scene.quoted(cue.sentence, i)), None)
    return party(scene, sentence, head) if head is not None else None


def _speaker_tokens_of(sentence: Sentence, cue: Cue) -> Iterator[int | None]:
    if cue.word is ACCORDING:
        yield _giver(sentence, _object_of(sentence, cue.token))
    elif cue.word is IN_WORDS:
        yield _owner_of_words(sentence, cue.token)
    elif cue.word.pos == "noun":
        yield from (t.i for t in children(sentence, cue.token, "poss"))
    else:
        yield from _speaker_tokens(sentence, cue.token)


def _owner_of_words(sentence: Sentence, i: int) -> int | None:
    owner = next((w for t in children(sentence, i, "pobj", "pcomp") if (w := worded(sentence, t))), None)
    if owner is None or owner.text.lower() != "whose":
        return owner.i if owner else None
    return next((t.i for t in reversed(sentence.tokens[:i]) if t.pos in {"NOUN", "PROPN"}), None)


def _agents(sentence: Sentence, i: int) -> Iterator[int]:
    """Those by whom something is called something; the tree may hang them from what it is called."""
    hung = [t.i for t in children(sentence, i, "oprd", "attr", "dobj", "acomp") if t.i > i]
    by = [t for j in (i, *hung) for t in children(sentence, j, "agent", "prep") if t.text.lower() == "by"]
    yield from (t.i for p in by for t in children(sentence, p.i, "pobj"))


def _speaker_tokens(sentence: Sentence, i: int) -> Iterator[int]:
    token = sentence.tokens[i]
    if is_passive(sentence, i) or _was_told(sentence, token):
        yield from _agents(sentence, i)
        return
    yield from _quoted_as_saying(sentence, token)
    named = apposed_subject(sentence, i) or ending_subject(sentence, i)
    if named:
        yield named.i
    yield from _left_hanging(sentence, token)
    for subject in subjects(sentence, _resumed(sentence, token)):
        if subject.ent in {"DATE", "TIME"}:
            continue
        yield _antecedent(sentence, token, subject)
    yield from _borrowed(sentence, token)


def _was_told(sentence: Sentence, token: Token) -> bool:
    """A participle of one spoken to, who does not speak in it: "Asked whether she would go, Prado said no"."""
    word = cue_words().get((token.lemma.lower(), "verb"))
    told = word is not None and word.addressee == "object" and token.tag == "VBN" and token.dep in {"advcl", "acl"}
    return told and not children(sentence, token.i, "aux", *SUBJECTS)


def _left_hanging(sentence: Sentence, token: Token) -> Iterator[int]:
    """A noun that the tree leaves without its verb: "Prado, who met them at noon, assured for her part that ..."."""
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if root is None or root.pos not in {"PROPN", "NOUN"} or token.dep not in {"advcl", "acl", "conj"}:
        return
    described = any(c.dep == "relcl" and c.i < token.i for c in children(sentence, root.i))
    if described and root.i < token.i and sentence.tokens[token.i - 1].text == "," and token.tag in {"VBN", "VBD"}:
        yield root.i


def _resumed(sentence: Sentence, token: Token) -> int:
    """The verb whose subject a cue shares: "said that no one had left and called it a tale" goes on with "said"."""
    if token.dep != "conj" or children(sentence, token.i, *SUBJECTS):
        return token.i
    first = sentence.tokens[conjuncts(sentence, token.i)[0].i]
    outer = sentence.tokens[first.head]
    return outer.i if first.dep == "ccomp" and goes_on(sentence, first, token) else token.i


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> int:
    """A relative pronoun stands for the noun that its clause hangs from."""
    if subject.text.lower() not in RELATIVE:
        return subject.i
    if verb.dep != "relcl":
        return subject.i
    return next(_author(sentence, verb.head), verb.head)


def _quoted_as_saying(sentence: Sentence, token: Token) -> Iterator[int]:
    """ "TASS quoted Lavrov as saying", "Lavrov was quoted as saying": the one quoted speaks."""
    quoting = next((t for t in ancestors(sentence, token.i) if t.lemma in REPORTING and t.pos == "VERB"), None)
    if quoting is None or token.tag != "VBG":
        return
    deps = ("nsubjpass",) if is_passive(sentence, quoting.i) else ("dobj",)
    yield from (t.i for t in children(sentence, quoting.i, *deps))


def _borrowed(sentence: Sentence, token: Token) -> Iterator[int]:
    """A participle or coordinated cue borrows the subject of the nearest verb above, or the noun it hangs from."""
    if token.dep == "acl":
        yield from _author(sentence, token.head)
        yield token.head
        return
    going_on = goes_on_saying(sentence, token) or _set_off(sentence, token)
    for above in ancestors(sentence, token.i):
        if going_on and above.dep == "ccomp" and above.i < token.i:
            continue
        if above.pos in {"VERB", "AUX"}:
            own = children(sentence, above.i, *SUBJECTS)
            if own:
                yield _antecedent(sentence, above, own[0])
                return


def _set_off(sentence: Sentence, token: Token) -> bool:
    """A participle after a comma goes on with the subject of the whole: 'told her that he "lost," adding ...'."""
    before = "".join(t.text for t in sentence.tokens[max(0, token.i - 2) : token.i])
    return token.tag == "VBG" and token.dep == "advcl" and before.strip(QUOTING)[-1:] == ","


def _author(sentence: Sentence, i: int) -> Iterator[int]:
    """Who makes the text or remark that speaks: "the council issued a statement calling ..."."""
    noun = sentence.tokens[i]
    if noun.lemma.lower() in TEXTS | STEPS and noun.dep == "dobj" and not is_passive(sentence, noun.head):
        yield from (t.i for t in subjects(sentence, noun.head))


def _object_of(sentence: Sentence, i: int) -> int | None:
    """The noun that a preposition governs, over a second preposition ("according to")."""
    for t in children(sentence, i, "prep", "pobj"):
        return t.i if t.dep == "pobj" else _object_of(sentence, t.i)
    return None


def _giver(sentence: Sentence, i: int | None) -> int | None:
    """Who gave out the text or film that one goes by: "video released by the navy", "a note from the port"."""
    if i is None or sentence.tokens[i].lemma.lower() not in TEXTS:
        return i
    out = [t for t in children(sentence, i, "acl") if t.lemma.lower() in CARRIED]
    by = [p for j in (i, *(t.i for t in out)) for p in children(sentence, j, "agent", "prep")]
    return next((t.i for p in by if p.text.lower() in {"by", "from"} for t in children(sentence, p.i, "pobj")), i)


def beside(scene: Scene, cue: Cue, start: int, end: int) -> Party | None:
    """The mention next to a cue between two places: "... ," said the minister; "..., " the minister said."""
    first, last = scene.index_at(start), scene.index_at(end)
    found = [m for word in scene.words[first:last] if word.piece is None and (m := scene.mention_at(word.start))]
    if not found:
        return _name_beside(scene, cue, start, end)
    acting = [m for m in found if scene.sentences[m.sentence].tokens[m.head].dep not in {"pobj", "poss"}]
    nearest = min(acting or found, key=lambda m: min(abs(m.start - cue.span.end), abs(cue.span.start - m.end)))
    return Party(nearest.index, nearest.span)


def _name_beside(scene: Scene, cue: Cue, start: int, end: int) -> Party | None:
    """The first noun before a cue, else after it, with the nouns that follow it, where the cast names no one."""
    first, at, last = (scene.index_at(place) for place in (start, cue.span.start, end))
    for words in (scene.words[first:at], scene.words[at + 1 : last]):
        free = [w for w in words if w.piece is None and w.sentence == cue.sentence]
        run = list(takewhile(_names, dropwhile(lambda w: not _names(w), free)))
        if run:
            return Party(None, Span(run[0].start, run[-1].end))
    return None


def _names(word: Word) -> bool:
    return word.token.pos in NOMINAL and word.token.tag not in {"PRP$", "WDT", "DT"}


def relay(scene: Scene, cue: Cue) -> Party | None:
    """By whose account the words are given: "he said, according to the Kremlin"; "broadcast on state television"."""
    sentence = scene.sentences[cue.sentence]
    if cue.word is ACCORDING:
        return None
    for token in sentence.tokens:
        if scene.quoted(cue.sentence, token.i):
            continue
        head = _relay_token(sentence, token, cue.token)
        if head is not None:
            return party(scene, sentence, head)
    return None


def _relay_token(sentence: Sentence, token: Token, cue: int) -> int | None:
    lemma = token.lemma.lower()
    if token.text.lower() == "according" and _hangs_by(sentence, token.i, cue):
        return _giver(sentence, _object_of(sentence, token.i))
    if (
        lemma in PASSED_ON
        and token.tag == "VBN"
        and token.dep in {"acl", "advcl"}
        and _hangs_by(sentence, token.i, cue)
    ):
        through = [p for p in children(sentence, token.i, "prep", "agent") if lemma in CARRIED or p.text == "by"]
        return next((t.i for p in through for t in children(sentence, p.i, "pobj")), None)
    if lemma in REPORTING and token.pos == "VERB" and token.i in {t.i for t in ancestors(sentence, cue)}:
        return _quoting(sentence, token.i)
    if lemma in RECOUNTING and token.pos == "VERB" and _recounts(sentence, token.i, cue):
        return next((t.i for t in subjects(sentence, token.i) if t.pos != "PRON"), None)
    return None


def _recounts(sentence: Sentence, i: int, cue: int) -> bool:
    """Whether verb `i` tells that another spoke: the cue has a subject of its own in the clause that `i` takes."""
    told = sentence.tokens[cue]
    below = (told.dep == "ccomp" and told.head == i) or told in past_a_phrase(sentence, i)
    return below and bool(children(sentence, cue, *SUBJECTS))


def _quoting(sentence: Sentence, i: int) -> int | None:
    if is_passive(sentence, i):
        return next((t.i for by in children(sentence, i, "agent") for t in children(sentence, by.i, "pobj")), None)
    return next((t.i for t in subjects(sentence, i)), None)


def _hangs_by(sentence: Sentence, i: int, cue: int) -> bool:
    """Whether token `i` hangs from the cue, with no relative clause between, or follows it close by."""
    for above in ancestors(sentence, i):
        if above.i == cue:
            return True
        if above.dep == "relcl":
            return False
    return 0 < i - cue <= CLOSE
