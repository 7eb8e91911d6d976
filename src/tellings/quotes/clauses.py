"""The clause that a cue gives as said, in the reporter's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.model.spans import Span
from tellings.model.text import Sentence, Token
from tellings.quotes.complements import clause_heads, is_infinitive, judgement, opened_by_that, that_clauses
from tellings.quotes.cues import ACCORDING, IN_WORDS, Cue
from tellings.quotes.lexicon import CueWord, cue_words
from tellings.quotes.scene import Scene
from tellings.text.tree import SUBJECTS, ancestors, children, conjuncts, subtree

COMPLEMENTS = ("dobj", "oprd", "attr", "acomp", "ccomp", "xcomp", "prep", "pobj", "dative")
#: Clauses that stand inside another verb's clause.
INNER = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl"})
EXPLAINING = frozenset({"which", "who", "whose", "although", "though"})
#: What a reporter calls words that others deny: "..., a charge that Lima rejects".
CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "statement", "suggestion"})
BEFORE = "clause before the cue"
#: What follows the place of a dateline: "LIMA (Agência Sul) – ", "LIMA -- ".
DATELINE = re.compile(r"(?:, [^\W\d_]+\.?)?(?: \([^()\n]{1,40}\))? *(?:--|[–—]|- )")
EDGE = frozenset({"PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a cue gives as said: spans in order, and the rule that found them."""

    parts: tuple[Span, ...]
    rule: str

    @property
    def span(self) -> Span:
        """From the first to the last part."""
        return Span(self.parts[0].start, self.parts[-1].end)


def clause(scene: Scene, cue: Cue) -> Clause | None:
    """Give the clause that the cue governs, None where the tree shows none."""
    sentence = scene.sentences[cue.sentence]
    for rule, tokens in _readings(sentence, cue):
        parts = _parts(scene, cue, tokens)
        if parts:
            return Clause(parts, rule)
    return None


def _readings(sentence: Sentence, cue: Cue) -> Iterator[tuple[str, set[int]]]:
    """Sets of tokens that may be the words said, best first, each with the name of its rule."""
    if cue.word in {ACCORDING, IN_WORDS}:
        yield cue.word.lemma, _around(sentence, cue.token)
        return
    if cue.word.pos == "verb" and cue.word.strength > 1 and _is_misread(sentence, cue.token):
        yield BEFORE, _before(sentence, cue.token)
    own = {t.i for t in _one_side(cue.token, clause_heads(sentence, cue.token, cue.word))}
    own |= {t.i for t in _further(sentence, cue.token, own)}
    if cue.word.takes & {"object", "as"} and not own:
        yield "judgement of the cue", judgement(sentence, cue.token, cue.word)
    if own:
        said = {i for head in own for i in subtree(sentence, head)}
        said -= _reporter(sentence, cue.token, own) | _next_thought(sentence, own)
        yield "clause of the cue", said - _afterthought(sentence, said)
    elif _may_be_inserted(cue.word) and _is_inserted(sentence, cue.token):
        yield "cue inserted in the clause", _around(sentence, cue.token)
    if cue.word.pos == "verb" and cue.word.strength > 1:
        yield BEFORE, _before(sentence, cue.token)


def _is_misread(sentence: Sentence, i: int) -> bool:
    """Whether the tree hangs a cue that ends its sentence, or its subject, where neither belongs."""
    several = len(children(sentence, i, *SUBJECTS)) > 1
    return apposed_subject(sentence, i) is not None or several or sentence.tokens[i].dep in {"conj", "acl"}


def _may_be_inserted(word: CueWord) -> bool:
    return word.pos == "verb" and word.strength > 1 and "that" in word.takes


def _one_side(cue: int, heads: list[Token]) -> list[Token]:
    """Clauses before and after a cue are not both its own: what comes after it is nearer."""
    after = [t for t in heads if t.i > cue]
    return after[:1] or heads


