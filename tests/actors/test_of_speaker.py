"""A ruler without a country is that of the official who speaks of him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.actors import find
from tellings.model.article import Article
from tellings.text.parser import Parser


@pytest.fixture
def ruler(parser: Parser) -> Callable[[str], str | None]:
    """The country of the article's last mention that begins with "the"."""

    def made(text: str) -> str | None:
        article = Article("a1", "a1", "a1.txt", text)
        cast = find(article, parser.parse(article))
        return [cast.entity_of(m.index).country for m in cast.mentions if m.text.startswith("the ")][-1]

    return made


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A Kuwaiti official said that the emir might travel on to Doha.", "KWT"),
        ("The emir of Qatar spoke. It was hot. Noon came. A Kuwaiti official said that the emir might leave.", "KWT"),
        ("An Omani spokesman said that the sultan would travel to Iran.", "OMN"),
        ("A Kenyan diplomat said the president could fly to Uganda.", "KEN"),
        ("Japanese officials said the prime minister would visit India in June.", "JPN"),
        ("Morocco's foreign minister said that the king would visit Senegal.", "MAR"),
        ("Peru's ambassador said that the president would meet Chile's leader.", "PER"),
        ("A Bahraini minister said that the king had congratulated Oman.", "BHR"),
        ("A Norwegian spokeswoman said that the prime minister had criticised Sweden.", "NOR"),
    ],
)
def test_an_official_speaks_of_his_own_ruler(ruler: Callable[[str], str | None], text: str, land: str) -> None:
    assert ruler(text) == land


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A Thai official met the emperor of Japan. She said that the emperor would visit Laos.", "THA"),
        ("The emir of Qatar received a Kuwaiti official, who said that the emir had praised Iran.", "KWT"),
        ("A Norwegian official said that the pope had praised Chad.", "NOR"),
        ("A Peruvian tourist said that the king had visited Chile.", "PER"),
        ("Nepal's president spoke. An Indian officer said the president had insulted Tibet.", "IND"),
        ("A Thai official said that the emperor of Japan was ill.", "THA"),
    ],
)
def test_another_ruler_is_not_his(ruler: Callable[[str], str | None], text: str, land: str) -> None:
    assert ruler(text) != land
