"""How often one wants to be in touch: rhythms, quiet times, whom to reach out to, and pictures."""

TOUCHED_TO = "touched to"
"""Notes up to which conversation it is filled in when the user was last in touch with whom, in a
notebook from before that was kept."""
