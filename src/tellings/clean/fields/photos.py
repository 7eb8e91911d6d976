"""Captions and the credits in them: "A bridge at dawn. (AP Photo/Jane Roe)" is a caption and whose picture it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tellings.clean.fields.vocabulary import agency_pattern

#: Words that announce a credit.
LABEL = (
    r"(?:(?:photo(?:graph)?|image|picture|pic|file photo|screengrab|illustration|video)s?"
    r"(?: (?:credits?|source|courtesy|by))*"
    r"|credits?|courtesy|source|fotos?|bild(?:er)?|fountain|fuente|quelle|créditos?|crédits?(?: photos?)?|imagen|imagem"
    r"|foto(?:graf(?:i[ea]|o))?|bildquelle|bildrechte|fotocredit|beeld|kuva|фото|dok\.?|fotoğraf|zdjęcie|φωτο(?:γραφία)?"
    r"|تصوير|صورة)"
)
STOCK = (
    r"Getty(?: Images)?|Shutterstock|Alamy|iStock|Imago(?: Images)?|IMAGO|[Pp]icture [Aa]lliance|EPA|ZUMA"
    r"|Scanpix|Keystone"
)
#: Where a credit without brackets begins: at the line's start, after a bar or after a sentence.
START = r"(?:^|\s*[|–—]\s*|(?<=[.!?”\"])\s+)"


@cache
def _house() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{STOCK}|{agency_pattern()})(?![\w’'])")


def names_house(credit: str) -> bool:
    """Whether a credit names an agency or a house of stock pictures."""
    return _house().search(credit) is not None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms of credits at the end of a caption, the most telling first; each has the group `credit`."""
    house = rf"(?:{STOCK}|{agency_pattern()})(?![\w’'])"
    inside = r"[^()\[\]]"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\s*[(\[](?P<credit>(?i:{LABEL})\b\s*[:/©|]?{inside}{{0,80}}|{inside}{{0,60}}\b{house}{inside}{{0,60}})[)\]]\.?$",
            rf"(?:^|[\s|–—-]+)(?P<credit>(?i:{LABEL})\s*[:©|/]\s*[^|]{{2,100}})$",
            rf"{START}(?P<credit>(?:[^|.]{{2,50}}[/,|] ?)?{house}(?:[ /|](?![^|]*[.!?] )[^|]{{0,60}})?)\.?$",
            r"(?:^|(?<=[。！？）)\s]))(?P<credit>[\u4e00-\u9fff·、 ]{2,28}(?:(?<!拍)[摄攝]|供图))[。）)]?$",
            rf"{START}(?P<credit>(?:©|\(c\)|[Cc]opyright|[Cc]redit) ?[^|.]{{2,80}})\.?$",
        )
    )


#: Longer lines are text; the forms look at the end alone.
LONGEST, END = 1000, 200


def photo_credit(caption: str) -> tuple[str, str | None]:
    """A caption without its credit, and the credit; the caption is empty where the line is the credit alone."""
    if len(caption) > LONGEST:
        return caption, None
    start = max(0, len(caption) - END)
    found = next((m for m in (form.search(caption, start) for form in _forms()) if m), None)
    return (caption[: found.start()].rstrip(" |–—-"), found["credit"].strip()) if found else (caption, None)


def kept_apart(lines: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The captions and the photo credits of a page's caption lines, each once, in order."""
    parted = [photo_credit(line) for line in lines]
    captions = dict.fromkeys(caption for caption, _ in parted if caption)
    return tuple(captions), tuple(dict.fromkeys(credit for _, credit in parted if credit))
