"""One deed of which tellings name different doers, and what two sides did to one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.merging.test_merge import DAY, dating, story

import tellings.actors as actors
from tellings.events import disagreements, gather, rows_of
from tellings.model.reading import Reading
from tellings.model.rows import DisagreementRow
from tellings.model.times import Interval

Read = Callable[..., Reading]


def differing(read: Read, *texts: str) -> list[DisagreementRow]:
    readings = [read(text, f"a{n}") for n, text in enumerate(texts)]
    cast = {r.article.article_id: actors.resolve(r.cast, Interval(DAY, DAY), r.cast.claims) for r in readings}
    days = [dating(r) for r in readings]
    told = gather(readings, days, cast)
    rows, _ = rows_of(story(readings), told)
    return [d for d in disagreements(story(readings), readings, days, (), (), rows, told) if d.field == "actor"]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Brazil's army shelled an Argentine post at Posadas on Monday.",
            "Argentina shelled a Brazilian post at Posadas on Monday, Brasilia said.",
            ("Argentina, according to Brazil", "Brazil"),
        ),
        (
            "Ugandan troops fired first on a Kenyan patrol on Lake Victoria on Tuesday.",
            "Kenyan troops opened fire first on Ugandan soldiers on Lake Victoria on Tuesday.",
            ("Kenya", "Uganda"),
        ),
        (
            "Kenya accused Uganda of firing first in a clash on Lake Victoria on Tuesday.",
            "Uganda accused Kenya of firing first in Tuesday's clash on Lake Victoria.",
            ("Kenya, according to Uganda", "Uganda, according to Kenya"),
        ),
        (
            "Sudan violated the ceasefire on Friday by attacking Ethiopian positions near Metema.",
            "Ethiopia broke the ceasefire on Friday with an attack on Sudanese positions near Metema.",
            ("Ethiopia", "Sudan"),
        ),
        (
            "Ethiopia accused Sudan on Friday of violating the ceasefire.",
            "Sudan on Friday accused Ethiopia of breaking the truce.",
            ("Ethiopia, according to Sudan", "Sudan, according to Ethiopia"),
        ),
        (
            "Iran on Friday summoned the ambassador of Azerbaijan over the shooting at the Astara crossing.",
            "Azerbaijan summoned the Iranian ambassador on Friday over a shooting at the Astara crossing.",
            ("Azerbaijan", "Iran"),
        ),
        (
            "Georgia blamed Armenia for Thursday's explosion at the Sadakhlo bridge.",
            "Armenia blamed Georgia for the blast at the Sadakhlo bridge on Thursday.",
            ("Armenia, according to Georgia", "Georgia, according to Armenia"),
        ),
        (
            "Georgian saboteurs blew up the Sadakhlo bridge on Thursday, Armenia's interior ministry said.",
            "Armenian agents blew up the Sadakhlo bridge on Thursday, according to Georgia's security service.",
            ("Armenia, according to Georgia", "Georgia, according to Armenia"),
        ),
        (
            "A Malian drone struck a market in Bankass on Sunday, killing nine people.",
            "Burkina Faso's drone hit the market in Bankass on Sunday and nine people died.",
            ("Burkina Faso", "Mali"),
        ),
        (
            "A Greek coast guard vessel rammed a Turkish trawler off Kos on Saturday, the Turkish ministry of transport"
            " said. Two fishermen were rescued.",
            "A Turkish trawler rammed a Greek coast guard vessel off Kos on Saturday and then sank, Greece's coast guard"
            " said in a statement.",
            ("Greece, according to Turkey", "Turkey, according to Greece"),
        ),
        (
            "Iran seized a Saudi tanker near Farsi island on Sunday, Riyadh said.",
            "Saudi Arabia seized an Iranian tanker near Farsi island on Sunday, Tehran said.",
            ("Iran, according to Saudi Arabia", "Saudi Arabia, according to Iran"),
        ),
        (
            "Rwanda accused Burundi's army on Tuesday of shelling the village of Kabuhanga, where four farmers died.",
            "The Burundian government accused Rwanda of shelling the village of Kabuhanga on Tuesday.",
            ("Burundi, according to Rwanda", "Rwanda, according to Burundi"),
        ),
    ],
    ids=[
        *("shelled", "fired first", "accused of firing first", "broke the ceasefire", "accused of breaking it"),
        *("summoned", "blamed", "blew up", "another doer", "rammed", "seized", "accused with the victims"),
    ],
)
def test_one_deed_with_other_doers_is_a_disagreement(read: Read, one: str, other: str, values: tuple[str, str]) -> None:
    (row,) = differing(read, one, other)
    assert row.values == values
    assert row.article_ids == ("a0", "a1")
    assert {told.article_id for told in row.evidence} == {"a0", "a1"}
    texts = {"a0": one, "a1": other}
    assert all(texts[told.article_id][told.start : told.end] == told.text for told in row.evidence)
    assert all(value in row.detail for value in values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Armenian troops shelled an Azerbaijani post near Verin on Monday, and Azerbaijani troops shelled an"
            " Armenian post.",
            "Azerbaijani troops shelled an Armenian post near Verin on Monday. Armenian troops had shelled an"
            " Azerbaijani post there.",
        ),
        (
            "Indian artillery shelled Pakistani posts near Poonch on Monday, and Pakistani artillery shelled Indian"
            " posts near Poonch.",
            "Pakistani artillery shelled Indian posts near Poonch on Monday.",
        ),
        (
            "Iran fired missiles at an Iraqi base near Basra on Monday.",
            "Iraq struck an Iranian base near Basra on Monday in retaliation for a missile attack.",
        ),
        (
            "Chad attacked a Libyan convoy near Aouzou on Monday.",
            "Libya attacked a Chadian convoy near Aouzou on Thursday.",
        ),
        (
            "Russia attacked Odesa with drones overnight to Tuesday, Ukraine's air force said.",
            "Ukrainian drones attacked a refinery at Tuapse in Russia overnight to Tuesday, starting a fire.",
        ),
        (
            "Poland expelled two Belarusian diplomats on Monday.",
            "Belarus expelled two Polish diplomats on Monday, the foreign ministry in Minsk said.",
        ),
        ("Canada imposed sanctions on Venezuela on Monday.", "Venezuela imposed sanctions on Canada on Monday."),
        (
            "Beijing accused Washington on Monday of dumping soybeans.",
            "Washington accused Beijing on Monday of stealing the designs of chips.",
        ),
        (
            "Pakistan accused India of shelling the villages in the Poonch sector on Sunday. India accused Pakistan of"
            " shelling villages in the Poonch sector.",
            "Pakistan accused India of shelling villages in the Poonch sector on Sunday.",
        ),
        ("France criticised Italy on Monday over migrants.", "Italy criticised France on Monday over migrants."),
        (
            "American aircraft struck radar sites near Hodeida on Friday. British aircraft took part.",
            "British aircraft struck radar sites near Hodeida on Friday alongside American ones.",
        ),
        (
            "Nigerian soldiers killed eleven herders at Gidan on Saturday, residents said.",
            "The army killed eleven bandits at Gidan on Saturday, the Nigerian defence headquarters said.",
        ),
        (
            "Syrian gunners shelled a Turkish post at Azaz on Monday. Turkey's artillery fired back within the hour.",
            "Turkish artillery fired on Syrian positions near Azaz on Monday.",
        ),
        (
            "Chadian artillery fired on Libyan positions near Aouzou on Monday after a post had been shelled.",
            "Libyan artillery fired on Chadian positions near Aouzou on Monday.",
        ),
        (
            "Israel struck a depot near Homs in Syria on Monday, killing five people.",
            "An American strike on a depot near Deir ez-Zor in Syria on Monday killed five people.",
        ),
        (
            "Japan's foreign minister met his South Korean counterpart in Seoul on Monday.",
            "South Korea's foreign minister met his Japanese counterpart in Seoul on Monday.",
        ),
    ],
    ids=[
        *("each tells both", "one tells both", "in retaliation", "another day", "another place", "expulsions"),
        *("sanctions", "accused of other things", "one tells both accusations", "criticism", "allies"),
        *("an army of which no one says whose", "fired back", "after it was shelled", "two places of one land", "met"),
    ],
)
def test_what_two_sides_did_to_one_another_contradicts_no_one(read: Read, one: str, other: str) -> None:
    assert differing(read, one, other) == []


def test_copies_of_a_version_are_named_with_it(read: Read) -> None:
    uganda = "Ugandan troops fired first on a Kenyan patrol on Lake Victoria on Tuesday."
    kenya = "Kenyan troops opened fire first on Ugandan soldiers on Lake Victoria on Tuesday."
    (row,) = differing(read, uganda, kenya, uganda)
    assert row.values == ("Kenya", "Uganda")
    assert row.article_ids == ("a0", "a1", "a2")
