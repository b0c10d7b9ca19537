"""One file a story of somebody who uses the notebook: the real app, keys in, screen out."""
