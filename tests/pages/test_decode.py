from __future__ import annotations

import pytest

from tellings.pages.decode import Decoded, binary_kind, decode, makes_no_words

FRENCH = "Le président élu a été reçu à l’Élysée, où l’on a évoqué la coopération entre les deux États. " * 5
RUSSIAN = "Министр сообщил, что переговоры о границе продолжатся на следующей неделе. " * 5
TURKISH = "Bakan, görüşmelerin önümüzdeki hafta süreceğini ve İstanbul'da toplanılacağını açıkladı. " * 5
CZECH = "Ministři zahraničí obou zemí se v pondělí sešli v Tallinnu a jednali o příhraničním obchodu. " * 5
CHINESE = "两国外长星期一在塔林举行会谈，就边境贸易和粮食运输问题交换了意见。双方同意下周继续谈判。" * 5
TAIWANESE = "兩國外長星期一在塔林舉行會談，就邊境貿易和糧食運輸問題交換了意見。雙方同意下週繼續談判。" * 5
JAPANESE = "両国の外相は月曜日にタリンで会談し、国境貿易と穀物輸送について意見を交わした。" * 5
KOREAN = "양국 외교장관은 월요일 탈린에서 회담을 갖고 국경 무역과 곡물 수송 문제를 논의했다. " * 5
ARABIC = "قال الوزير إن المحادثات بشأن الحدود ستستمر الأسبوع المقبل، وإن الجانبين بحثا التجارة ونقل الحبوب. " * 5
THAI = "รัฐมนตรีต่างประเทศของทั้งสองประเทศพบกันเมื่อวันจันทร์และหารือเรื่องการค้าชายแดน " * 5
EURO = "Le coût de l'œuvre commune s'élève à 3 000 € d'après le ministère. " * 5

#: Label as pages write it, and a text that was written in it.
CHARSETS = (
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("gb18030", CHINESE),
    ("gb2312", CHINESE),
    ("big5", TAIWANESE),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("iso-2022-jp", JAPANESE),
    ("euc-kr", KOREAN),
    ("iso-8859-2", CZECH),
    ("iso-8859-9", TURKISH),
    ("iso-8859-15", EURO),
    ("windows-1252", FRENCH),
    ("windows-1256", ARABIC),
    ("tis-620", THAI),
    ("utf-16", RUSSIAN),
    ("utf-8", RUSSIAN),
    ("utf-8-sig", RUSSIAN),
)


def decoded(data: bytes, header: str | None = None) -> Decoded:
    found = decode(data, header)
    assert found is not None
    return found


@pytest.mark.parametrize(("label", "text"), CHARSETS)
def test_the_header_is_believed(label: str, text: str) -> None:
    found = decoded(text.encode(label), label)
    assert found.text == text
    assert found.notes == ()


@pytest.mark.parametrize(("label", "text"), [pair for pair in CHARSETS if not pair[0].startswith("utf-16")])
def test_the_page_s_own_tag_is_believed_where_there_is_no_header(label: str, text: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head><p>{text}'
    found = decoded(page.encode(label))
    assert found.text == page
    assert found.notes == ()


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_settles_what_nothing_else_says(charset: str) -> None:
    assert decoded(FRENCH.encode(charset)).text == FRENCH


@pytest.mark.parametrize(
    ("charset", "text"),
    [(label, text) for label, text in CHARSETS if label not in ("iso-8859-2", "iso-8859-15", "utf-16")],
)
def test_where_nothing_is_said_the_content_decides(charset: str, text: str) -> None:
    assert decoded(text.encode(charset)).text == text


def test_the_header_goes_before_the_tag_where_both_are_borne_out() -> None:
    page = f'<meta charset="iso-8859-1"><p>{CZECH}'
    assert decoded(page.encode("iso-8859-2"), "iso-8859-2") == Decoded(page, "iso8859-2")


def test_the_tag_goes_before_a_byte_order_mark_that_is_not_borne_out() -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}'
    found = decode(b"\xef\xbb\xbf" + page.encode("cp1251"))
    assert found is not None
    assert found.charset == "cp1251"
    assert found.text.endswith(RUSSIAN)


