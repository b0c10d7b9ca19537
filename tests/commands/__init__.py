"""The registry of commands, and what is made of it."""
