"""Circumstances of an act: when, where, by what means and in what contexts."""