@pytest.mark.parametrize("said", ["windows-1251", "iso-8859-1", "gb2312", "shift_jis", "utf-16"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_overrules_whatever_is_said_and_this_is_told(said: str, mark: bytes) -> None:
    page = f'<meta charset="iso-8859-1"><p>{FRENCH}'
    found = decoded(mark + page.encode(), said)
    assert (found.text, found.charset) == (page, "utf-8")
    assert found.notes[0] == f"the header says {said}, but the bytes are UTF-8"
    assert found.notes[1] == "the page's own tag says iso-8859-1, but the bytes are UTF-8"


@pytest.mark.parametrize(
    ("said", "charset", "text"),
    [
        ("utf-8", "cp1251", RUSSIAN),
        ("utf-16", "cp1251", RUSSIAN),
        ("windows-1252", "cp1251", RUSSIAN),
        ("windows-1251", "koi8-r", RUSSIAN),
        ("koi8-r", "cp1251", RUSSIAN),
        ("windows-1251", "cp1252", FRENCH),
        ("big5", "cp1252", FRENCH),
        ("iso-8859-1", "gb18030", CHINESE),
        ("iso-8859-1", "shift_jis", JAPANESE),
        ("windows-1252", "euc_kr", KOREAN),
        ("windows-1252", "cp1256", ARABIC),
        ("iso-8859-1", "tis-620", THAI),
        ("windows-1251", "utf-16", FRENCH),
    ],
)
def test_a_wrong_declaration_is_overruled_and_this_is_told(said: str, charset: str, text: str) -> None:
    found = decoded(text.encode(charset), said)
    assert found.text == text
    assert found.notes[0].startswith(f"the header says {said}, but ")


def test_a_right_tag_stands_in_for_a_wrong_header() -> None:
    page = f'<meta charset="koi8-r"><p>{RUSSIAN}'
    found = decoded(page.encode("koi8-r"), "utf-8")
    assert (found.text, found.charset) == (page, "koi8-r")
    assert found.notes == ("the header says utf-8, but the bytes are no UTF-8",)


@pytest.mark.parametrize(
    "label", ["no-such-charset", "", "punycode", "unicode_escape", "zlib", "utf-7", "rot13", "a\0b"]
)
def test_a_label_that_names_no_charset_is_passed_over(label: str) -> None:
    assert decoded(RUSSIAN.encode("cp1251"), label) == Decoded(RUSSIAN, "cp1251")


def test_ascii_is_utf_8_whatever_is_said() -> None:
    assert decoded(b"Ministers met.", "gb2312") == Decoded("Ministers met.", "utf-8")


def test_utf_16_without_a_mark_is_seen_by_its_nuls() -> None:
    assert decoded("Ministers met in Tallinn.".encode("utf-16-le")) == Decoded("Ministers met in Tallinn.", "utf-16-le")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = f'<meta charset="iso-8859-1"><p>{FRENCH}'
    assert decoded(page.encode("cp1252")) == Decoded(page, "cp1252")


def test_a_page_cut_inside_a_letter_stays_utf_8() -> None:
    assert decoded(FRENCH.encode()[:-3] + "é".encode()[:1]).charset == "utf-8"


def test_the_first_letter_beyond_ascii_may_stand_far_down_the_page() -> None:
    script = "var a = 1;\n" * 20000
    page = f"<html><script>{script}</script><p>{RUSSIAN}"
    assert decoded(page.encode("cp1251")) == Decoded(page, "cp1251")


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1252", "O ministro disse em São Paulo que a ação da região será apoiada pelos países vizinhos. "),
        ("cp1252", "The minister said in São Paulo that the talks with Côte d’Ivoire would go on next week. "),
        ("cp1254", "Bakan, görüşmelerin önümüzdeki hafta süreceğini ve İstanbul'da toplanılacağını açıkladı. "),
    ],
)
def test_a_guess_goes_to_the_charset_that_browsers_take_for_the_language(charset: str, text: str) -> None:
    assert decoded((text * 5).encode(charset)) == Decoded(text * 5, charset)


@pytest.mark.parametrize(
    "text",
    [text for _, text in CHARSETS] + ["В МИНИСТЕРСТВЕ СООБЩИЛИ О ПЕРЕГОВОРАХ " * 5, "用iPhone和App看GDP增长" * 9],
)
def test_every_language_makes_words(text: str) -> None:
    assert not makes_no_words(text)


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
    assert (
        binary_kind(b"Ministers met\0 in Tallinn and talked about the harvest, and about what\0 it costs." * 9) is None
    )
