"""Who wrote the report and who is credited: agency, source credit and byline, from the lines around the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from tellings.clean.dating.datelines import is_known
from tellings.clean.fields.names import CAPITAL, NAME, people
from tellings.clean.fields.signatures import FULL_DATE, named_above, opening, signed_above, signed_below, title_line
from tellings.clean.fields.vocabulary import agency_names, agency_pattern
from tellings.clean.flat.known import WORD
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import CJK, Line, is_cjk
from tellings.vocab.tables import rows

#: A name with the place that it writes from.
PLACED = rf"{NAME}(?: in {CAPITAL}(?: {CAPITAL}){{0,2}})?"
BYLINE = re.compile(
    r"^\W*(?i:(?:(?:story|report|words|written|reported|posted|published|compiled) )?by"
    r"|von|par|por|av|door|(?:authors?|writers?|reporters?)\s*:)\s*:?\s*"
    rf"(?P<names>{PLACED}(?:\s*(?:,|&|;|\b(?:and|und|et|y|e|en|og|och|ve|i|a)\b)\s*{PLACED})*)"
)
#: Writers named in the middle of a line in a script without capitals: "作者：林晓川 字号：大", "（记者林晓川 周平）".
CJK_WRITERS = (
    re.compile(
        r"(?:作者|记者|記者|撰文|文)\s?[:：]\s?(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、，,][\u4e00-\u9fff]{2,4})*?)(?=[\s|)）]|$)"
    ),
    re.compile(
        r"[（(](?:[\u4e00-\u9fff]{2,4}社|本报|本報)?(?:记者|記者)\s?(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、，,][\u4e00-\u9fff]{2,4})*)[）)]"
    ),
    re.compile(r"[)\]】]\s*(?P<names>[\uac00-\ud7a3]{2,4}(?:[·,\s]+[\uac00-\ud7a3]{2,4})*?)\s?(?:기자|특파원)\s*="),
    re.compile(r"^[\[(（][^\])）]{0,20}\s(?P<names>[\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)[\])）]"),
    re.compile(r"^(?P<names>[\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)(?:$|\s)"),
    re.compile(r"^(?:بقلم|كتب|كتبت|إعداد)\s*[:：]\s*(?P<names>[^\W\d_]+(?: [^\W\d_]+){1,3})(?=\s*(?:[-–—|/،]|$))"),
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
DATE = (
    rf"{WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
BETWEEN = r"(?:\s*[,|·•–—]\s*|\s+-\s+|\s{2,})"
NAMES = rf"{NAME}(?:\s*(?:,|and|&|;)\s*{NAME})*?"
#: A writer behind the day: "Posted on March 1, 2031 by Ana Prado", "Pubblicato il 14 marzo 2031 da Ana Prado".
DATED_BY = re.compile(
    r"^(?i:posted|published|pubblicat[oa]|publicad[oa]|publié|veröffentlicht|opublikowan[oe])\b.{4,60}?"
    rf"\b(?:by|da|por|par|von|przez) (?P<names>{NAMES})\W*$"
)
#: A writer's name beside the date: "Leila Haddad, Riyadh - March 11, 2023", "10 July 2018, Ingrid Halvorsen".
NAME_DATE = re.compile(
    rf"^\W*(?P<names>{NAMES})(?:(?:,| in|\s[|–—-]) (?P<place>{CAPITAL}(?: {CAPITAL}){{0,2}}))?{BETWEEN}"
    rf"(?:[Uu]pdated:? |[Pp]ublished:? )?{DATE}"
)
DATE_NAME = re.compile(rf"^\W*{DATE}{BETWEEN}(?P<names>{NAMES})\W*$")
OUR_MAN = re.compile(
    rf"^\W*(?:[Ff]rom|[Bb]y) our (?:\w+ ){{0,2}}(?:correspondent|reporter|editor)s?,? (?P<names>{NAMES})"
    rf"(?: in (?P<place>{CAPITAL}))?\W*$"
)
#: A writer beside the place, both between title and body: "From Ana Prado in Port Selm", "Ana Prado, Port Selm",
#: "Ana Prado, special envoy, Port Selm", "By Ana Prado | PORT SELM | June 7".
OFFICE = (
    r"(?:[\w-]+ )?(?:correspondent|reporter|envoy|editor|writer|corresponsal|enviad[oa](?: especial)?|correspondant"
    r"|envoyé[e]?(?: spéciale?)?|korrespondent(?:in)?|correspondente)s?"
)
PLACE = rf"(?P<place>{CAPITAL}(?: {CAPITAL}){{0,2}})"
FROM_IN = re.compile(rf"^\W*[Ff]rom (?P<names>{NAME}),? (?:in|at) {PLACE}(?=$|[,.]| [|–—-])")
NAME_PLACE = re.compile(
    rf"^(?:[Bb]y |[Pp]or |[Pp]ar |[Vv]on )?(?P<names>{NAME})\s*[,|/–—-]\s*(?:{OFFICE}(?:,| in| à| en)\s*)?{PLACE}"
    r"(?=$|\s*[|·•])"
)
#: A place beside the stamp: "Published - February 11, 2031 06:02 pm IST - Lima", "Lima / 3 jun. 2031 - 17:45".
STAMP_PLACE = re.compile(rf"(?:19|20)\d\d\b.{{0,20}}?\s*[–—,|/-]\s*{PLACE}\W*$")
PLACE_STAMP = re.compile(rf"^\W*{PLACE}\s*[|/·,–—-]\s*(?=[^\d]{{0,12}}\d{{1,2}}\b.{{0,14}}(?:19|20)\d\d\b)")
PLACE_WORDS = 3
#: A writer with the word for one before or after: "Reporter Ana Prado", "Redaction / Ana Prado".
REPORTER = re.compile(
    rf"^\W*(?i:(?:staff |our )?(?:reporter|correspondent|writer|text|report|words|redac[cç][aã]o|redacç[aã]o|redacción"
    rf"|rédaction|redaktion|редакция|periodista|journaliste|wartawan|penulis))\s*[:/|–—-]?\s+(?P<names>{NAMES})\W*$"
)
NAME_IN = re.compile(rf"^\W*(?P<names>{NAME})(?:,| in) (?P<place>{CAPITAL}(?: {CAPITAL})?)\W*$")
REPORTING = re.compile(
    rf"^\W*Reporting by (?P<names>{NAME}(?: in {CAPITAL})?(?:(?:,| and|, and) {NAME}(?: in {CAPITAL})?)*)"
)
BIOGRAPHY = re.compile(
    rf"^\W*(?P<names>{NAME}),? (?:covers\b|writes\b|has (?:covered|reported|been writing)\b"
    r"|is (?:a|an|the|our)\b.*\b(?:reporter|correspondent|journalist|editor|columnist|writer)\b)"
)
ABOUT = re.compile(rf"^About (?P<names>{NAME})(?: \d+ (?:Articles|Posts|Stories))?$")
SOURCE = re.compile(
    r"^\W*(?:(?:original )?source|quelle|fuente|fonte|bron|källa|kilde|źródło|zdroj|kaynak|источник|джерело"
    r"|sumber|nguồn|来源|出典|출처)\s*[:：]\s*(?P<name>[^\s(].{0,60}?)\W*$",
    re.IGNORECASE,
)
#: An entry of a menu has at most so many words.
MENU_WORDS = 2
#: A line of more words credits no one.
MOST_WORDS = 35
#: So far into a line or paragraph a writer is named.
LONGEST_OPENING = 200
PHOTO = re.compile(r"\b(photo|image|picture|pic|credit|getty|file|fountain|foto|video)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credits:
    """Agency, other source credited, and the people named as writers, with the place of an agency's own line."""

    agency: str | None
    source_credit: str | None
    byline: tuple[str, ...]
    place: str | None = None


