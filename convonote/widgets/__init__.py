"""Widgets that make their lines one by one, over windows of rows."""
