"""Evals: measure the product against labelled data, with pinned floors."""
