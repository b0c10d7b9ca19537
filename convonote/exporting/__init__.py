"""Writing the notebook out for people: a folder of pages and cards."""
