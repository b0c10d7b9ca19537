"""What verbs pay for printing: neither the screens' library nor the parser before it is used."""

import subprocess
import sys


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    program = """
import sys
from convonote.text import clean, lines, times, width
assert clean.clean("caf\\u00e9") and width.pad("Ana", 8) and times.ago(0, 0)
print(sorted({"textual", "rich", "markdown_it", "wcwidth", "peewee"} & set(sys.modules)))
lines.lines("- *a*", 40)
print(sorted({"textual", "rich", "peewee"} & set(sys.modules)))
"""
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == ["[]", "[]"]
