"""Whose turn it is: folded with each change, kept in columns, and read as the queue."""

RULES = "rules"
"""The name of what a notebook notes of the rules by which it was folded last."""
NEWEST_RULES = "2"
"""Another one is noted where the rules come to read otherwise what follows a setting by hand."""
