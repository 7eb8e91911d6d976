"""Time expressions of an article, each with the token that governs it and that token's tense."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, takewhile

from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence, Token
from tellings.model.times import Tense, TimeExpression, TimeKind
from tellings.text.once import once
from tellings.text.tree import ancestors, children, governor
from tellings.times.tagger import Tag, tags
from tellings.times.words import any_of, words

#: A preposition before an expression that bounds the time it governs.
BOUND = re.compile(rf"\b({any_of('bound')})\s+(?:the\s+)?$", re.IGNORECASE)
#: Before a day or month: what is set for it lies ahead of what sets it.
FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
NAMED = frozenset({"weekday", "month", "month_day"})
#: Months that are also other words: without a day or year they need a word before them that asks for a time.
ASKS_FOR_TIME = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|through|during|before|after|between|and|for)\s+$", re.IGNORECASE
)
#: Before "in five years" these words make it a length gone by.
FIRST_IN = re.compile(r"\b(?:first|only|time|\w{3,}est|most|more|once|twice)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: Relations that lead from the main act to something told beside it.
SIDE = frozenset({"relcl", "acl", "advcl", "pobj", "pcomp", "poss", "appos"})
NOBODY = frozenset({"neither", "no", "nobody", "none"})
#: Steps up the tree of a sentence that are followed: the deepest clause of news has fewer, a list of names has more.
DEEP = 40
#: Characters before an expression in which words that bear on it stand.
NEAR = 60
#: By rule, words before an expression that make it none: a length gone by ("the first in five years"), an age.
REFUSED = {
    "in some time": FIRST_IN,
    "decade": re.compile(
        r"\b(?:(?:his|her|their|my|our|your)\s+(?:early\s+|mid-?|late\s+)?|(?:under|over)[- ])$", re.IGNORECASE
    ),
}
#: By rule, words before an expression without which it is none.
ASKED = {"years": re.compile(r"\b(?:for|in|within|over|after|the|these|past|next)\s+$", re.IGNORECASE)}
FRACTION = re.compile(r"(?:\ba|three)[ -]quarters?$", re.IGNORECASE)
#: A number, perhaps with what is counted, before "a year".
RATE = re.compile(
    rf"(?:\d|\b(?:{any_of('number')}|million|billion|trillion|thousand|percent|times|once|twice))"
    r"(?:\s+[\w'’-]+){0,2}\s+$",
    re.IGNORECASE,
)
DOUBTFUL = frozenset({"may", "march", "august", "mar", "april", "june"})


def find(article: Article, parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Find the time expressions of an article, in order.

    Durations and repeated times are none; nor are months that the parse takes for verbs or names.
    """
    found = [read for sentence in parsed.sentences for read in _in_sentence(sentence)]
    return tuple(replace(read, index=i) for i, read in enumerate(found))


def _in_sentence(sentence: Sentence) -> Iterator[TimeExpression]:
    for tag, tokens in tagged(sentence):
        kind = tag.says.kind
        if kind == "duration" or kind == "set" or kind == "clock":
            continue
        head = _bounded_head(tag, sentence) if kind == "bounded" else _head(sentence, tokens)
        yield expression(tag, kind, sentence, head)


def _head(sentence: Sentence, tokens: Sequence[Token]) -> int:
    """What governs an expression; where the parse hangs all from its preposition, the first verb told after it."""
    head = governor(sentence, tokens)
    if sentence.tokens[head].pos != "ADP":
        return head
    after = sentence.tokens[tokens[-1].i + 1 :]
    return next((t.i for t in after if t.pos == "VERB" and t.dep != "xcomp"), head)


@once
def tagged(sentence: Sentence) -> tuple[tuple[Tag, list[Token]], ...]:
    """The tags of a sentence that the parse bears out, each with its tokens."""
    return tuple(_tagged(sentence))


