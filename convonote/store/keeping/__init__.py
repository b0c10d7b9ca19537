"""Care for the whole notebook: copies, putting one back, erasing what was deleted."""
