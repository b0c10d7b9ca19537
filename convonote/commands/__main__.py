"""Prints the manual's table of keys: `python -m convonote.commands > docs/keys.md`."""

from convonote.commands.page import page

if __name__ == "__main__":
    print(page(), end="")