def _tagged(sentence: Sentence) -> Iterator[tuple[Tag, list[Token]]]:
    found = tags(sentence.text)
    ends = [t.end for t in sentence.tokens] if found else []
    starts = [t.start for t in sentence.tokens] if found else []
    for tag in found:
        tokens = list(sentence.tokens[bisect_right(ends, tag.start) : bisect_left(starts, tag.end)])
        if tokens and is_time(tag, tokens, sentence.text[max(0, tag.start - NEAR) : tag.start]):
            yield tag, tokens


def is_time(tag: Tag, tokens: list[Token], before: str) -> bool:
    """Whether the words are a time here: not a verb, a first name, a bare count, a rate or an age."""
    refused = REFUSED.get(tag.rule)
    asked = ASKED.get(tag.rule)
    if (refused and refused.search(before)) or (asked and not asked.search(before)):
        return False
    if tag.rule == "season":
        return tokens[-1].pos in {"NOUN", "PROPN"}
    if tag.rule == "adverb of frequency":
        return tokens[0].pos == "ADV" or tag.text.lower() == "daily"
    if tag.rule == "length":
        return not (tag.says.unit == "quarter" and FRACTION.search(tag.text)) and not _is_rate(tag, before)
    if tag.rule == "month" and tag.says.amount is None and tag.says.modifier is None:
        plain = tag.text.lower() not in DOUBTFUL or bool(ASKS_FOR_TIME.search(before))
        return plain and tokens[0].tag == "NNP" and tokens[0].ent != "PERSON"
    return True


def _is_rate(tag: Tag, before: str) -> bool:
    """ "Four flights a week", "$500 million a year"."""
    return tag.text.lower().split()[0] in {"a", "an"} and bool(RATE.search(before))


def expression(tag: Tag, kind: TimeKind, sentence: Sentence, head: int) -> TimeExpression:
    """The expression that a tag stands for, governed by token `head`."""
    says = tag.says
    found = BOUND.search(sentence.text[max(0, tag.start - NEAR) : tag.start])
    bound = words("bound")[found[1].lower()] if found else None
    modifier = says.modifier or bound
    return TimeExpression(
        sentence=sentence.index,
        head=head,
        start=sentence.start + tag.start,
        end=sentence.start + tag.end,
        text=tag.text,
        kind=kind,
        year=says.year,
        month=says.month,
        day=says.day,
        weekday=says.weekday,
        unit=says.unit,
        amount=says.amount,
        modifier=None if modifier == "from" else modifier,
        clock=says.clock,
        tense=_tense(tag, bound, sentence, head),
        aside=is_aside(sentence, head),
    )


def _tense(tag: Tag, bound: str | None, sentence: Sentence, head: int) -> Tense | None:
    """The tense of what an expression dates: that of the words before it or of a noun that it owns, else its verb's.

    What comes "after Thursday's ruling" may wait for it still.
    """
    if _lies_ahead(tag, bound, sentence, head):
        return "future"
    return "past" if bound is None and _owns_deed(tag, sentence, head) else tense_of(sentence, head)


def _owns_deed(tag: Tag, sentence: Sentence, head: int) -> bool:
    """Whether a time owns a noun for what has been done, whatever comes of it ("will appeal Thursday's ruling")."""
    return _owns(tag, sentence) and sentence.tokens[head].lemma.lower() in words("done_noun")


def _owns(tag: Tag, sentence: Sentence) -> bool:
    return sentence.text[tag.end : tag.end + 2] in {"'s", "’s"}


def _lies_ahead(tag: Tag, bound: str | None, sentence: Sentence, head: int) -> bool:
    """Whether the words before an expression set it ahead: "invited for June", "postponed until Monday"."""
    if bound == "until" and _defers(sentence, head):
        return True
    planned = FOR.search(sentence.text[max(0, tag.start - NEAR) : tag.start])
    named = tag.says.kind in NAMED and tag.says.amount is None
    return named and planned is not None and not _owns(tag, sentence)


