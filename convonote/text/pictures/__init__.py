"""Pictures drawn in text: lanes of who spoke when, weeks as a strip, and how a conversation moved.

They can be read without colour; the words that say the same are made by whoever shows them.
"""
