"""The command with a clock that stands still, for examples that need a shell."""

import os
import sys
import time
from unittest import mock

from convonote import cli

CLOCK = "STILL_CLOCK"
"""The environment variable that says at which nanosecond it stands."""

if __name__ == "__main__":
    with mock.patch.object(time, "time_ns", return_value=int(os.environ[CLOCK])):
        sys.exit(cli.main(sys.argv[1:]))
