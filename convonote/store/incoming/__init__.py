"""What comes in: batches of an import become exchanges in conversations, and can be taken back."""

UNFOLDED = "unfolded"
"""Notes that some conversations were put off, to be folded when the notebook is opened next."""
