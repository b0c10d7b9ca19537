"""What is owed, in both directions."""
