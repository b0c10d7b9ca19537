"""What the sections of the queue are called."""

from collections.abc import Mapping

from convonote.conversation.turn_records import Section

TITLES: Mapping[Section, str] = {
    Section.MINE: "YOUR TURN",
    Section.NUDGE: "NUDGE",
    Section.THEIRS: "THEIR TURN",
    Section.LATER: "LATER",
    Section.REACH_OUT: "REACH OUT",
    Section.QUIET: "QUIET",
    Section.RESTING: "RESTING",
    Section.CLOSED: "CLOSED",
}
