"""Words that other words begin with, as they are compared."""

from convonote.conversation.tongues import UNSPACED


def starts_a_word(sought: str, text: str) -> bool:
    """Whether some word of a text begins so; in scripts without spaces, whether it stands in it."""
    at = text.find(sought)
    while at >= 0:
        before = text[at - 1] if at else " "
        if not before.isalnum() or UNSPACED.match(before) or UNSPACED.match(sought):
            return True
        at = text.find(sought, at + 1)
    return False
