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

#: Events and quotes that are listed: those of a power fill thousands of screens.
LIMIT = 50


@click.command("actor")
@click.argument("record")
@click.argument("name")
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, help="At most so many each."
)
@output.format_option
def command(record: str, name: str, limit: int, form: str) -> None:
    """Show the actors of RECORD of that NAME (an id, a name or part of it, a country).

    Where one alone is called so: their other names, their offices over time with who says so, whom they met, what they
    did and said, the first -n of each. In a format other than table, only the actors are given: see
    `show events --actor NAME` for the rest.

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
        alone = _apart(found)
        if form != "table" or len(alone) > 1:
            output.show(found, Actor, form, COLUMNS["actors"])
        else:
            _show(store, alone[0], limit)


def _apart(found: list[Actor]) -> list[Actor]:
    """The actors without those named together ("Ana Prado and Rui Campos"), unless these alone are meant."""
    return [actor for actor in found if actor.kind != "group" or " and " not in actor.name] or found


def _show(store: Store, actor: Actor, limit: int) -> None:
    from tellings.record import entries, profile

    known = profile.known(store, actor, limit)
    called = ", ".join(f"{alias.text} ({alias.times})" for alias in known.aliases)
    facts = (*(getattr(actor, fact) for fact in FACTS), called)
    output.pairs(zip((*FACTS, "called"), facts, strict=True))
    offices = [*_listed(actor), *known.offices]
    output.section("offices", offices, profile.Office, ("first", "last", "office", "country", "source", "text"))
    output.section("met", known.met, profile.Meeting, ("date", "whom", "place", "event_id"))
    output.section("did, and what was done to them", known.events, entries.Event, COLUMNS["events"])
    output.section("said", known.quotes, entries.Quote, COLUMNS["quotes"])


FACTS = ("name", "kind", "country", "sector", "office", "detail", "n_mentions", "actor_id")


def _listed(actor: Actor) -> Iterator[Office]:
    """The terms of office that the table of holders gives a person of that full name and country."""
    from tellings.actors.persons import terms_of
    from tellings.record.profile import Office

    known = terms_of(actor.name, actor.country) if actor.kind == "person" and " " in actor.name else ()
    for term in sorted(known, key=lambda term: (str(term.first or ""), term.office)):
        first, last = (day.isoformat() if day else None for day in (term.first, term.last))
        yield Office(term.office, term.country, first, last, f"Tellings' table ({term.checked})", None)
