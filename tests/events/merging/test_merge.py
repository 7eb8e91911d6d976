"""Codings of several tellings to events with evidence, and where the tellings differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import tellings.actors as actors
from tellings.events import disagreements, gather, merge, rows_of
from tellings.model.article import StatedDate
from tellings.model.reading import Reading
from tellings.model.relations import Family, Story
from tellings.model.rows import EventRow, EvidenceRow, QuoteRow, UtteranceRow
from tellings.model.spans import Span
from tellings.model.times import Dated, Dating, Interval, Rejected

Read = Callable[..., Reading]
DAY = date(2031, 5, 6)


def dating(reading: Reading, day: date = DAY, **fields: object) -> Dating:
    news = Dated(day, day, "day", "the article's own day")
    made = {"published": day.isoformat(), "updated": None, "basis": "stated", "confidence": 0.9}
    return Dating(reading.article.article_id, window=Interval(day, day), news_day=news, **(made | fields))  # type: ignore[arg-type]


def story(readings: Sequence[Reading], *families: tuple[str, ...]) -> Story:
    ids = tuple(r.article.article_id for r in readings)
    made = families or tuple((i,) for i in ids)
    return Story("s1", ids, tuple(Family(f"f{n}", f) for n, f in enumerate(made)), ())


def merged(
    *readings: Reading, families: tuple[tuple[str, ...], ...] = ()
) -> tuple[tuple[EventRow, ...], tuple[EvidenceRow, ...]]:
    cast = {r.article.article_id: actors.resolve(r.cast, Interval(DAY, DAY), r.cast.claims) for r in readings}
    return merge(story(readings, *families), readings, [dating(r) for r in readings], cast)


def test_two_tellings_of_one_act_are_one_event(read: Read) -> None:
    one, other = read("Kenya imposed sanctions on Uganda.", "a1"), read("Nairobi imposed an embargo on Uganda.", "a2")
    events, evidence = merged(one, other)
    (event,) = events
    assert (event.n_tellings, event.n_independent) == (2, 2)
    assert {e.article_id for e in evidence} == {"a1", "a2"}
    assert event.event_id == min(c.coding_id for r in (one, other) for c in r.codings)


def test_copies_count_as_one_independent_source(read: Read) -> None:
    one, other = read("Kenya imposed sanctions on Uganda.", "a1"), read("Kenya imposed sanctions on Uganda.", "a2")
    ((event,), _) = merged(one, other, families=(("a1", "a2"),))
    assert (event.n_tellings, event.n_independent) == (2, 1)


def test_the_order_of_articles_changes_nothing(read: Read) -> None:
    one, other = read("Kenya imposed sanctions on Uganda.", "a1"), read("Chad attacked Niger.", "a2")
    assert merged(one, other)[0] == merged(other, one)[0]


def test_acts_in_opposite_directions_stay_apart(read: Read) -> None:
    events, _ = merged(read("Kenya criticised Uganda.", "a1"), read("Uganda criticised Kenya.", "a2"))
    assert len(events) == 2


def test_a_negated_act_is_not_merged_with_one_that_happened(read: Read) -> None:
    events, _ = merged(read("Kenya criticised Uganda.", "a1"), read("Kenya has not criticised Uganda.", "a2"))
    assert {e.status for e in events} == {"happened", "negated"}


def test_an_act_with_a_date_of_its_own_is_dated_by_it(read: Read) -> None:
    ((event,), _) = merged(read("Kenya attacked Uganda in February 2029."))
    assert (event.date, event.date_end, event.date_precision) == ("2029-02-01", "2029-02-28", "month")


def test_an_act_without_a_time_takes_the_day_of_the_news_and_says_so(read: Read) -> None:
    ((event,), _) = merged(read("Kenya imposed sanctions on Uganda."))
    assert event.date == DAY.isoformat()
    assert event.date_basis is not None
    assert "main event" in event.date_basis


def test_evidence_gives_the_articles_words_with_their_sentence(read: Read) -> None:
    reading = read("It rained. Kenya imposed sanctions on Uganda.")
    _, evidence = merged(reading)
    assert {e.role for e in evidence} >= {"act", "actor", "recipient"}
    assert all(e.text == reading.article.text[e.start : e.end] for e in evidence)
    assert {e.sentence for e in evidence} == {"Kenya imposed sanctions on Uganda."}


def test_the_summary_reads_as_a_line(read: Read) -> None:
    ((event,), _) = merged(read("Kenya criticised Uganda."))
    assert event.summary == "Kenya criticised Uganda on 2031-05-06"


def test_a_stated_date_that_the_text_refutes_is_shown(read: Read) -> None:
    reading = read("Kenya criticised Uganda.")
    stamp = StatedDate("2035-01-02T03:04:05", "line", "2035-01-02", "a stamp", 0.5)
    stamped = replace(reading, article=replace(reading.article, stated=(stamp,)))
    found = dating(reading, basis="inferred; stated date contradicted", rejected=(Rejected(stamp.value, "too late"),))
    (row,) = disagreements(story([reading]), [stamped], [found], (), (), ())
    assert (row.field, row.values) == ("published", ("2035-01-02T03:04:05", "2031-05-06"))


def test_two_renderings_of_one_utterance_are_shown(read: Read) -> None:
    one, other = read("A.", "a1"), read("B.", "a2")
    rows = (quote("q1", "a1", "It is a fine day"), quote("q2", "a2", "The day is fine"))
    said = UtteranceRow("u1", "s1", "It is a fine day", "Ada Dlin", ("q1", "q2"), "")
    (row,) = disagreements(story([one, other]), [one, other], [dating(one), dating(other)], rows, (said,), ())
    assert (row.field, row.values, row.article_ids) == ("quote", ("It is a fine day", "The day is fine"), ("a1", "a2"))


def test_different_counts_are_shown(read: Read) -> None:
    one, other = read("At least 12 people were killed.", "a1"), read("The blast left 15 dead.", "a2")
    (row,) = disagreements(story([one, other]), [one, other], [dating(one), dating(other)], (), (), ())
    assert (row.field, row.values) == ("number", ("12 killed", "15 killed"))
    assert row.detail == "the tellings count the killed differently: 12 (a1.txt), 15 (a2.txt)"
    assert [(t.value, t.article_id, t.text) for t in row.evidence] == [
        ("12 killed", "a1", "12 people were killed"),
        ("15 killed", "a2", "15 dead"),
    ]


def test_a_part_of_the_same_words_is_no_other_wording(read: Read) -> None:
    one, other = read("A.", "a1"), read("B.", "a2")
    rows = (quote("q1", "a1", "It is a fine day, and I thank you"), quote("q2", "a2", "a fine day"))
    said = UtteranceRow("u1", "s1", "It is a fine day, and I thank you", "Ada Dlin", ("q1", "q2"), "")
    assert not disagreements(story([one, other]), [one, other], [dating(one), dating(other)], rows, (said,), ())


def quote(quote_id: str, article_id: str, text: str) -> QuoteRow:
    span = Span(0, len(text))
    return QuoteRow(
        quote_id,
        article_id,
        "direct",
        text,
        0,
        len(text),
        (span,),
        (),
        None,
        "Ada Dlin",
        None,
        None,
        None,
        None,
        None,
        None,
        1.0,
        "",
    )


def test_an_allegation_joins_the_fact(read: Read) -> None:
    one, other = read("Kenya attacked Uganda.", "a1"), read("Kenya attacked Uganda.", "a2")
    claimed = replace(other, codings=tuple(replace(c, status="alleged") for c in other.codings))
    ((event,), evidence) = merged(one, claimed)
    assert (event.status, event.n_tellings) == ("happened", 2)
    assert "1 of them as an allegation" in event.detail
    assert {e.article_id for e in evidence} == {"a1", "a2"}


def test_an_event_that_bears_the_id_of_a_hint_is_told_apart_as_any_other(read: Read) -> None:
    one, other = read("Kenya attacked Uganda.", "a1"), read("Kenya attacked Uganda.", "a2")
    denied = replace(other, codings=tuple(replace(c, status="denied") for c in other.codings))
    events, _ = merged(one, denied)
    days = [dating(one), dating(denied)]
    hinted = replace(one, codings=(), hints=(*one.hints, *one.codings))
    assert disagreements(story([one, denied]), [hinted, denied], days, (), (), events)


def test_a_denial_stays_apart_and_is_shown(read: Read) -> None:
    one, other = read("Kenya attacked Uganda.", "a1"), read("Kenya attacked Uganda.", "a2")
    denied = replace(other, codings=tuple(replace(c, status="denied") for c in other.codings))
    events, _ = merged(one, denied)
    assert {e.status for e in events} == {"happened", "denied"}
    rows = disagreements(story([one, denied]), [one, denied], [dating(one), dating(denied)], (), (), events)
    assert [(r.field, set(r.values)) for r in rows] == [("status", {"happened", "denied"})]


def test_what_had_happened_before_gets_no_exact_day(read: Read) -> None:
    reading = read("Kenya held talks. Chad sat down. Kenya had attacked Uganda.")
    events, _ = merged(reading)
    attack = next(e for e in events if e.type == "ASSAULT")
    assert (attack.date_precision, attack.date_end) == ("range", DAY.isoformat())


def test_a_promise_is_of_the_day_on_which_it_was_given(read: Read) -> None:
    events, _ = merged(read("Kenya promised Uganda on Tuesday to sign a treaty next month."))
    assert {e.date for e in events if e.type == "AGREE"} <= {DAY.isoformat()}


def test_loose_counts_contradict_none(read: Read) -> None:
    one, other = read("More than 12 people were killed.", "a1"), read("The blast left 15 dead.", "a2")
    assert not disagreements(story([one, other]), [one, other], [dating(one), dating(other)], (), (), ())


def test_counts_of_different_people_are_no_clash(read: Read) -> None:
    one, other = read("Two soldiers were killed.", "a1"), read("Nine miners were killed.", "a2")
    assert not disagreements(story([one, other]), [one, other], [dating(one), dating(other)], (), (), ())


def test_many_copies_are_compared_once_each(read: Read) -> None:
    copies = [read("Kenya imposed sanctions on Uganda.", f"a{n:03d}") for n in range(60)]
    ((event,), _) = merged(*copies)
    assert event.n_tellings == 60


def test_what_is_owned_up_to_later_is_of_an_earlier_day(read: Read) -> None:
    one = read("Kenya attacked Uganda on Monday.", "a1")
    other = read("Kenya acknowledged on Tuesday that it had attacked Uganda.", "a2")
    events, evidence = merged(one, other)
    (attack,) = (e for e in events if e.type == "ASSAULT")
    assert attack.date == attack.date_end == "2031-05-05"
    assert {e.article_id for e in evidence if e.event_id == attack.event_id} == {"a1", "a2"}


def test_the_date_in_an_acts_own_phrase_beats_words_that_count_from_it(read: Read) -> None:
    text = "The tour ends two days before it is one year since the start of Chad's attack on Niger, on May 8, 2030."
    events, evidence = merged(read(text))
    (attack,) = [e for e in events if e.type == "ASSAULT"]
    assert attack.date == "2030-05-08"
    assert "May 8, 2030" in {e.text for e in evidence if e.role == "time"}


def test_past_days_of_an_undated_page_are_counted_from_the_day_of_its_news(read: Read) -> None:
    page = read("Kenya met Uganda on Tuesday. Kenya accused Uganda of theft during the weekend.")
    own = replace(dating(page, basis="inferred"), window=Interval(DAY, date(2031, 5, 12)))
    cast = {"a1": actors.resolve(page.cast, own.window, page.cast.claims)}
    events, _ = merge(story([page]), [page], [own], cast)
    (accused,) = [e for e in events if e.type == "ACCUSE"]
    assert (accused.date, accused.date_end) == ("2031-05-03", "2031-05-04")


def test_two_meetings_of_one_guest_with_two_hosts_stay_apart(read: Read) -> None:
    text = (
        "Kenyan Foreign Minister Amara Dlin met Ugandan President Odo Kest in Kampala on Tuesday. "
        "Dlin met Ugandan Foreign Minister Ruta Velm on Tuesday."
    )
    meetings = [e for e in merged(read(text))[0] if e.type == "CONSULT"]
    assert len(meetings) == 2
    assert {e.mode for e in meetings} == {("visit",)}


def test_ministers_of_three_countries_meet_multilaterally(read: Read) -> None:
    ((event,), _) = merged(read("The foreign ministers of Kenya, Uganda and Chad met in Nairobi on Tuesday."))
    assert event.mode == ("multilateral",)


def test_what_has_no_time_joins_the_meeting_of_the_day_not_an_earlier_one(read: Read) -> None:
    one = read(
        "Kenyan President Amara Dlin met Ugandan President Odo Kest in Kampala on Tuesday. "
        "Ugandan Foreign Minister Ruta Velm visited Nairobi last week to prepare the meeting.",
        "a1",
    )
    other = read("Nothing else was agreed. Nobody spoke to the press. Kenya and Uganda held long negotiations.", "a2")
    events, _ = merged(one, other)
    assert {e.date: e.n_tellings for e in events if e.type == "CONSULT"}[DAY.isoformat()] == 2


def test_the_town_of_the_dateline_has_its_country_and_no_words_of_the_text(read: Read) -> None:
    page = read("Amara Dlin of Kenya and Odo Kest of Uganda met on Tuesday. Dlin left Kampala in the evening.")
    page = replace(page, article=replace(page.article, dateline_place="Kampala"))
    events, evidence = merged(page)
    places = {(e.place, e.place_country) for e in events if e.type == "CONSULT"}
    assert ("Kampala", "UGA") in places
    assert not [e for e in evidence if e.role == "place"]


def test_sides_that_one_account_has_act_together_all_act(read: Read) -> None:
    together = read("The navies of Norway, Sweden and Finland began a joint exercise on Monday.", "a1")
    apart = read("Warships from Sweden, Finland and Norway exercised together on Monday.", "a2")
    ((event, *_), _) = merged(together, apart)
    assert {p.country for p in event.actors} == {"NOR", "SWE", "FIN"}


def _shown(*readings: Reading) -> list[tuple[str, tuple[str, ...]]]:
    cast = {r.article.article_id: actors.resolve(r.cast, Interval(DAY, DAY), r.cast.claims) for r in readings}
    days = [dating(r) for r in readings]
    told = gather(readings, days, cast)
    rows, _ = rows_of(story(readings), told)
    return [(d.field, d.values) for d in disagreements(story(readings), readings, days, (), (), rows, told)]


def test_one_act_for_which_tellings_give_two_days_is_shown(read: Read) -> None:
    one = read("Kenya and Uganda signed a ceasefire on the lake late on Monday.", "a1")
    other = read("Kenya and Uganda signed a ceasefire on the lake early on Tuesday.", "a2")
    assert ("date", ("2031-05-05", "2031-05-06")) in _shown(one, other)


def test_tellings_that_agree_on_the_day_are_no_clash(read: Read) -> None:
    text = "Kenya and Uganda signed a ceasefire on the lake on Monday."
    assert _shown(read(text, "a1"), read(text, "a2")) == []


def test_what_each_does_to_the_other_on_days_of_its_own_is_no_clash(read: Read) -> None:
    one = read("Canada imposed a 20 percent tariff on American steel on Tuesday.", "a1")
    other = read("The United States imposed a 15 percent tariff on Canadian steel on Monday.", "a2")
    assert _shown(one, other) == []


def test_a_month_for_which_something_is_promised_is_not_when_it_was(read: Read) -> None:
    ((event,), _) = merged(read("Kenya invited Uganda's president to Nairobi in August."))
    assert event.date == DAY.isoformat()
    ((event,), _) = merged(read("Kenya promised in March that it would pay Uganda."))
    assert (event.date, event.date_end) == ("2031-03-01", "2031-03-31")


def test_the_only_count_of_guards_and_one_of_people_are_shown(read: Read) -> None:
    one = read("A bomb on the pipeline killed three guards.", "a1")
    other = read("Five people, not three, died in the explosion.", "a2")
    assert ("number", ("3 killed", "5 killed")) in _shown(one, other)


def test_a_part_of_the_dead_counted_beside_all_of_them_is_no_clash(read: Read) -> None:
    one = read("19 people were killed. 18 civilians were killed by the police.", "a1")
    other = read("The unrest left 19 people dead.", "a2")
    assert _shown(one, other) == []


def test_who_says_so_stands_with_the_event(read: Read) -> None:
    ((event,), _) = merged(read("Kenyan President Amara Dlin said Uganda had attacked Chad."))
    assert (event.status, event.reported_by) == ("alleged", "Amara Dlin")


def test_events_that_share_a_hint_keep_ids_of_their_own(read: Read) -> None:
    page = read("Kenya imposed sanctions on Uganda. Peru expelled the ambassador of Chile.", "a1")
    cast = {"a1": actors.resolve(page.cast, Interval(DAY, DAY), page.cast.claims)}
    one, other = gather([page], [dating(page)], cast)
    hint = replace(one[0], hint=True, coding=replace(one[0].coding, coding_id="e0"))
    rows, _ = rows_of(story([page]), [(*one, hint), (*other, hint)])
    assert len({row.event_id for row in rows}) == len(rows)
