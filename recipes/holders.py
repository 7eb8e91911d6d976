"""What `holders.tsv` covers and how far lists outside the project agree: `python -m recipes.holders [--lists DIR]`.

A state is whole in a group of offices where nobody is missing for longer than three months from 2000 to the end of the
year before last. Of a row, `checked` names the list that agrees (`--mark` writes it): a list with starts in person
and start, a list without (`cia_...`, `country_info_...`) in who was in office on a day. `memory`: no list agrees,
mostly since none could be asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import click
from rapidfuzz import fuzz

from recipes.holder_lists import HEADS, Listed, listed
from tellings.actors.persons import same_person, sound_of
from tellings.vocab.countries import countries
from tellings.vocab.holders import Holder, first_day, holders, last_day
from tellings.vocab.organisations import organisations
from tellings.vocab.tables import rows

TABLE = Path(__file__).parents[1] / "src/tellings/vocab/holders.tsv"
SINCE, UNTIL = date(2000, 1, 1), date(2024, 12, 31)
#: A post is empty for weeks while a government forms, and longer where a caretaker fills none.
LONGEST_HOLE = timedelta(92)
LONGEST_TERM = timedelta(15 * 365.25)
#: Who governs where nobody holds the usual office.
WITHOUT = frozenset({"leader", "supreme leader", "chief adviser", "chief executive"})
GROUPS = ("head", "foreign minister", "defence minister")
#: How alike a word of a list's name must be to one of ours (Gerapetritis and Yerapetritis: 92; Lula and Luiz: 50).
ALIKE = 75.0


@dataclass(frozen=True, slots=True)
class Hole:
    """Days on which the table names nobody for a group of offices of a state."""

    country: str
    group: str
    first: date
    last: date


def group_of(office: str) -> str:
    """The group of offices that is counted together: every head of state or government is a "head"."""
    return "head" if office in HEADS else office


def terms_by_group(table: Iterable[Holder]) -> dict[tuple[str, str], list[Holder]]:
    """The terms of each state and group of offices, in the order of their first days."""
    found: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for holder in table:
        found[holder.country, group_of(holder.office)].append(holder)
    return {key: sorted(terms, key=lambda h: h.first or date.min) for key, terms in found.items()}


def holes(country: str, group: str, terms: Sequence[Holder], until: date = UNTIL) -> list[Hole]:
    """The holes longer than three months, from 2000 to `until`; `terms` in order."""
    found, reached = [], SINCE
    for term in terms:
        first = term.first or SINCE
        if first - reached > LONGEST_HOLE:
            found.append(Hole(country, group, reached, min(first, until)))
        reached = max(reached, term.last or date.max)
    if until - reached > LONGEST_HOLE:
        found.append(Hole(country, group, reached, until))
    return [hole for hole in found if hole.first < until]


def together() -> list[str]:
    """Rows with one office of one state on one day for certain, where neither says that it is held beside another."""
    alone: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows("holders.tsv"):
        if group_of(row["office"]) in GROUPS:
            alone[row["country"], row["office"]].append(row)
    return [
        f"{country} {office}: {a['person']} ({a['from']} to {a['to']}), {b['person']} ({b['from']} to {b['to']})"
        for (country, office), those in alone.items()
        for i, a in enumerate(those)
        for b in those[:i]
        if not (a["beside"] or b["beside"]) and _at_once(a, b)
    ]


def _at_once(a: dict[str, str], b: dict[str, str]) -> bool:
    first = max(last_day(row["from"]) or date.min for row in (a, b))
    last = min((first_day(row["to"]) or date.max) for row in (a, b))
    return first < last


def long_terms(table: Iterable[Holder], until: date = UNTIL) -> list[Holder]:
    """Ministers of more than fifteen years: rare, so each is looked at."""
    ministers = (h for h in table if h.office in GROUPS and h.first)
    return [h for h in ministers if (h.last or until) - (h.first or until) > LONGEST_TERM]


def alike(holder: Holder, person: str) -> bool:
    """Whether a list's name, perhaps a bare surname, can be the holder's: two words alike, or the only one."""
    if any(same_person(name, person) for name in (holder.person, *holder.names)):
        return True
    theirs = [word for word in sound_of(person) if len(word) > 2]
    ours = {word for name in (holder.person, *holder.names) for word in sound_of(name) if len(word) > 2}
    near = [max((fuzz.ratio(word, other) for other in ours), default=0) >= ALIKE for word in theirs]
    return sum(near) >= min(len(near), 2) > 0


def verdict(entry: Listed, terms: Sequence[Holder]) -> tuple[str, list[Holder]]:
    """ "agree", "differ" (in person or start) or "not asked" (we name nobody then), with the rows meant."""
    here = [h for h in terms if h.on(entry.first, entry.last)]
    same = [h for h in here if alike(h, entry.person)]
    right = [h for h in same if entry.slack is None or _starts(h, entry.first, entry.slack)]
    if right:
        return "agree", right
    return ("differ", same or here) if here else ("not asked", [])


def _starts(holder: Holder, first: date | None, slack: int) -> bool:
    """Whether a term starts within `slack` days of when a list says."""
    return bool(first and holder.first) and abs(((holder.first or date.min) - (first or date.max)).days) <= slack


def asked(table: Sequence[Holder], entries: Iterable[Listed]) -> list[tuple[Listed, str, list[Holder]]]:
    """Each list entry of 2000 and later with what the table says to it."""
    terms = terms_by_group(table)
    late = (e for e in entries if (e.last or date.max) >= SINCE)
    return [(e, *verdict(e, terms.get((e.country, e.office), []))) for e in late]


def marks(answers: Iterable[tuple[Listed, str, list[Holder]]]) -> dict[Holder, str]:
    """The list that each row agrees with, one with starts before one without."""
    agreed = [(e, row) for e, word, those in answers if word == "agree" for row in those]
    return {row: e.source for e, row in sorted(agreed, key=lambda pair: pair[0].slack is not None)}


def mark(found: dict[Holder, str]) -> None:
    """Write the column `checked` anew."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    column = lines[1].split("\t").index("checked")
    for number, holder in enumerate(holders(), 2):
        cells = lines[number].split("\t")
        cells[column] = found.get(holder, "memory")
        lines[number] = "\t".join(cells)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def whole(table: Iterable[Holder], group: str, until: date = UNTIL) -> set[str]:
    """The states that have somebody in a group of offices from 2000 on, without a hole."""
    terms = {c: those for (c, g), those in terms_by_group(table).items() if g == group and c in countries()}
    return {c for c, those in terms.items() if not holes(c, group, those, until)}


