"""What comes in: mail and single lines to plain records; knows no store."""
