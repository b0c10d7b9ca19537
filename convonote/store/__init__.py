"""The notebook: one SQLite file, behind one door that hands out frozen records."""
