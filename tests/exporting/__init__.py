"""The notebook written out for people."""
