"""Vocab: PLOVER, countries, office holders, agencies, quote verbs: data files with a source line each."""
