"""The screens on a sample notebook, which is deleted on leaving."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from convonote import locations
from convonote.config import Config


def run_sample(config: Config, *, theme: str | None = None, tour: bool = False) -> int:
    """Open the screens on a fresh sample, with or without the tour; gives the exit code."""
    from convonote import app, demo
    from convonote.store.opening import local_zone, present

    # Who the user is and how they send stays out of a notebook that is about somebody else.
    settings = replace(config, name=None, addresses=(), send=None)
    with ExitStack() as stack:
        made = TemporaryDirectory(prefix="convonote-demo-", dir=locations.temporary())
        path = Path(stack.enter_context(made)) / locations.NOTEBOOK_NAME
        demo.build(path, present(), config.zone or local_zone())
        return app.run(path, settings, theme=theme, tour=tour, discard=stack.close)
