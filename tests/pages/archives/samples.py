"""Two invented articles, in the layouts of each database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    title: str
    outlet: str
    day: str
    byline: str
    paragraphs: tuple[str, ...]


BRIDGE = Told(
    title="Norland and Sudria open talks on the river bridge",
    outlet="The Lakeside Herald",
    day="14 March 2031",
    byline="Ana Prado",
    paragraphs=(
        "The foreign minister of Norland met her Sudrian counterpart in the border town of Vell on Friday to discuss the "
        "bridge over the river that both countries have promised to rebuild since the flood of two years ago.",
        'Both sides called the meeting useful. "We have agreed to meet again in May," the Norland minister said after the '
        "talks, which lasted for more than three hours.",
        "Sudria had withdrawn its engineers in January.",
    ),
)
GRAIN = Told(
    title="Sudria halts grain exports",
    outlet="Sudria Daily Post",
    day="15 March 2031",
    byline="Karl Ohm",
    paragraphs=(
        "Sudria said on Saturday that it would halt all exports of grain to Norland until the end of the year.",
    ),
)
TOLD = (BRIDGE, GRAIN)


def nexis_uni(told: tuple[Told, ...] = TOLD, nbsp: str = "\xa0") -> list[str]:
    """Nexis Uni: a cover, then title, outlet, day, copyright, labels, Body, text, Classification."""
    lines = [
        "User Name: =Reader",
        "Date and Time: Monday, March 17, 2031 9:00 AM GMT",
        "Job Number: 140001",
        f"Documents ({len(told)})",
        *(f"{n}. {t.title}" for n, t in enumerate(told, 1)),
        "Client/Matter: -None-",
        "Search Terms: norland and sudria",
    ]
    for t in told:
        lines += [
            t.title,
            t.outlet,
            f"March {t.day.split()[0]}, 2031 Friday",
            f"Copyright 2031 {t.outlet} Ltd All Rights Reserved",
            f"Section:{nbsp}NEWS; Pg. 3",
            f"Length:{nbsp}{sum(len(p.split()) for p in t.paragraphs)} words",
            f"Byline:{nbsp}By {t.byline}",
            "Body",
            *t.paragraphs,
            "Classification",
            f"Language:{nbsp}ENGLISH",
            f"Publication-Type:{nbsp}Newspaper",
            f"Load-Date:{nbsp}March 16, 2031",
            "End of Document",
        ]
    return lines


def nexis_old(told: tuple[Told, ...] = TOLD) -> str:
    """LexisNexis Academic's text: number, outlet and day in the middle, then the title and labels in capitals."""
    import textwrap

    parts = ["\n\n\nDownload Request: Selected Items: 1-2\nTime Of Request: Monday, March 17, 2031  16:51:31\n\n"]
    for n, t in enumerate(told, 1):
        month_day = f"March {t.day.split()[0]}, 2031 Friday"
        body = "\n\n".join(textwrap.fill(p, 78) for p in t.paragraphs)
        parts.append(
            f"{n} of {len(told)} DOCUMENTS".center(78).rstrip()
            + f"\n\n\n\n{t.outlet.center(78).rstrip()}\n\n{month_day.center(78).rstrip()}\n{'Late Edition'.center(78).rstrip()}\n\n{t.title}\n\n"
            f"BYLINE: {t.byline}\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 86 words\n\n\n{body}\n\n"
            "LOAD-DATE: March 16, 2031\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: The bridge at Vell.\n\n"
            f"PUBLICATION-TYPE: Newspaper\n\n\n{('Copyright 2031 ' + t.outlet).center(78).rstrip()}\n"
            f"{'All Rights Reserved'.center(78).rstrip()}\n\n"
        )
    return "".join(parts)


def factiva_rows(t: Told) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("SE", ("World",)),
        ("HD", (t.title,)),
        ("BY", (f"By {t.byline}",)),
        ("WC", ("86 words",)),
        ("PD", (t.day,)),
        ("ET", ("12:05",)),
        ("SN", (t.outlet,)),
        ("SC", ("LAKHER",)),
        ("LA", ("English",)),
        ("CY", (f"(c) 2031 {t.outlet}",)),
        ("LP", t.paragraphs[:1]),
        *((("TD", t.paragraphs[1:]),) if t.paragraphs[1:] else ()),
        ("NS", ("gdip : International Relations | gcat : Political/General News",)),
        ("RE", ("norl : Norland | sudr : Sudria",)),
        ("PUB", (f"{t.outlet} Ltd",)),
        ("AN", ("Document LAKHER0020310314e73e0001x",)),
    ]


def factiva_plain(told: tuple[Told, ...] = TOLD) -> list[str]:
    """Factiva's article format, without codes."""
    lines = []
    for t in told:
        lines += [
            "World",
            t.title,
            t.byline,
            "86 words",
            t.day,
            "12:05",
            t.outlet,
            "LAKHER",
            "English",
            f"(c) 2031 {t.outlet}",
            *t.paragraphs,
            "Document LAKHER0020310314e73e0001x",
        ]
    return lines


def proquest(told: tuple[Told, ...] = TOLD) -> list[str]:
    rule = "_" * 60
    lines = [rule, "Report Information from ProQuest", "17 March 2031 09:00", rule]
    for n, t in enumerate(told, 1):
        first, last = t.byline.split()
        lines += [
            f"Document {n} of {len(told)}",
            t.title,
            f"Author: {last}, {first}",
            f"Publication info: {t.outlet} ; Lakeside [Lakeside]{t.day}: A.3.",
            "ProQuest document link",
            "Abstract: The two neighbours talk about a bridge.",
            "Links: Check for full text",
            f"Full text: {t.paragraphs[0]}",
            *t.paragraphs[1:],
            "Subject: International relations; Bridges",
            "Location: Norland",
            f"Title: {t.title}",
            f"Publication title: {t.outlet}; Lakeside",
            "Pages: A.3",
            "Publication year: 2031",
            f"Publication date: Mar {t.day.split()[0]}, 2031",
            "Section: News",
            f"Publisher: {t.outlet} Ltd",
            "Language of publication: English",
            "Document type: News",
            f"ProQuest document ID: 25143997{n}",
            f"Document URL: https://www.proquest.com/docview/25143997{n}",
            f"Copyright: (Copyright (c) 2031 {t.outlet})",
            "Last updated: 2031-03-16",
            "Database: World Dailies",
            rule,
        ]
    return [
        *lines,
        "Contact us at: https://support.proquest.com",
        "Copyright © 2031 ProQuest LLC. All rights reserved.",
    ]
