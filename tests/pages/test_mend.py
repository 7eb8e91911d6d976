from __future__ import annotations

import pytest

from tellings.model.page import Page
from tellings.pages.make import make_page
from tellings.pages.mend import mend

LINES = (
    "Le ministre a été reçu à l’Élysée.",
    "“Nous irons plus loin”, a déclaré le président élu.",
    "Les deux pays – voisins – s’étaient brouillés.",
)
FRENCH = "\n\n".join(LINES)
RUSSIAN = "Министр сообщил, что переговоры продолжатся.\nСтороны обсудили торговлю и поставки зерна."


def misread(text: str, charset: str) -> str:
    """UTF-8 read as another charset; bytes that it lacks come out as browsers show them, as controls."""
    return "".join(bytes([b]).decode(charset, "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize(("text", "charset"), [(FRENCH, "cp1252"), (FRENCH, "latin-1"), (RUSSIAN, "cp1251")])
def test_utf_8_that_was_read_as_another_charset_is_mended_and_this_is_told(text: str, charset: str) -> None:
    mended, (said,) = mend(misread(text, charset))
    assert mended == text
    assert "mojibake mended" in said


def test_mojibake_between_tags_is_mended_though_the_template_is_right() -> None:
    menu = "<nav><a>Español</a></nav>"
    body = "".join(f"<p>{line}</p>" for line in LINES)
    mended, said = mend(menu + misread(body, "cp1252"))
    assert mended == menu + body
    assert said


def test_one_bad_comment_or_a_page_about_mojibake_stays_as_it_is() -> None:
    text = f"{FRENCH}\n\n{misread('Très bien !', 'cp1252')}"
    assert mend(text) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        RUSSIAN,
        "O ministro disse em São Paulo que a ação será apoiada. ÂNGELA, JOÃO E ANDRÉ",
        "“Curly quotes”, ligatures like ﬁ, and full-width ＡＢＣ stay as they are printed…",
        "«НАТО» и «ЕС» – 5 № 3 «РФ»…",
        "عدد الوزراء ٣",
    ],
)
def test_what_is_right_stays_letter_by_letter(text: str) -> None:
    assert mend(text) == (text, ())


def test_c1_controls_are_the_quotation_marks_of_windows_1252() -> None:
    assert mend("The minister\x92s \x93visit\x94 ended.")[0] == "The minister’s “visit” ended."


def test_characters_that_show_nothing_are_left_out_and_counted() -> None:
    text, (said,) = mend("Bra\u00adzil\u202e thanked\u200b Ar&shy;gen&#173;ti&#xad;na.\0\0")
    assert text == "Brazil thanked Argentina."
    assert said == "characters left out that show nothing: 2 x U+0000, 4 x U+00AD, 1 x U+200B, 1 x U+202E"


def test_entities_of_letters_and_marks_that_spelling_needs_are_kept() -> None:
    text = "The minister&#146;s &amp; &#x2019; &quot; می‌خواهم 👩‍🚀 \u200eשלום\u200f"
    assert mend(text) == (text, ())


def test_a_page_says_what_was_mended() -> None:
    page = make_page("a.txt", misread(FRENCH, "cp1252").encode(), charset="iso-8859-1")
    assert isinstance(page, Page)
    assert page.text == FRENCH
    assert len(page.repairs) == 2
