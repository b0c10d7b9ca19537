"""Commands to choose from: the keys and the palette."""
