"""Actors on a date, from the table of holders and from what the tellings claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tellings.actors import resolve, terms
from tellings.model.actors import Actor, Cast, OfficeClaim
from tellings.model.times import Interval
from tellings.vocab.holders import holders_of, known_until

CastOf = Callable[..., Cast]


def on(day: str) -> Interval:
    return Interval(date.fromisoformat(day), date.fromisoformat(day))


def one(cast_of: CastOf, text: str, day: str, *claims: OfficeClaim) -> Actor:
    cast = cast_of(text)
    return resolve(cast, on(day), [*cast.claims, *claims])[0]


def test_an_office_is_whoever_held_it_on_the_day(cast_of: CastOf) -> None:
    early = one(cast_of, "Germany's foreign minister spoke.", "2019-05-02")
    late = one(cast_of, "Germany's foreign minister spoke.", "2023-05-02")
    assert (early.name, late.name) == ("Heiko Maas", "Annalena Baerbock")
    assert "2021-12-08" in late.detail


def test_an_office_and_its_holder_are_one_actor(cast_of: CastOf) -> None:
    office = one(cast_of, "Germany's foreign minister spoke.", "2023-05-02")
    person = one(cast_of, "Annalena Baerbock spoke.", "2023-05-02")
    assert office.actor_id == person.actor_id


def test_an_office_that_two_held_in_the_interval_stays_an_office(cast_of: CastOf) -> None:
    cast = cast_of("Germany's foreign minister spoke.")
    actor = resolve(cast, Interval(date(2021, 1, 1), date(2022, 12, 31)), ())[0]
    assert (actor.kind, actor.country, actor.sector) == ("office", "DEU", "GOV")


def test_the_leader_of_a_country_is_its_head_of_government(cast_of: CastOf) -> None:
    assert one(cast_of, "The Indian leader spoke.", "2020-01-01").name == "Narendra Modi"
    assert one(cast_of, "The French leader spoke.", "2020-01-01").name == "Emmanuel Macron"


def test_long_after_all_that_the_table_knows_an_office_names_no_one(cast_of: CastOf) -> None:
    end = known_until()
    for days, kind in ((0, "person"), (300, "person"), (400, "office"), (4000, "office")):
        actor = one(cast_of, "Brazil's president spoke.", (end + timedelta(days)).isoformat())
        assert (actor.kind, actor.country, actor.office) == (kind, "BRA", "president")
    named = one(cast_of, "Emmanuel Macron spoke.", (end + timedelta(4000)).isoformat())
    assert (named.name, named.country) == ("Emmanuel Macron", "FRA")


def test_another_telling_names_the_holder_whom_no_table_knows(cast_of: CastOf) -> None:
    claim = OfficeClaim("Odo Marenga", "sports minister", "KEN", 0, 1, "Kenyan Sports Minister Odo Marenga")
    cast = cast_of("Mr. Marenga spoke.")
    actor = resolve(cast, on("2031-01-01"), [claim])[0]
    assert (actor.name, actor.country, actor.office) == ("Odo Marenga", "KEN", "sports minister")


def test_a_person_after_the_last_term_has_no_office(cast_of: CastOf) -> None:
    actor = one(cast_of, "Uhuru Kenyatta spoke.", "2023-01-01")
    assert (actor.country, actor.sector, actor.office) == ("KEN", "ELI", None)


def test_an_organisation_is_coded_for_its_time(cast_of: CastOf) -> None:
    assert one(cast_of, "Taliban fighters withdrew.", "2019-01-01").sector == "REB"
    assert one(cast_of, "Taliban fighters withdrew.", "2022-01-01").sector == "GOV"


def test_ids_depend_on_the_name_and_country_alone(cast_of: CastOf) -> None:
    first = one(cast_of, "Brazil voted.", "2019-01-01")
    second = one(cast_of, "The vote in Brasilia pleased Peru.", "2023-01-01")
    assert first.actor_id == second.actor_id


def test_a_person_named_with_an_office_dates_the_page(cast_of: CastOf) -> None:
    found = terms(cast_of("Spanish Foreign Minister Josep Borrell spoke."))
    assert (found[0].first, found[0].last) == (date(2018, 6, 7), date(2019, 11, 30))
    assert found[0].text == "Spanish Foreign Minister Josep Borrell"


def test_the_time_before_an_offices_list_begins_is_open(cast_of: CastOf) -> None:
    found = terms(cast_of("Spanish Foreign Minister Josep Borrell spoke."))
    begins = min(h.first for h in holders_of("ESP", "foreign minister") if h.first)
    assert [(t.first, t.last) for t in found[1:]] == [(None, begins - timedelta(1))]


def test_former_office_dates_nothing(cast_of: CastOf) -> None:
    assert not terms(cast_of("Former Spanish Foreign Minister Josep Borrell spoke."))


def test_two_spellings_of_a_holder_are_one_actor_each_under_its_own(cast_of: CastOf) -> None:
    actors = [
        one(cast_of, f"Defence Minister {name} left.", "2024-09-02") for name in ("Andrey Belousov", "Andrei Belousov")
    ]
    assert [actor.name for actor in actors] == ["Andrey Belousov", "Andrei Belousov"]
    assert actors[0].actor_id == actors[1].actor_id


def test_a_minister_of_long_ago_lends_a_namesake_no_country(cast_of: CastOf) -> None:
    then = one(cast_of, "Michael Smith spoke.", "2001-05-02")
    later = one(cast_of, "Michael Smith spoke.", "2024-05-02")
    assert (then.country, then.office) == ("IRL", "defence minister")
    assert (later.country, later.office, later.sector) == (None, None, None)


def test_a_head_of_state_is_known_for_life(cast_of: CastOf) -> None:
    actor = one(cast_of, "Abdou Diouf spoke.", "2024-05-02")
    assert (actor.country, actor.sector) == ("SEN", "ELI")


def test_the_head_of_an_organisation_is_whoever_led_it_on_the_day(cast_of: CastOf) -> None:
    assert one(cast_of, "The head of UNICEF spoke.", "2012-05-02").name == "Anthony Lake"
    assert one(cast_of, "The executive secretary of IGAD spoke.", "2022-05-02").name == "Workneh Gebeyehu"
    assert one(cast_of, "The leader of the FARC spoke.", "2010-05-02").name == "Alfonso Cano"


def test_a_term_from_memory_yields_to_what_the_pages_say(cast_of: CastOf) -> None:
    claim = OfficeClaim("Odo Marenga", "defence minister", "KEN", 0, 1, "Kenyan Defence Minister Odo Marenga")
    cast = cast_of("Kenya's defence minister spoke.")
    actor = resolve(cast, on("2026-01-01"), [claim])[0]
    assert (actor.name, actor.country) == ("Odo Marenga", "KEN")
    assert "Soipan Tuya" in actor.detail


def test_a_look_back_at_another_holder_changes_nothing(cast_of: CastOf) -> None:
    claim = OfficeClaim("Aden Duale", "defence minister", "KEN", 0, 1, "Defence Minister Aden Duale")
    cast = cast_of("Kenya's defence minister spoke.")
    assert resolve(cast, on("2025-03-01"), [claim])[0].name == "Soipan Tuya"


def test_a_term_that_a_list_bears_out_and_that_ended_stands(cast_of: CastOf) -> None:
    claim = OfficeClaim("Odo Marenga", "foreign minister", "KEN", 0, 1, "Kenyan Foreign Minister Odo Marenga")
    cast = cast_of("Kenya's foreign minister spoke.")
    assert resolve(cast, on("2019-06-15"), [claim])[0].name == "Monica Juma"
