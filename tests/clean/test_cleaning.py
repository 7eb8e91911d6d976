"""Whole pages, each with furniture of another kind; countries, outlets and people are invented or unnamed."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from tellings.clean import NoArticleError, body_text, clean
from tellings.model.article import Cleaned
from tellings.model.page import Hints, Page, PageKind
from tellings.pages import read

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


def page_of(text: str, kind: PageKind = "text", **hints: str) -> Page:
    return Page("p1", "page.txt", kind, text, hints=Hints(**hints))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """A page in three parts, and what is asked of it."""

    name: str
    before: str
    body: tuple[str, ...]
    after: str
    between: str = ""
    fields: dict[str, object] = field(default_factory=dict)
    dates: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        first, *rest = self.body
        return "\n".join((self.before, first, self.between, *rest, self.after))


CASES = (
    Case(
        "a dateline, a byline and a page foot",
        before="""The Lakeside Herald
Home | World | Politics | Business | Sport | Opinion
Subscribe
Brazil and Argentina agree to reopen border bridge talks
Ministers meet in Brasilia after a two-year pause
By Ana Prado and Luis Ferro
Published: 14 March 2031, 09:42 BRT
Share this article
Facebook
Twitter""",
        body=(
            "BRASILIA, March 13 (Reuters) - Brazil and Argentina agreed on Thursday to reopen talks about a second bridge over the Uruguay river, the two governments said in a joint statement.",
            'Argentine Foreign Minister Carla Duarte met her counterpart for three hours. "We leave Brasilia with a calendar and a map," Duarte told reporters.',
            "The two sides last met in 2029, when Buenos Aires suspended the talks over customs fees.",
        ),
        between="ADVERTISEMENT\nRead more: Five bridges that changed the river trade",
        after="""(Reporting by Ana Prado; Editing by Tom Webb)
Related Articles
River trade grows for the third year in a row as farmers ship more soy to the coast.
Police in Rosario arrest nine people after a raid on a warehouse near the port.
© 2031 The Lakeside Herald. All rights reserved.
Privacy Policy | Terms of Use | Contact us""",
        fields={
            "title": "Brazil and Argentina agree to reopen border bridge talks",
            "subtitle": "Ministers meet in Brasilia after a two-year pause",
            "byline": ("Ana Prado", "Luis Ferro"),
            "outlet": "The Lakeside Herald",
            "agency": "Reuters",
            "dateline_place": "Brasilia",
            "dateline_date": "March 13",
        },
        dates=("2031-03-14T09:42:00-03:00",),
    ),
    Case(
        "a desk for a byline, a photo credit and an agency's feed",
        before="""Menu
