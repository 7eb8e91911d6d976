"""Score time expressions and their TIMEX3 values, as the data's README defines it.

python -m evals.timex --data FILE --json

`weekday_past` is the share of days right among weekdays told in the past tense, by the marked day; `weekday_past_clear`
leaves out, and `weekday_past_unclear` counts, the marked days that the words themselves rule out: another day of the
week than the one named, or, where nothing but the weekday is named, one more than a week from the document's own date.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evals.data import read_rows
from tellings.model.article import Article
from tellings.model.text import Sentence, Token
from tellings.model.times import Dated, Interval, Tense, TimeExpression
from tellings.text.parser import Parser
from tellings.text.tree import governor
from tellings.times.anchoring import anchor
from tellings.times.finding import expression, tagged
from tellings.times.resolving import resolve
from tellings.times.tagger import Tag

DURATION_UNITS = {"day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y"}
YEARS = {"decade": 10, "century": 100}
TIME_UNITS = {"hour": "H", "minute": "M"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
#: The day named is not the one marked: "the day before last Tuesday".
STEPPED = re.compile(r"\b(?:day|night|eve)\s+(?:before|after|of)\b", re.IGNORECASE)
WEEK = 7
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression with its TIMEX3 type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str = ""
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A time that the text has named, with its days."""

    expression: TimeExpression
    days: Dated


def timexes(text: str, written: date, parser: Parser) -> list[Timex]:
    """The TIMEX3 of a text; what is counted from another time is counted from the last one named before it."""
    named: list[Named] = []
    found = []
    for sentence in parser.parse(Article("eval", "eval", "eval", text)).sentences:
        for tag, tokens in tagged(sentence):
            start, end = sentence.start + tag.start, sentence.start + tag.end
            kind, value = _typed(tag, tokens, sentence, written, named)
            found.append(Timex(start, end, tag.text, kind, value, tag.rule, _tense(tag, tokens, sentence)))
    return found


def _tense(tag: Tag, tokens: list[Token], sentence: Sentence) -> Tense | None:
    """The tense in which a weekday is told of, None of other times."""
    if tag.says.kind != "weekday":
        return None
    return expression(tag, tag.says.kind, sentence, governor(sentence, tokens)).tense


def _typed(tag: Tag, tokens: list[Token], sentence: Sentence, written: date, named: list[Named]) -> tuple[str, str]:
    """The type and value of a tag; what it names is added to `named`."""
    says = tag.says
    if says.kind == "clock":
        return "TIME", f"{_last_day(named, written)}T{says.clock}"
    if says.kind == "duration" or says.kind == "set" or says.kind == "bounded" or says.modifier == "within":
        value = f"XXXX-WXX-{(says.weekday or 0) + 1}" if says.weekday is not None else period(says.unit, says.amount)
        return "SET" if says.kind == "set" else "DURATION", value
    read = expression(tag, says.kind, sentence, governor(sentence, tokens))
    value, days = date_value(read, written, named)
    if days:
        named.append(Named(read, days))
    return "TIME" if "T" in value[4:] else "DATE", value


def _last_day(named: Sequence[Named], written: date) -> date:
    return next((n.days.first for n in reversed(named) if n.days.precision == "day"), written)


def period(unit: str | None, amount: int | None) -> str:
    """A length as TIMEX3 writes it: P3M, PT2H, PXD where the count is vague."""
    count, unit = abs(amount) if amount else None, unit or "day"
    if unit in TIME_UNITS:
        return f"PT{count or 'X'}{TIME_UNITS[unit]}"
    if unit in YEARS:
        return f"P{count * YEARS[unit] if count else 'X'}Y"
    return f"P{count or 'X'}{DURATION_UNITS[unit]}"


