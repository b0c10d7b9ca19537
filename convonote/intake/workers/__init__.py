"""Reading messages in other processes."""
