"""Which lines are the article: a stretch of prose, and inside it what is no furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, dropwhile

from tellings.clean.flat.lines import Line
from tellings.clean.flat.rules import LineRule

#: A sentence of ordinary English has about this share of function words (jusText's "stopwords high").
STOP_SHARE = 0.3


def score(line: Line, rule: LineRule | None) -> float:
    """How much a line speaks for the article (positive) or against it, in words of prose."""
    if line.code:
        return CODE
    if rule is not None and rule.action != "foot":
        return {"drop": -4.0, "caption": -3.0, "head": -8.0, "author": -40.0, "end": -40.0}[rule.action]
    if line.words >= 6 and line.ended:
        return line.words * min(1.5, line.stop_share / STOP_SHARE)
    if line.words >= 20 and line.stop_share > 0.25:
        return 0.7 * line.words
    return -(4 + 0.6 * min(line.words, 15))


#: Scripts stand between paragraphs as often as after them: enough to bar them, too little to end an article.
CODE = -6.0
#: The rule after which readers speak, not the article, once enough prose stands before them.
COMMENTS = "comment form"
ENOUGH_PROSE = 80.0
#: A biography is at most this many paragraphs.
BIOGRAPHY = 2


def scores(lines: Sequence[Line], rules: Sequence[LineRule | None], over: int | None = None) -> list[float]:
    """The score of every line in its place: prose in a biography or among comments counts for nothing.

    `over` is what `others_from` gives, asked here where it is not given.
    """
    values: list[float] = []
    over = others_from(lines, rules) if over is None else over
    biography, entries = 0, listed(lines, rules)
    for line, rule, value in zip(lines, rules, map(score, lines, rules), strict=True):
        if value > 0 and (biography or line.index >= over):
            biography = max(0, biography - 1)
            value = -1.0
        elif rule is not None:
            biography = BIOGRAPHY if rule.action == "author" else 0
        elif line.index in entries and line.index < over:
            value = ENTRY * line.words
        values.append(value)
    return values


#: Where another article begins: its byline or stamp, with the year, stands so many lines below what ends this one;
#: so much of the prose below stands above.
NEXT, MUCH = 5, 0.5
YEAR = re.compile(r"(?:19|20)\d\d")
#: What a word in an entry of a list speaks for the article; words of the sentence that opens a list.
ENTRY, OPENER = 0.5, 6


def _begins_others(line: Line, rule: LineRule, lines: Sequence[Line], rules: Sequence[LineRule | None]) -> bool:
    """Whether what follows a line is others': what readers wrote, or an article with a byline or stamp of its own."""
    if rule.name == COMMENTS or rule.action != "end":
        return rule.name == COMMENTS
    for after in lines[line.index + 1 : line.index + 1 + NEXT]:
        own = rules[after.index]
        if own is not None and own.action == "head" and YEAR.search(after.text):
            return True
        if own is None and after.ended and after.words >= SENTENCE_WORDS:
            return False
    return False


