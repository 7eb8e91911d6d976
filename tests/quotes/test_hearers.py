from tests.quotes.conftest import Finder


def test_the_object_of_telling_is_spoken_to(quotes_in: Finder) -> None:
    found = quotes_in("Prado told Campos that the bridge was open.", Prado="Ana Prado", Campos="Rui Campos")
    assert found.name(found.one("indirect").addressee) == "Rui Campos"


def test_words_may_call_a_person_by_name(quotes_in: Finder) -> None:
    found = quotes_in(
        'Rui Campos sat beside her. "Rui, it is time that we signed this treaty," Prado said.',
        Rui_Campos="Rui Campos",
        Prado="Ana Prado",
    )
    assert found.name(found.one("direct").addressee) == "Rui Campos"


def test_a_first_word_that_is_no_name_calls_no_one(quotes_in: Finder) -> None:
    found = quotes_in('Rui Campos sat beside her. "Today, it is time that we signed," Prado said.', Prado="Ana Prado")
    assert found.one("direct").addressee is None


def test_no_one_speaks_to_themselves(quotes_in: Finder) -> None:
    found = quotes_in(
        "Prado met Campos at the port. She told him that the cranes would be sold.",
        Prado="Ana Prado",
        Campos="Rui Campos",
        She="Ana Prado",
        him="Ana Prado",
    )
    assert found.name(found.one("indirect").addressee) == "Rui Campos"
