"""Promises: filed from what is written, suggested from what comes in."""
