"""Commands of the composer."""

from convonote.commands.command import Command, Where

_WRITTEN = (Where.COMPOSER, Where.FORM)

COMPOSING: tuple[Command, ...] = (
    Command("save", ("ctrl+s",), "Save", "Save what is written.", _WRITTEN, "save"),
    Command(
        "cycle-mode",
        ("ctrl+t",),
        "Who speaks",
        "Change who speaks.",
        (Where.COMPOSER,),
        "who speaks",
    ),
    Command(
        "edit-outside",
        ("ctrl+o",),
        "Editor",
        "Write in your own editor.",
        (Where.COMPOSER,),
        "editor",
    ),
    Command(
        "preview",
        ("ctrl+r",),
        "Preview",
        "Show how it will read, or fold that away.",
        (Where.COMPOSER,),
    ),
    Command(
        "before-writing",
        ("ctrl+n",),
        "What matters before",
        "Show what matters before writing to them, and use up what is for next time.",
        (Where.COMPOSER,),
    ),
    Command("was-sent", ("s",), "I sent it", "It is on its way already.", (Where.SENDING,)),
    Command(
        "hand-over",
        ("h",),
        "Hand over",
        "Give it to the command in the settings, or without one to the clipboard.",
        (Where.SENDING,),
    ),
    Command("to-clipboard", ("y",), "To the clipboard", "Copy it, to send it.", (Where.SENDING,)),
    Command("keep-draft", ("k",), "Keep as draft", "Send it later.", (Where.SENDING,)),
    Command("undo-text", ("ctrl+z",), "Undo", "Take back the last edit.", (Where.COMPOSER,)),
    Command("redo-text", ("ctrl+y",), "Redo", "Do the edit again.", (Where.COMPOSER,)),
    Command(
        "leave-draft",
        ("ctrl+g", "escape"),
        "Leave",
        "Leave; the draft stays.",
        (Where.COMPOSER,),
        "leave",
    ),
)