@cache
def _agency_lines() -> tuple[re.Pattern[str], ...]:
    """The forms of `agency_lines.tsv`, from the surest to the least sure."""
    agency = rf"(?P<agency>{agency_pattern()})(?![\w'’])"
    others = rf"(?:(?:\s*[,/|&]\s*|\s+and\s+)(?:{agency_pattern()}|[Aa]gencies|[Ss]taff)(?!\w))*"
    return tuple(
        re.compile(row["pattern"].replace("AGENCY", agency).replace("OTHERS", others))
        for row in rows("agency_lines.tsv")
    )


def find_agency(lines: Iterable[Line]) -> tuple[str | None, str | None]:
    """The agency that a line credits with the report, and the place that such a line prints beside it.

    The first line with a credit names the agency; photo credits do not count.
    """
    agency = place = None
    for line in filter(_may_name_agency, lines):
        asked = _short(line) and not PHOTO.search(line.text)
        found = _credit(line.text) if asked else None
        if found:
            agency = agency or agency_names()[found["agency"]]
            named = found.groupdict().get("place")
            place = place or (named if named and is_known(named) else None)
    return agency, place


def _short(line: Line) -> bool:
    return line.words <= MOST_WORDS and len(line.text) <= 400


@cache
def _first_words() -> frozenset[str]:
    """The first words of agencies' names, in lower case."""
    return frozenset(word for name in agency_names() for word in WORD.findall(name.lower())[:1])


def _may_name_agency(line: Line) -> bool:
    """Whether a line has the first word of an agency's name; an article or a sign may be glued to it."""
    if line.needed and not _first_words().isdisjoint(line.needed):
        return True
    return "'" in line.text or "’" in line.text or is_cjk(line)


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){agency_pattern()}(?!\w)")


