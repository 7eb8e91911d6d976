from __future__ import annotations

import pytest

from tellings.clean.fields.sites import outlet_of_url, printed_name, usual_name


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.rt.com/news/1", "RT"),
        ("http://en.people.cn/n/2031/0101/c1.html", "People's Daily"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://notcnn.com/a", None),
        ("nonsense", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_a_known_address_names_its_outlet(url: str | None, outlet: str | None) -> None:
    assert outlet_of_url(url) == outlet


def test_other_forms_of_a_name_give_the_usual_one() -> None:
    assert usual_name("People’s Daily Online") == "People's Daily"
    assert usual_name("BBC NEWS") == "BBC"
    assert usual_name("Harbour Times") == "Harbour Times"


def test_an_address_as_a_name_loses_its_ending() -> None:
    assert printed_name("karvania-blatt.de") == "Karvania-blatt"
    assert printed_name("Merkur.de") == "Münchner Merkur"
    assert printed_name("bdnews24.com") == "bdnews24.com"
