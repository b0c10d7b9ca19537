"""Writing down what was said: the composer, one line, and what becomes of it."""
