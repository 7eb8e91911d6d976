from __future__ import annotations

from tellings.clean.html.evidence import OWN, PAIR, PROSE, SUBJECT, features
from tellings.clean.html.frame import Frame
from tellings.clean.html.tree import blocks_of, parse

THAI = "รัฐมนตรีต่างประเทศของทั้งสองประเทศพบกันที่ท่าเรือเมื่อวันจันทร์เพื่อหารือเรื่องแม่น้ำและการค้าระหว่างกัน เจ้าหน้าที่กล่าว"


def prose(*paragraphs: str) -> list[bool]:
    """Which paragraphs count as prose."""
    tree = parse("<html><body>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</body></html>")
    assert tree is not None
    found: list[bool] = (features(Frame(blocks_of(tree)), "")[:, PROSE] > 0).tolist()
    return found


def test_a_paragraph_of_a_script_without_full_stops_is_prose_by_its_length() -> None:
    assert OWN[PROSE] == "prose"
    assert prose(THAI, "ข่าวล่าสุด") == [True, False]


def test_an_urdu_paragraph_ends_in_its_own_full_stop() -> None:
    assert prose("دونوں ملکوں کے وزرائے خارجہ نے پیر کے روز بندرگاہ میں دریا کے معاملے پر ملاقات کی۔") == [True]


def test_words_of_a_title_are_whole_where_vowels_are_marks_or_blanks_are_none() -> None:
    assert SUBJECT.findall("मंत्रियों की बैठक") == ["मंत्रियों", "बैठक"]
    assert len(PAIR.findall("รัฐมนตรี")) == len("รัฐมนตรี") - 1
