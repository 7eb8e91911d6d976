from __future__ import annotations

import io
import tracemalloc

import pytest

from tellings.model.page import Page, Reject
from tellings.pages.fields import Fields
from tellings.pages.tables import read_table

TEXT = "Ministers of both countries met in Vell on Friday."


def rows(text: str | bytes, fields: Fields | None = None) -> list[Page | Reject]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_table("news.csv", io.BytesIO(data), fields or Fields()))


def pages(text: str | bytes, fields: Fields | None = None) -> list[Page]:
    return [page for page in rows(text, fields) if isinstance(page, Page)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_row_is_a_page_whatever_parts_its_cells(separator: str) -> None:
    lines = [("Headline", "Date", "Body", "Source"), ("Talks", "2031-03-14", TEXT, "Wire")]
    (page,) = pages("\n".join(separator.join(line) for line in lines))
    assert (page.name, page.text) == ("news.csv#1", TEXT)
    assert (page.hints.title, page.hints.published, page.hints.outlet) == ("Talks", "2031-03-14", "Wire")


def test_cells_with_line_breaks_and_quotation_marks() -> None:
    (page,) = pages(f'\ufefftext,url\r\n"{TEXT}\n\nHe said ""no"", twice.",https://example.org/1\r\n')
    assert page.text == f'{TEXT}\n\nHe said "no", twice.'
    assert page.name == page.url == "https://example.org/1"


def test_columns_that_are_named() -> None:
    fields = Fields(text="Artikel", title="Kopf", date="Tag", whole=True)
    (page,) = pages(f"Tag,Kopf,Artikel\n14.3.2031,Treffen,{TEXT}\n", fields)
    assert (page.hints.title, page.hints.published, page.hints.whole) == ("Treffen", "14.3.2031", True)


def test_factivas_two_columns_of_text_are_one() -> None:
    (page,) = pages(f"HD,LP,TD,PD,SN\nTalks,{TEXT},They go on.,14 March 2031,Wire\n")
    assert page.text == f"{TEXT}\n\nThey go on."


def test_a_table_in_another_charset() -> None:
    (page,) = pages(
        "Titel;Text\nGespräche;Die Minister trafen sich am Freitag in Köln und sprachen über Brücken.\n".encode(
            "cp1252"
        )
    )
    assert page.hints.title is None or "Gespräche" in page.hints.title
    assert "Köln" in page.text


def test_a_table_without_a_column_of_text_names_its_columns_and_the_option() -> None:
    (rejected,) = rows("id,name\n1,x\n")
    assert isinstance(rejected, Reject)
    assert "id, name" in rejected.reason
    assert "--text-field" in rejected.remedy


def test_a_row_without_text_is_a_reject_and_the_next_one_a_page() -> None:
    first, second = rows(f"id,text\n1,\n2,{TEXT}\n")
    assert isinstance(first, Reject)
    assert isinstance(second, Page)


def test_a_cell_that_never_ends_is_refused_in_bounded_memory_and_what_came_before_is_kept() -> None:
    class Endless(io.RawIOBase):
        left = 60_000_000
        head = f'text\n"{TEXT}"\n"'.encode()

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            given = self.head or b"x" * min(len(buffer), self.left)
            given, self.head = given[: len(buffer)], b""
            self.left -= len(given)
            buffer[: len(given)] = given
            return len(given)

    tracemalloc.start()
    first, second = read_table("news.csv", io.BufferedReader(Endless()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(first, Page)
    assert isinstance(second, Reject)
    assert peak < 150_000_000


def test_a_file_of_nothing_is_a_reject() -> None:
    assert all(isinstance(found, Reject) for found in (*rows(""), *rows("\0\0\1\2" * 50)))
