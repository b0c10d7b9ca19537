"""Who does what a ledger says, through the grammar of `log`, the parser of mail and the store."""

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

from convonote.conversation.dates import day
from convonote.conversation.records import PromiseState
from convonote.conversation.zones import day_begins
from convonote.intake.mail.message import parse
from convonote.intake.records import Incoming
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.writing.moments import reminder_of
from convonote.writing.understanding import understand, write_down

TOPIC = "Ladder"


class Desk:
    """A notebook with Ana and Bob, and the clock by which the user works in it."""

    def __init__(self, path: Path, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self.now = 0
        self.notebook = Notebook(path, clock=lambda: self.now, zone=self.zone)
        self._mails = 0

    def wait_until(self, moment: datetime) -> None:
        """Let time pass; what it changes is placed again."""
        self.now = int(moment.replace(tzinfo=self.zone).timestamp()) * 1_000_000
        self.notebook.settle()

    def do(self, what: str) -> None:
        """Do what a step says."""
        verb, _, rest = what.partition(" ")
        if verb in ("turn", "left", "later", "close", "kept", "let", "mail", "remind"):
            getattr(self, f"_{verb}")(rest)
        else:
            write_down(self.notebook, understand(self.notebook, f"{what} #{TOPIC}"))

    @property
    def conversation(self) -> Conversation:
        """The only one there is."""
        found = [
            conversation
            for section in self.notebook.counts()
            for conversation in self.notebook.turns(section)
        ]
        assert len(found) == 1
        return found[0]

    def _turn(self, words: str) -> None:
        names, _, reason = words.partition(" because ")
        wanted = [] if names == "nobody" else self._people(names)
        self.notebook.set_turn(self.conversation.id, wanted, reason=reason)

    def _remind(self, words: str) -> None:
        at = None if words == "never" else reminder_of(self.notebook, words)
        self.notebook.set_reminder(self.conversation.id, at)

    def _mail(self, words: str) -> None:
        """`Ana > me 2026-11-02 09:00 +0100: text`, which comes in now; a reply to the first."""
        head, _, text = words.partition(": ")
        author, _, rest = head.partition(" > ")
        to, day, *clock = rest.rsplit(" ", 3)
        self._mails += 1
        message = EmailMessage()
        message["From"], message["To"] = _mailbox(author), _mailbox(to)
        message["Date"] = datetime.fromisoformat(f"{day} {' '.join(clock)}")
        message["Subject"] = TOPIC
        message["Message-ID"] = f"<ladder-{self._mails}@example.org>"
        if self._mails > 1:
            message["References"] = "<ladder-1@example.org>"
        if author == "robot":
            message["Auto-Submitted"] = "auto-replied"
        message.set_content(text)
        record = parse(message.as_bytes(), "ledger", self._mails)
        assert isinstance(record, Incoming)
        with self.notebook.receive("ledger") as receiving:
            receiving.add([record])

    def _left(self, names: str) -> None:
        self.notebook.set_left(self.conversation.id, self._people(names))

    def _people(self, names: str) -> list[int]:
        people = {person.name: person.id for person in self.notebook.people()}
        people["me"] = self.notebook.me.id
        return [people[name.strip()] for name in names.split(",")]

    def _later(self, words: str) -> None:
        until = day_begins(
            day(words, datetime.fromtimestamp(self.now / 1e6, self.zone).date()), self.zone
        )
        self.notebook.set_later(self.conversation.id, until)

    def _close(self, _: str) -> None:
        self.notebook.set_closed(self.conversation.id)

    def _kept(self, what: str) -> None:
        self._settle(what, PromiseState.KEPT)

    def _let(self, what: str) -> None:
        self._settle(what.removeprefix("go "), PromiseState.LET_GO)

    def _settle(self, what: str, state: PromiseState) -> None:
        (promise,) = [each for each in self.conversation.promises if each.what == what]
        self.notebook.set_promise(promise.id, state)


def _mailbox(name: str) -> str:
    return f"{name} <{name.lower()}@example.org>"
