from __future__ import annotations

import pytest

from tellings.pages.decode import binary_kind, decode

FRENCH = "Le président élu a été reçu à l’Élysée, où l’on a évoqué la coopération entre les deux États. " * 5


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_settles_the_charset(charset: str) -> None:
    decoded = decode(FRENCH.encode(charset))
    assert decoded is not None
    assert decoded[0] == FRENCH


def test_utf_16_without_a_mark_is_seen_by_its_nuls() -> None:
    decoded = decode("Ministers met in Tallinn.".encode("utf-16-le"))
    assert decoded == ("Ministers met in Tallinn.", "utf-16-le")


def test_utf_8_wins_over_a_wrong_header_and_a_wrong_meta_tag() -> None:
    page = f'<meta charset="iso-8859-1"><p>{FRENCH}'
    decoded = decode(page.encode(), "windows-1251")
    assert decoded == (page, "utf-8")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = f'<meta charset="iso-8859-1"><p>{FRENCH}'
    decoded = decode(page.encode("cp1252"))
    assert decoded == (page, "cp1252")


def test_the_header_goes_before_the_meta_tag() -> None:
    page = '<meta charset="koi8-r"><p>Встреча министров прошла в Ереване'
    decoded = decode(page.encode("cp1251"), "windows-1251")
    assert decoded == (page, "cp1251")


def test_a_page_cut_inside_a_letter_stays_utf_8() -> None:
    decoded = decode(FRENCH.encode()[:-3] + "é".encode()[:1])
    assert decoded is not None
    assert decoded[1] == "utf-8"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1252", "O ministro disse em São Paulo que a ação da região será apoiada pelos países vizinhos. "),
        ("cp1252", "The minister said in São Paulo that the talks with Côte d’Ivoire would go on next week. "),
        ("cp1251", "Министр сообщил, что переговоры о границе продолжатся на следующей неделе. "),
        ("cp1254", "Bakan, görüşmelerin önümüzdeki hafta süreceğini ve İstanbul'da toplanılacağını açıkladı. "),
    ],
)
def test_a_guess_goes_to_the_charset_that_browsers_take_for_the_language(charset: str, text: str) -> None:
    assert decode((text * 5).encode(charset)) == (text * 5, charset)


def test_an_undeclared_charset_is_guessed() -> None:
    text = "Министры иностранных дел двух стран встретились во вторник в Ереване и обсудили торговлю. " * 4
    decoded = decode(text.encode("cp1251"))
    assert decoded is not None
    assert decoded[0] == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"%PDF-1.7", "a PDF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
        (b"\x01\x02\x00\x03" * 50, "binary data"),
    ],
)
def test_binary_data_is_named(data: bytes, kind: str) -> None:
    assert binary_kind(data) == kind


def test_text_is_not_binary() -> None:
    assert binary_kind(FRENCH.encode()) is None
    assert binary_kind(FRENCH.encode("utf-16")) is None
