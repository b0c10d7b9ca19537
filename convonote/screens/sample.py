"""The screens on the sample notebook, which is deleted on leaving."""

from pathlib import Path
from tempfile import TemporaryDirectory

from convonote import locations
from convonote.config import Config


def run_sample(config: Config) -> int:
    """Open the screens on a fresh sample; gives the exit code."""
    from convonote import app, demo
    from convonote.store.opening import local_zone, present

    # Who the user is and how they send stays out of a notebook that is about somebody else.
    settings = Config(zone=config.zone, plain_driver=config.plain_driver)
    with TemporaryDirectory(prefix="convonote-demo-", dir=locations.temporary()) as folder:
        path = Path(folder) / locations.NOTEBOOK_NAME
        demo.build(path, present(), config.zone or local_zone())
        return app.run(path, settings)
