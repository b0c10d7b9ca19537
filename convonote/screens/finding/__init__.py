"""Finding anything ever said."""
