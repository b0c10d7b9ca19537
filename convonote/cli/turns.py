"""`turns`: the queue; `--count` alone is for prompts and mostly loads next to nothing."""

from convonote.cli import stop


def run(arguments: list[str], notebook: str | None) -> int:
    """Print the queue, or how many wait for me."""
    if arguments == ["--count"]:
        from time import time_ns

        from convonote import locations
        from convonote.store import glance

        count = glance.waiting(locations.notebook(notebook), time_ns() // 1000)
        if count is not None:
            print(count)
            return stop.DONE
    from convonote.cli import queue

    return queue.run(arguments, notebook)
