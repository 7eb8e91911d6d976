from __future__ import annotations

from pathlib import Path

from evals.pages import SETS, Tally, flattened, measure, read_set

PAGE = """# A comment.
@@ talks html en
@title Ministers of Karvania and Ostrel meet
@html_byline Ana Prado
= <html><body><nav><a href="/">Home</a></nav><article>
T <h1>Ministers of Karvania and Ostrel meet</h1>
- <p class="byline">By Ana Prado</p>
+ <p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river &amp; its bridges.</p>
+ <p>They will meet again in autumn, the minister of Karvania told reporters after the talks.</p>
~ <p>Photo: a bridge</p>
= </article></body></html>

@@ error flat en
- 404 Not Found
- The page that you asked for is not here.
"""


def test_a_set_is_read_by_its_marks(tmp_path: Path) -> None:
    (tmp_path / "set.txt").write_text(PAGE, "utf-8")
    talks, error = read_set(tmp_path / "set.txt")
    assert (talks.name, talks.kind, talks.language) == ("talks", "html", "en")
    assert [line.split()[0] for line in talks.marked("+")] == ["The", "They"]
    assert talks.wanted("byline", "html") == "Ana Prado"
    assert talks.wanted("byline", "text") is None
    assert [page.kind for page in talks.views()] == ["html", "text"]
    assert [page.kind for page in error.views()] == ["text"]


def test_what_is_wrong_on_a_page_is_counted_and_told(tmp_path: Path) -> None:
    (tmp_path / "set.txt").write_text(PAGE.replace("T <h1>", "- <h1>").replace("Ana Prado\n=", "Tom Birk\n="), "utf-8")
    talks, error = read_set(tmp_path / "set.txt")
    tally = Tally()
    assert measure(talks, next(talks.views()), tally) == ["  byline: 'Ana Prado' for 'Tom Birk'"]
    assert measure(error, next(error.views()), tally) == []
    assert tally.figures() == {
        "n": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "title": [1, 1],
        "byline": [0, 1],
        "refused": [1, 1],
    }


def test_tags_are_taken_out_a_line_a_block() -> None:
    assert flattened("<p>One <b>two</b>\n three</p><script>var a;</script>four<br>five &amp; six") == (
        "One two three\nfour\nfive & six"
    )


def test_every_page_of_the_set_has_a_name_of_its_own_and_lines_of_known_marks() -> None:
    pages = [page for path in sorted(SETS.glob("*.txt")) for page in read_set(path)]
    assert len({page.name for page in pages}) == len(pages)
    assert {mark for page in pages for mark, _ in page.lines} <= set("+-T~=")
    assert {page.kind for page in pages} == {"flat", "html"}
