"""What one article says of who holds an office serves other articles of the same weeks, in whatever order they come."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings
from tellings.exports import export

NAMES = (
    "Tuvalu orders boats for its inner islands\n\nFUNAFUTI, May 4, 2019 - Tuvalu's finance minister, Harbin Okelle, said "
    "on Saturday that the country would buy nine new boats. They will be built in Fiji and arrive next year."
)
LEAVES_OPEN = (
    "Coconut mill reopens after fire\n\nFUNAFUTI, May 12, 2019 - A coconut mill that burnt down four years ago was opened "
    "again on Sunday. Harbin Okelle said the mill would employ 300 people."
)
FAR_OFF = (
    "Road along the lagoon is finished\n\nFUNAFUTI, October 13, 2019 - The last stretch of the lagoon road was opened to "
    "traffic on Sunday. Harbin Okelle drove the first lorry over it."
)
DIFFERS = (
    "Samoa sells its old ferries\n\nAPIA, May 6, 2019 - Samoa's finance minister, Harbin Okelle, said on Monday that "
    "the three oldest ferries of the country would be sold for scrap."
)


def written(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def office_of(record: tellings.Record, page: str) -> set[tuple[str | None, str | None, str]]:
    sql = (
        "SELECT DISTINCT k.country, k.office, k.detail FROM mentions m JOIN actors k ON k.actor_id = m.actor_id"
        " JOIN articles a ON a.article_id = m.article_id WHERE a.page LIKE ? AND k.name = 'Harbin Okelle'"
    )
    return {(row[0], row[1], str(row[2])) for row in record.store.rows(sql, (f"%{page}.txt",))}


@pytest.mark.parametrize("name", ["record.sqlite", "record/"])
def test_an_office_claimed_in_one_story_serves_another_of_the_same_weeks(tmp_path: Path, name: str) -> None:
    pages = written(tmp_path, opens=LEAVES_OPEN, later=FAR_OFF, names=NAMES)
    path = str(tmp_path / name)
    with tellings.build(pages[:2], path, jobs=1) as record:
        before = office_of(record, "opens")
    with tellings.build(pages, path, jobs=1) as record:
        after, far = office_of(record, "opens"), office_of(record, "later")
        record.store.remove(page_called(record, "names"))
    with tellings.build(pages[:2], path, jobs=1) as record:
        taken_back = office_of(record, "opens")
    assert before == taken_back == far
    assert {(country, office) for country, office, _ in after} == {("TUV", "finance minister")}


def page_called(record: tellings.Record, name: str) -> str:
    [(page_id,)] = record.store.rows("SELECT page_id FROM pages WHERE name LIKE ?", (f"%{name}.txt",))
    return str(page_id)


def test_where_other_articles_differ_the_article_stays_open_and_says_so(tmp_path: Path) -> None:
    pages = written(tmp_path, opens=LEAVES_OPEN, names=NAMES, differs=DIFFERS)
    with tellings.build(pages, str(tmp_path / "record.sqlite"), jobs=1) as record:
        [(country, office, detail)] = office_of(record, "opens")
    assert (country, office) == (None, None)
    assert "finance minister of Tuvalu; Harbin Okelle: finance minister of Samoa" in detail


def test_added_one_by_one_or_at_once_the_record_is_the_same(tmp_path: Path) -> None:
    pages = written(tmp_path, opens=LEAVES_OPEN, differs=DIFFERS, names=NAMES, later=FAR_OFF)
    for page in pages:
        with tellings.build([page], str(tmp_path / "steps.sqlite"), jobs=1) as record:
            steps = exported(record, tmp_path / "steps")
    with tellings.build(pages[::-1], str(tmp_path / "once.sqlite"), jobs=1) as record:
        assert exported(record, tmp_path / "once") == steps


def exported(record: tellings.Record, to: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export(record.store, "jsonl", to)}
