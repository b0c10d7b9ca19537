"""Whose turn it is: folded with each change, kept in columns, and read as the queue."""
