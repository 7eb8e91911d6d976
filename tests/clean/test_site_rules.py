"""Rules for single sites: never needed, tried on pages of their own, and held only on their days."""

from __future__ import annotations

import datetime
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

import tellings
from tellings.clean import clean
from tellings.clean.blocks import blocks
from tellings.clean.site_rules import NAME, Site, SiteRule, SiteRules, read_rules, rules_with, shipped
from tellings.errors import TellingsError
from tellings.model.article import StatedDate
from tellings.model.page import Hints, Page

PAGES = Path(__file__).parent / "site_pages"
RULES = [(site.host, rule) for site in shipped().sites for rule in site.rules]
URL = "https://www.luvazi-courier.example/river/12"
ON = {year: Hints(seen=f"{year}-03-04T10:00:00+00:00") for year in (2028, 2030, 2031)}


def page(name: str, url: str | None = URL, hints: Hints = ON[2030]) -> Page:
    text = (PAGES / name).read_text("utf-8")
    return Page("p1", name, "html" if name.endswith(".html") else "text", text, url, hints=hints)


def day_of(rule: SiteRule) -> Hints:
    return Hints(seen=max(rule.valid_from, datetime.date(1990, 1, 1)).isoformat())


@pytest.mark.parametrize(("host", "rule"), RULES, ids=[rule.page for _, rule in RULES])
def test_each_rule_that_ships_gives_its_test_page_s_article(host: str, rule: SiteRule) -> None:
    cleaned = clean(page(rule.page, f"https://{host}/1", day_of(rule)))
    wanted = (PAGES / rule.page).with_suffix(".article.txt").read_text("utf-8")
    assert cleaned.article.text == wanted.strip()


def test_the_title_is_read_and_what_is_taken_out_is_shown() -> None:
    cleaned = clean(page("luvazi_courier_2030.html"))
    assert cleaned.article.title == "Zambora and Kintale reopen the ferry"
    assert any(block.rule == NAME and "half the price" in block.text for block in blocks(cleaned))


def test_a_rule_holds_on_its_days_and_the_latest_where_no_day_is_known() -> None:
    sites = shipped()
    held = {year: sites.of(page("luvazi_courier_2031.txt", hints=hints), URL, ()) for year, hints in ON.items()}
    assert held[2028] is None
    assert held[2030]
    assert held[2030].page == "luvazi_courier_2030.html"
    undated = page("luvazi_courier_2031.txt", hints=Hints())
    assert held[2031] == sites.of(undated, URL, ())
    stated = StatedDate("2030-02", "url", "2030/02", "URL", 0.9)
    assert sites.of(undated, URL, (stated,)) == held[2030]


def test_other_sites_are_left_alone() -> None:
    for url in (None, "https://courier.example/1", "https://notluvazi-courier.example/1", "http://[broken"):
        assert shipped().of(page("luvazi_courier_2031.txt"), url, ()) is None
    plain = page("luvazi_courier_2031.txt", url=None)
    assert clean(plain) == clean(plain, SiteRules())


def test_one_s_own_rules_come_before_those_that_ship(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'host = "luvazi-courier.example"\n[[rules]]\npage = "p.txt"\n[rules.lines]\ndrop = ["The government of Zambora"]\n'
    )
    page_2031 = page("luvazi_courier_2031.txt", hints=ON[2031])
    own = clean(page_2031, rules_with(tmp_path)).article.text
    assert "government of Zambora" not in own
    assert "government of Zambora" in clean(page_2031, rules_with(None)).article.text


def test_rules_travel_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(shipped())) == shipped()


@pytest.mark.parametrize(
    "wrong",
    [
        'host = "a.example"\nrules = 3',
        'host = "a.example"\n[[rules]]\npage = "p"\nbdoy = ["//p"]',
        'host = "a.example"\n[[rules]]\npage = "p"\nbody = ["//p["]',
        'host = "a.example"\n[[rules]]\npage = "p"\nlines = {drop = ["("]}',
        'host = "a.example"\n[[rules]]\npage = "p"\nlines = {burn = ["x"]}',
        "no toml",
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "a.toml").write_text(wrong)
    with pytest.raises(TellingsError, match=r"a\.toml is no file of site rules"):
        read_rules(tmp_path)


def test_a_build_takes_one_s_own_rules(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'host = "luvazi.example"\n[[rules]]\npage = "p.html"\nbody = ["//td[@class=\'story\']/font"]\n'
    )
    source = (PAGES / "luvazi_courier_2030.html").read_text("utf-8")
    linked = source.replace("<head>", '<head><link rel="canonical" href="https://luvazi.example/1">')
    (tmp_path / "page.html").write_text(linked)
    with tellings.build([tmp_path / "page.html"], jobs=1, site_rules=tmp_path) as record:
        assert "half the price" in record.articles()[0].text
        assert "goats" not in record.articles()[0].text


def test_a_rule_without_a_say_changes_nothing() -> None:
    one = page("luvazi_courier_2030.html", hints=ON[2030])
    empty = SiteRules((Site("luvazi-courier.example", (SiteRule("p.html"),)),))
    assert clean(one, empty) == clean(replace(one), SiteRules())


def test_the_rule_that_ships_stands_in_the_docs() -> None:
    shown = (Path(__file__).parents[2] / "docs/site_rules.md").read_text("utf-8")
    files = Path(tellings.__file__).parent / "vocab/site_rules"
    assert (files / "luvazi-courier.example.toml").read_text("utf-8") in shown
