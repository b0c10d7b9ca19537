"""`paths`: where things are, and which exist."""

from convonote import locations
from convonote.cli import stop
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json

EXAMPLES = """\
convonote paths           where things are
convonote paths --json    for a script"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print the places, without opening anything."""
    options = Options("paths", examples=EXAMPLES)
    options.add_argument("--json", action="store_true", help="one JSON object")
    given = options.parse_args(arguments)
    places = locations.places(locations.notebook(notebook))
    if given.json:
        say_json({name: {"path": str(at), "exists": at.exists()} for name, at in places.items()})
    else:
        for name, at in places.items():
            say(f"{name:<9}  {at}{'' if at.exists() else '  (not there yet)'}")
    return stop.DONE
