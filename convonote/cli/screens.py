"""No verb: the screens on the user's own notebook."""

import codecs
import gc
import os
import sys
from dataclasses import replace

from convonote import config, locations
from convonote.cli import stop
from convonote.cli.stop import Stop

INSTEAD = "convonote turns lists whose turn it is, convonote --help the other verbs"
CANNOT_PAINT = frozenset({"dumb", "unknown"})
"""What TERM is where nothing can be painted."""


def run(notebook: str | None, plain_driver: bool) -> int:
    """Open the screens and give their exit code."""
    need_terminal()
    # Loading makes next to no garbage, and looking for it takes a seventh of the start; the app
    # has it collected again from its first frame on.
    gc.disable()
    from convonote import running

    settings = config.load(locations.settings())
    if plain_driver:
        settings = replace(settings, plain_driver=True)
    path = locations.notebook(notebook)
    return running.run(path, settings, theme_file=locations.theme())


def need_terminal() -> None:
    """Stop where there is no terminal that the screens can be painted on."""
    # What is painted goes to stderr, so that one is needed too.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Stop(stop.USAGE, f"the screens need a terminal; {INSTEAD}")
    term = os.environ.get("TERM", "")
    if term in CANNOT_PAINT:
        raise Stop(stop.USAGE, f"on a terminal of type {term} nothing can be painted; {INSTEAD}")
    if not term:
        raise Stop(
            stop.USAGE,
            f"TERM does not say what terminal this is (TERM=xterm is a good guess); {INSTEAD}",
        )
    encoding = sys.stderr.encoding
    if codecs.lookup(encoding).name != "utf-8":
        raise Stop(
            stop.USAGE,
            f"the screens need UTF-8, and this locale writes {encoding};"
            f" LANG=C.UTF-8 convonote opens them; {INSTEAD}",
        )
