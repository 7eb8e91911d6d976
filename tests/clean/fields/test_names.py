from __future__ import annotations

import pytest

from tellings.clean.fields.names import people, stated_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Prado and Luis Ferro", ("Ana Prado", "Luis Ferro")),
        ("Von Jan Lindner und Ömer Şahin, Ostrel", ("Jan Lindner", "Ömer Şahin")),
        ("By Mara Lind in Port Selm", ("Mara Lind",)),
        ("byMara Lind", ("Mara Lind",)),
        ("Ein Kommentar von Mara Lind", ("Mara Lind",)),
        ("Carla Ruiz y Ana Prado", ("Carla Ruiz", "Ana Prado")),
        ("José Ferro y Prado", ("José Ferro y Prado",)),
        ("Mara LindTwitter", ("Mara Lind",)),
        ("Mara Lind For Harbour.Example", ("Mara Lind",)),
        ("Mara Lind Apr 28", ("Mara Lind",)),
        ("MARA LIND/TOMAS ORU", ("MARA LIND", "TOMAS ORU")),
        ("Web Desk", ()),
        ("THE ASSOCIATED PRESS", ()),
        ("AFP Nairobi", ()),
        ("Harbour Herald", ()),
    ],
)
def test_a_byline_names_people_only(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("大野 美咲", ("大野 美咲",)),
        ("Анна Орлова", ("Анна Орлова",)),
        ("mara lind", ("mara lind",)),
        ("朝日新聞", ()),
        ("admin", ()),
    ],
)
def test_an_authors_field_holds_names_of_every_script(field: str, names: tuple[str, ...]) -> None:
    assert stated_people(field) == names
