"""Listening: what people asked for, what they volunteered, what is for next time."""
