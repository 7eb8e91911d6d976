"""Acts: the words of an article that stand for an event, and the clauses they stand in."""
