"""Who an article names: maximal mentions, and chains of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast, Entity

CastOf = Callable[..., Cast]


def entity(cast: Cast, text: str) -> Entity:
    mention = next(m for m in cast.mentions if m.text == text)
    return cast.entities[mention.entity]


@pytest.mark.parametrize(
    ("text", "mention", "kind", "country", "sector"),
    [
        ("Chile signed the pact.", "Chile", "state", "CHL", None),
        ("Santiago accused Lima of delay.", "Santiago", "state", "CHL", None),
        ("The Kremlin denied it.", "Kremlin", "body", "RUS", "GOV"),
        ("The Pentagon denied it.", "Pentagon", "body", "USA", "MIL"),
        ("Kenyan President Odo Marenga spoke.", "Kenyan President Odo Marenga", "person", "KEN", "GOV"),
        ("China's foreign minister spoke.", "China's foreign minister", "office", "CHN", "GOV"),
        ("Officials said Brazilian troops left.", "Brazilian troops", "body", "BRA", "MIL"),
        ("The government of Peru fell.", "The government of Peru", "body", "PER", "GOV"),
        ("NATO met.", "NATO", "organisation", "IGO", None),
        ("Hamas fighters withdrew.", "Hamas fighters", "group", "PSE", "REB"),
        ("Rebels took the town.", "Rebels", "group", None, "REB"),
        ("Kano State government closed schools.", "Kano State government", "body", "NGA", "GOV"),
        ("Rakhine villagers fled to the hills.", "Rakhine villagers", "group", "MMR", "CVL"),
        ("The envoy thanked Idlib residents for their patience.", "Idlib residents", "group", "SYR", "CVL"),
        (
            "Former Polish Prime Minister Jan Welk left.",
            "Former Polish Prime Minister Jan Welk",
            "person",
            "POL",
            "ELI",
        ),
        ("Gen. Odo Marenga left.", "Gen. Odo Marenga", "person", None, "MIL"),
        ("Students at the University of Cape Town sang.", "Students", "group", "ZAF", "EDU"),
        ("Nurses from two towns in Chad marched.", "Nurses", "group", "TCD", "MED"),
        ("Lagos police waited.", "Lagos police", "body", "NGA", "COP"),
        ("The governor of Sonora spoke.", "The governor", "office", "MEX", "GOV"),
        ("Troops in Chad waited.", "Troops", "body", None, "MIL"),
        ("Tigrayan farmers sang.", "Tigrayan farmers", "group", "ETH", "AGR"),
    ],
)
def test_a_mention_is_maximal_and_coded(
    cast_of: CastOf, text: str, mention: str, kind: str, country: str | None, sector: str | None
) -> None:
    found = entity(cast_of(text), mention)
    assert (found.kind, found.country, found.sector) == (kind, country, sector)


def test_an_activity_leaves_the_state_alone_in_the_mention(cast_of: CastOf) -> None:
    assert [m.text for m in cast_of("Russia’s military activities worry Norway.").mentions] == ["Russia", "Norway"]


def test_a_newspaper_and_a_sea_are_no_state(cast_of: CastOf) -> None:
    cast = cast_of("The Washington Post reported it from the South China Sea.")
    assert not [m for m in cast.mentions if m.kind == "state"]


def test_a_state_its_adjective_and_its_capital_are_one(cast_of: CastOf) -> None:
    cast = cast_of("Brazil will vote. Brazilian leaders agree. Brasilia hopes so.")
    states = {m.entity for m in cast.mentions if m.kind == "state"}
    assert len(states) == 1


def test_a_surname_belongs_to_the_full_name(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan President Odo Marenga met Peruvian envoy Ana Quispe. Marenga praised Quispe.")
    people = [cast.entities[m.entity].name for m in cast.mentions if m.kind == "person"]
    assert people == ["Odo Marenga", "Ana Quispe", "Odo Marenga", "Ana Quispe"]


def test_a_family_name_that_stands_first_is_a_surname(cast_of: CastOf) -> None:
    cast = cast_of("Chinese envoy Tan Weiguo met Chinese envoy Shen Liang. Tan thanked Shen.")
    people = [cast.entities[m.entity].name for m in cast.mentions if m.kind == "person"]
    assert people[2:] == ["Tan Weiguo", "Shen Liang"]


def test_an_office_and_the_name_beside_it_are_one(cast_of: CastOf) -> None:
    cast = cast_of("Kenya's trade minister, Odo Marenga, spoke. The minister left.")
    assert len({m.entity for m in cast.mentions}) == 1
    assert cast.claims[0].office == "trade minister"
    assert cast.claims[0].country == "KEN"


def test_an_odd_full_stop_between_office_and_name_is_stepped_over(cast_of: CastOf) -> None:
    cast = cast_of("He met the Kenyan president. Odo Marenga.\n\nMarenga spoke.")
    found = entity(cast, "the Kenyan president")
    assert found.name == "Odo Marenga"


def test_a_counterpart_has_the_office_of_whose_counterpart_it_is(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan Defence Minister Odo Marenga met his Peruvian counterpart Ana Quispe.")
    found = entity(cast, "his Peruvian counterpart Ana Quispe")
    assert (found.name, found.office, found.country) == ("Ana Quispe", "defence minister", "PER")


def test_the_leader_is_the_president(cast_of: CastOf) -> None:
    cast = cast_of("Kenyan President Odo Marenga spoke. The Kenyan leader left.")
    assert entity(cast, "The Kenyan leader").name == "Odo Marenga"


def test_a_title_lends_the_full_name_and_no_mention(cast_of: CastOf) -> None:
    cast = cast_of("Lavrov spoke.", title="Sergei Lavrov speaks in public")
    assert [(m.text, cast.entities[m.entity].name) for m in cast.mentions] == [("Lavrov", "Sergei Lavrov")]


def test_an_office_earlier_is_that_of_its_known_holder_named_later(cast_of: CastOf) -> None:
    cast = cast_of("Talks were held with Japan's defence minister. Yasukazu Hamada wore grey.")
    assert entity(cast, "Japan's defence minister").name == "Yasukazu Hamada"


def test_no_claim_comes_from_former_office(cast_of: CastOf) -> None:
    assert not cast_of("Former Kenyan President Odo Marenga spoke.").claims


def test_the_head_of_an_organisation_holds_an_office_named_after_it(cast_of: CastOf) -> None:
    cast = cast_of("IAEA chief Odo Marenga spoke.")
    assert cast.entities[0].office == "head of International Atomic Energy Agency"


def test_a_city_that_shares_a_presidents_surname_is_no_person(cast_of: CastOf) -> None:
    assert not [m for m in cast_of("They met in Lagos on Monday.").mentions if m.kind == "person"]


def test_an_unknown_organisation_has_the_sector_and_site_of_its_name(cast_of: CastOf) -> None:
    found = [e for e in cast_of("They sued Bamako Savings Holdings on Monday.").entities if e.kind == "organisation"]
    assert [(e.name, e.country, e.sector) for e in found] == [("Bamako Savings Holdings", "MLI", "BUS")]
