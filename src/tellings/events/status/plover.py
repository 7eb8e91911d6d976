"""PLOVER's conversions: what a promise, a refusal, a threat, a demand or an end of an act is coded as.

The rules are the rows of `conversions.tsv`. Their source is the PLOVER ontology, draft 2.0, on auxiliary modes: an
act of cooperation still to come is AGREE, one refused is REJECT, one demanded REQUEST, a hostile one announced
THREATEN.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from tellings.model.events import Status
from tellings.vocab.tables import rows, several

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
FORCEFUL = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
ANY, SAME = "*", "="


@dataclass(frozen=True, slots=True)
class Turned:
    """What an act becomes: its type and mode, and its status where that changes too."""

    type: str
    mode: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Conversion:
    """A row of the table; `becomes` is a type, "=" for the act's own, or another effect."""

    types: frozenset[str]
    mode: str
    becomes: str
    becomes_mode: str
    status: Status | None
    rule: str

    def fits(self, kind: str, mode: str) -> bool:
        """Whether the row is for acts of a type and mode."""
        return bool({kind, ANY} & self.types) and self.mode in {mode, ANY}


def turned(effect: str, kind: str, mode: str) -> Turned | None:
    """What an effect makes of an act of a type and mode; None where it leaves it as it is."""
    row = next((r for r in conversions().get(effect, ()) if r.fits(kind, mode)), None)
    if row is None or row.becomes in conversions():
        return turned(row.becomes, kind, mode) if row else None
    new = mode if row.becomes_mode == SAME else row.becomes_mode
    return Turned(kind if row.becomes == SAME else row.becomes, new, row.status)


def turned_by(effect: str, kind: str, mode: str) -> Turned:
    """As `turned`, of an effect that has a row for every act."""
    return turned(effect, kind, mode) or Turned(kind, mode)


@cache
def conversions() -> Mapping[str, Sequence[Conversion]]:
    """The rows of `conversions.tsv` by effect, in the order of the table.

    Raises:
        ValueError: where a row names a status that there is none of.
    """
    found: dict[str, list[Conversion]] = {}
    for row in rows("conversions.tsv"):
        types, status = frozenset(several(row["type"])), row["status"] or None
        if status is not None and status not in get_args(Status):
            message = f"conversions.tsv: {status!r} is no status"
            raise ValueError(message)
        made = Conversion(
            types, row["mode"], row["becomes"], row["becomes_mode"], cast("Status | None", status), row["rule"]
        )
        found.setdefault(row["effect"], []).append(made)
    return found
