"""One message of mail: its headers, its name, its date, and who made it."""