def _defers(sentence: Sentence, head: int) -> bool:
    """Whether what is told of puts something off ("postponed until Monday", "gave them until noon Tuesday")."""
    verb = next((t for t in _upwards(sentence, head) if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma.lower() in words("deferral")


def is_aside(sentence: Sentence, head: int) -> bool:
    """Whether what a time governed by `head` dates stands beside the main act: a noun's time, or a side clause's.

    The subject's time is the main act's ("a statement on Sunday said"), and so is that of what is said.
    """
    subject = sentence.tokens[head].dep in {"nsubj", "nsubjpass"}
    if subject:
        return False
    main = takewhile(lambda t: not _closes(sentence, t), _upwards(sentence, head))
    return any(t.dep in SIDE for t in main)


def _closes(sentence: Sentence, token: Token) -> bool:
    """Whether a verb closes what it reports: "Ana will resign, the Speaker, Rui Bento, announced"."""
    return token.dep == "acl" and token.tag == "VBN" and sentence.tokens[token.head].dep == "appos" and _reports(token)


def _reports(token: Token) -> bool:
    return token.lemma.lower() in words("report_word")


def _bounded_head(tag: Tag, sentence: Sentence) -> int:
    """What the time is counted from: the object of the closing "after", "before" or "since", or its clause's verb."""
    last = next(t for t in reversed(sentence.tokens) if t.start < tag.end)
    inner = children(sentence, last.i, "pobj", "pcomp")
    if inner:
        return inner[0].i
    return last.head if last.dep == "mark" else governor(sentence, [last])


def tense_of(sentence: Sentence, i: int) -> Tense | None:
    """The tense of token `i`, or of the nearest verb above it, None where it shows none."""
    verb = next((t for t in _upwards(sentence, i) if t.pos in {"VERB", "AUX"} or _over(t)), None)
    return None if verb is None else "past" if _over(verb) else _verb_tense(sentence, verb)


def _upwards(sentence: Sentence, i: int) -> Iterator[Token]:
    """Token `i` and what it hangs from, as far as a reader would follow."""
    return chain([sentence.tokens[i]], islice(ancestors(sentence, i), DEEP))


def _over(token: Token) -> bool:
    """ "After Thursday's ruling", "despite", "since": what stands there has happened."""
    return token.dep == "prep" and token.lemma.lower() in words("past_word")


def _verb_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """The tense that a verb shows by itself, by its auxiliaries or by the verb that it completes."""
    helpers = _helpers(sentence, verb)
    spoken = {t.text.lower() for t in helpers}
    done = any(t.lemma == "have" for t in helpers)
    if verb.text.lower() in words("future_word") and not _had_been(helpers):
        return "future"
    if spoken & words("modal").keys() and not done:
        return "past" if _could_not(sentence, verb, spoken) else "future"
    if "to" in spoken:
        return _infinitive_tense(sentence, verb)
    helped = done or any(t.tag == "VBD" for t in helpers)
    return "past" if verb.tag == "VBD" or (verb.tag == "VBN" and helped) else None


def _helpers(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The auxiliaries of a verb; of an adjective ("due") those of the verb that it completes."""
    held = verb.i if verb.pos in {"VERB", "AUX"} or verb.dep not in {"acomp", "advmod"} else verb.head
    return tuple(children(sentence, held, "aux", "auxpass"))


def _had_been(helpers: Sequence[Token]) -> bool:
    """ "Had been due to expire on Friday" is told after that Friday."""
    return any(t.text.lower() == "had" for t in helpers)


def _could_not(sentence: Sentence, verb: Token, spoken: set[str]) -> bool:
    """ "Could not be reached on Friday", "no one could be reached"."""
    subjects = children(sentence, verb.i, "nsubj", "nsubjpass")
    words_of_subjects = (t for s in subjects for t in (s, *children(sentence, s.i, "cc", "det", "preconj")))
    denied = any(t.lemma.lower() in NOBODY for t in words_of_subjects)
    return "could" in spoken and (denied or bool(children(sentence, verb.i, "neg")))


def _infinitive_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """An infinitive lies ahead where it stands alone or completes a word of intent, else with the verb above it."""
    above = sentence.tokens[verb.head]
    if above.i == verb.i or above.lemma.lower() in words("intent"):
        return "past" if above.i != verb.i and _had_been(_helpers(sentence, above)) else "future"
    return _verb_tense(sentence, above) if above.pos in {"VERB", "AUX"} else None
