"""The honest question: convonote sends nothing by itself, so was it sent?"""

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from convonote.commands import Where
from convonote.commands.keymap import Keymap
from convonote.conversation.records import Channel
from convonote.host import host, key
from convonote.screens.bindings import bindings
from convonote.screens.dialog import Dialog
from convonote.text.clean import clean
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText


class How(StrEnum):
    """What becomes of what I said."""

    SENT = "sent"
    """It is on its way already."""
    COMMAND = "command"
    """It goes to the command in the settings."""
    CLIPBOARD = "clipboard"
    """It is copied, and sent by other means."""
    DRAFT = "draft"


def ways(channel: str, command: str | None, keymap: Keymap) -> tuple[Choice, ...]:
    """What can be done on a channel; only mail can go to the command."""
    by_command = command and channel == Channel.EMAIL
    copy_key = keymap.key("to-clipboard" if by_command else "hand-over")
    copying = Choice(How.CLIPBOARD, "hand over: copied to the clipboard, for you to send", copy_key)
    return (
        Choice(How.SENT, "I sent it", keymap.key("was-sent")),
        *(
            (Choice(How.COMMAND, f"hand over to {command}", keymap.key("hand-over")),)
            if by_command
            else ()
        ),
        copying,
        Choice(How.DRAFT, "keep as draft", keymap.key("keep-draft")),
    )


class SendingQuestion(Dialog[How | None]):
    """Ask what becomes of it; None goes back to the text."""

    WHERE = Where.SENDING
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.SENDING)
    DEFAULT_CSS = "SendingQuestion #box { max-width: 64; }"

    def __init__(self, channel: str, command: str | None) -> None:
        super().__init__()
        self._channel = channel
        self._ways: tuple[Choice, ...] = ()
        self._command = command

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        self._ways = ways(self._channel, self._command, host(self).keymap)
        title = f"By {clean(self._channel)}: convonote has not sent this. What now?"
        with Vertical(id="box"):
            yield OneLineText((Span(title, "title"),))
            yield Choices(self._ways, id="ways")
            yield OneLineText((Span(key(self, "leave"), "key"), Span(" back to the text", "hint")))

    @property
    def _choices(self) -> Choices:
        return self.query_one("#ways", Choices)

    def action_next_line(self) -> None:
        """The next answer."""
        self._choices.move(1)

    def action_previous_line(self) -> None:
        """The answer before."""
        self._choices.move(-1)

    def action_choose(self) -> None:
        """Take the selected answer."""
        if (choice := self._choices.selected) is not None:
            self.dismiss(How(choice.id))

    def action_was_sent(self) -> None:
        """It is on its way already."""
        self.dismiss(How.SENT)

    def action_hand_over(self) -> None:
        """To the command, where there is one, else to the clipboard."""
        by_command = any(choice.id == How.COMMAND for choice in self._ways)
        self.dismiss(How.COMMAND if by_command else How.CLIPBOARD)

    def action_to_clipboard(self) -> None:
        """To the clipboard."""
        self.dismiss(How.CLIPBOARD)

    def action_keep_draft(self) -> None:
        """It is sent later."""
        self.dismiss(How.DRAFT)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """A click takes an answer."""
        self.dismiss(How(event.choice.id))

    def action_leave(self) -> None:
        """Go back to the text."""
        self.dismiss(None)
