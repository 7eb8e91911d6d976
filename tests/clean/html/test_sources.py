from __future__ import annotations

from tellings.clean import clean
from tellings.clean.html.sources import decoded, places, runs, span
from tellings.clean.html.tree import blocks_of, parse
from tellings.model.page import Page
from tellings.model.spans import holds


def test_tags_and_entities_part_a_paragraph_into_stretches_that_stand_in_the_source() -> None:
    source = "<body><p>Karvania &amp; <b>Ostrel</b> met&nbsp;on\n  Monday.</p><p>Fish</p></body>"
    tree = parse(source)
    assert tree is not None
    blocks = blocks_of(tree).blocks
    read = decoded(source)
    found = places(read, blocks)
    stretches = runs(read, blocks[0], found[0])
    assert [blocks[0].text[run.start : run.end] for run in stretches] == [
        "Karvania ",
        "Ostrel",
        "met",
        "on",
        "Monday.",
    ]
    for run in stretches:
        assert blocks[0].text[run.start : run.end] == source[run.page_start : run.page_start + run.end - run.start]
    whole = span(read, blocks[:1], found[:1])
    assert whole is not None
    assert holds(whole.of(source), blocks[0].text)


def test_every_block_left_out_has_a_reason_and_its_place() -> None:
    prose = "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river, they said.</p>"
    source = (
        "<html><body><nav><a href='/'>Home</a><a href='/w'>World &amp; sea</a></nav><article><h1>Talks</h1>"
        f"{prose * 3}</article><div class='newsletter'><p>Get our letter</p></div></body></html>"
    )
    dropped = clean(Page("p1", "a.html", "html", source)).dropped
    reasons = {part.text.split("\n")[0]: part.reason for part in dropped}
    assert reasons["Get our letter"] == "newsletter or subscription"
    assert all(holds(source[part.start : part.end], part.text) for part in dropped)
    assert any("World & sea" in part.text for part in dropped)
