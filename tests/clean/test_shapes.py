"""Pages as well-known sites print themselves when their tags are gone; outlets, people and most countries are invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tellings.clean import clean
from tellings.model.page import Page

BODY = """{dateline}Karvania and Ostrel agreed on Thursday to reopen the river crossing that they closed two years ago, the two governments said.
The foreign ministers of both countries met for four hours and signed a protocol that names the day on which the first buses will cross.
"We leave this room with a date and not with a wish," the minister of Karvania told reporters after the signing.
Ostrel closed the crossing after a quarrel over fishing rights, and its traders have asked the government to reopen it ever since."""


@dataclass(frozen=True)
class Shape:
    """What stands above and below the body, and what is read from it."""

    name: str
    above: str
    below: str
    dateline: str = ""
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    title: str = "Karvania and Ostrel reopen their river crossing"
    place: str | None = None
    day: str | None = None

    @property
    def page(self) -> Page:
        body = BODY.format(dateline=self.dateline)
        return Page("p1", "page.txt", "text", f"{self.above}\n{body}\n{self.below}")


TITLE = "Karvania and Ostrel reopen their river crossing"
SHAPES = (
    Shape(
        "an agency's own site, its menu an entry a line",
        f"TASS\nPolitics\nWorld\nBusiness & Economy\nScience\n12 Jul 2031, 07:19\n{TITLE}",
        "Tags\nRiver crossing\nRead also\nAbout TASS  Contacts  Terms of use\n© TASS, news agency",
        dateline="MOSCOW, July 12. /TASS/. ",
        outlet="TASS",
        agency="TASS",
        place="Moscow",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "an agency's own site without a dateline's signature",
        f"Xinhua\nHome | China | World | Business | Sports\n{TITLE}\nSource: Xinhua | 2031-07-12 07:19:00 | Editor: huaxia",
        "Copyright © 2000-2031 Xinhuanet. All rights reserved.",
        outlet="Xinhua",
        agency="Xinhua",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "agency | published | updated, between bars",
        f"E-PAPER | JULY 12, 2031\nHome\nLatest\nPakistan\nOpinion\n{TITLE}\nAFP | Published July 12, 2031 Updated July 12, 2031 08:05am",
        "Published in The Dune, July 12th, 2031\nFollow The Dune on Twitter\nCopyright © 2031, The Dune",
        outlet="The Dune",
        agency="AFP",
        day="2031-07-12",
    ),
    Shape(
        "section, agency and an update on one line",
        f"HDTV\nWorld\nIndia\nVideos\nWorld Reuters Updated: March 1, 2031 8:04 am IST\n{TITLE}",
        "(Except for the headline, this story has not been edited by HDTV staff and is published from a syndicated feed.)",
        outlet="HDTV",
        agency="Reuters",
        day="2031-03-01T08:04:00+05:30",
    ),
    Shape(
        "the outlet itself signs",
        f"{TITLE}\nBy Harbour Times Published: Feb 27, 2031 05:12 PM",
        "RELATED ARTICLES\nCopyright © 2031 Harbour Times Online - all rights are its own",
        outlet="Harbour Times",
        day="2031-02-27T17:12:00",
    ),
    Shape(
        "writer | paper | updated",
        f"{TITLE}\nBy Mara Lind | Ostrel Daily | Updated: 2031-02-27 07:19",
        "Copyright 1994 - 2031. All rights reserved. The content published in this site belongs to Ostrel Daily.\nOstrel Daily App",
        outlet="Ostrel Daily",
        byline=("Mara Lind",),
        day="2031-02-27T07:19:00",
    ),
    Shape(
        "agency | updated, a paper's name in the copyright",
        f"{TITLE}\nXinhua | Updated: 2031-02-27 07:19",
        "Copyright © 2031 Lagoon Bulletin Online - the only paper of the lagoon",
        outlet="Lagoon Bulletin",
        agency="Xinhua",
        day="2031-02-27T07:19:00",
    ),
    Shape(
        "agency, then place and day",
        f"The Java Courier\n{TITLE}\nAgence France-Presse\nMoscow\nSat, July 12, 2031",
        "The Java Courier e-Paper\n© 2016 - 2031 PT. Pena Kita",
        outlet="The Java Courier",
        agency="AFP",
        day="2031-07-12",
    ),
    Shape(
        "place - agency above the body",
        f"Bosphorus Daily News\n{TITLE}\nJuly 12 2031 07:19:00\nANKARA - Anadolu Agency",
        "Follow Bosphorus Daily News on Twitter",
        outlet="Bosphorus Daily News",
        agency="Anadolu",
        place="Ankara",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "desk and agency in the byline, a writer for the paper below",
        f"{TITLE}\nBy AFP and Hill Times Staff\n12 July 2031, 7:19 am",
        "© 2031 The Times of the Hill , All Rights Reserved\nWelcome to The Times of the Hill",
        outlet="The Times of the Hill",
        agency="AFP",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "writer: agency, date with its labels in capitals",
        f"{TITLE}\nPUBLISHED : 12 Jul 2031 at 07:19\nNEWSPAPER SECTION: World\nWRITER: AFP",
        "© 2031 Delta Post Public Company Limited",
        outlet="Delta Post",
        agency="AFP",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "numbers for dates, the day first by another date of the page",
        f"{TITLE}\n12/07/2031 07:19",
        "Modified: 12 July 2031\n© 2031 Copyright Ostrel 24 - All rights reserved. Ostrel 24 is not responsible for other sites.",
        outlet="Ostrel 24",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "time before a day with two figures for the year",
        f"RiverTV\nUpdated 07:19, 16-Apr-31\n{TITLE}",
        "Source(s): Xinhua News Agency\nCopyright © 2031 RiverTV. ICP 20000184",
        outlet="RiverTV",
        agency="Xinhua",
        day="2031-04-16T07:19:00",
    ),
    Shape(
        "a writer for the outlet, editors below",
        f"By Mara Lind for Valley Voice\nJuly 12, 2031\n{TITLE}",
        "Edited by: Jon Berg\nSupport Valley Voice's journalism\n© Valley Voice 2031",
        outlet="Valley Voice",
        byline=("Mara Lind",),
        day="2031-07-12",
    ),
    Shape(
        "an editor alone is no author",
        f"Khal Times\n{TITLE}\nPublished: Sat 12 Jul 2031, 7:19 AM\nBy AP",
        "Edited by Jon Berg\nCopyright © 2031 KHAL TIMES. All Rights Reserved.",
        outlet="Khal Times",
        agency="AP",
        day="2031-07-12T07:19:00",
    ),
    Shape(
        "an unknown outlet stays unnamed, its agency does not",
        f"Home\nNews\n{TITLE}\n(Press Trust of India)",
        "Most Read",
        agency="PTI",
    ),
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_a_page_of_this_shape_says(shape: Shape) -> None:
    article = clean(shape.page).article
    assert article.title == shape.title
    assert article.outlet == shape.outlet
    assert article.agency == shape.agency
    assert article.byline == shape.byline
    assert article.dateline_place == shape.place
    assert article.text.split("\n\n")[-1].startswith("Ostrel closed")
    if shape.day:
        assert article.stated[0].value == shape.day
