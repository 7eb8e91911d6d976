"""Model: the frozen dataclasses that travel between stages."""
