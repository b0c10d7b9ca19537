"""`demo`: the screens on a sample notebook that is deleted on leaving."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

from convonote import locations
from convonote.cli.opening import settings
from convonote.cli.options import Options
from convonote.cli.screens import need_terminal
from convonote.store.opening import local_zone

EXAMPLES = "convonote demo    look around; nothing of yours is touched"


def run(arguments: list[str], notebook: str | None) -> int:
    """Make the sample, open the screens on it, and delete it."""
    options = Options("demo", examples=EXAMPLES)
    options.add_argument(
        "--plain-driver", action="store_true", help="send the terminal all that is painted"
    )
    asked = options.parse_args(arguments)
    need_terminal()
    # Who the user is and how they send stays out of a notebook that is about somebody else.
    config = replace(settings(), name=None, addresses=(), send=None)
    config = replace(config, plain_driver=config.plain_driver or asked.plain_driver)
    with TemporaryDirectory(prefix="convonote-demo-", dir=locations.temporary()) as folder:
        from convonote import app, demo

        path = Path(folder) / locations.NOTEBOOK_NAME
        demo.build(path, time_ns() // 1000, config.zone or local_zone())
        return app.run(path, config)
