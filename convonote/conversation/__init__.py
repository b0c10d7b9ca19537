"""The domain, pure: who waits for whom, and what a text means for that."""
