"""What of a text is new: without earlier mail that it quotes, and without signature."""
