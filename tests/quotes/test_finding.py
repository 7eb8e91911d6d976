import pytest
from tests.quotes.conftest import Finder


def test_words_in_marks_before_their_cue_are_direct(quotes_in: Finder) -> None:
    found = quotes_in(
        '"We want to trade more with our neighbours," Prado told Campos by video link.',
        Prado="Ana Prado",
        Campos="Rui Campos",
    )
    quote = found.one("direct")
    assert found.words(quote) == "We want to trade more with our neighbours,"
    assert found.name(quote.speaker) == "Ana Prado"
    assert found.name(quote.addressee) == "Rui Campos"
    assert found.text(quote.cue) == "told"


def test_the_speaker_may_follow_the_cue(quotes_in: Finder) -> None:
    found = quotes_in(
        "“The treaty is ready for signature,” said Ana Prado, the foreign minister.", Ana_Prado="Ana Prado"
    )
    assert found.name(found.one("direct").speaker) == "Ana Prado"


def test_words_in_the_reporters_clause_are_mixed(quotes_in: Finder) -> None:
    found = quotes_in(
        "Campos said that the two navies “trust one another. They train together, and will go on.”", Campos="Rui Campos"
    )
    quote = found.one("mixed")
    assert found.words(quote) == "trust one another. They train together, and will go on."
    assert found.text(quote.clause) == "the two navies “trust one another. They train together, and will go on."
    assert found.name(quote.speaker) == "Rui Campos"


def test_a_piece_deep_in_a_clause_finds_the_cue_above_it(quotes_in: Finder) -> None:
    found = quotes_in('She praised the efforts of both sides to resist "unfair foreign tariffs and threats."')
    assert found.said("mixed") == ["unfair foreign tariffs and threats."]
    assert found.name(found.one("mixed").speaker) == "she"


def test_a_split_quotation_is_one_quote_of_two_parts(quotes_in: Finder) -> None:
    found = quotes_in('"We agree on the border," Prado said. "The rest will follow in spring."', Prado="Ana Prado")
    assert found.said() == ["We agree on the border, | The rest will follow in spring."]


def test_two_pieces_share_one_cue(quotes_in: Finder) -> None:
    found = quotes_in("“We have very close ties,” and “very old ones,” he said in a speech.")
    assert found.said() == ["We have very close ties, | very old ones,"]


def test_a_quotation_over_two_paragraphs_is_one_quote(quotes_in: Finder) -> None:
    found = quotes_in(
        '"We agree on the border," Prado said. "There is more.\n\n"The rest will follow in spring."', Prado="Ana Prado"
    )
    assert len(found.quotes) == 1
    assert len(found.quotes[0].parts) == 3


def test_a_paragraph_of_quoted_words_goes_on_with_its_speaker(quotes_in: Finder) -> None:
    found = quotes_in('"We agree on the border," Prado said.\n\n"The rest will follow in spring."', Prado="Ana Prado")
    assert [found.name(q.speaker) for q in found.quotes] == ["Ana Prado", "Ana Prado"]
    assert found.quotes[1].cue is None


def test_words_after_a_colon_belong_to_the_cue_before(quotes_in: Finder) -> None:
    found = quotes_in("Prado added: “Nobody will close this bridge again.”", Prado="Ana Prado")
    assert found.said("direct") == ["Nobody will close this bridge again."]


@pytest.mark.parametrize(
    "text",
    [
        "The opening of a “new chapter” was on everyone's lips.",
        "He wrote “The Long Road Home” in prison.",
        "The countries' fleets sailed, and the 'phantom' ship with them.",
    ],
)
def test_labels_and_titles_are_no_quotes(quotes_in: Finder, text: str) -> None:
    assert quotes_in(text).said("direct", "mixed") == []


def test_an_indirect_quote_is_the_clause_without_that(quotes_in: Finder) -> None:
    found = quotes_in("Brazil's foreign minister said last week that Brazil wouldn't send troops to the island.")
    quote = found.one("indirect")
    assert found.words(quote) == "Brazil wouldn't send troops to the island"
    assert found.text(quote.speaker_span) == "Brazil's foreign minister"
    assert quote.time is not None
    assert found.reading.times[quote.time].text == "last week"


def test_an_indirect_quote_may_stand_before_its_cue(quotes_in: Finder) -> None:
    found = quotes_in("Argentina is willing to reopen the tunnel this year, he said.")
    assert found.said() == ["Argentina is willing to reopen the tunnel this year"]


def test_the_time_of_telling_is_not_part_of_what_is_told(quotes_in: Finder) -> None:
    found = quotes_in(
        "Prado told Campos on Friday he was welcome in the capital.", Prado="Ana Prado", Campos="Rui Campos"
    )
    assert found.said() == ["he was welcome in the capital"]


