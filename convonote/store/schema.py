"""Which file is a notebook, and of which version; known without loading anything."""

APPLICATION = 0x434F4E56
"""SQLite's `application_id` of a notebook: "CONV"."""
NEWEST = 12
"""SQLite's `user_version` of a notebook of the newest schema."""
