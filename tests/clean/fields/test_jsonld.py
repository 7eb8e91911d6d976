from __future__ import annotations

import json

from lxml.html import fromstring

from tellings.clean.fields.jsonld import Graph, Named, read_graph


def graph(*scripts: object) -> Graph:
    parts = "".join(f'<script type="application/ld+json">{json.dumps(s)}</script>' for s in scripts)
    return read_graph(fromstring(f"<html><head>{parts}</head><body></body></html>"))


def authors(value: object, *others: object) -> list[Named]:
    read = graph({"@type": "NewsArticle", "author": value}, *others)
    return list(read.authors(read.articles()[0].get("author")))


def test_a_reference_gets_its_name_from_elsewhere_on_the_page() -> None:
    person = {"@graph": [{"@id": "#mara", "@type": "Person", "name": "Mara Lind"}]}
    assert authors({"@id": "#mara"}, person) == [Named("Mara Lind")]


def test_strings_objects_and_lists_name_authors() -> None:
    assert authors(["Mara Lind", {"name": "Tomas Oru"}]) == [Named("Mara Lind"), Named("Tomas Oru")]
    assert authors({"givenName": "Mara", "familyName": "Lind"}) == [Named("Mara Lind")]
    assert authors("https://harbour.example/author/mara") == []


def test_an_organisation_and_an_account_of_the_house_are_no_people() -> None:
    assert authors({"@type": "NewsMediaOrganization", "name": "Harbour"}) == [Named("Harbour", organisation=True)]
    assert authors({"name": "Harbour D", "url": "https://harbour.example/author/admin/"})[0].organisation


def test_the_publisher_may_be_a_reference() -> None:
    read = graph({"@type": "Article", "publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Harbour Post"})
    assert read.name(read.articles()[0].get("publisher")) == "Harbour Post"


def test_a_list_that_nests_without_end_is_left() -> None:
    value: object = "Mara Lind"
    for _ in range(40):
        value = [value]
    assert authors(value) == []
