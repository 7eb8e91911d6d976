import time

import pytest

from tellings.quotes.marks import pieces


def quoted(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pieces(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We agree,” she said.", ["We agree,"]),
        ('"We agree," she said. "We sign today."', ["We agree,", "We sign today."]),
        ("«Nous signons», said the envoy.", ["Nous signons"]),
        ("»Wir sind bereit«, said the envoy.", ["Wir sind bereit"]),
        ("「We oppose this」, said the envoy.", ["We oppose this"]),
        ("„Wir sind bereit“, said the envoy.", ["Wir sind bereit"]),
        ("''We agree,'' she said.", ["We agree,"]),
        ("'We agree,' she said.", ["We agree,"]),
        ("‘We agree,’ she said.", ["We agree,"]),
    ],
)
def test_every_kind_of_mark_is_paired(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The two countries' efforts didn't fail.",
        "Ana Prado‘s visit ended.",
        "The '90s and rock 'n' roll.",
        "It is the ministers’ plan.",
    ],
)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_possessive_does_not_end_a_quotation_in_single_marks() -> None:
    assert quoted("He said 'the countries' ties are firm' on Monday.") == ["the countries' ties are firm"]


def test_marks_inside_marks_belong_to_the_words() -> None:
    assert quoted("“It shows the “special” nature of the treaty,” he said.") == [
        "It shows the “special” nature of the treaty,"
    ]
    assert quoted("“He said ‘no’ to us,” she said.") == ["He said ‘no’ to us,"]


def test_a_quotation_over_two_paragraphs_opens_again() -> None:
    found = pieces("“We agree.\n\n“We sign today,” she said.")
    assert [p.closed for p in found] == [False, True]


def test_a_missing_mark_ends_where_the_next_quotation_opens() -> None:
    assert quoted("“We agree, she said. “We sign today,” she added.") == ["We agree,", "We sign today,"]


def test_a_missing_mark_ends_before_the_cue() -> None:
    assert quoted('"We are ready to talk, Prado said on Monday. The talks begin in May.') == ["We are ready to talk,"]
    assert quoted("“It is late, said the minister as he left.") == ["It is late,"]
    assert quoted("“We stay, Kenya's new envoy said. “That is final.”") == ["We stay,", "That is final."]
    assert quoted("“We stay, I told them, and they left.") == ["We stay, I told them, and they left."]


def test_a_mark_left_open_does_not_run_into_the_next_paragraph() -> None:
    assert quoted("“We agree.\n\nThe talks ended.") == ["We agree."]


def test_a_straight_mark_before_a_paragraph_of_a_text_in_curly_ones_is_no_mark() -> None:
    text = '“We agree,” she said.\n\n"Campos read the note and called it “too long” for a treaty.\n\n“No,” said Prado.'
    assert quoted(text) == ["We agree,", "too long", "No,"]


@pytest.mark.parametrize("mark", ["'a ", "“a ", '" a', ", A"])
def test_a_long_line_of_marks_takes_linear_time(mark: str) -> None:
    begun = time.process_time()
    pieces(mark * 20_000)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "first",
    [
        '"We will sign nothing, Prado said after the talks.',
        '"We will sign nothing, the minister told reporters.',
        '"We will sign nothing, said Ana Prado on Friday.',
    ],
)
def test_a_cue_at_the_end_closes_a_quotation_though_the_next_paragraph_opens_one(first: str) -> None:
    text = f'{first}\n\n"The other side knows it," she added.'
    found = pieces(text)
    assert [text[p.start : p.end] for p in found] == ["We will sign nothing,", "The other side knows it,"]
    assert all(p.closed for p in found)


@pytest.mark.parametrize(
    "first",
    [
        '"When I fell ill, the doctor told me.',
        '"When the war ended, the president said peace had come.',
        '"We waited, and they said nothing. It was a long night.',
    ],
)
def test_words_that_are_told_in_a_long_quotation_do_not_close_it(first: str) -> None:
    found = pieces(f'{first}\n\n"Then it was over," she added.')
    assert not found[0].closed
    assert found[0].end == len(first)
