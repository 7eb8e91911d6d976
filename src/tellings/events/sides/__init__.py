"""Sides: who did it, and to whom."""
