"""Print a table of what is budgeted, measured here and now.

    python -m bench [--exchanges N] [--runs R] [--notebook PATH] [--mail SIZE]

Each figure is a median; what it is compared to runs in turn with it, since machines are noisy.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import changed, imports, inside, outside, wire
from bench.figures import Figure, table
from bench.generate import generate
from bench.plans import usual_size


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure what has a budget.")
    parser.add_argument("--exchanges", type=int, default=1_000, help="size of the notebook")
    parser.add_argument("--runs", type=int, default=5, help="runs of each measurement")
    parser.add_argument("--notebook", type=Path, help="a generated notebook, instead of a new one")
    parser.add_argument("--mail", type=int, default=4_000, help="messages to import")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="convonote-bench-") as folder:
        path = asked.notebook or Path(folder) / "bench.convonote"
        if not path.exists():
            generate(path, usual_size(asked.exchanges))
        figures: list[Figure] = []
        for measure in (*outside.MEASURES, *inside.MEASURES, *changed.MEASURES):
            print(f"{measure.__name__.replace('_', ' ')} …", file=sys.stderr)
            figures += measure(path, asked.runs)
        print("taking in mail …", file=sys.stderr)
        figures += imports.measure(Path(folder), asked.mail, min(asked.runs, 3))
        print(table(figures, path))
        print(f"\n{wire.report(None, Path(folder), quick=True)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
