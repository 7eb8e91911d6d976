"""How weights that ship were made: one script a model, each with what it learns from and what was measured."""
