"""What was written, made fit for a terminal: cleaned, measured, wrapped and dated.

Nothing here knows of Textual or of the store, since the verbs print through it too.
"""
