"""Which of the headlines that a page gives its article is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.clean.fields.sites import known_outlet
from tellings.clean.flat.lines import CJK
from tellings.clean.flat.words import fold

SUFFIX = re.compile(r"(?:\s+[-–—|·•»:]{1,2}\s*|\s*[|：｜]\s*)(?P<site>[^-–—|·•»：｜]{2,40})$")
BARS = re.compile(r"\s+\|\s+")
#: A site's name in a script without capitals has no more signs.
SIGNS = 12
#: A site's or section's name has no more words; words in small letters that stand inside names.
NAME_WORDS = 4
SMALL = frozenset(("of", "the", "and", "de", "del", "da", "do", "la", "el", "y", "e", "und", "et", "di"))
PREFIX = re.compile(r"^(?P<site>[^-–—|·•»]{2,40}?)\s+[-–—|·•»:]\s+")


@dataclass(frozen=True, slots=True)
class Headlines:
    """The headlines of a page: of its JSON-LD, for social networks, for search engines (`<title>`), and as shown.

    `lower` are the headings below the first level, of a page whose head says nothing else.
    """

    structured: str | None
    social: str | None
    search: str | None
    shown: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()


def choose_headline(given: Headlines, outlet: str | None) -> str | None:
    """The title, without the site's name around it.

    Where the JSON-LD and the social headline differ, one of them is often worded for search engines:
    it is the one that `<title>` repeats, and the other is the editors'. (On the 37 visible Fundus
    pages where they differ: 30 right so, 20 by JSON-LD first, 17 by the social headline first.)
    """
    structured, social, search = (without_site(t, outlet) for t in (given.structured, given.social, given.search))
    if structured and social and fold(structured) != fold(social):
        return _editors(structured, social, search or "", given.shown)
    title = structured or social
    if title:
        return _shorter(title, given.shown)
    return _on_page(given, search) or (search if outlet or not search else without_names(search))


def without_names(search: str) -> str:
    """A `<title>` without the names that bars part from it, on a page that does not say what its site is called.

    One part is a headline, of more words than the others, and these are names of at most four words with capitals.
    """
    parts = [part for part in BARS.split(search) if part]
    headline = max(parts, key=_length, default=search)
    others = [part.split() for part in parts if part != headline]
    named = all(len(words) <= NAME_WORDS and all(map(_may_name, words)) for words in others)
    return headline if named and _length(headline) > NAME_WORDS else search


def _length(text: str) -> float:
    """How many words a text has; two signs count for one where words are written without blanks."""
    return max(len(text.split()), len(CJK.findall(text)) / 2)


def _may_name(word: str) -> bool:
    """Whether a word may stand in a site's name: with a capital, a small one, or in a script without them."""
    return word[0].isupper() or word in SMALL or (not word.islower() and len(word) <= SIGNS)


def _editors(structured: str, social: str, search: str, shown: tuple[str, ...]) -> str:
    """Of two headlines the one that is not the search engines'; one that only adds a name to the other loses."""
    for short, long in ((structured, social), (social, structured)):
        if adds_name(short, long):
            return short
    searched = [text for text in (structured, social) if _begins(search, text)]
    if len(searched) == 1:
        return social if searched == [structured] else structured
    on_page = [text for text in (structured, social) if fold(text) in map(fold, shown)]
    return on_page[0] if on_page else structured


def _begins(search: str, headline: str) -> bool:
    """Whether `<title>` is the headline, with sections and the site's name after it or without."""
    tag, text = fold(search), fold(headline)
    return tag == text or (tag.startswith(f"{text} ") and adds_name(headline, search))


def adds_name(short: str, long: str) -> bool:
    """Whether a headline is another with a mark of parting and a name or place after it."""
    rest = long[len(short) :] if fold(long[: len(short)]) == fold(short) else ""
    return re.match(r"\s*(?:[（(【][^）)】]{1,30}[）)】])?(?:\s+[-–—|·•»]\s|\s*[|：｜\[])", rest) is not None


def _shorter(title: str, shown: tuple[str, ...]) -> str:
    """The headline shown where the stated one adds a name to it."""
    return next((heading for heading in shown if adds_name(heading, title)), title)


def _on_page(given: Headlines, search: str | None) -> str | None:
    """The longest heading that `<title>` begins with, or ends with for the most part; or the only one."""
    said = fold(search or "")
    repeated = (h for h in (*given.shown, *given.lower) if _repeats(said, fold(h)))
    return max(repeated, key=len, default=given.shown[0] if len(given.shown) == 1 else None)


def _repeats(said: str, heading: str) -> bool:
    return bool(heading) and (said.startswith(heading) or (said.endswith(heading) and 2 * len(heading) > len(said)))


def without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the site's name at its end or start."""
    for found in _names(title or ""):
        if _is_site(found["site"], outlet) and title:
            return without_site((title[: found.start()] + title[found.end() :]).strip(), outlet)
    return title


def _names(title: str) -> Iterator[re.Match[str]]:
    yield from (found for found in (SUFFIX.search(title), PREFIX.search(title)) if found)


def _is_site(name: str, outlet: str | None) -> bool:
    site, own = f" {fold(name)} ", f" {fold(outlet or '')} "
    named = bool(site.strip() and own.strip()) and (site in own or own in site)
    return named or known_outlet(name.strip()) is not None