def _further(sentence: Sentence, cue: int, heads: set[int]) -> list[Token]:
    """Verbs that the tree hangs from the cue though they go on with its clause: 'said she would go and let them know'.

    They have no subject of their own and no form that the cue's subject could take, or a "that".
    """
    if not heads or min(heads) < cue:
        return []
    later = [t for t in children(sentence, cue, "conj", "ccomp") if t.i > max(heads)]
    return [t for t in later if opened_by_that(sentence, t.i) or (_is_bare(sentence, t) and _subjectless(sentence, t))]


def _subjectless(sentence: Sentence, verb: Token) -> bool:
    return not children(sentence, verb.i, *SUBJECTS)


def _is_bare(sentence: Sentence, verb: Token) -> bool:
    """An infinitive, a verb with a modal, or a second clause that the tree gives to one cue."""
    modal = any(t.tag == "MD" for t in children(sentence, verb.i, "aux"))
    return modal or verb.tag == "VB" or verb.dep == "ccomp"


def object_of(scene: Scene, cue: Cue, place: int) -> Span | None:
    """What a cue such as "call" or "dismiss" says of whom, where the words at `place` lie in it."""
    sentence = scene.sentences[cue.sentence]
    right = [t for t in children(sentence, cue.token, *COMPLEMENTS) if t.i > cue.token]
    inside = sorted({i for t in right for i in subtree(sentence, t.i)})
    span = sentence.span_of(inside[0], inside[-1]) if inside else None
    return span if span and span.start <= place < span.end else None


def _reporter(sentence: Sentence, cue: int, heads: set[int]) -> set[int]:
    """Words that the tree puts into the clause though they are the cue's own: the cue and its other children."""
    if not any(cue in subtree(sentence, head) for head in heads):
        return {cue}
    return {cue} | {i for t in children(sentence, cue) if t.i not in heads for i in subtree(sentence, t.i)}


def _next_thought(sentence: Sentence, heads: set[int]) -> set[int]:
    """What is coordinated with the clause though it goes on with the reporter's: "said he was keen and hailed ..."."""
    loose = [
        t for head in heads for t in children(sentence, head, "conj") if goes_on(sentence, sentence.tokens[head], t)
    ]
    return {i for t in loose for i in subtree(sentence, t.i)}


def _afterthought(sentence: Sentence, said: set[int]) -> set[int]:
    """A clause at the end, after a comma, by which the reporter explains: "..., which ...", "..., although ..."."""
    last = max((i for i in said if sentence.tokens[i].pos not in EDGE), default=-1)
    for t in (sentence.tokens[i] for i in sorted(said)):
        inside = subtree(sentence, t.i)
        set_off = inside[0] > 0 and sentence.tokens[inside[0] - 1].text in {",", "—", "--"}
        if set_off and inside[-1] >= last and _explains(sentence, t, sentence.tokens[inside[0]]):
            return set(inside)
    return set()


def _explains(sentence: Sentence, head: Token, first: Token) -> bool:
    """ "..., which ..."; "..., as others have feared"; "..., a charge that they deny"."""
    if head.dep == "appos":
        return head.lemma.lower() in CLAIMS and bool(children(sentence, head.i, "relcl", "acl"))
    if goes_on_saying(sentence, head):
        return True
    if head.dep == "advcl" and first.text.lower() == "as":
        compared = (head.lemma.lower(), "verb") in cue_words()
        return compared and first.head == head.i and bool(children(sentence, head.i, *SUBJECTS))
    return head.dep in {"relcl", "advcl"} and first.text.lower() in EXPLAINING


def goes_on_saying(sentence: Sentence, verb: Token) -> bool:
    """A participle by which the speaker goes on: "said no one was hurt, adding that the bridge was safe"."""
    word = cue_words().get((verb.lemma.lower(), "verb"))
    if word is None or word.strength < 2 or verb.tag != "VBG" or verb.dep != "advcl" or verb.i == 0:
        return False
    return sentence.tokens[verb.i - 1].text == "," and bool(that_clauses(sentence, verb.i, word))


