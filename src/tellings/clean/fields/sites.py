"""Well-known sites by address and by the forms in which their pages print their names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from urllib.parse import urlsplit

from tellings.vocab.tables import rows, several

#: A name that is an address: "merkur.de".
ADDRESS = re.compile(
    r"(?:www\d?\.)?(?P<label>[a-z0-9][a-z0-9-]+)(?:\.(?:com?|org|net|gov))?\.[a-z]{2,8}", re.IGNORECASE
)


def key_of(name: str) -> str:
    """What is compared of two forms of a name: its words in lower case, "the" left out."""
    return re.sub(r"\W+", " ", name.lower().replace("’", "").replace("'", "")).strip().removeprefix("the ")


@cache
def _names() -> dict[str, str]:
    """From each form to the usual name; a form that two outlets share stands for neither."""
    forms = [(key_of(form), row["name"]) for row in rows("outlets.tsv") for form in several(row["variants"])]
    shared = Counter(key for key, _ in set(forms))
    own = {key_of(row["name"]): row["name"] for row in rows("outlets.tsv")}
    return {key: name for key, name in forms if shared[key] == 1 and key not in own}


@cache
def _own() -> dict[str, str]:
    return {key_of(row["name"]): row["name"] for row in rows("outlets.tsv")}


def known_outlet(name: str) -> str | None:
    """The usual name of a known outlet printed in any of its forms, whatever its case; None for other names."""
    key = key_of(name)
    return _own().get(key) or _names().get(key)


@cache
def known_forms() -> frozenset[str]:
    """Every name of a known outlet as it is printed, in lower case."""
    return frozenset(f.lower() for row in rows("outlets.tsv") for f in (row["name"], *several(row["variants"])))


@cache
def _domains() -> dict[str, str]:
    return {domain: row["name"] for row in rows("outlets.tsv") for domain in several(row["domains"])}


def usual_name(name: str) -> str:
    """The usual name of a known outlet that is printed in another form; any other name as it is."""
    return _names().get(key_of(name), name)


def outlet_of_domain(domain: str) -> str | None:
    """The outlet that publishes at a domain or above it ("edition.cnn.com"), None where it is not known."""
    parts = domain.lower().removeprefix("www.").split(".")
    return next((n for n in (_domains().get(".".join(parts[i:])) for i in range(len(parts) - 1)) if n), None)


def outlet_of_url(url: str | None) -> str | None:
    """The outlet whose address a page has, None where it is not known."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return outlet_of_domain(host) if host else None


def printed_name(name: str) -> str:
    """The name that a page gives its site, an address as the name before its ending ("merkur.de", "Merkur")."""
    usual = usual_name(name)
    found = ADDRESS.fullmatch(usual)
    if usual != name or not found or key_of(name) in {key_of(n) for n in _domains().values()}:
        return usual
    label = found["label"]
    return outlet_of_domain(name) or (label.capitalize() if label.islower() else label)