def governed(table: Iterable[Holder], until: date = UNTIL) -> set[str]:
    """The states where the office that governs, as news means it by "leader", has no hole: presidents of form apart."""
    terms: dict[str, list[Holder]] = defaultdict(list)
    for holder in sorted(table, key=lambda h: h.first or date.min):
        state = countries().get(holder.country)
        if state and holder.office in {state.leader or "president", *WITHOUT}:
            terms[state.code].append(holder)
    return {code for code, those in terms.items() if not holes(code, "head", those, until)}


def bodies(table: Iterable[Holder]) -> set[str]:
    """The organisations and armed groups whose heads are listed."""
    led = {body for h in table for _, _, body in [h.office.partition(" of ")]}
    return {row.name for row in organisations() if row.kind in {"organisation", "group"}} & led


@click.command()
@click.option("--lists", "folder", type=click.Path(path_type=Path, exists=True), help="The lists to ask.")
@click.option("--mark", "writes", is_flag=True, help="Write the column `checked` anew.")
@click.option("--show", type=click.Choice(["holes", "differ"]), help="Name each hole, or each difference from a list.")
@click.option("--state", help="Only this state's.")
def main(folder: Path | None, writes: bool, show: str | None, state: str | None) -> None:
    """Count the states that are whole in each group of offices, what is doubtful, and how far lists agree."""
    table = holders()
    for group in GROUPS:
        ever, today = len(whole(table, group)), len(whole(table, group, date.today()))
        click.echo(f"{group}: {ever} states whole from {SINCE} to {UNTIL}, {today} to today")
    click.echo(f"the office that governs: {len(governed(table))} states whole from {SINCE} to {UNTIL}")
    click.echo(f"organisations and armed groups: {len(bodies(table))}")
    for line in together():
        click.echo(f"two at once: {line}")
    for h in long_terms(table):
        click.echo(f"long: {h.person}, {h.office} of {h.country} from {h.first} to {h.last}")
    for hole in _holes(table, state) if show == "holes" else ():
        click.echo(f"hole: {hole.country} {hole.group} {hole.first} to {hole.last}")
    if folder:
        _ask(table, folder, writes, state if show == "differ" else None, show == "differ")


def _holes(table: Iterable[Holder], state: str | None) -> list[Hole]:
    kept = ((c, g, those) for (c, g), those in terms_by_group(table).items() if g in GROUPS and state in (None, c))
    return [hole for c, g, those in kept for hole in holes(c, g, those)]


def _ask(table: Sequence[Holder], folder: Path, writes: bool, state: str | None, shows: bool) -> None:
    answers = asked(table, listed(folder))
    for group in GROUPS:
        counts = Counter(word for e, word, _ in answers if e.office == group)
        click.echo(f"{group}, entries of lists: {', '.join(f'{n} {word}' for word, n in counts.most_common())}")
    for entry, word, those in answers if shows else ():
        if word == "differ" and state in (None, entry.country):
            ours = "; ".join(f"{h.person} {h.first} to {h.last}" for h in those)
            click.echo(f"differ: {entry.country} {entry.office} {entry.person} {entry.first} ({entry.source}): {ours}")
    found = marks(answers)
    single = [h for h in table if group_of(h.office) in GROUPS]
    click.echo(f"{len(found)} of {len(single)} rows of heads and ministers agree with a list")
    if writes:
        mark(found)


if __name__ == "__main__":
    main()