def date_value(e: TimeExpression, written: date, named: Sequence[Named]) -> tuple[str, Dated | None]:
    """The TIMEX3 value of a date, and its days where it has some."""
    if e.kind == "now":
        return "PRESENT_REF", None
    if e.modifier and e.modifier.startswith("vague") and e.amount is None:
        return _vague(e), None
    if e.unit in SEASONS:
        return f"{e.year or written.year + (e.amount or 0)}-{SEASONS[e.unit]}", None
    base = _counted_from(e, named, written)
    days = resolve(_plain(e), base)
    if not days:
        return "XXXX", None
    quarter = _quarter_of(named) if _year_before(e) else None
    return (quarter, days) if quarter else (_written(e, days.first), days)


def _vague(e: TimeExpression) -> str:
    if e.modifier != "vague" and e.unit:
        return period(e.unit, None)
    return "FUTURE_REF" if e.modifier in {"vague", "vague coming"} and not e.unit else "PAST_REF"


def _counted_from(e: TimeExpression, named: Sequence[Named], written: date) -> Interval:
    found = anchor(e, (n.expression for n in reversed(named))) if e.modifier == "anchored" else None
    days = next((n.days for n in reversed(named) if n.expression is found), None)
    return Interval(days.first, days.last) if days else Interval(written, written)


def _year_before(e: TimeExpression) -> bool:
    """Whether it compares with the year before ("a year earlier"): then it is as long as what is compared."""
    return e.unit == "year" and e.amount == -1 and e.text.lower().endswith(("ago", "earlier", "quarter", "period"))


def _quarter_of(named: Sequence[Named]) -> str | None:
    """The quarter, a year before the last one that the text names."""
    last = next((n.days.first for n in reversed(named) if n.expression.unit == "quarter"), None)
    return f"{last.year - 1}-Q{(last.month + 2) // 3}" if last else None


def _plain(e: TimeExpression) -> TimeExpression:
    """The expression without the bound before it: TIMEX3 values the day alone."""
    bound = e.modifier if e.modifier in {"anchored", "about"} else None
    return replace(e, modifier=bound, tense=None if bound == "anchored" else e.tense)


def _written(e: TimeExpression, first: date) -> str:
    """A day, or the period that begins on it, as TIMEX3 writes it."""
    part = PARTS_OF_DAY.get(e.unit or "") or PARTS_OF_DAY.get(e.modifier or "")
    if e.kind == "month":
        return f"{first:%Y-%m}"
    if e.kind == "year":
        return f"{(e.year or 0) // YEARS.get(e.unit or '', 1):02d}"
    by_unit = {
        "week": f"{first.isocalendar()[0]}-W{first.isocalendar()[1]:02d}",
        "weekend": f"{first.isocalendar()[0]}-W{first.isocalendar()[1]:02d}-WE",
        "month": f"{first:%Y-%m}",
        "quarter": f"{first.year}-Q{(first.month + 2) // 3}",
        "year": f"{first.year}",
        "decade": f"{first.year}" if e.text.lower().endswith("ago") else f"{first.year // 10}",
        "century": f"{first.year // 100}",
    }
    day = first.isoformat()
    if e.clock or part:
        return f"{day}T{e.clock or part}"
    return by_unit.get(e.unit or "", day)


@dataclass(slots=True)
class Counts:
    """What was counted over all documents."""

    gold: int = 0
    found: int = 0
    overlaps: int = 0
    values: int = 0
    types: int = 0
    strict: int = 0
    days: int = 0
    days_right: int = 0
    weekdays: int = 0
    weekdays_right: int = 0
    unclear: int = 0
    unclear_right: int = 0


def matched(gold: list[Timex], found: list[Timex]) -> Iterator[tuple[Timex, Timex | None]]:
    """Give each gold expression one unused expression that overlaps it, one with the same text first."""
    free = list(found)
    for wanted in gold:
        near = [f for f in free if f.start < wanted.end and wanted.start < f.end]
        best = max(near, key=lambda f: f.text.strip() == wanted.text.strip(), default=None)
        if best:
            free.remove(best)
        yield wanted, best


