"""Times of day as printed beside a date, with their zones."""

from __future__ import annotations

import re

from tellings.clean.fields.vocabulary import zones

HALF = r"[ap]\.?\s?m\b\.?|ق\.ظ|ب\.ظ"
TIME = (
    r"(?P<pre>오전|오후|上午|下午|午前|午後)?\s?(?P<hour>[01]?\d|2[0-3])\s?(?:[:.h]|时|時|시)\s?(?P<minute>[0-5]\d|\d(?=\s?[分분]))"
    rf"(?:[:分분]\s?(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)\s*(?P<half>{HALF})?"
)
TIME12 = rf"(?P<pre>)(?P<hour>1[0-2]|0?\d)(?P<minute>)(?P<second>)\s*(?P<half>{HALF})"
ZONE = r"\(?(?P<zone>(?:GMT|UTC)\s?[+−-]\s?\d{1,2}(?::?\d{2})?|Z\b|[+−-]\d{2}:?\d{2}\b|[A-Z]{3,4}\b)"
#: Words between a day and its time.
AT = r"at|um|à|às|alle|ore|kl\.?|klo|klokka|о|об|в|u|om|v|o|godz\.?|la|a las?|saat|pukul|lúc|ore|στις|dakl\.?|das"
#: Weekdays' short forms that stand between a time and the day after it.
DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
TIME_AFTER = re.compile(
    rf"\s*(?:[,|•·\u2013\u2014/()-]|T(?=\d)|(?:{AT})(?!\w)|[(（][月火水木金土日월화수목금토일][)）]|\s){{0,6}}(?:{TIME})\s*(?:{ZONE})?",
    re.IGNORECASE,
)
TIME12_AFTER = re.compile(rf"\s*(?:[,|•·\u2013\u2014-]|at|\s){{0,4}}(?:{TIME12})\s*(?:{ZONE})?", re.IGNORECASE)
TIME_BEFORE = re.compile(
    rf"(?:{TIME})\s*(?:{ZONE})?\s*(?:\)|,|\||on|-|\u2013|\u2014|•|·|uhr|hrs|\s|{DAYS}|[\u0600-\u06ff]{{3,9}}\s){{0,6}}$",
    re.IGNORECASE,
)
#: So far before a day its time may stand.
BEFORE = 40


def clock_after(text: str, end: int) -> re.Match[str] | None:
    """The time that stands right after a day."""
    return TIME_AFTER.match(text, end) or TIME12_AFTER.match(text, end)


def clock_before(text: str, start: int) -> re.Match[str] | None:
    """The time that stands right before a day; its span counts from `start - BEFORE`, or from 0 where that is less."""
    return TIME_BEFORE.search(text[max(0, start - BEFORE) : start])


def clock(found: re.Match[str]) -> str:
    """A time as ISO 8601 ("T15:19:00+05:30"), with the offset where one is printed."""
    hour = int(found["hour"])
    half = (found["half"] or found["pre"] or "").lower()
    if half:
        late = half[0] in "pب" or half in {"오후", "下午", "午後"}
        hour = hour % 12 + (12 if late else 0)
    minute, second = int(found["minute"] or 0), int(found["second"] or 0)
    return f"T{hour:02}:{minute:02}:{second:02}{offset(found['zone'])}"


def offset(zone: str | None) -> str:
    """The offset that a zone's printed name stands for, "" where it says nothing sure."""
    if not zone:
        return ""
    numeric = re.search(r"([+−-])\s?(\d{1,2}):?(\d{2})?$", zone)
    if numeric:
        sign = "+" if numeric[1] == "+" else "-"
        return f"{sign}{int(numeric[2]):02}:{numeric[3] or '00'}"
    return zones().get(zone.upper(), "")
