"""Find: everything ever said, newest first, and the index behind it."""