def goes_on(sentence: Sentence, head: Token, conj: Token) -> bool:
    """A finite cue without a subject of its own or with another speaker's name, or any finite verb after an infinitive.

    "said she was keen and hailed the talks"; "said it was late, and Lima accused them of delay".
    """
    word = cue_words().get((conj.lemma.lower(), "verb"))
    if conj.tag not in {"VBD", "VBZ", "VBP"}:
        return False
    if _subjectless(sentence, conj):
        return word is not None or is_infinitive(sentence, head.i)
    named = any(t.pos in {"PROPN", "NOUN"} for t in children(sentence, conj.i, "nsubj"))
    return word is not None and word.kind not in {"think", "report"} and named


def _is_inserted(sentence: Sentence, i: int) -> bool:
    """Whether the cue hangs from the verb of what is said: "The talks, he said, went well"; "as he put it"."""
    token = sentence.tokens[i]
    told = (cue_words()[token.lemma.lower(), "verb"].addressee == "object") and token.dep == "parataxis"
    if children(sentence, i, *([] if told else ["dobj", "dative"]), "ccomp", "xcomp"):
        return False
    if token.dep == "advcl":
        return any(t.text.lower() == "as" for t in children(sentence, i, "mark", "advmod"))
    return token.dep == "parataxis"


def _around(sentence: Sentence, i: int) -> set[int]:
    """The clause that token `i` hangs from, without what hangs from `i`.

    The tree often hangs a phrase that is set off by a comma too low, so an inner clause gives way to
    the one around it, up to a cue of speech.
    """
    above = [t for t in ancestors(sentence, i) if t.pos in {"VERB", "AUX"}]
    head = above[0] if above else sentence.tokens[sentence.tokens[i].head]
    set_off = i == 0 or sentence.tokens[i - 1].text == ","
    ends = subtree(sentence, i)[-1] >= len(sentence.tokens) - 2
    if set_off and ends and head.dep == "conj" and children(sentence, head.i, *SUBJECTS):
        head = conjuncts(sentence, head.i)[0]
    for outer in above[1:] if set_off else []:
        word = cue_words().get((outer.lemma.lower(), "verb"))
        if head.dep not in INNER or (word and word.strength > 1):
            break
        head = outer
    return set(subtree(sentence, head.i)) - set(subtree(sentence, i))


def apposed_subject(sentence: Sentence, i: int) -> Token | None:
    """A subject that the tree takes for the name of the noun before it.

    "met his host Otto Lima, the ministry said"; "After the vote, Ana Prado, a member of the board, said".
    """
    led = _led_subject(sentence, i)
    if led or i + 1 < len(sentence.tokens) - 1:
        return led
    named = [t for s in children(sentence, i, *SUBJECTS) for t in children(sentence, s.i, "appos")]
    own = (t for t in named if subtree(sentence, t.i)[-1] == i - 1)
    return next((t for t in own if sentence.tokens[subtree(sentence, t.i)[0] - 1].text == ","), None)


def _led_subject(sentence: Sentence, i: int) -> Token | None:
    """The name after a noun that cannot be the subject: it follows a preposition, or is a dateline's place."""
    for noun in children(sentence, i, "nsubj"):
        names = [t for t in children(sentence, noun.i, "appos") if t.pos in {"PROPN", "NOUN"} and t.i < i]
        name = next((t for t in reversed(names) if t.pos == "PROPN"), next(iter(names), None))
        if name and (_is_governed(sentence, noun) or DATELINE.match(sentence.text, noun.end)):
            return name
    return None


def _is_governed(sentence: Sentence, noun: Token) -> bool:
    """Whether a preposition stands before a noun's phrase, or opens it: "In a statement, her adviser said"."""
    first = subtree(sentence, noun.i)[0]
    return any(sentence.tokens[j].tag == "IN" for j in (first - 1, first) if j >= 0)


