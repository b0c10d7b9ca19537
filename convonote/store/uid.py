"""UUIDv7: names that last and sort by when they were made."""

import os
import threading
import time

_guard = threading.Lock()
_last = 0


def new_uid() -> str:
    """A new UUIDv7 (RFC 9562), greater than every one this process made before."""
    global _last
    # 48 bits of milliseconds, then 12 bits that count within one; the clock may be set back, so
    # the two are kept as one number that only grows.
    with _guard:
        _last = max(_last + 1, time.time_ns() // 1_000_000 << 12)
        stamp = _last
    random = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    number = (stamp >> 12) << 80 | 7 << 76 | (stamp & 0xFFF) << 64 | 2 << 62 | random
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
