"""What comes in: batches of an import become exchanges in conversations, and can be taken back."""
