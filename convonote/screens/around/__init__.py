"""What surrounds the work: the first run, the tour, themes, messages, how it ends."""
