"""Loads what every reader needs. The server that processes are forked from imports this once, and they share it.

What is loaded on first use is loaded by use: a page is read and its story told. By itself each process took CPU
seconds for that, and took them again for the stories.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from tellings.engine.article import Reader
from tellings.engine.stories import story_rows
from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.record.ready import Form, ready_story

PAGE = """<html><head><title>Borland and Medway sign a treaty on fishing</title></head><body><article>
<h1>Borland and Medway sign a treaty on fishing</h1><p>By Ann Other, 4 May 2031</p>
<p>HAVEN, May 4 - Foreign Minister Jane Doe of Borland met the ambassador of France in Paris on Monday and signed a
treaty on fishing, state media reported.</p>
<p>"We welcome the treaty, and we thank our friends for their patience in these long talks," Doe told reporters last
week, after China's president, Xi Jinping, had criticised the plan.</p>
<p>Soldiers killed three protesters in the capital on April 30, 2031, a spokesman for the United Nations said. He added
that Russia would not withdraw its troops.</p></article></body></html>"""


def warm_up() -> None:
    """Read a page and tell its story, and let all that is loaded then be passed over by looks for garbage."""
    found = Reader().read(Page("p_warm", "warm.html", "html", PAGE))
    if isinstance(found, Reading):
        ready_story(Form(), story_rows([found]))
    gc.collect()
    gc.freeze()


with suppress(Exception):  # what is wrong is told by the first reader that meets it
    warm_up()
