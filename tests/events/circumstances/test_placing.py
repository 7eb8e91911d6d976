"""Where an act's own sentence says that it happened."""

from __future__ import annotations

import pytest
from tests.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("At a summit in Geneva, Chad imposed sanctions on Niger on Monday.", "SANCTION", "Geneva"),
        ("At the United Nations in New York, Chad's envoy accused Niger of theft.", "ACCUSE", "New York City"),
        ("Chad shelled the Ramstein air base in Germany on Friday.", "ASSAULT", "Ramstein"),
        ("Kenya arrested an envoy in Mombasa and flew him to Kampala.", "COERCE", "Mombasa"),
        ("In Kampala President Otto Brandt received the Kenyan envoy.", "CONSULT", "Kampala"),
        ("Chad holds Lagos, the town that its troops captured on Sunday.", "ASSAULT", "Lagos"),
        ("Kenyan police shot a Ugandan trader in central Tarvo.", "ASSAULT", "Tarvo"),
        ("Meeting in the Danish capital, Norway and Sweden signed a treaty.", "SUPPORT", "Copenhagen"),
        ("Peru sent twelve warships through the Taiwan Strait on Saturday.", "MOBILIZE", "Taiwan Strait"),
        ("Kenyan shells hit an apartment block in Kampala.", "ASSAULT", "Kampala"),
        ("Chadian artillery shelled the port city of Lagos.", "ASSAULT", "Lagos"),
        ("Chad imposed a curfew on Lagos on Friday.", "COERCE", "Lagos"),
        ("Chile said that it would deploy two brigades at Arica.", "THREATEN", "Arica"),
        ("The Kenyan president flew to Kampala and met the Ugandan president.", "CONSULT", "Kampala"),
        ("Chad signed an agreement with the six in Geneva.", "SUPPORT", "Geneva"),
        ("The Kenyan and Ugandan ministers met in the Qatari capital Doha.", "CONSULT", "Doha"),
    ],
)
def test_an_act_has_the_place_that_its_words_give(read: Read, text: str, type_: str, place: str) -> None:
    reading = read(text)
    told = [c for c in reading.codings if c.type == type_]
    assert place in {reading.places[c.place].name for c in told if c.place is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia accused Peru on Friday of holding its citizens in Lima.",
        "The Peruvian staff in Bogota condemned Chile.",
        "Kenya condemned Uganda. Its envoy lives in Oslo.",
    ],
)
def test_a_place_of_what_is_spoken_of_is_not_the_act_s(read: Read, text: str) -> None:
    assert {c.place for c in read(text).codings} == {None}
