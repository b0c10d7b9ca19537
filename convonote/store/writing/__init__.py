"""What the user writes down and rearranges, and the timeline it stands in."""
