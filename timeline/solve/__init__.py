"""Constraints to the first and last possible day of each event; knows nothing of language."""
