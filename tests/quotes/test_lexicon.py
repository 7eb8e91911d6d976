from tellings.quotes.lexicon import cue_words


def test_each_word_stands_once_with_a_known_grade() -> None:
    words = cue_words()
    assert words["say", "verb"].strength == 3
    assert words["tell", "verb"].addressee == "object"
    assert {w.strength for w in words.values()} <= {1, 2, 3}
    assert {t for w in words.values() for t in w.takes} <= {"that", "to", "object", "for", "of", "on", "as", "-"}


def test_a_deed_is_no_cue() -> None:
    assert ("plan", "verb") not in cue_words()
    assert ("refuse", "verb") not in cue_words()