def count(counts: Counts, gold: list[Timex], found: list[Timex], written: date) -> None:
    """Add one document of a date to the counts."""
    counts.gold += len(gold)
    counts.found += len(found)
    for wanted, got in matched(gold, found):
        day = wanted.value[:10] if len(wanted.value) >= 10 and wanted.value[4::3][:2] == "--" else None
        counts.days += day is not None
        if got:
            counts.overlaps += 1
            counts.strict += got.text.strip() == wanted.text.strip()
            counts.types += got.type == wanted.type
            counts.values += got.value == wanted.value
            counts.days_right += day is not None and got.value[:10] == day
        if day is not None and (got is None or got.tense == "past") and WEEKDAY.search(wanted.text):
            _count_weekday(counts, wanted, got, written)


def _count_weekday(counts: Counts, wanted: Timex, got: Timex | None, written: date) -> None:
    """Add one weekday that is told in the past tense, or that was not found."""
    right, unclear = got is not None and got.value[:10] == wanted.value[:10], _is_unclear(wanted, written)
    counts.weekdays += 1
    counts.weekdays_right += right
    counts.unclear += unclear
    counts.unclear_right += unclear and right


def _is_unclear(wanted: Timex, written: date) -> bool:
    """Whether the words rule out the day that they are marked with."""
    named, day = WEEKDAY.findall(wanted.text), date.fromisoformat(wanted.value[:10])
    if f"{day:%A}"[:3].lower() not in {name[:3].lower() for name in named}:
        return not STEPPED.search(wanted.text)
    return wanted.text in named and abs((written - day).days) > WEEK


def scores(counts: Counts) -> dict[str, float | int]:
    """The figures: F1 of each kind, and the share of days that are right."""
    both = counts.gold + counts.found
    return {
        "n": counts.gold,
        "relaxed_f1": round(2 * counts.overlaps / both, 4),
        "strict_f1": round(2 * counts.strict / both, 4),
        "type_f1": round(2 * counts.types / both, 4),
        "value_f1": round(2 * counts.values / both, 4),
        "day_level": _share(counts.days_right, counts.days),
        "day_level_n": counts.days,
        "weekday_past": _share(counts.weekdays_right, counts.weekdays),
        "weekday_past_n": counts.weekdays,
        "weekday_past_clear": _share(counts.weekdays_right - counts.unclear_right, counts.weekdays - counts.unclear),
        "weekday_past_unclear": counts.unclear,
    }


def _share(right: int, of: int) -> float:
    return round(right / of, 4) if of else 0.0


def main() -> None:
    """Print the figures; with --misses every expression that was missed, invented or valued otherwise."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--limit", type=int, default=None, help="read only so many documents")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    counts, parser = Counts(), Parser()
    for n, row in enumerate(read_rows(args.data)):
        if args.limit is not None and n >= args.limit:
            break
        gold = [Timex(t["start"], t["end"], t["text"], t["type"], t["value"]) for t in row["timex"]]
        written = date.fromisoformat(row["dct"][:10])
        found = timexes(row["text"], written, parser)
        count(counts, gold, found, written)
        if args.misses:
            _print_misses(row["id"], row["text"], gold, found)
    print(json.dumps(scores(counts)))


def _print_misses(name: str, text: str, gold: list[Timex], found: list[Timex]) -> None:
    pairs = list(matched(gold, found))
    used = {got.start for _, got in pairs if got}
    for wanted, got in pairs:
        if not got or got.value != wanted.value:
            around = text[max(0, wanted.start - 40) : wanted.end + 30].replace("\n", " ")
            said = f"{got.text!r} {got.value} [{got.rule}]" if got else "-"
            print(f"{name}\t{wanted.text!r} {wanted.type} {wanted.value}\t{said}\t{around}")
    for got in found:
        if got.start not in used:
            around = text[max(0, got.start - 40) : got.end + 30].replace("\n", " ")
            print(f"{name}\tINVENTED\t{got.text!r} {got.value} [{got.rule}]\t{around}")


if __name__ == "__main__":
    main()
