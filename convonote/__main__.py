"""The entry point: `convonote` and `python -m convonote`."""

import sys

from convonote import cli


def main() -> int:
    """Run the command line and give its exit code."""
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