def test_what_the_reporter_adds_is_not_part_of_what_is_told(quotes_in: Finder) -> None:
    found = quotes_in(
        "Prado told Campos he was welcome and praised the new tunnel.", Prado="Ana Prado", Campos="Rui Campos"
    )
    assert "he was welcome" in found.said("indirect")


def test_according_to_names_a_speaker(quotes_in: Finder) -> None:
    found = quotes_in("Two bridges are closed to trucks, according to the ministry.", the_ministry="ministry")
    quote = found.one("indirect")
    assert found.words(quote) == "Two bridges are closed to trucks"
    assert found.name(quote.speaker) == "ministry"


def test_according_to_after_a_cue_names_a_relay(quotes_in: Finder) -> None:
    found = quotes_in("“We agree on the whole border,” he said, according to the Kremlin.", Kremlin="Kremlin")
    quote = found.one("direct")
    assert found.name(quote.speaker) == "he"
    assert found.name(quote.relay) == "Kremlin"
    assert len(found.quotes) == 1


def test_the_carrier_of_a_speech_is_a_relay(quotes_in: Finder) -> None:
    found = quotes_in("“We agree on the whole border,” he said in a speech broadcast on state television.")
    assert found.text(found.one("direct").relay_span) == "state television"


def test_ids_and_spans_are_stable(quotes_in: Finder) -> None:
    text = "“We agree on the border,” she said. Prado denied that the bridge was shut."
    one, other = quotes_in(text), quotes_in(text)
    assert one.quotes == other.quotes
    assert all(part.of(text).strip() for q in one.quotes for part in q.parts)


def test_an_article_without_words_has_no_quotes(quotes_in: Finder) -> None:
    assert quotes_in("“”").quotes == ()


def test_what_is_called_for_is_an_indirect_quote(quotes_in: Finder) -> None:
    assert quotes_in("The minister called for an end to the tariffs.").said() == ["an end to the tariffs"]


def test_a_visit_says_nothing(quotes_in: Finder) -> None:
    assert quotes_in("The visit showed that the two countries had grown closer.").said() == []


def test_any_verb_may_follow_a_clause_in_marks(quotes_in: Finder) -> None:
    found = quotes_in("“The winter will be long,” smiled Prado on her way out.", Prado="Ana Prado")
    assert found.name(found.one("direct").speaker) == "Ana Prado"


def test_a_cue_that_goes_on_after_a_clause_keeps_the_speaker(quotes_in: Finder) -> None:
    found = quotes_in(
        'Campos said that no soldier had left barracks on Sunday and called the charge "a fairy tale from the river".',
        Campos="Rui Campos",
    )
    assert found.said("indirect") == ["no soldier had left barracks on Sunday"]
    assert found.name(found.one("mixed").speaker) == "Rui Campos"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Prado called the plan a grave mistake.", "the plan a grave mistake"),
        ("Prado described the talks as a step back.", "the talks as a step back"),
        ("Prado accused Norland of breaking the truce.", "Norland of breaking the truce"),
    ],
)
def test_what_one_is_called_is_an_indirect_quote(quotes_in: Finder, text: str, wanted: str) -> None:
    assert quotes_in(text, Prado="Ana Prado").said("indirect") == [wanted]


def test_a_name_that_a_thing_is_given_is_no_quote(quotes_in: Finder) -> None:
    assert quotes_in("The couple called their son Otto on Monday.").said() == []


def test_a_clause_that_begins_in_the_reporters_words_makes_a_mixed_quote(quotes_in: Finder) -> None:
    found = quotes_in("Prado said that if Norland agreed, “we would open the border.”", Prado="Ana Prado")
    quote = found.one("mixed")
    assert found.text(quote.clause) == "if Norland agreed, “we would open the border."


def test_a_split_quotation_goes_on_past_a_title_beside_its_cue(quotes_in: Finder) -> None:
    found = quotes_in(
        "“We agree on the border,” Prado told the show “Morning View.” “The rest will follow in spring.”",
        Prado="Ana Prado",
    )
    assert found.said() == ["We agree on the border, | The rest will follow in spring."]


def test_a_name_in_marks_before_a_verb_of_speech_is_no_quote(quotes_in: Finder) -> None:
    found = quotes_in(
        "On the channel's “New Day,” Prado told viewers that the border would open.",
        Prado="Ana Prado",
    )
    assert found.said() == ["the border would open"]


def test_a_shout_in_capitals_is_no_title(quotes_in: Finder) -> None:
    assert quotes_in("The protesters chanted “No Way Back” in the square.").said() == ["No Way Back"]


