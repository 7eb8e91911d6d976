"""Small records of invented countries: pages, readings and the stories that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tellings.model.actors import Actor, Cast, Entity, Mention
from tellings.model.article import Article, Dropped, Run
from tellings.model.events import Coding
from tellings.model.ids import stable_id
from tellings.model.page import Page
from tellings.model.quotes import Quote
from tellings.model.reading import Reading
from tellings.model.relations import Aligned, Family, Story, Telling
from tellings.model.rows import (
    DisagreementRow,
    EventRow,
    EvidenceRow,
    MentionRow,
    Party,
    QuoteEvidence,
    QuoteRow,
    StoryRows,
    ToldRow,
    UtteranceRow,
)
from tellings.model.spans import Span
from tellings.model.times import Clue, Dating, Interval, Rejected
from tellings.record.store import Store

SENTENCE = "Borduria accused Syldavia of shelling the border. "
QUOTED = "“This is an outrage,” said Ana Kol."
TEXT = SENTENCE + QUOTED
BORDURIA = Actor("A-bor", "Borduria", "state", "BOR")
SYLDAVIA = Actor("A-syl", "Syldavia", "state", "SYL")
KOL = Actor("A-kol", "Ana Kol", "person", "BOR", "GOV", "foreign minister")


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def page(number: int = 1) -> Page:
    name = f"pages/{number:03d}.txt"
    text = f"Menu\n{TEXT}\nPage {number}"
    return Page(stable_id("p", name), name, "text", text, url=f"https://news.example/{number}", size=len(text))


def reading(of: Page) -> Reading:
    key = stable_id("a", of.page_id)
    article = Article(
        key, of.page_id, of.name, TEXT, title=f"A quarrel at the border ({of.name[-7:-4]})", url=of.url,
        byline=("Ida Rask",), outlet="The Example", agency="EXA", runs=(Run(0, len(TEXT), 5),),
    )  # fmt: skip
    mentions = (mention(0, "Borduria", 0), mention(1, "Syldavia", 1), mention(2, "Ana Kol", 2, "person"))
    entities = (
        Entity(0, "state", "Borduria", "BOR"),
        Entity(1, "state", "Syldavia", "SYL"),
        Entity(2, "person", "Ana Kol", "BOR"),
    )
    coding = Coding(
        stable_id("e", key, 0), 0, "ACCUSE", ("allege",), ("military",), "happened", (0,), (1,), span("accused"), None, None, None,
        "accuse", "“accused” with a subject and an object is ACCUSE", 0.9,
    )  # fmt: skip
    quote = Quote(
        stable_id("q", key, 0), 0, 1, "direct", (span("This is an outrage"),), span("said"), 2, None, confidence=0.9
    )
    dropped = (Dropped(0, 4, "Menu", "furniture"),)
    sentences = (Span(0, len(SENTENCE) - 1), Span(len(SENTENCE), len(TEXT)))
    return Reading(article, dropped, sentences, Cast(mentions, entities), (), (), (quote,), (coding,))


def mention(index: int, words: str, entity: int, kind: str = "state") -> Mention:
    where = span(words)
    return Mention(index, index // 2, 0, where.start, where.end, words, kind, entity)  # type: ignore[arg-type]


def story_rows(readings: Sequence[Reading]) -> StoryRows:
    """One story of all the readings: each is a copy of the first."""
    articles = sorted((r.article for r in readings), key=lambda a: a.article_id)
    ids = tuple(article.article_id for article in articles)
    story_id, family_id = "s" + ids[0], "f" + ids[0]
    tellings = tuple(
        Telling(ids[0], other, "copy", ids[0], 0.9, "every word is shared", (Aligned(0, 10, 0, 10),))
        for other in ids[1:]
    )
    quotes = tuple(quote_row(r, "u" + ids[0]) for r in sorted(readings, key=lambda r: r.article.article_id))
    codings = sorted(r.codings[0].coding_id for r in readings)
    return StoryRows(
        story=Story(story_id, ids, (Family(family_id, ids),), tellings, "they share a sentence"),
        title="A quarrel at the border",
        date="2031-03-02",
        datings=tuple(dating(key) for key in ids),
        actors=(BORDURIA, KOL, SYLDAVIA),
        mentions=tuple(row for key in ids for row in mention_rows(key)),
        quotes=quotes,
        utterances=(
            UtteranceRow(
                "u" + ids[0], story_id, quotes[0].text, "Ana Kol", tuple(q.quote_id for q in quotes), "same words"
            ),
        ),
        events=(event_row(codings[0], story_id, len(ids)),),
        evidence=tuple(row for r in readings for row in evidence_rows(r, codings[0])),
        disagreements=(
            DisagreementRow(
                "d" + ids[0], story_id, ids, "place", ("Klow", "Szohôd"), "each names another town", told_rows(ids)
            ),
        ),
    )


def told_rows(ids: Sequence[str]) -> tuple[ToldRow, ...]:
    """Words of each telling that give one of two values."""
    where = span("Borduria")
    told = (("Klow", "Szohôd")[n % 2] for n in range(len(ids)))
    return tuple(ToldRow(value, key, where.start, where.end, "Borduria") for value, key in zip(told, ids, strict=True))


def dating(article_id: str) -> Dating:
    day = date(2031, 3, 2)
    clue = Clue("weekday", "published", article_id, 0, 8, "Borduria", "a Sunday", day, day, 6)
    rejected = (Rejected("2033-01-01", "two years after the event"),)
    return Dating(
        article_id, "2031-03-02T10:15:00+01:00", None, "stated", 0.9, Interval(day, day), None, rejected, (clue,)
    )


def mention_rows(article_id: str) -> Iterator[MentionRow]:
    for words, kind, actor in (
        ("Borduria", "state", BORDURIA),
        ("Syldavia", "state", SYLDAVIA),
        ("Ana Kol", "person", KOL),
    ):
        where = span(words)
        yield MentionRow(article_id, where.start, where.end, words, kind, actor.actor_id)


def quote_row(of: Reading, utterance_id: str) -> QuoteRow:
    quote, speaker = of.quotes[0], span("Ana Kol")
    evidence = (QuoteEvidence("speaker", speaker.start, speaker.end, "Ana Kol"),)
    return QuoteRow(
        quote.quote_id, of.article.article_id, "direct", "This is an outrage", quote.start, quote.end, quote.parts, evidence,
        "Ana Kol", "Ana Kol", KOL.actor_id, None, "said", None, "2031-03-02", "published", 0.9, "“said” after the words", utterance_id,
    )  # fmt: skip


def event_row(event_id: str, story_id: str, n_tellings: int) -> EventRow:
    actor = Party(BORDURIA.actor_id, "Borduria", "Borduria", "BOR", None, None)
    recipient = Party(SYLDAVIA.actor_id, "Syldavia", "Syldavia", "SYL", None, None)
    return EventRow(
        event_id, story_id, "ACCUSE", ("allege",), ("military",), 3, -2.0, "happened", (actor,), (recipient,), "2031-03-02", None,
        "day", "published", "Klow", "SYL", None, 50.0, 20.5, None, "Borduria accused Syldavia", n_tellings, 1, 0.9, "one sentence",
    )  # fmt: skip


def evidence_rows(of: Reading, event_id: str) -> Iterator[EvidenceRow]:
    sides = (("act", "accused", None), ("actor", "Borduria", BORDURIA), ("recipient", "Syldavia", SYLDAVIA))
    for role, words, actor in sides:
        where = span(words)
        yield EvidenceRow(
            event_id, of.codings[0].coding_id, of.article.article_id, role, where.start, where.end, words, SENTENCE.strip(),  # type: ignore[arg-type]
            actor.actor_id if actor else None, actor.country if actor else None,
        )  # fmt: skip


def fill(store: Store, numbers: Iterable[int] = (1, 2, 3)) -> None:
    """Put these pages into the store, and the one story that they tell."""
    for number in numbers:
        store.add(page(number), reading(page(number)))
    store.commit()
    store.replace_stories([story_rows(list(store.readings()))])
