"""An event in one readable line."""

from __future__ import annotations

from tellings.model.rows import EventRow, Party
from tellings.vocab.countries import country_name

VERBS = {
    "AGREE": "agreed or promised to act with",
    "CONSULT": "consulted with",
    "SUPPORT": "spoke or acted in favour of",
    "CONCEDE": "gave way to",
    "COOPERATE": "worked together with",
    "AID": "gave aid to",
    "RETREAT": "took back pressure on",
    "REQUEST": "made a demand of",
    "ACCUSE": "criticised or accused",
    "REJECT": "refused the wishes of",
    "THREATEN": "threatened",
    "PROTEST": "protested against",
    "SANCTION": "penalised or cut relations with",
    "MOBILIZE": "mobilised against",
    "COERCE": "coerced",
    "ASSAULT": "attacked",
}
#: Words that lead from a verb to a recipient.
LEADING = frozenset({"with", "of", "to", "against", "from", "on", "between", "after"})
BY_MODE = {
    ("CONSULT", "visit"): "met",
    ("CONSULT", "phone"): "spoke by phone or video with",
    ("CONSULT", "multilateral"): "met at a summit with",
    ("CONSULT", "third-party"): "mediated between",
    ("ACCUSE", "investigate"): "investigated",
    ("ACCUSE", "disapprove"): "criticised",
    ("ACCUSE", "allege"): "accused",
    ("RETREAT", "withdraw"): "withdrew from",
    ("RETREAT", "release"): "released people of",
    ("RETREAT", "ceasefire"): "ceased fire with",
    ("REJECT", "assist"): "refused help to",
    ("REJECT", "meet"): "refused to meet",
    ("SANCTION", "expel"): "expelled people of",
    ("COERCE", "arrest"): "arrested people of",
    ("COERCE", "seize"): "seized what belongs to",
}
#: What leads from a verb to a state, and not to those whom the act befell themselves.
PEOPLE_OF = " people of"
#: Acts that several do with one another where no recipient is named.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})
#: Types so wide that the act's own words are shown with them where no mode says more.
WIDE = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "RETREAT", "REQUEST", "REJECT", "SANCTION", "COERCE"})
SHOWN = 3
#: Own words longer than this are cut.
LONGEST = 60


def summary(row: EventRow, act: str = "") -> str:
    """Word an event: "Amara Dlin met Odo Kest in Lume on 2031-05-06".

    `act` holds the words of the act, shown where type and mode alone would be vague.
    """
    verb = _verb(row)
    if row.recipients:
        said = f"{_names(row.actors)} {verb} {_names(row.recipients)}"
    elif len(row.actors) > 1 and row.type in MUTUAL:
        said = f"{row.actors[0].name} {verb} {_names(row.actors[1:])}"
    else:
        said = f"{_names(row.actors)} {_alone(verb)}"
    where = f" in {row.place}" if row.place and row.place not in {p.name for p in row.recipients} else ""
    return said + where + _days(row) + ("" if row.status == "happened" else f" ({row.status})") + _own(row, act)


def _alone(verb: str) -> str:
    """The verb without the preposition that would lead to a recipient."""
    words = verb.split(" ")
    return " ".join(words[:-1]) if words[-1] in LEADING else verb


def _own(row: EventRow, act: str) -> str:
    words = " ".join(act.split())
    if not words or row.type not in WIDE or (row.type, *row.mode[:1]) in BY_MODE:
        return ""
    return f": “{words if len(words) <= LONGEST else words[:LONGEST].rsplit(' ', 1)[0] + ' ...'}”"


def _verb(row: EventRow) -> str:
    mode = row.mode[0] if row.mode else ""
    if mode == "visit" and row.recipients and all(p.sector is None for p in row.recipients):
        return "visited"
    verb = BY_MODE.get((row.type, mode), VERBS[row.type])
    return verb if not row.recipients or any(map(_is_state, row.recipients)) else verb.removesuffix(PEOPLE_OF)


def _is_state(party: Party) -> bool:
    """Whether a party is a state, or a lone name of which nothing is known."""
    if party.country is None:
        return party.sector is None and " " not in party.name
    return country_name(party.country) == party.name


def _names(parties: tuple[Party, ...]) -> str:
    names = [p.name for p in parties[:SHOWN]]
    rest = [f"{len(parties) - SHOWN} more"] if len(parties) > SHOWN else []
    names += rest
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _days(row: EventRow) -> str:
    if row.date is None:
        return ""
    if row.date == row.date_end or row.date_end is None:
        return f" on {row.date}"
    return f" between {row.date} and {row.date_end}"
