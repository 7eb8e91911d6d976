"""Role words and organs of state ("minister", "army", "protesters") with PLOVER's sector, and forms of address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.vocab.tables import rows

AgentKind = Literal["office", "body", "group"]
KINDS: dict[str, AgentKind] = {"office": "office", "body": "body", "group": "group"}


@dataclass(frozen=True, slots=True)
class Agent:
    """A role in lower case. `office` is its canonical spelling ("secretary of state": "foreign minister").

    `alone` is false where the word names an actor only beside a country or organisation ("agency").
    """

    words: str
    sector: str
    kind: AgentKind
    office: str
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """A form of address or rank before a name. `gender` is "f", "m" or ""."""

    title: str
    sector: str
    gender: str


@cache
def agents() -> dict[str, Agent]:
    """Every role by its words."""
    return {row["words"]: _agent(row) for row in rows("agents.tsv")}


@cache
def office_sector(office: str) -> str | None:
    """The sector that goes with an office's canonical name, None for an unknown one."""
    found = agents().get(office) or next((a for a in agents().values() if a.office == office), None)
    return found.sector if found else None


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in rows("given_names.tsv")}


def gender_of(name: str) -> str:
    """ "f" or "m" where a personal name's first word tells it, else ""."""
    first = name.split()[0] if name.split() else ""
    return _genders().get(first, "")


@cache
def titles() -> dict[str, Title]:
    """Every form of address as printed."""
    return {r["title"]: Title(r["title"], r["sector"], r["gender"]) for r in rows("titles.tsv")}


def _agent(row: dict[str, str]) -> Agent:
    return Agent(row["words"], row["sector"], KINDS[row["kind"]], row["office"], row["alone"] != "no")
