"""The dateline at the start of the body: place, day and agency, before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tellings.clean.dating.calendars import month_names
from tellings.clean.fields.vocabulary import agency_names, agency_pattern
from tellings.places.gazetteer import fold, gazetteer

#: Capital letters of the Latin, Greek and Cyrillic scripts, those with marks of Vietnamese and Turkish with them.
UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00))) if c.isupper())
SMALL = frozenset(("de", "del", "da", "do", "dos", "la", "le", "al", "of", "the", "and", "el", "sur", "am"))

#: Languages in which the agencies that set datelines write them.
LANGUAGES = ("en", "es", "fr", "pt", "it", "de", "id", "ms")
#: A month in the genitive and whole or cut short, as Russian agencies write the day.
RU_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,6}"
#: Short forms of agencies' names that stand for them in a dateline alone; elsewhere they are common words.
INITIALS = {"時事": "Jiji Press", "共同": "Kyodo", "ロイター": "Reuters", "AFP時事": "AFP"}


#: The year of a dateline's day; the end of the day's group where it may be missing.
YEAR, YEAR_OR_NONE = r",? \d{4}", r"(?:,? \d{4})?)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `length` is how much of the paragraph it takes, its dash included."""

    length: int
    place: str | None
    day: str | None
    agency: str | None
    rule: str


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of datelines, tried in order; each has a name."""
    month = "(?:" + "|".join(sorted(map(re.escape, month_names(LANGUAGES)), key=len, reverse=True)) + r")\.?"
    day = rf"(?P<day>(?:(?i:{month}) \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?i:{month})){YEAR_OR_NONE}"
    word = r"[A-ZÀ-ÖØ-Þ][\w.'’]*"
    name = rf"{word}(?:[ -](?:{word}|de|del|da|do|dos|la|al|el|sur|of)){{0,4}}"
    place = rf"(?P<place>{name})(?:/{name})?(?: \[{name}\])?(?:, {name}(?: {name})?)?"
    big = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]+(?:[ -][A-ZÀ-ÖØ-Þ.'’]{2,}){0,3}"
    caps = rf"(?P<place>{big})(?:/[A-Z ]+)?(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    agency = rf"(?P<agency>{agency_pattern()})"
    signed = rf"[.,]? ?[(/\[]{agency}[^)/\]]{{0,30}}[)/\]]\.?"
    dash = r"\s*(?:-{1,2}|[–—―_]|:)+\s*"
    part = rf"(?:{dash}|\s+)"
    house = r"(?: \((?P<house>[A-Z][\w ]{1,20})\))?"
    parted = r"(?:\s*(?:--|[–—―])\s*|\s+-\s+|: )"
    return tuple(
        (rule, re.compile(pattern))
        for rule, pattern in (
            *_other_scripts(agency, dash),
            ("place, day (agency)", rf"{place},? {day}{signed}{part}"),
            ("day (agency)", rf"{day}{signed}{part}"),
            ("place (agency)", rf"{place}{signed}(?:,? {day})?{part}"),
            ("place, agency, day", rf"{place}[,.:] ?{agency},?(?: {day})?{dash}"),
            ("place, day", rf"\(?{place},? {day}\)?{dash}"),
            ("place. day with its year.", rf"{place}\. {day.removesuffix(YEAR_OR_NONE)}{YEAR})\.\s+(?=[A-Z\"“‘'])"),
            ("agency, place, day", rf"{agency}[,:] ?{place}(?:,? {day})?{dash}"),
            (
                "place, day (unlisted agency)",
                rf"{place},? {day} \((?P<house>[A-Z][\w’'&.]*(?: [A-Z][\w’'&.]*){{0,2}})\){parted}",
            ),
            ("(agency)", rf"[(\[]{agency}[)\]]{part}"),
            ("agency", rf"{agency}\s*(?:--|[-–—]|\|)\s+(?=\S)"),
            (
                "known place",
                rf"(?:{caps}|{place.replace('<place>', '<town>')}){house}{parted}(?=[A-Z\"“‘'])",
            ),
        )
    )


def _other_scripts(agency: str, dash: str) -> tuple[tuple[str, str], ...]:
    """The forms of Russian, Arabic and Chinese agencies, from the patterns of an agency's name and of a dash."""
    russian = r"(?P<place>[А-ЯЁ][А-ЯЁа-яё]+(?:[ -][А-ЯЁ][А-ЯЁа-яё]+){0,3})"
    return (
        (
            "place, day, agency (Russian)",
            rf"{russian}[.,]\s+(?P<day>\d{{1,2}} {RU_MONTH})\s*[.,–—-]?\s*/?(?:Корр\. )?{agency}(?:\.RU)?/?\.?\s*"
            rf"(?:{dash}|(?=[А-ЯЁ«]))",
        ),
        (
            "place (agency) (Arabic)",
            rf"(?P<place>[\u0621-\u064a]+(?: [\u0621-\u064a]+){{0,3}})\s*\({agency}\)\s*[-–—:]?\s*",
        ),
        (
            "place=agency, writer (Korean)",
            rf"[(\[【](?P<place>[\uac00-\ud7a3]{{2,8}})\s?=\s?{agency}[)\]】]\s*"
            r"(?:[\uac00-\ud7a3 ·,]{2,20}(?:기자|특파원)\s*=?\s*)?",
        ),
        (
            "place, agency (Japanese)",
            rf"【(?P<place>[\u3040-\u30ff\u4e00-\u9fff]{{2,10}}?)(?P<agency>{'|'.join(INITIALS)})】\s*",
        ),
        (
            "agency, place, day (Chinese)",
            rf"[（(【]?{agency}(?P<place>[\u4e00-\u9fff·]{{2,12}}?)(?P<day>(?:\d{{1,2}}月)?\d{{1,2}}日)[电電讯訊](?:[（(][^（）()]{{2,30}}[）)])?[】]?\s*",
        ),
    )


