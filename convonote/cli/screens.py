"""No verb: the screens on the user's own notebook."""

import sys
from dataclasses import replace

from convonote import config, locations
from convonote.cli import stop
from convonote.cli.stop import Stop


def run(notebook: str | None, plain_driver: bool) -> int:
    """Open the screens and give their exit code."""
    need_terminal()
    from convonote import app

    settings = config.load(locations.settings())
    if plain_driver:
        settings = replace(settings, plain_driver=True)
    return app.run(locations.notebook(notebook), settings)


def need_terminal() -> None:
    """Stop where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Stop(
            stop.USAGE, "the screens need a terminal; convonote --help lists the verbs for scripts"
        )