KARVANIA TODAY
NATIONAL
WORLD
Karvania recalls ambassador from Ostrel over fishing dispute
Karvania Today Desk | Updated: Oct 05, 2029 18:20 IST
Karvania's foreign ministry building in Port Selm. (AFP photo)""",
        body=(
            "Karvania on Friday recalled its ambassador from Ostrel for consultations after Ostrel's coast guard detained two fishing boats, the foreign ministry said.",
            '"The detention of our fishermen violates the treaty of 1998," ministry spokesman Ivo Terrane said at a briefing.',
            "Ostrel rejected the accusation and said that the boats had entered its waters at night.",
        ),
        between="Also Read | Ostrel opens new port on its northern coast",
        after="""(This story has not been edited by Karvania Today staff and is auto-generated from a syndicated feed by PTI)
Tags: Karvania, Ostrel, fishing
Trending
Ten beaches you must see this winter
Follow Karvania Today on Twitter and Facebook for the latest news""",
        fields={
            "title": "Karvania recalls ambassador from Ostrel over fishing dispute",
            "byline": (),
            "outlet": "Karvania Today",
            "agency": "PTI",
            "captions": ("Karvania's foreign ministry building in Port Selm.",),
            "photo_credits": ("AFP photo",),
        },
        dates=("2029-10-05T18:20:00+05:30",),
    ),
    Case(
        "the page's title with the site's name, and a comment form",
        before="""Skip to content
Vellish president visits Tallinn for talks on energy — Northern Wire
Vellish president visits Tallinn for talks on energy
Estonia, Velland
03.05.2030 11:15""",
        body=(
            "TALLINN (BNS) — Velland's president arrived in Tallinn on Tuesday for talks with her Estonian counterpart about energy supplies, the office of the Estonian president said.",
            "The two presidents will sign a memorandum on electricity trade on Wednesday, according to the office.",
            'Estonia has promised to send ten transformers to Velland before winter. "Nobody should sit in the dark," the Estonian president told a news conference.',
        ),
        after="""Source: BNS
Leave a Reply Cancel reply
Your email address will not be published. Required fields are marked *
Comment *
Name *""",
        fields={
            "title": "Vellish president visits Tallinn for talks on energy",
            "subtitle": None,
            "outlet": "Northern Wire",
            "agency": "BNS",
            "dateline_place": "Tallinn",
        },
        dates=("2030-05-03T11:15:00",),
    ),
    Case(
        "glued navigation, counters, a script between paragraphs and a teaser cut short",
        before="""HomeNewsAsiaKorea and Japan restart talks on fisheries
Korea and Japan restart talks on fisheries
By Admin
-
June 2, 2032
1042
0
Share""",
        body=(
            "(Yonhap) -- South Korea and Japan will restart working-level talks on fisheries next week after a break of six years, Seoul's oceans ministry said Monday.",
            "The talks will take place in Busan and last three days, the ministry said in a release.",
            '"Both governments know that the fishermen have waited long enough," a vice minister said.',
        ),
        between="if (typeof adsbygoogle !== 'undefined') { (adsbygoogle = window.adsbygoogle || []).push({}); }",
        after="""RELATED ARTICLES
MORE FROM AUTHOR
President opens new library in Daegu after two years of construction work
The library has room for half a million books and was built by a local company, the city said...""",
        fields={
            "title": "Korea and Japan restart talks on fisheries",
            "byline": (),
            "agency": "Yonhap",
            "outlet": None,
        },
        dates=("2032-06-02",),
    ),
    Case(
        "an agency's own stamp, and a caption with another date",
        before="""Xinhua | Updated: 2028-11-09 08:15
Chinese, Kenyan officials discuss railway extension
Workers lay tracks near Naivasha, Kenya, on Oct 2, 2028. [Photo/Xinhua]""",
        body=(
            "NAIROBI -- Officials from China and Kenya on Wednesday discussed the extension of a railway line to the Ugandan border, the Kenyan transport ministry said.",
            "The extension would cost about 3 billion U.S. dollars and take four years, said a principal secretary of the ministry.",
            '"We want the first train to reach Malaba in 2033," he said.',
        ),
        after="Most Viewed\nTen dishes for the new year",
        fields={
            "title": "Chinese, Kenyan officials discuss railway extension",
            "agency": "Xinhua",
            "dateline_place": "Nairobi",
        },
        dates=("2028-11-09T08:15:00",),
    ),
    Case(
        "a cookie notice, a bare caption, a sub-heading and other stories with dates",
        before="""We use cookies to improve your experience on our website. Accept all
Sign in
UN envoy condemns attack on aid convoy in northern Ostrel
3 hours ago
Getty Images
Trucks of the World Food Programme in Port Selm""",
        body=(
            "The United Nations envoy for Ostrel on Sunday condemned an attack on a convoy of the World Food Programme in which four drivers were killed.",
            "The convoy of 15 trucks was on its way from Port Selm to the north when it came under fire, the envoy's office said.",
            'The army and the rebels accused each other of the attack. "Those who fire on food must answer for it," the envoy said in a statement.',
        ),
        between="What we know so far",
        after="""More on this story
Ostrel: a simple guide to the war
16 April 2027
Why aid does not reach the north
2 May 2027
Top stories
Government survives vote of confidence by three votes""",
        fields={"title": "UN envoy condemns attack on aid convoy in northern Ostrel", "agency": None, "outlet": None},
    ),
    Case(
        "an agency's house line, its contributors and its copyright",
        before="Turkey says it will host grain talks in July | The Black Sea Courier",
        body=(
            "ANKARA, Turkey (AP) — Turkey will host a new round of talks on grain shipments through the Black Sea in July, its foreign minister said Saturday, after a meeting with his Ukrainian counterpart in Ankara.",
            "“We believe that all sides want the ships to sail,” the minister said. He did not say whether Russia would take part.",
            "Ukraine's minister thanked Turkey for its efforts and asked for help with the clearing of mines.",
        ),
        after="""___
Associated Press writers in Kyiv and Moscow contributed to this report.
Copyright 2027 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.""",
        fields={
            "title": "Turkey says it will host grain talks in July",
            "outlet": "The Black Sea Courier",
            "agency": "AP",
            "dateline_place": "Ankara",
        },
    ),
    Case(
        "a machine translation, with what its source's agency is called",
        before="""LATEST:
Minister of Karvania speaks with his Ostrel counterpart about the border
Migrants wait at the crossing of Port Selm. | Fountain: EFE""",
        body=(
            "The Foreign Minister of Karvania. Jorge Salas spoke this Tuesday with his Ostrel counterpart about the migrants who are stranded at the border between Karvania And Ostrel, the ministry reported.",
            "The minister stressed that “the humanitarian corridor” is a shared responsibility of the two countries.",
            "Both ministers agreed to meet in Port Selm in the framework of the committee, the statement said.",
        ),
        after="""(With information from EFE)
Share on WhatsApp
You may be interested in:
The national team of Karvania will play three friendly matches before the cup of next year, announced the federation.""",
        fields={
            "title": "Minister of Karvania speaks with his Ostrel counterpart about the border",
            "agency": "EFE",
            "translated": True,
        },
    ),
)