def ending_subject(sentence: Sentence, i: int) -> Token | None:
    """Who speaks at a cue that ends its sentence after a comma: "The bridge is shut, officials said".

    The tree may give the cue the subject of the words said as well, hang it from their verb, or take it for a
    participle of the speaker, whom it hangs from a noun on the far side of that verb.
    """
    named = apposed_subject(sentence, i)
    own = [t for t in children(sentence, i, *SUBJECTS) if t.i < i]
    subject = named or (_far_apposition(sentence, i) if sentence.tokens[i].dep == "acl" else next(reversed(own), None))
    if subject is None or _is_coordinated(sentence, i) or children(sentence, i, *_clauses_of(sentence.tokens[i])):
        return None
    first = min(i, subtree(sentence, subject.i)[0])
    return subject if first and sentence.tokens[first - 1].text == "," else None


def _clauses_of(cue: Token) -> tuple[str, ...]:
    """What a cue that ends its sentence has none of; one told is no clause."""
    word = cue_words().get((cue.lemma.lower(), "verb"))
    return ("xcomp",) if word and word.addressee == "object" else ("dobj", "xcomp")


def _is_coordinated(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.dep == "conj":
        return any(token.head < t.i < i for t in children(sentence, token.head, "cc"))
    return token.dep not in {"ROOT", "acl"}


def _far_apposition(sentence: Sentence, i: int) -> Token | None:
    noun = sentence.tokens[sentence.tokens[i].head]
    verbs = any(t.pos in {"VERB", "AUX"} for t in sentence.tokens[noun.head : noun.i])
    return noun if noun.dep == "appos" and verbs and sentence.tokens[i - 1].text == "," else None


def _before(sentence: Sentence, i: int) -> set[int]:
    """All words before the speaker of a cue that ends its sentence."""
    subject = ending_subject(sentence, i)
    if subject is None:
        return set()
    said = sentence.tokens[: min(i, subtree(sentence, subject.i)[0]) - 1]
    whole = any(t.dep in SUBJECTS for t in said) and any(t.pos in {"VERB", "AUX"} for t in said)
    opening = next((t for t in said if t.dep not in {"cc", "punct"}), None)
    leads = opening is None or opening.dep == "mark" or opening.tag == "WRB"
    return {t.i for t in said} if whole and not leads else set()


def _parts(scene: Scene, cue: Cue, tokens: set[int]) -> tuple[Span, ...]:
    """Turn tokens into spans: runs without a gap, their outer punctuation and a leading "that" left out."""
    sentence = scene.sentences[cue.sentence]
    runs: list[list[Token]] = []
    for token in (sentence.tokens[i] for i in sorted(tokens)):
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (_trimmed(run) for run in runs)
    kept = [run for run in trimmed if run]
    return tuple(sentence.span_of(run[0].i, run[-1].i) for run in kept)


def _trimmed(run: list[Token]) -> list[Token]:
    run = _without_time(run)
    while run and (run[0].pos in EDGE or _is_that(run[0])):
        run = run[1:]
    while run and (run[-1].pos in EDGE or run[-1].dep == "cc"):
        run = run[:-1]
    return run


def _without_time(run: list[Token]) -> list[Token]:
    """Leave out a time that opens the clause and belongs to the cue: "told Xi on Friday he was keen"."""
    rest = run[1:] if run and run[0].pos == "ADP" else run
    times = next((n for n, t in enumerate(rest) if t.ent not in {"DATE", "TIME"}), len(rest))
    own = any(t.dep in SUBJECTS or t.dep == "poss" for t in rest[:times])
    return rest[times:] if times and not own and run[0].i > 0 and times < len(rest) else run


def _is_that(token: Token) -> bool:
    return token.dep in {"mark", "dobj"} and token.text.lower() == "that"