def test_who_is_said_to_have_ordered_does_not_relay(quotes_in: Finder) -> None:
    found = quotes_in("According to police, the man opened the door and they ordered him to drop the knife.")
    assert "the man opened the door and they ordered him to drop the knife" in found.said("indirect")


def test_an_infinitive_after_and_goes_on_with_what_is_said(quotes_in: Finder) -> None:
    found = quotes_in("Prado said she wanted to visit the port and let the crews know the rules.", Prado="Ana Prado")
    assert found.said() == ["she wanted to visit the port and let the crews know the rules"]


def test_a_question_before_a_reply_has_no_speaker_in_the_one_asked(quotes_in: Finder) -> None:
    found = quotes_in("Asked whether she would resign, Prado replied: “No.”", Prado="Ana Prado")
    assert [(q.kind, found.name(q.speaker)) for q in found.quotes if q.kind == "direct"] == [("direct", "Ana Prado")]
    assert all(q.speaker is None for q in found.quotes if q.kind == "indirect")


def test_a_view_is_an_indirect_quote_of_its_owner(quotes_in: Finder) -> None:
    found = quotes_in("Norland's view is that the treaty is void.")
    assert found.said("indirect") == ["the treaty is void"]
    assert found.text(found.quotes[0].speaker_span) == "Norland"


def test_a_participle_goes_on_with_the_speaker_of_its_sentence(quotes_in: Finder) -> None:
    found = quotes_in(
        "“Peace,” Prado told us in Lima, “is near,” adding that “the guns are silent”.", Prado="Ana Prado"
    )
    assert [found.name(q.speaker) for q in found.quotes] == ["Ana Prado", "Ana Prado"]


def test_who_goes_on_speaks(quotes_in: Finder) -> None:
    found = quotes_in("“You know what happens, right?” Prado went on. “They come back.”", Prado="Ana Prado")
    assert found.said() == ["You know what happens, right? | They come back."]


def test_a_day_does_not_speak(quotes_in: Finder) -> None:
    found = quotes_in("Prado on Tuesday said she would open the port.", Prado="Ana Prado")
    assert found.name(found.one("indirect").speaker) == "Ana Prado"


def test_a_source_that_asks_not_to_be_named_says_nothing_by_it(quotes_in: Finder) -> None:
    assert quotes_in("“We go home,” said a soldier, who asked not to be named.").said() == ["We go home,"]


def test_paragraphs_that_go_on_take_the_cue_that_comes_at_last(quotes_in: Finder) -> None:
    found = quotes_in(
        '"We waited," Campos said.\n\n"Our farmers want markets.\n\n"And our soldiers want to go home," Prado added.',
        Prado="Ana Prado",
        Campos="Rui Campos",
    )
    assert [found.name(q.speaker) for q in found.quotes] == ["Rui Campos", "Ana Prado"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Varnian shells killed two farmers near the dry canal on Friday, police in Lower Prado said.",
            "Varnian shells killed two farmers near the dry canal on Friday",
        ),
        (
            "Grain trains to Lima might be stopped, a freight manager, who asked to stay unnamed, told Radio Sul.",
            "Grain trains to Lima might be stopped",
        ),
        (
            "President Rui Campos will resign on Wednesday, the Speaker of Parliament, Ana Prado, announced on Saturday"
            " night, after thousands of people had stormed his house.",
            "President Rui Campos will resign on Wednesday",
        ),
        (
            "All five walked over the bridge, and no one spoke, according to a customs officer who watched it.",
            "All five walked over the bridge, and no one spoke",
        ),
    ],
)
def test_who_speaks_at_the_end_of_a_sentence_has_said_all_before(quotes_in: Finder, text: str, said: str) -> None:
    assert said in quotes_in(text).said("indirect")


def test_what_a_briefing_is_told_is_indirect(quotes_in: Finder) -> None:
    found = quotes_in("Prado told a regular briefing that the fees were set by law.", Prado="Ana Prado")
    assert found.said("indirect") == ["the fees were set by law"]


def test_a_story_told_is_not_what_it_is_about(quotes_in: Finder) -> None:
    found = quotes_in("Prado told a story that the boy had heard in school.", Prado="Ana Prado")
    assert found.said() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The treaty, he said, is dead, the minister told reporters.", "The treaty | is dead"),
        ("Medway, Prado said, had lost its port, Campos told reporters.", "Medway | had lost its port"),
    ],
)
def test_words_under_two_cues_are_one_quote(quotes_in: Finder, text: str, said: str) -> None:
    assert quotes_in(text).said("indirect") == [said]
