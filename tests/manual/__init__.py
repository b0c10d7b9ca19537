"""The examples of the manual, run as a user would; `python -m tests.manual PAGE` fills them in."""
