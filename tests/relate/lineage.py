"""A small set of tellings for the tests: invented countries, one report and what became of it."""

from __future__ import annotations

from datetime import date

from tellings.model.actors import Cast, Entity, Mention
from tellings.model.article import Article
from tellings.model.reading import Reading
from tellings.model.times import Dated, Dating, Interval
from tellings.relate.sketch import Sketch, sketch

REPORT = """Verania's president Anna Torvald met the foreign minister of Kolmeria, Josip Brandt, in the port of Lusk on Monday to end a two-year quarrel over fishing rights.

The ministers agreed to open the strait to trawlers from both coasts in spring, and to let a joint board of four inspectors count the catch.

"The strait feeds both our peoples, and we have decided to share it like neighbours who mean to stay," Torvald told reporters after the talks.

Brandt said that his government would withdraw the two patrol boats which it had sent to the strait last autumn, when Veranian crews cut Kolmerian nets.

Fishermen in Lusk, who lost a third of their income during the quarrel, welcomed the news with caution and asked who would pay for the lost nets.

Neither side gave a figure for compensation, which a commission is to propose before the end of the year."""

REWORDED = """A two-year dispute about fishing rights came to an end on Monday as Josip Brandt, Kolmeria's foreign minister, sat down in the harbour of Lusk with Veranian president Anna Torvald.

Trawlers from the two coasts will be able to enter the strait again in spring; the catch is to be counted by a joint board made up of four inspectors, the ministers agreed.

“The strait feeds both our peoples, and we have decided to share it like neighbours who mean to stay,” Torvald said.

His government will pull back both patrol boats sent to the strait in autumn after Kolmerian nets were cut by crews from Verania, Brandt told the press.

Caution marked the welcome among the fishermen of Lusk: the quarrel had cost them a third of their income, and they want to know who pays for the nets that were lost.

No figure for compensation was given by either side; a commission will propose one before the year ends."""

INDEPENDENT = """Veranian and Kolmerian leaders buried one of the region's longest rows after three hours of negotiation at Lusk town hall.

"The strait feeds both our peoples, and we have decided to share it like neighbours who mean to stay," said President Anna Torvald, visibly tired, before leaving for the capital by helicopter.

Diplomats close to the delegation of Foreign Minister Josip Brandt described the atmosphere as frank, and credited a retired bishop with bringing the parties to one table.

Financial markets barely reacted. Shares of the canning group Nordal rose two per cent on Monday afternoon, since cheaper herring may lower its costs, analysts of the Bank of Verania wrote.

Opposition deputies in the Kolmerian parliament called the deal a surrender and demanded a debate."""

OTHER_DAY = """President Anna Torvald of Verania received Kolmeria's foreign minister Josip Brandt on Wednesday for a discussion of railway tariffs and the planned tunnel beneath the mountains at Orsk.

"We want freight trains to cross the border without waiting a night at the customs shed," Torvald told journalists.

Brandt announced a loan of forty million crowns for signalling equipment, and invited engineers from Verania to inspect the tunnel's first section.

Unions of railway workers warned that night shifts would grow longer."""

BACKGROUND = """Kolmeria marked the anniversary of its independence with fireworks, concerts and a parade of school bands through the capital, while Foreign Minister Josip Brandt laid a wreath at the tomb of the founders.

Families lined the avenues from early morning, and bakers handed out the salted bread that tradition demands on this holiday. The weather held until evening, when rain scattered the last dancers.

Brandt said that his government would withdraw the two patrol boats which it had sent to the strait last autumn, when Veranian crews cut Kolmerian nets.

Astronomers promised the crowd a meteor shower for the weekend, and museums stay open all night."""

FURNITURE = "Sign up for our morning letter and read the best of the harbour towns before breakfast."


def article(key: str, text: str, **facts: object) -> Article:
    return Article(key, f"p-{key}", f"{key}.txt", text, **facts)  # type: ignore[arg-type]


def reading(
    key: str, text: str, people: tuple[str, ...] = ("Anna Torvald", "Josip Brandt"), **facts: object
) -> Reading:
    """A reading with the people it names as officials, found by their surnames."""
    named = [name for name in people if name.split()[-1] in text]
    entities = tuple(Entity(i, "person", name, "VER", "GOV") for i, name in enumerate(named))
    surnames = [name.split()[-1] for name in named]
    mentions = tuple(
        Mention(i, 0, 0, text.index(s), text.index(s) + len(s), s, "person", i) for i, s in enumerate(surnames)
    )
    return Reading(article(key, text, **facts), (), (), Cast(mentions, entities), (), (), (), ())


def dating(key: str, day: date | None = None) -> Dating:
    news = Dated(day, day, "day", "stated") if day else None
    return Dating(
        key, day.isoformat() if day else None, None, "stated" if day else "none", 0.9, Interval(day, day), news
    )


def sketched(key: str, text: str, day: date | None = None) -> Sketch:
    return sketch(reading(key, text), dating(key, day))


def cut(text: str, share: float) -> str:
    """The first part of a text, ending after a word."""
    words = text.split(" ")
    return " ".join(words[: round(len(words) * share)])


def edited(text: str, every: int) -> str:
    """A text with every so-many-th word put into another word."""
    words = text.split(" ")
    return " ".join(f"x{i}" if i % every == every - 1 else word for i, word in enumerate(words))
