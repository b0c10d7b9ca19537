"""The screens on the user's notebook, or on a sample that is deleted on leaving."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from convonote import locations
from convonote.app import DEMO, TOUR, Convonote
from convonote.config import Config
from convonote.introducing import introduced
from convonote.screen_themes import choose, chosen
from convonote.store.errors import NotebookError
from convonote.store.opening import local_zone, present
from convonote.text.clean import clean


def run(
    path: Path,
    config: Config,
    *,
    theme: str | None = None,
    theme_file: Path | None = None,
    tour: bool = False,
    discard: Callable[[], None] | None = None,
) -> int:
    """Open the screens on a notebook; gives the exit code.

    A theme that is chosen is kept in `theme_file`; `theme` counts before it. `discard` takes away
    a sample notebook when the line drops and nothing else can.
    """
    theme = theme or config.theme or (chosen(theme_file) if theme_file else None)
    while True:
        try:
            with introduced(path, config) as notebook:
                app = Convonote(notebook, config, theme=theme)
                app.discard = discard
                if theme_file is not None:
                    app.keep_theme = partial(choose, theme_file)
                if tour:
                    app.begin_tour()
                wish = app.run(mouse=config.mouse)
        except NotebookError as error:
            print(f"convonote: {clean(str(error))}", file=sys.stderr)
            return 3
        theme = app.worn
        if wish not in (DEMO, TOUR):
            return app.return_code or 0
        if code := run_sample(config, theme=theme, tour=wish == TOUR):
            return code


def run_sample(config: Config, *, theme: str | None = None, tour: bool = False) -> int:
    """Open the screens on a fresh sample, with or without the tour; gives the exit code."""
    from tempfile import TemporaryDirectory

    from convonote import demo

    # Who the user is and how they send stays out of a notebook that is about somebody else.
    settings = replace(config, name=None, addresses=(), send=None)
    with ExitStack() as stack:
        made = TemporaryDirectory(prefix="convonote-demo-", dir=locations.temporary())
        path = Path(stack.enter_context(made)) / locations.NOTEBOOK_NAME
        demo.build(path, present(), config.zone or local_zone())
        return run(path, settings, theme=theme, tour=tour, discard=stack.close)
