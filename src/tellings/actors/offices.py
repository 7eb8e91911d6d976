"""Offices made of a role and what it is a role in: "head of the Kremlin", "secretary of the Security Council"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tellings.vocab.agents import Agent, agents
from tellings.vocab.countries import metonym

HEADS_BY_SECTOR = {"SPY": "intelligence chief", "COP": "police chief", "MIL": "commander"}
#: Roles that any organ has: they alone go on to "of the Malian army" after them.
ROLES_IN_ORGANS = frozenset({"head", "spokesperson", "official", "commander"})
#: Who heads what no ministry is named for: "the head of Chilean diplomacy", "the head of the Malian state".
HEADED = {"diplomacy": "top diplomat", "state": "head of state"}
#: Who heads a seat of power, by the seat's sector: "the head of the Kremlin", "the Pentagon chief".
SEATED = {"GOV": "head of state", "MIL": "defence minister"}
#: Seats of a head of government or of a ministry, whose head is not the head of state.
MINISTERS_SEATS: Mapping[str, str] = {
    "Downing Street": "prime minister", "10 Downing Street": "prime minister", "No 10": "prime minister",
    "No. 10": "prime minister", "Number 10": "prime minister", "Whitehall": "head", "Kantei": "prime minister",
    "Nagatacho": "prime minister", "Palazzo Chigi": "prime minister", "Matignon": "prime minister",
    "Moncloa": "prime minister", "Moncloa Palace": "prime minister", "Rosenbad": "prime minister",
    "Quai d'Orsay": "foreign minister", "Farnesina": "foreign minister", "Foggy Bottom": "foreign minister",
    "Itamaraty": "foreign minister", "Smolenskaya Square": "foreign minister", "South Block": "head",
    "Bundeskanzleramt": "chancellor", "Binnenhof": "prime minister", "Beehive": "prime minister",
}  # fmt: skip


def within(body: Agent | None, agent: Agent) -> Agent:
    """An office inside an organ takes the organ's sector: "military intelligence chief", "army spokesman"."""
    if body is None or body.kind == "office" or agent.office not in {"head", "spokesperson", "official"}:
        return agent
    office = HEADS_BY_SECTOR.get(body.sector, agent.office) if agent.office == "head" else agent.office
    return replace(agent, sector=body.sector, office=office)


def in_organ(agent: Agent, organ: Agent) -> Agent | None:
    """The office that a role in an organ is, None where the role is none of an organ's.

    A name in the vocabulary comes first ("secretary of the security council"), then a ministry's minister.
    """
    named = (f"{agent.words} of the {organ.words}", f"{organ.words} {agent.words}")
    known = next((agents()[words] for words in named if words in agents()), None)
    if known is None and agent.office == "head":
        minister = organ.words.replace("ministry", "minister")
        known = agents().get(minister) if minister != organ.words else None
    return known or (within(organ, agent) if agent.office in ROLES_IN_ORGANS else None)


def at_seat(agent: Agent, seat: str) -> Agent:
    """Who heads a seat of power: the head of the Kremlin is the president."""
    if agent.office != "head":
        return agent
    office = MINISTERS_SEATS.get(seat) or SEATED.get(metonym(seat).sector, "head")
    return agents()[office]


def of_field(agent: Agent, field: str) -> Agent | None:
    """Who heads a state's diplomacy, or the state: "the head of Chilean diplomacy"."""
    return agents()[HEADED[field]] if agent.office == "head" and field in HEADED else None
