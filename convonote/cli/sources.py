"""`import --sources` and `--forget`: what is read when `import` is given no source."""

import os

from convonote.cli import stop
from convonote.cli.printing import iso, say, say_json, say_json_list
from convonote.cli.stop import Stop
from convonote.store.notebook import Notebook
from convonote.text.times import ago


def run(book: Notebook, *, forget: str | None, json: bool) -> int:
    """List the sources, or forget one."""
    if forget is not None:
        return _forget(book, forget, as_json=json)
    found = book.sources()
    if json:
        say_json_list(
            {
                "path": one.path,
                "kind": one.kind,
                "read": iso(one.read_at),
                "exists": os.path.lexists(one.path),
            }
            for one in found
        )
        return stop.DONE
    for one in found:
        when = "not read to its end yet"
        if one.read_at is not None:
            when = f"read {_since(one.read_at, book.now())}"
        gone = "" if os.path.lexists(one.path) else "; not there now"
        say(f"{one.path}  ({one.kind or 'source'}, {when}{gone})")
    if not found:
        say("nothing was imported before; convonote import SOURCE")
    return stop.DONE


def _since(at: int, now: int) -> str:
    past = ago(at, now)
    return "just now" if past == "now" else f"{past} ago"


def _forget(book: Notebook, source: str, *, as_json: bool) -> int:
    path = os.path.abspath(source)
    if not book.forget(path):
        raise Stop(stop.NOT_ALL, f"{path} is not read again anyway; import --sources lists what is")
    if as_json:
        say_json({"path": path})
    else:
        say(f"{path} is not read again by itself; what came from it stays")
    return stop.DONE
