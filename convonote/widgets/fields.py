"""The fields above a text: with whom, about what, how, when, and whose turn it is then."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widgets import Input

from convonote.text.clean import clean
from convonote.widgets.cycle import Cycle
from convonote.widgets.one_line import OneLine
from convonote.widgets.people_field import Directory, PeopleField
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText
from convonote.writing.compose_request import Mode
from convonote.writing.composing import After, Typed
from convonote.writing.openings import Opening
from convonote.writing.readiness import Words

WITH = {Mode.SAID: "to", Mode.THEIRS: "from", Mode.TALK: "with", Mode.NOTE: "about"}
"""What stands before the names."""
SPOKEN = frozenset({Mode.SAID, Mode.THEIRS, Mode.TALK})
"""The modes in which somebody says something to somebody."""
AFTER_EDITED = (After.RULES, After.EACH, After.NO_ANSWER)
"""Of what was said before; whose turn it is now is another matter."""
MARKED = "▸"
"""What stands before the name that Enter takes."""


class Fields(Container):
    """All fields of a composer; they show and hold, and decide nothing."""

    DEFAULT_CSS = """
    Fields {
        height: auto;
        Horizontal { height: 1; }
        .label { width: 8; }
        #people { height: auto; layout: horizontal; }
        #to-line { width: 2fr; }
        #cc-line { width: 1fr; }
        #cc-line .label { width: 4; margin-left: 1; }
        #when { width: 16; }
        #remind { width: 12; }
        #offers { display: none; }
        #line, #moments { height: auto; layout: horizontal; }
        #when-line { width: 3fr; }
        #moment { padding-right: 1; }
        #remind-line { width: 2fr; }
        #channel-line, #after-line { width: auto; }
        .label-short { width: 5; }
        #channel-line .label-short, #when-line .label-short { width: 8; }
        #remind-line .label-short { width: 8; }
        Cycle { margin-right: 2; }
        .-absent { display: none !important; }
    }
    """

    class Changed(Message):
        """Something else stands in a field."""

    class MomentTyped(Message):
        """Words for a moment or for a reminder were typed."""

    SHOWN: ClassVar[Mapping[str, frozenset[Mode]]] = {
        "#to-line": SPOKEN,
        "#cc-line": frozenset({Mode.SAID}),
        "#channel-line": SPOKEN,
        "#after-line": SPOKEN,
        "#remind-line": frozenset({Mode.SAID}),
    }
    """In which modes a field is there; those that are not named always are."""

    def __init__(self, directory: Directory) -> None:
        super().__init__()
        self._directory = directory

    def compose(self) -> ComposeResult:
        """One line each, and one for what fits together."""
        with Container(id="people"):
            with Horizontal(id="to-line"):
                yield OneLineText(id="to-label")
                yield PeopleField(self._directory, id="to")
            with Horizontal(id="cc-line"):
                yield self._label("cc")
                yield PeopleField(self._directory, id="cc")
        yield OneLineText(id="offers")
        with Horizontal(id="topic-line"):
            yield self._label("topic")
            yield OneLine(placeholder="the first words", id="topic")
        with Container(id="line"):
            with Horizontal(id="channel-line"):
                yield self._label("channel", short=True)
                yield Cycle((), id="channel")
            with Horizontal(id="after-line"):
                yield self._label("then", short=True)
                yield Cycle(tuple(After), id="after")
        with Container(id="moments"):
            with Horizontal(id="when-line"):
                yield self._label("when", short=True)
                yield OneLine(placeholder="now", id="when")
                yield OneLineText(id="moment")
            with Horizontal(id="remind-line"):
                yield self._label("remind", short=True)
                yield OneLine(placeholder="never", id="remind")
                yield OneLineText(id="reminder")

    @staticmethod
    def _label(word: str, *, short: bool = False) -> OneLineText:
        label = OneLineText((Span(word, "hint"),))
        label.add_class("label-short" if short else "label")
        return label

    def on_mount(self) -> None:
        """A conversation has its topic until it is known that there is none yet."""
        self.query_one("#to-label").add_class("label")
        self.query_one("#topic-line").display = False

    def on_descendant_focus(self) -> None:
        """One is among the fields, so that all of them are shown."""
        self.add_class("-within")

    def on_descendant_blur(self) -> None:
        """The text has the room again."""
        self.remove_class("-within")

    # What stands there

    @property
    def to(self) -> PeopleField:
        """Whom it is with."""
        return self.query_one("#to", PeopleField)

    @property
    def cc(self) -> PeopleField:
        """Who reads along."""
        return self.query_one("#cc", PeopleField)

    @property
    def when(self) -> OneLine:
        """The words for the moment."""
        return self.query_one("#when", OneLine)

    @property
    def remind(self) -> OneLine:
        """The words for the day of a reminder."""
        return self.query_one("#remind", OneLine)

    @property
    def channel(self) -> str:
        """How it is said."""
        return self.query_one("#channel", Cycle).value

    @property
    def after(self) -> After:
        """Whose turn it is then."""
        return After(self.query_one("#after", Cycle).value)

    @property
    def topic(self) -> str:
        """The topic of a new conversation."""
        return self.query_one("#topic", OneLine).value

    @property
    def words(self) -> Words:
        """All that must still be understood."""
        to, cc = self.to, self.cc
        return Words(
            to.value, cc.value, self.when.value, self.after, to.labels, cc.labels, self.remind.value
        )

    @property
    def typed(self) -> Typed:
        """What is typed and not understood yet."""
        return Typed(
            when=self.when.value,
            after=self.after,
            remind=self.remind.value,
            new=self.to.unknown,
            new_cc=self.cc.unknown,
        )

    # What is shown

    def fill(self, opening: Opening) -> None:
        """Show what a composer opens with; but for the text all is fixed where it came in."""
        typed = opening.typed
        self.to.fill(opening.people, typed.new)
        self.cc.fill(opening.cc, typed.new_cc)
        with self.prevent(Input.Changed, Cycle.Changed):
            self.query_one("#topic", OneLine).value = opening.topic
            self.when.value, self.remind.value = typed.when, typed.remind
            after = self.query_one("#after", Cycle)
            after.offer(AFTER_EDITED if opening.edits else tuple(After), typed.after)
        if opening.edits is not None:
            self.when.placeholder = "as it was"
        self.display = opening.whole
        self.offer_channels(opening.channels, opening.channel)
        self.query_one("#topic-line").display = opening.conversation is None
        self.show_mode(opening.mode)

    def offer_channels(self, channels: Sequence[str], channel: str) -> None:
        """Let these channels be chosen."""
        self.query_one("#channel", Cycle).offer(channels, channel)

    def show_mode(self, mode: Mode) -> None:
        """Show the fields that this mode has, by the names that they have in it."""
        self.query_one("#to-label", OneLineText).show((Span(WITH[mode], "hint"),))
        for selector, modes in self.SHOWN.items():
            self.query_one(selector).set_class(mode not in modes, "-absent")

    def show_moment(self, text: str, *, good: bool = True) -> None:
        """Echo the moment that was understood, or what is wrong with it."""
        self._echo("#moment", text, good)

    def show_reminder(self, text: str, *, good: bool = True) -> None:
        """The same for the day of a reminder."""
        self._echo("#reminder", text, good)

    def _echo(self, selector: str, text: str, good: bool) -> None:
        style = "aside" if good else "overdue"
        self.query_one(selector, OneLineText).show((Span(f" {clean(text)}", style),))

    # What is typed

    def on_people_field_offered(self, event: PeopleField.Offered) -> None:
        """Show who could be meant, under the field."""
        event.stop()
        spans: list[Span] = [Span("        ", "")]
        for place, name in enumerate(event.names):
            picked = place == event.picked
            shown = f"{MARKED if picked else ' '}{clean(name)}"
            new = " new person" if name.startswith("+") else ""
            spans += [Span(shown, "name-picked" if picked else "name"), Span(f"{new}  ", "hint")]
        offers = self.query_one("#offers", OneLineText)
        offers.show(tuple(spans))
        offers.display = bool(event.names)

    @on(Input.Blurred)
    def hide_offers(self) -> None:
        """Nobody is offered once the field is left."""
        self.query_one("#offers").display = False

    @on(Input.Changed)
    def tell_change(self, event: Input.Changed) -> None:
        """A field has changed; days are echoed by whoever knows dates."""
        event.stop()
        if event.input.id in ("when", "remind"):
            self.post_message(self.MomentTyped())
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field."""
        event.stop()
        self.screen.focus_next()

    @on(Cycle.Changed)
    def tell_choice(self, event: Cycle.Changed) -> None:
        """Another channel or turn was chosen."""
        event.stop()
        self.post_message(self.Changed())
