"""A notebook for the conversations you are in."""

__version__ = "0.1.0"
