"""Whom to reach out to, and pictures of who spoke when."""
