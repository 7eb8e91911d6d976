"""Drilled sentences: acts of `drills/acts.txt` put into the frames that PLOVER's rules give a type of its own.

"Send grain to R" is AID; "agreed to send" AGREE, "refused to send" REJECT, "threatened to expel" THREATEN.
Each act is told in a few frames, with sides of its kinds drawn from the countries of the vocabulary and
from invented ones. Nothing of this is kept: the sentences serve training alone, and none is a report.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recipes.types.drill_words import FRAMES, FRONTS, INVENTED, IRREGULAR, NAMES, PLURAL, SIDES, TAILS, WORDS

from tellings.vocab.tables import rows

ACTS = Path(__file__).parent / "drills" / "acts.txt"
WHOLE = Path(__file__).parent / "drills" / "frames.txt"
SLOT = re.compile(r"\b[AR]\b")
HELPFUL = frozenset({"AID", "COOPERATE", "CONSULT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Act:
    """A line of `acts.txt`: a type and mode, the kinds that act and receive, and the words from the verb on."""

    type: str
    mode: str
    actors: str
    recipients: str
    words: str


def acts() -> list[Act]:
    """The acts of the drills, then the whole sentences, whose words hold both sides."""
    lines = (ACTS.read_text("utf-8") + WHOLE.read_text("utf-8")).splitlines()
    return [Act(*line.split("|")) for line in lines if line]


def drilled(seed: int, each: int) -> Iterator[tuple[str, str, str, str]]:
    """Tell every act `each` times: (text, type, mode, the act's number). The same seed gives the same sentences."""
    draw = random.Random(seed)
    known = [(r["name"], r["adjectives"].split("|")[0]) for r in rows("countries.tsv") if r["adjectives"]]
    for number, act in enumerate(acts()):
        for _ in range(each):
            yield (*_told(act, draw, known), f"d{number}")


def _told(act: Act, draw: random.Random, known: list[tuple[str, str]]) -> tuple[str, str, str]:
    """One telling, or in one of eight an event that is not between the two that are marked."""
    sides = [_side(draw.choice(kinds), draw, known) for kinds in (act.actors, act.recipients)]
    words = act.words
    for slot, several in WORDS.items():
        words = words.replace("{" + slot + "}", draw.choice(several))
    text, kind, mode = (
        _whole(act, words, sides) if SLOT.search(words.replace(" R", "")) else _framed(act, words, sides, draw)
    )
    text = _around(text, draw)
    if draw.random() < 0.12 and kind != "NONE":
        return _elsewhere(act, text, sides, draw, known), "NONE", ""
    return text, kind, mode


def _whole(act: Act, words: str, sides: list[str]) -> tuple[str, str, str]:
    marked = {"A": f"<a>{sides[0]}</a>", "R": f"<r>{sides[1]}</r>"}
    return SLOT.sub(lambda m: marked[m[0]], words), act.type, act.mode


def _framed(act: Act, words: str, sides: list[str], draw: random.Random) -> tuple[str, str, str]:
    frames = FRAMES[_family(act.type)]
    framed = bool(frames) and draw.random() < 0.4
    kind, mode, frame = draw.choice(frames) if framed else (act.type, act.mode, draw.choice("DDPS"))
    verb, _, rest = words.partition(" ")
    several = _several(sides[0])
    if several:
        rest = rest.replace("its ", "their ")
    return _sentence(sides[0], sides[1], f"{_verb(frame, verb, several)} {rest}", draw), kind, mode


def _elsewhere(act: Act, text: str, sides: list[str], draw: random.Random, known: list[tuple[str, str]]) -> str:
    """The marks turned round, where the act has a direction, or the actor's put round who merely reports it."""
    if " with " not in act.words and " and " not in act.words and act.type != "CONSULT" and draw.random() < 0.5:
        return (
            text.replace("<a>", "<x>")
            .replace("</a>", "</x>")
            .replace("<r>", "<a>")
            .replace("</r>", "</a>")
            .replace("x>", "r>")
        )
    teller = _side(draw.choice("som"), draw, known)
    plain = text.replace("<a>", "").replace("</a>", "").rstrip(".")
    return f"{plain}, <a>{teller}</a> {draw.choice(('said', 'reported', 'noted', 'told reporters'))}."


def _around(text: str, draw: random.Random) -> str:
    """A beginning and an end such as news sentences have, and a capital letter."""
    front = draw.choice(FRONTS) if draw.random() < 0.3 else ""
    tail = draw.choice(TAILS) if draw.random() < 0.65 else ""
    text = f"{front}{text}{tail}."
    at = next(
        i for i, sign in enumerate(text) if sign.isalpha() and text[max(0, i - 1)] != "<" and text[i + 1 : i + 2] != ">"
    )
    return text[:at] + text[at].upper() + text[at + 1 :]


def _family(kind: str) -> str:
    return (
        "helpful" if kind in HELPFUL else "hostile" if kind in HOSTILE else "yielding" if kind in YIELDING else "other"
    )


def _side(kind: str, draw: random.Random, known: list[tuple[str, str]]) -> str:
    country, adjective = draw.choice(known if draw.random() < 0.6 else INVENTED)
    words = draw.choice(SIDES[kind]).split(" ")
    swap = {
        "C": country,
        "J": adjective,
        "N": draw.choice(NAMES),
        "C's": f"{country}'s",
        "N,": f"{draw.choice(NAMES)},",
    }
    return " ".join(swap.get(w, w) for w in words)


def _several(side: str) -> bool:
    return any(word in PLURAL for word in side.split(" of ")[0].split(" in ")[0].split(" ")) or " and " in side


def _verb(frame: str, verb: str, several: bool) -> str:
    past, participle = IRREGULAR.get(verb, (_regular(verb),) * 2)
    plain = {"D": past, "P": f"{'have' if several else 'has'} {participle}", "S": verb if several else _third(verb)}
    if frame in plain:
        return plain[frame]
    be = ("are", "were") if several else ("is", "was")
    said = frame.replace("H ", f"{be[0]} ").replace("V", verb).replace("plan~", "plan" if several else "plans")
    return said.replace(" it would", " they would").replace(" it will", " they will") if several else said


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "ed"


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")) or verb == "go":
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "s"


def _were(side: str, draw: random.Random) -> str:
    return draw.choice(("were", "have been") if _several(side) else ("was", "has been"))


def _participle(past: str) -> str:
    return next((done for was, done in IRREGULAR.values() if was == past), past)


def _sentence(actor: str, recipient: str, said: str, draw: random.Random) -> str:
    """Subject, verb and rest; some plain past tenses are turned into passives."""
    before, _, after = f"{said} ".partition(" R ")
    verb = before.split(" ")[0]
    if before == verb and verb.endswith(("ed", "t", "k", "w")) and draw.random() < 0.4:
        after = f" {after.strip()}" if after.strip() else ""
        return f"<r>{recipient}</r> {_were(recipient, draw)} {_participle(verb)}{after} by <a>{actor}</a>"
    return f"<a>{actor}</a> {before} <r>{recipient}</r> {after.strip()}".strip()
