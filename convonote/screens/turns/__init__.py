"""The queue, and the commands of screens on which a conversation is selected."""