def cleaned(case: Case) -> Cleaned:
    return clean(page_of(case.page))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_body_is_the_article_word_for_word(case: Case) -> None:
    assert cleaned(case).article.text == "\n\n".join(case.body)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_page_says_who_where_and_what(case: Case) -> None:
    article = cleaned(case).article
    assert {name: getattr(article, name) for name in case.fields} == case.fields


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_dates_that_are_believed_at_even_odds_and_no_others(case: Case) -> None:
    believed = (stated for stated in cleaned(case).article.stated if stated.confidence >= 0.5)
    assert tuple(stated.value for stated in believed) == case.dates


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_is_in_the_article_or_dropped_with_a_reason(case: Case) -> None:
    found = cleaned(case)
    article = found.article
    for run in article.runs:
        length = run.end - run.start
        assert article.text[run.start : run.end] == case.page[run.page_start : run.page_start + length]
    parts = [*(block.text for block in found.dropped), article.text]
    assert all(any(line in part for part in parts) for line in case.page.split("\n") if line)
    assert all(block.reason for block in found.dropped)
    assert all(a.end <= b.start for a, b in pairwise(found.dropped))


def test_a_biography_names_the_author_and_is_no_part_of_the_article() -> None:
    bio = "Mara Lind writes about harbours and customs. She has a keen interest in trade and has reported from nine countries over the last ten years."
    case = CASES[4]
    text = "\n".join((case.before, *case.body, "About Mara Lind 212 Articles", bio, "Leave a Reply"))
    article = clean(page_of(text)).article
    assert article.byline == ("Mara Lind",)
    assert "harbours" not in article.text


def test_comments_are_no_part_of_the_article_even_where_they_are_longer() -> None:
    case = CASES[0]
    comments = "\n".join(
        f"Reader {n} says:\nI have lived near the river for thirty years and I do not believe that the bridge will ever be built."
        for n in range(12)
    )
    text = "\n".join((case.before, *case.body, "12 Comments", comments))
    assert clean(page_of(text)).article.text == "\n\n".join(case.body)


def test_the_carrier_fills_what_the_page_does_not_say() -> None:
    page = page_of("\n".join(CASES[3].body), title="Talks", outlet="Karvania Today", published="2032-06-02T08:00:00Z")
    article = clean(page).article
    assert (article.title, article.outlet) == ("Talks", "Karvania Today")
    assert [(s.value, s.source) for s in article.stated] == [("2032-06-02T08:00:00+00:00", "carrier")]


@pytest.mark.parametrize(
    "text", ["Home\nWorld\nSport", "Ministers meet", "<html><body><p>Ministers meet.</p></body></html>"]
)
def test_a_page_without_an_article_says_so(text: str) -> None:
    kind: PageKind = "html" if text.startswith("<") else "text"
    with pytest.raises(NoArticleError) as raised:
        clean(page_of(text, kind))
    assert raised.value.reason
    assert raised.value.remedy


def test_the_body_alone_is_the_text_that_cleaning_gives() -> None:
    pages = [page for page in read([str(EXAMPLES)]) if isinstance(page, Page)]
    assert {page.kind for page in pages} == {"html", "text"}
    for page in pages:
        assert body_text(page) == clean(page).article.text, page.name
