"""Reading hostile things in children, so that none inherits what another one took."""

import os
import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

Made = TypeVar("Made")


def read_each(makers: Mapping[str, Callable[[], Made]], read: Callable[[Made], str]) -> None:
    """Print what came of each that says something; names behind `-v` choose among them."""
    for name, make in makers.items():
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            if told := read(make()):
                print(f"{name}: {told}", flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(f"{name}: ended with {status}", flush=True)
