"""Text: sentences, tokens and their heads. `Parser.parse` gives what every later stage reads."""