def _credit(text: str) -> re.Match[str] | None:
    if not _any_agency().search(text):
        return None
    return next((found for found in (pattern.search(text) for pattern in _agency_lines()) if found), None)


def trailing_agency(paragraph: str) -> str | None:
    """The agency in brackets or after a dash at the end of the last paragraph: "he said. (AFP)"."""
    found = re.search(
        r"[.!?”\"’»]\s*(?:\((?:mit|avec|con|com|with) |[(\[]|[-–—/]+ ?)"
        rf"\s*(?P<agency>{agency_pattern()})\s*[)/\]]?\W*$",
        paragraph,
    )
    return agency_names()[found["agency"]] if found else None


def find_credits(layout: Layout, title: str | None = None) -> Credits:
    """Read the lines around the body, those below the title's line first."""
    nearby = _below_menus(layout, title)
    stretch = layout.lines[layout.body[0] : layout.body[-1]] if layout.body else ()
    around = [*nearby, *(line for line in stretch if line.index not in layout.inside)]
    foot = layout.foot()
    agency, place = find_agency([*around, *([foot] if foot else [])])
    if agency is None and layout.body:
        agency = trailing_agency(layout.lines[layout.body[-1]].text)
    byline, written_in = next(_signed(layout, title), ((), None))
    places = (
        place,
        written_in if written_in and is_known(written_in) else None,
        *_placed_above(opening(layout, title)),
    )
    return Credits(agency, _source(nearby), byline, next(filter(None, places), None))


def _below_menus(layout: Layout, title: str | None) -> list[Line]:
    """The lines that may name who wrote the report, without the short ones above the title: there "App" is a button."""
    start = title_line(layout, title) or 0
    return [line for line in layout.credits() if line.index > start or line.words > MENU_WORDS]


def _placed_above(lines: Sequence[Line]) -> Iterator[str]:
    """The known place that stands before or after the stamp, or in capitals alone on the line above the body."""
    for line in lines:
        found = STAMP_PLACE.search(line.text) or PLACE_STAMP.match(line.text) if _short(line) else None
        if found and is_known(found["place"]):
            yield found["place"]
    last = lines[-1].text.strip(" :") if lines else ""
    if last.isupper() and 1 <= len(last.split()) <= PLACE_WORDS and is_known(last):
        yield last


def _source(lines: Iterable[Line]) -> str | None:
    for line in lines:
        asked = (":" in line.text or "：" in line.text) and _short(line)
        found = SOURCE.match(line.text) if asked else None
        if found and "link" not in found["name"].lower() and found["name"] not in agency_names():
            return found["name"]
    return None


def _signed(layout: Layout, title: str | None) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """The names in lines that sign the report, the surest form first, with the place printed beside them."""
    below_title = opening(layout, title)
    over_title = [line for line in layout.head[-12:] if not below_title or line.index < below_title[0].index]
    above = [line for line in (*below_title, *reversed(over_title)) if not layout.is_caption(line)]
    below = list(layout.tail)[:12]
    yield from _placed(above)
    yield from _matched(
        (
            (BYLINE, above),
            (DATED_BY, above),
            (OUR_MAN, above),
            (NAME_DATE, above),
            (DATE_NAME, above),
            (REPORTER, below_title),
        )
    )
    yield from ((names, None) for names in (signed_above(layout, title), signed_below(layout)) if names)
    yield from ((names, None) for names in _cjk_writers([*above, *islice(layout.paragraphs(), 1)]))
    yield from _matched(
        ((BYLINE, below), (ABOUT, below), (NAME_IN, above[-3:]), (REPORTING, below), (BIOGRAPHY, below[:4]))
    )
    yield named_above(layout, title), None


def _placed(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """The writers beside the place that they write from, where it is known or the day stands there too."""
    found = _matched(((FROM_IN, lines), (NAME_PLACE, lines)))
    yield from ((names, place) for names, place in found if place and is_known(place))
    dated = [line for line in lines if FULL_DATE.search(line.text)]
    yield from _matched(((FROM_IN, dated),))


def _cjk_writers(lines: Iterable[Line]) -> Iterator[tuple[str, ...]]:
    found = (form.search(line.text[:LONGEST_OPENING]) for line in lines for form in CJK_WRITERS)
    written = (match["names"] for match in found if match)
    yield from (tuple(re.split(r"[\s、，,·]+", names)) if CJK.match(names) else (names,) for names in written)


def _matched(
    forms: Iterable[tuple[re.Pattern[str], Iterable[Line]]],
) -> Iterator[tuple[tuple[str, ...], str | None]]:
    for pattern, lines in forms:
        for line in lines:
            found = pattern.match(line.text) if _short(line) else None
            names = people(found["names"]) if found else ()
            if found and names:
                yield names, found.groupdict().get("place")
