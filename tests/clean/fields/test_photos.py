from __future__ import annotations

import pytest

from tellings.clean.fields.photos import kept_apart, photo_credit


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A bridge at dawn. (AP Photo/Jane Roe)", "A bridge at dawn.", "AP Photo/Jane Roe"),
        ("A bridge at dawn. Credit: AP Photo", "A bridge at dawn.", "Credit: AP Photo"),
        ("A bridge at dawn. | REUTERS/Jane Roe", "A bridge at dawn.", "REUTERS/Jane Roe"),
        ("A bridge at dawn. Photo: AFP", "A bridge at dawn.", "Photo: AFP"),
        ("A bridge at dawn [Photo/Xinhua]", "A bridge at dawn", "Photo/Xinhua"),
        ("Eine Brücke am Morgen. Foto: Jane Roe/dpa", "Eine Brücke am Morgen.", "Foto: Jane Roe/dpa"),
        ("Un pont à l'aube. (Crédits : Jane Roe / AFP)", "Un pont à l'aube.", "Crédits : Jane Roe / AFP"),
        ("Мост на рассвете. Фото: Джейн Роу", "Мост на рассвете.", "Фото: Джейн Роу"),
        ("列车停靠在车站。新华社记者 王小雨 摄", "列车停靠在车站。", "新华社记者 王小雨 摄"),
        ("Getty Images", "", "Getty Images"),
        ("A bridge (left) and its keeper", "A bridge (left) and its keeper", None),
        ("The AP building in Port Selm on Monday.", "The AP building in Port Selm on Monday.", None),
    ],
)
def test_a_credit_is_parted_from_its_caption(line: str, caption: str, credit: str | None) -> None:
    assert photo_credit(line) == (caption, credit)


def test_captions_and_credits_stand_once_each() -> None:
    lines = ("A bridge. Photo: AFP", "Photo: AFP", "A bridge. Photo: AFP", "A ferry")
    assert kept_apart(lines) == (("A bridge.", "A ferry"), ("Photo: AFP",))


def test_a_long_line_is_left_as_it_is() -> None:
    line = "Photo: " * 200_000
    assert photo_credit(line) == (line, None)
