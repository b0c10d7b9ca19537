"""HTML as mail has it: its tags, its tables, its quotations, and the page that is written."""
