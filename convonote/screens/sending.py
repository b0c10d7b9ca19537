"""The honest question: convonote sends nothing by itself, so was it sent?"""

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from convonote.conversation.records import Channel
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


def ways(channel: str, command: str | None) -> tuple[Choice, ...]:
    """What can be done on a channel; only mail can go to the command."""
    copying = "copied to the clipboard, for you to send"
    handing: tuple[Choice, ...] = (Choice(How.CLIPBOARD, f"hand over: {copying}", "h"),)
    if command and channel == Channel.EMAIL:
        handing = (
            Choice(How.COMMAND, f"hand over to {command}", "h"),
            Choice(How.CLIPBOARD, f"hand over: {copying}", "y"),
        )
    return (
        Choice(How.SENT, "I sent it", "s"),
        *handing,
        Choice(How.DRAFT, "keep as draft", "k"),
    )


class SendingQuestion(ModalScreen[How | None]):
    """Ask what becomes of it; None goes back to the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", show=False),
        Binding("up", "move(-1)", "Before", show=False),
        Binding("enter", "take", "Take", show=False),
        Binding("escape,ctrl+g", "leave", "Back to the text", show=False),
        *(Binding(key, f"key('{key}')", show=False) for key in "shyk"),
    ]
    DEFAULT_CSS = """
    SendingQuestion {
        align: center middle;
        &.-tiny #box, &.-flat #box { display: none; }
        #box {
            width: 90%;
            max-width: 64;
            height: auto;
            border: solid $foreground;
            background: $background;
            padding: 0 1;
        }
    }
    """

    def __init__(self, channel: str, command: str | None) -> None:
        super().__init__()
        self._channel = channel
        self._ways = ways(channel, command)

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        title = f"By {clean(self._channel)}: convonote has not sent this. What now?"
        with Vertical(id="box"):
            yield OneLineText((Span(title, "title"),))
            yield Choices(self._ways, id="ways")
            yield OneLineText((Span("Ctrl+g", "key"), Span(" back to the text", "hint")))

    @property
    def _choices(self) -> Choices:
        return self.query_one("#ways", Choices)

    def action_move(self, step: int) -> None:
        """Go through the answers."""
        self._choices.move(step)

    def action_take(self) -> None:
        """Take the selected answer."""
        if (choice := self._choices.selected) is not None:
            self.dismiss(How(choice.id))

    def action_key(self, key: str) -> None:
        """Take the answer with that letter."""
        for choice in self._ways:
            if choice.key == key:
                self.dismiss(How(choice.id))

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """A click takes an answer."""
        self.dismiss(How(event.choice.id))

    def action_leave(self) -> None:
        """Go back to the text."""
        self.dismiss(None)
