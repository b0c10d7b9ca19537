"""What all tests share."""

import os

from hypothesis import settings

# The same examples on every run, so that a change is what makes a test fail; to look for new ones,
# HYPOTHESIS_PROFILE=default.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
