from __future__ import annotations

from tellings.pages.archives.text import paragraphs, text_document

LONG = "The foreign minister of Norland met her Sudrian counterpart in the border town"


def test_lines_that_a_page_broke_are_joined_and_short_ended_ones_end_a_paragraph() -> None:
    lines = (
        LONG,
        "of Vell on Friday and spoke about the bridge over the river that both countries",
        "want rebuilt.",
        LONG,
        "again.",
    )
    assert paragraphs([lines], wrapped=True) == (" ".join(lines[:3]), " ".join(lines[3:]))


def test_a_hyphen_at_a_line_s_end_goes_unless_the_word_has_one_elsewhere() -> None:
    lines = (
        "the ministers of both coun-",
        "tries spoke of cross-",
        "border trade, of which cross-border fer-",
        "ries live",
    )
    assert paragraphs([lines], wrapped=True) == (
        "the ministers of both countries spoke of cross-border trade, of which cross-border ferries live",
    )


def test_a_number_or_a_name_after_a_hyphen_is_not_joined() -> None:
    assert paragraphs([("the talks of Norland-", "Sudria")], wrapped=True) == ("the talks of Norland- Sudria",)


def test_text_is_wrapped_where_its_lines_have_one_width() -> None:
    wrapped = "\n".join((LONG,) * 4) + "\n\nAn end.\n"
    assert text_document(wrapped).wrapped
    assert not text_document(f"{LONG * 5}\n{LONG * 3}\n{LONG * 4}\n").wrapped
    assert not text_document("a\nb\nc\nd\n").wrapped
