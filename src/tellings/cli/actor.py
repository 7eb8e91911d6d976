"""tellings actor: who someone is, what they are called, whom they met, what they did and said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tellings.cli import output
from tellings.cli.show import COLUMNS

if TYPE_CHECKING:
    from tellings.record.entries import Actor
    from tellings.record.profile import Office
    from tellings.record.store import Store


@click.command("actor")
@click.argument("record")
@click.argument("name")
@output.format_option
def command(record: str, name: str, form: str) -> None:
    """Show the actors of RECORD of that NAME (an id, a name or part of it, a country).

    Where one alone is called so: their other names, their offices over time with who says so, whom they met, what they
    did and said. In a format other than table, only the actors are given: see `show events --actor NAME` for the rest.

    \b
    Example:
      tellings actor record.sqlite Brazil
    """
    from tellings.errors import TellingsError
    from tellings.record import answers, open_store
    from tellings.record.entries import Actor
    from tellings.record.filters import Filter

    with open_store(record) as store:
        found = list(answers.actors(store, Filter(actor=name)))
        if not found:
            raise TellingsError(f"no actor is called {name!r}", f"list all with: tellings show {record} actors")
        if form != "table" or len(found) > 1:
            output.show(found, Actor, form, COLUMNS["actors"])
        else:
            _show(store, found[0])


def _show(store: Store, actor: Actor) -> None:
    from tellings.record import answers, entries, profile
    from tellings.record.filters import Filter

    asked = Filter(actor=actor.actor_id)
    events = list(answers.events(store, asked))
    called = ", ".join(f"{alias.text} ({alias.times})" for alias in profile.aliases(store, actor))
    facts = (*(getattr(actor, fact) for fact in FACTS), called)
    output.pairs(zip((*FACTS, "called"), facts, strict=True))
    offices = [*_listed(actor), *profile.claimed(store, actor)]
    output.section("offices", offices, profile.Office, ("first", "last", "office", "country", "source", "text"))
    output.section("met", profile.met(actor, events), profile.Meeting, ("date", "whom", "place", "event_id"))
    output.section("did, and what was done to them", events, entries.Event, COLUMNS["events"])
    said = profile.once_each(answers.quotes(store, Filter(speaker=actor.actor_id)))
    output.section("said", said, entries.Quote, COLUMNS["quotes"])


FACTS = ("name", "kind", "country", "sector", "office", "detail", "n_mentions", "actor_id")


def _listed(actor: Actor) -> Iterator[Office]:
    """The terms of office that the table of holders gives a person of that full name and country."""
    from tellings.actors.persons import terms_of
    from tellings.record.profile import Office

    known = terms_of(actor.name, actor.country) if actor.kind == "person" and " " in actor.name else ()
    for term in sorted(known, key=lambda term: (str(term.first or ""), term.office)):
        first, last = (day.isoformat() if day else None for day in (term.first, term.last))
        yield Office(term.office, term.country, first, last, f"Tellings' table ({term.checked})", None)
