"""What is inside a message: parts, texts, files, invitations, reports."""