def is_known(place: str) -> bool:
    """Whether the gazetteer has a town of that name: a bare name before a dash or colon may be anything else."""
    return any(entry.what in ("city", "capital") for entry in gazetteer().get(fold(normal_case(place)), ()))


def _is_written_from(place: str, text: str) -> bool:
    """Whether something is said to be or happen at a place of that name, as of none but places."""
    named = re.escape(normal_case(place))
    return (
        re.search(rf"\b(?:at|in|near|outside) {named}(?=[,.;]| (?:on|at|in|near|border|after|before|and)\b)", text)
        is not None
    )


def find_dateline(paragraph: str, text: str = "") -> Dateline | None:
    """Read the dateline at the start of a paragraph; `text` may show that a name is a place's: "at Attari"."""
    head = paragraph[:160]
    for rule, pattern in _patterns():
        found = pattern.match(head)
        if found and found.end() < len(paragraph):
            groups = found.groupdict()
            agency, day = groups.get("agency"), groups.get("day")
            place = groups.get("place") or groups.get("town")
            if agency or day or (place and (is_known(place) or _is_written_from(place, text))):
                named = normal_case(place) if place else None
                return Dateline(
                    found.end(),
                    named,
                    day,
                    (INITIALS.get(agency) or agency_names()[agency]) if agency else _house(groups, day),
                    rule,
                )
    return None


def _house(groups: dict[str, str | None], day: str | None) -> str | None:
    """The name in brackets, an agency that the table does not list; right after a place it may be a region instead."""
    house = groups.get("house")
    return None if not house or (not day and fold(house) in gazetteer()) else house


def normal_case(place: str) -> str:
    """A place in capitals as it is usually written: "RIO DE JANEIRO" is "Rio de Janeiro"."""
    if not place.isupper():
        return place.strip()
    words = [w if w in ("UN", "U.N.", "D.C.") else w.lower() for w in place.split()]
    cased = [
        w if i and w in SMALL else re.sub(r"(^|[-'’])(\w)", lambda m: m[1] + m[2].upper(), w)
        for i, w in enumerate(words)
    ]
    return " ".join(cased)
