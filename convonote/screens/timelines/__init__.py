"""One conversation in full: moving in it, looking for words, and its picture."""
