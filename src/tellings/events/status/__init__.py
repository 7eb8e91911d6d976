"""Status: what the text claims of an act: that it happened, is planned, alleged, denied, negated."""
