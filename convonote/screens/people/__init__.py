"""The contact list, cards, briefings, and who knows what."""
