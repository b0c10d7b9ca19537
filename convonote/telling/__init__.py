"""What is told the same on the screens and in the shell."""
