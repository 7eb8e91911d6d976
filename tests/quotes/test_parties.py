import pytest
from tests.quotes.conftest import Finder


@pytest.mark.parametrize(
    "text",
    [
        'The accord was called "a disgrace to both nations" by Prado.',
        'Prado was quoted by a newspaper as saying that the accord was "a disgrace to both nations".',
        'The accord is void, "a disgrace to both nations," Prado was quoted as saying.',
        'The new road is, in the words of Prado, "a disgrace to both nations".',
        'It was signed by Prado, in whose words the accord is "a disgrace to both nations"; Campos left.',
        'Prado rejected the accord, calling it "a disgrace to both nations".',
        'Campos was followed by Prado, who described the accord as "a disgrace to both nations".',
        'Prado told Campos that the accord was "a disgrace to both nations," a newspaper reported.',
        'Prado called the accord "a disgrace to both nations", and Campos condemned it too.',
    ],
)
def test_the_speaker_is_found_however_the_sentence_is_turned(quotes_in: Finder, text: str) -> None:
    found = quotes_in(text, Prado="Ana Prado", Campos="Rui Campos")
    assert [found.name(q.speaker) for q in found.quotes if q.kind == "mixed"] == ["Ana Prado"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ('Prado told Campos that "the accord is dead," the Southern Agency reported.', "Southern Agency"),
        ('"The accord is dead," said Prado, quoted by the Southern Agency.', "Southern Agency"),
        ('"The accord is dead," Prado said, according to the Southern Agency.', "Southern Agency"),
        ('Prado was quoted by the Southern Agency as saying that the accord was "dead and gone".', "Southern Agency"),
        ('The Southern Agency quoted Prado as saying that the accord was "dead and gone".', "Southern Agency"),
        ('The Southern Agency said Prado had told Campos that the accord was "dead and gone".', "Southern Agency"),
        ('"The accord is dead," Prado told reporters.', None),
    ],
)
def test_a_relay_is_whoever_gives_the_account(quotes_in: Finder, text: str, by: str | None) -> None:
    found = quotes_in(text, Prado="Ana Prado", Campos="Rui Campos", Southern_Agency="Southern Agency")
    quote = next(q for q in found.quotes if q.kind != "indirect")
    assert found.name(quote.speaker) == "Ana Prado"
    assert (found.name(quote.relay) if quote.relay is not None else found.text(quote.relay_span)) == by


def test_who_gave_out_a_film_relays_what_is_said_in_it(quotes_in: Finder) -> None:
    found = quotes_in(
        '"The talks went well," Campos told reporters, according to video released by the harbour office.', Campos="Rui Campos"
    )  # fmt: skip
    assert found.text(found.one("direct").relay_span) == "the harbour office"


def test_one_who_goes_on_with_a_participle_is_the_one_who_spoke(quotes_in: Finder) -> None:
    found = quotes_in(
        "Campos affirmed that no one had been hurt, stressing that the bridge was safe.", Campos="Rui Campos"
    )
    assert found.said("indirect") == ["no one had been hurt", "the bridge was safe"]
    assert [found.name(q.speaker) for q in found.quotes] == ["Rui Campos", "Rui Campos"]


def test_a_word_of_the_quotation_is_not_its_speaker(quotes_in: Finder) -> None:
    found = quotes_in("“We are in full panic. Panic mode,” said Leonor Wimes, a leader of the party.")
    assert [found.text(q.speaker_span) for q in found.quotes] == ["Leonor Wimes"]


def test_who_issues_a_statement_speaks_in_it(quotes_in: Finder) -> None:
    found = quotes_in("The council issued a statement calling the launch “a clear and grave violation.”")
    assert found.text(found.quotes[0].speaker_span) == "The council"


def test_a_name_after_a_phrase_of_time_speaks(quotes_in: Finder) -> None:
    found = quotes_in("With two days until the election, Ana Prado, an adviser to the party, called the vote “a test.”")
    assert found.text(found.quotes[0].speaker_span) == "Ana Prado"


def test_a_name_after_a_role_is_the_speaker(quotes_in: Finder) -> None:
    found = quotes_in('"He has to resign and the government has to go," the playwright Prado said.', Prado="Ana Prado")
    assert found.name(found.one("direct").speaker) == "Ana Prado"
