"""Conversations that have to do with each other: what may be one, and what is linked."""
