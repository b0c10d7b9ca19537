"""People: who they are, how they are reached, what is known of them, who is whom."""