def others_from(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> int:
    """The line from which on readers or another article speak; the number of lines where none do.

    Above it stands enough prose for an article, and not much less than below another article's head.
    """
    named = ((line, rule) for line, rule in zip(lines, rules, strict=True) if rule is not None)
    begins = [(line.index, rule.name) for line, rule in named if _begins_others(line, rule, lines, rules)]
    if not begins:
        return len(lines)
    sums = list(accumulate(max(0.0, score(line, rule)) for line, rule in zip(lines, rules, strict=True)))
    return next(
        (
            index
            for index, name in begins
            if sums[index] > ENOUGH_PROSE and (name == COMMENTS or sums[index] >= MUCH * (sums[-1] - sums[index]))
        ),
        len(lines),
    )


def listed(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> frozenset[int]:
    """The lines that are entries of a list, marked as such, that a sentence with a colon opens."""
    found: set[int] = set()
    for line in lines:
        if line.bullet and line.index and rules[line.index] is None:
            before = lines[line.index - 1]
            opens = rules[before.index] is None and before.text[-1] in COLONS and before.words >= OPENER
            if opens or before.index in found:
                found.add(line.index)
    return frozenset(found)


#: Short lines are the article's own above this many to a paragraph.
LISTS = 0.4
#: A standfirst has at most this many sentences.
STANDFIRST = 2


@dataclass(frozen=True, slots=True)
class Window:
    """The article's stretch of lines, end-exclusive."""

    first: int
    last: int


def window(scores: Sequence[float]) -> Window:
    """The run of lines with the greatest sum of scores; the empty window where no line speaks for an article."""
    best, best_sum = Window(0, 0), 0.0
    first, total = 0, 0.0
    for index, value in enumerate(scores):
        if total <= 0:
            first, total = index, 0.0
        total += value
        if total > best_sum:
            best, best_sum = Window(first, index + 1), total
    return best


#: At most this many paragraphs of prose stand among the lines of an article's foot.
FOOT_PROSE = 2


def before_foot(rules: Sequence[LineRule | None], values: Sequence[float], span: Window) -> Window:
    """The window without the article's foot: from the first line of a foot after which next to no prose comes."""
    prose, last = 0, span.last
    for i in range(span.last - 1, span.first - 1, -1):
        rule = rules[i]
        if rule is not None and rule.action == "foot":
            last = i
        elif values[i] > 0:
            prose += 1
        if prose > FOOT_PROSE:
            break
    return Window(span.first, last)


def kept(
    lines: Sequence[Line], rules: Sequence[LineRule | None], values: Sequence[float], span: Window
) -> tuple[int, ...]:
    """The lines of the window that are the article's own words.

    A few short lines among paragraphs are sub-headings and go; where they are many, the article is
    made of lists and keeps them. (F1 on WCXB, mostly guides: .901 so, .907 with all, .865 with none;
    on news, AEB: .896, .891, .895.)
    """
    span = before_foot(rules, values, span)
    repeated = repetitions(lines)
    inside = range(after_standfirst(rules, values, span), span.last)
    prose = [i for i in inside if values[i] > 0 and i not in repeated]
    short = [i for i in inside if values[i] <= 0 and rules[i] is None and not lines[i].code]
    return tuple(sorted(prose + short)) if len(short) > LISTS * len(prose) else tuple(prose)


#: A line that a page prints this often is a picture's caption or a plea of the site, no sentence of the article.
OFTEN = 3
#: Words of a line that is a whole text, its share of function words, its sentences.
WHOLE, FUNCTION, ENDS, SENTENCE_END = 150, 0.15, 5, re.compile(r"[.!?۔؟।॥](?=\s)|[。！？။።។]")
#: Of a page that prints its article over and over, the words of other sentences, as a share of the article's.
ALONE = 0.2


def repetitions(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that only repeat another: the second of one printed twice, and all of one printed more often.

    F1 on AEB .926 without, .927 so; on WCXB .906 and .908.
    """
    again = [line for line in lines if line.times > 1]
    first = {line.text: line.index for line in reversed(again)}
    return frozenset([li.index for li in again if li.times >= OFTEN or first[li.text] != li.index])


def printed_over(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> tuple[int, ...]:
    """The first of each sentence that a page prints often, where nearly all of its sentences are such.

    A page may hold its text for screens, phones and printers; most pages print a few lines of the site's often.
    """
    open_lines = zip(lines, rules, strict=True)
    sentences = [line for line, rule in open_lines if rule is None and not line.code and is_sentence(line)]
    first = {line.text: line.index for line in reversed(sentences) if line.times >= OFTEN}
    alone = sum(line.words for line in sentences if line.times < OFTEN)
    once = sum(lines[index].words for index in first.values())
    return tuple(sorted(first.values())) if alone <= ALONE * once else ()


def unbroken(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> tuple[int, ...]:
    """The lines that hold a whole text without a break: many words, with the ends of sentences or function words."""
    open_lines = zip(lines, rules, strict=True)
    long = [line for line, rule in open_lines if rule is None and not line.code and line.words >= WHOLE]
    return tuple(li.index for li in long if li.stop_share >= FUNCTION or len(SENTENCE_END.findall(li.text)) >= ENDS)


#: What the rules' own answer weighs beside the model's log-odds, and what both together must exceed. A line that is no
#: sentence (a sub-heading, an entry of a list) stands between sentences and needs better odds, since next to nothing
#: tells it from a teaser. A third left out of the training pages gives F1 .946 on WCXB (rules alone .923), .964 on
#: English AEB (.963), .918 on Fundus (.872).
RULES_WEIGH, MARGIN, SHORT_MARGIN = 1.0, 0.2, 0.7
#: What the rules' answer weighs on a page of posts: the model takes sentences between times for teasers.
LIVE_WEIGH = 3.0
#: A time of the day alone; its post begins within so many lines; so many posts are a live blog.
CLOCK, POST, POSTS = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?\w{1,5}\.?)?$"), 2, 3
#: Where the model leaves fewer words, it has missed the article, and the rules' own answer stands.
FEWEST_WORDS = 25
#: A sentence has at least six words and an end, or so many words that it is one without.
SENTENCE_WORDS, LONG = 6, 20
#: What ends a line that opens a list: such a line goes with its first entry.
COLONS = frozenset(":：")
#: A repeated line of fewer words may be a sub-heading that comes again ("Pros").
REPEATED_WORDS = 8


def never(lines: Sequence[Line], rules: Sequence[LineRule | None], own: Sequence[int], over: int) -> frozenset[int]:
    """The lines that no model brings back: code, furniture, sentences printed again, what follows the article's end."""
    repeated = repetitions(lines)
    over = min(over, first_end(rules, own))
    open_rules = zip(lines[:over], rules, strict=False)
    return frozenset(
        [
            *range(over, len(lines)),
            *(line.index for line, rule in open_rules if rule is not None and rule.action != "foot"),
            *(line.index for line in lines[:over] if line.code or line.words == 0),
            *(index for index in repeated if lines[index].words >= REPEATED_WORDS),
        ]
    )


def first_end(rules: Sequence[LineRule | None], own: Sequence[int]) -> int:
    """The first line after the rules' own answer that ends an article.

    Of 13,119 lines that stand after one on 200 pages the model keeps none; on short pages it would.
    """
    last = own[-1] if own else len(rules)
    ends = (i for i in range(last + 1, len(rules)) if (rule := rules[i]) and rule.action in ("end", "author"))
    return next(ends, len(rules))


def chosen(
    lines: Sequence[Line],
    rules: Sequence[LineRule | None],
    own: tuple[int, ...],
    log_odds: Sequence[float],
    over: int | None = None,
) -> tuple[int, ...]:
    """The lines of the article by the model's log-odds and the rules' own answer; `over` as for `scores`."""
    over = others_from(lines, rules) if over is None else over
    by_rules, barred = frozenset(own), never(lines, rules, own, over)
    open_lines = [line for line in lines if line.index not in barred]
    weigh = LIVE_WEIGH if is_live(lines, rules, by_rules) else RULES_WEIGH
    prose = [
        line.index
        for line in open_lines
        if (by_own := line.index in by_rules) or is_sentence(line)
        if log_odds[line.index] + weigh * by_own > MARGIN
    ]
    between = range(prose[0], prose[-1]) if prose else ()
    short = [li.index for li in open_lines if li.index in between and log_odds[li.index] > SHORT_MARGIN]
    own_lines = {*prose, *short}
    short += [li.index for li in open_lines if li.index in between and _opens_list(li, lines, own_lines)]
    prose += _entries(listed(lines, rules) - barred, lines, own_lines)
    body = _below_notices(
        sorted({*prose, *(i for i in short if i not in by_rules and not is_sentence(lines[i]))}), rules
    )
    return body if sum(lines[index].words for index in body) >= FEWEST_WORDS else own


def _opens_list(line: Line, lines: Sequence[Line], kept: Set[int]) -> bool:
    """Whether a line ends in a colon right before an entry of a list that is kept: such a line goes with its list."""
    after = line.index + 1
    return line.text[-1] in COLONS and after in kept and lines[after].bullet


def _entries(entries: Set[int], lines: Sequence[Line], kept: Set[int]) -> list[int]:
    """The entries of the lists whose opening sentence is kept."""
    found = list[int]()
    for index in sorted(entries):
        if index - 1 in kept or index - 1 in found:
            found.append(index)
    return found


def is_live(lines: Sequence[Line], rules: Sequence[LineRule | None], own: Set[int]) -> bool:
    """Whether sentences stand below times of the day throughout, as the posts of a live blog do."""
    posts = 0
    for line, rule in zip(lines, rules, strict=True):
        if rule is not None and rule.name == "time stamp" and CLOCK.match(line.text):
            below = range(line.index + 1, min(line.index + 1 + POST, len(lines)))
            posts += any(i in own and is_sentence(lines[i]) for i in below)
    return posts >= POSTS


def _below_notices(body: Sequence[int], rules: Sequence[LineRule | None]) -> tuple[int, ...]:
    """The lines of the article without those of a foot that stand above it: who wrote it, how it was translated."""
    return tuple(dropwhile(lambda index: rules[index] is not None, body))


def is_sentence(line: Line) -> bool:
    """Whether a line reads like a sentence, in any language."""
    return (line.words >= SENTENCE_WORDS and line.ended) or line.words >= LONG


def after_standfirst(rules: Sequence[LineRule | None], values: Sequence[float], span: Window) -> int:
    """Where the body starts: after the byline or date line that stands below one or two opening sentences."""
    prose = 0
    first = span.first
    for i in range(span.first, span.last):
        rule = rules[i]
        if rule is not None and rule.action == "head":
            first = i + 1
        prose += values[i] > 0
        if prose > STANDFIRST:
            return first
    return first if first > span.first and any(v > 0 for v in values[first : span.last]) else span.first
