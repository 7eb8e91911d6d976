"""The names of people as bylines print them, told from desks, agencies, outlets and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tellings.clean.dating.datelines import UPPER, is_known
from tellings.clean.fields.mastheads import has_masthead_word, is_section
from tellings.clean.fields.sites import known_outlet
from tellings.clean.fields.vocabulary import agency_names, no_names

#: Words with a capital that follow a name on the line of a byline and belong to none.
AFTER_NAME = (
    "Published|Updated|Posted|Edited|Editor|Last|Source|Share|Modified|First|Reading|PUBLISHED|UPDATED|Follow|Twitter"
    "|Facebook|Email|For|From|In|Via|With|Korrespondent(?:in)?|Redakteur(?:in)?|Reporter|Staff|Senior|Chief"
    "|Correspondent|Contributor|On|At|Executive|Political|Special|Dzisiaj|Dziś|Wczoraj|Heute|Gestern|Hoy|Ayer|Oggi|Ieri|Hoje|Ontem|Veröffentlicht|Stand|Aktualisiert|Publicado|Publié|Pubblicato"
    "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?= \\d)"
    "|January|February|July|September|October|November|December"
)
AFTER = re.compile(rf"\s+(?:@|(?:{AFTER_NAME})(?![\w’'-]))")
CAPITAL = rf"(?!(?:{AFTER_NAME})(?![\w’'-]))[{UPPER}][^\W\d_]*(?:['’.‘-]+[^\W\d_]*)*"
PARTICLE = "de|da|do|dos|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|y|e"
NAME = rf"{CAPITAL}(?:[ -](?:{CAPITAL}|{PARTICLE})){{1,4}}"
BARE_NAME = re.compile(rf"{NAME}$")
#: A name in a script other than Latin: two to four words, or one where names are written without blanks.
OTHER_SCRIPT = re.compile(
    r"(?!.*[A-Za-z\d])(?:[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,6}|[^\W_]+(?:[ ・·.-]+[^\W_]+){1,3})\.?$"
)
IN_PLACE = re.compile(rf"\s+(?:in|aus|à|en|da|från|i) [{UPPER}][\w.-]*(?: [{UPPER}][\w.-]*)?$")
#: The full stop that ends a byline, where no initial or "Jr." stands before it.
STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
#: The words before the names of a byline; an unmarked one ("von Bülow") is cut from the start of a field alone.
LEAD = re.compile(
    r"^\W*(?:(?:story|report|words|written|reported|posted|published|compiled|opinion|analysis|column|review|comment"
    r"|text|texte|tekst|texto|testo|(?:eine?\s+)?(?:kommentar|analyse|interview|gastbeitrag|essay|kolumne|reportage))\s+)?"
    r"(?:(?:by|von|vom|par|por|door|af|av|od|przez|di|oleh|bởi|от)(?:\s*:\s*|\s+|(?-i:(?=[A-Z][a-z])))"
    r"|(?:記者|记者|撰文|بقلم|كتب|إعداد|تحرير|نامہ نگار)\s*[:：]?\s*(?=[^\W\d_])"
    r"|(?:authors?|autor(?:in|en|es|as|a|e)?|auteurs?|autore|autori|writers?|reporters?|text|texte|tekst|texto|testo"
    r"|redactora?|redaktion|haber|yazan|yazar|muhabir|penulis|teks|skrevet av|skribent|автор|текст|作者|記者|文)"
    r"\s*[:：]\s*)",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s*(?:[,;&|•·/]|\s(?:and|und|et|og|och|ve|och|en|és|oraz|и|та|with|mit)\s)\s*")
#: "y" and "e" join names as they part them: each side must be a name of two words.
JOINED = re.compile(rf"(?<=\w) (?:y|e) (?={CAPITAL} {CAPITAL})")
#: A word run onto a name by the loss of tags: "Jane RoeTwitter".
GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:Twitter|Facebook|Email|Published|Updated|Follow|Korrespondent|Redakteur|Reporter|Senior|Staff"
    r"|Contributor|Correspondent|Editor|Veröffentlicht|Dzisiaj|Dziś|Wczoraj|Heute|Gestern|Hoy|Ayer|Oggi|Ieri|Hoje|Ontem"
    r"|Aujourd|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)|@|\d)"
)
#: What follows a writer's name where words are written without capitals: the office, the desk that reports.
AFTER_CJK = re.compile(r"\s*(?:기자|특파원|記者|记者)(?:\s.*|[／/].*)?$")
#: A name that the loss of tags doubled.
TWICE = re.compile(r"^(\S+ \S+) \1$")
ADDRESS = re.compile(r"\s*[(<\[]?\S+@\S*[)>\]]?|\s*https?://\S+|\s*\([^()]{1,60}\)\s*$")


def people(text: str) -> tuple[str, ...]:
    """The persons in a list of names: desks, agencies, outlets and places left out."""
    return tuple(dict.fromkeys(n for n in split_names(text) if _is_person(n)))


def stated_people(name: str) -> tuple[str, ...]:
    """The persons in an author's field of a page's head, which holds names of every script."""
    bare = AFTER_CJK.sub("", LEAD.sub("", name))
    if OTHER_SCRIPT.match(bare):
        return () if is_desk(bare) or known_outlet(bare) else (bare,)
    return people(bare) or _lower_case(bare)


def _lower_case(name: str) -> tuple[str, ...]:
    """A name typed without capitals: "jane roe"."""
    typed = re.fullmatch(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,2}", name) is not None and name.islower()
    return (name,) if typed and people(name.title()) else ()


def split_names(text: str) -> Iterator[str]:
    """The names of a list, without the words before it, and without places and addresses behind each."""
    cleaned = ADDRESS.sub("", GLUED.sub(" ", LEAD.sub("", text)))
    for part in SPLIT.split(cleaned):
        for name in JOINED.split(part):
            bare = STOP.sub("", IN_PLACE.sub("", AFTER.split(name.strip(" .-–—|*:\u200b\xa0"), maxsplit=1)[0]))
            if bare:
                yield TWICE.sub(r"\1", bare)


def _is_person(name: str) -> bool:
    return BARE_NAME.match(name) is not None and not is_desk(name) and not _is_no_person(name)


def _is_no_person(name: str) -> bool:
    return (
        name in agency_names()
        or name.casefold() in _folded_agencies()
        or is_known(name)
        or known_outlet(name) is not None
        or has_masthead_word(name)
        or is_section(name)
        or _begins_as_house(name)
    )


def _begins_as_house(name: str) -> bool:
    """Whether the first word is a site's or an agency's letters: "ZDF Berlin", "AFP Nairobi"."""
    first, _, rest = name.partition(" ")
    letters = len(first) > 1 and first.isupper()
    return letters and bool(rest) and (first in agency_names() or known_outlet(first) is not None)


@cache
def _folded_agencies() -> frozenset[str]:
    """Names of agencies of more than one word in any case: "THE ASSOCIATED PRESS"."""
    return frozenset(name.casefold() for name in agency_names() if " " in name)


def is_desk(name: str) -> bool:
    """Whether a word of the name shows that it is a desk's or a site's."""
    folded = name.lower()
    return not no_names("desk").isdisjoint({*re.findall(r"\w+", folded), *folded.split()})
