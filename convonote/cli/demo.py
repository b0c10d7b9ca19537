"""`demo`: the screens on a sample notebook that is deleted on leaving."""

from dataclasses import replace

from convonote import locations
from convonote.cli.opening import settings
from convonote.cli.options import Options
from convonote.cli.screens import need_terminal

EXAMPLES = """\
convonote demo           look around; nothing of yours is touched
convonote demo --tour    be led through the first five steps"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Make the sample, open the screens on it, and delete it."""
    options = Options("demo", examples=EXAMPLES)
    options.add_argument(
        "--plain-driver", action="store_true", help="send the terminal all that is painted"
    )
    options.add_argument("--tour", action="store_true", help="lead through the first steps")
    asked = options.parse_args(arguments)
    need_terminal()
    from convonote.running import run_sample
    from convonote.screen_themes import chosen

    config = settings()
    config = replace(config, plain_driver=config.plain_driver or asked.plain_driver)
    theme = config.theme or chosen(locations.theme())
    return run_sample(config, theme=theme, tour=asked.tour)
