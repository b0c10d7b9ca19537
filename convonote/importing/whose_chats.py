"""Who of those in a chat is the user, where the notebook does not know them there yet."""

from collections.abc import Callable, Iterable, Iterator

from convonote.importing.whose_mail import NAMELESS, WhoseMailError
from convonote.intake.identity import Guess, guess_me
from convonote.intake.records import Card, Incoming, Refused, Taken
from convonote.intake.workers.parallel import Read
from convonote.store.notebook import Notebook


class WhoseChats:
    """Lets the lines of chats pass once it is known who in them is the user."""

    def __init__(self, notebook: Notebook, all_lines: Callable[[], Iterator[Incoming]]) -> None:
        """`all_lines` reads the chats of the import from their start."""
        self._notebook = notebook
        self._all_lines = all_lines
        self._services: set[str] = set()
        """Those on which the user is known."""
        self._unknown: dict[str, WhoseMailError] = {}
        """Those on which nothing tells who the user is."""
        self._refused: set[str] = set()
        """The chats in the file being read whose lines do not pass."""
        self.guess: Guess | None = None
        """Whom it took for the user, where nobody had said."""

    def passing(self, items: Iterable[Read]) -> Iterator[Read]:
        """Everything but the lines of chats that nobody can tell the user in.

        Each such chat is refused once in a file, which may then be read again. Raises
        WhoseMailError at the end where there was nothing else to take in.
        """
        begun = False
        held: list[Read] = []
        for item in items:
            passed = item
            if isinstance(item, Incoming) and item.chat and (unknown := self._stranger(item)):
                if item.chat in self._refused:
                    continue
                self._refused.add(item.chat)
                passed = Refused(item.source, str(unknown), again=True)
            elif isinstance(item, Incoming | Card):
                begun = True
            elif isinstance(item, Taken):
                self._refused.clear()
            if self._unknown and not begun:
                # Nothing is to be noted of a file either, should this remain all there is.
                held.append(passed)
                continue
            yield from held
            held.clear()
            yield passed
        if held:
            raise next(iter(self._unknown.values()))

    def _stranger(self, line: Incoming) -> WhoseMailError | None:
        """Why a line cannot be taken in; None where it can."""
        service = next((party.channel for party in (line.author, *line.to) if party), "")
        if not service or service in self._services:
            return None
        if service in self._unknown:
            return self._unknown[service]
        me = self._notebook.me
        guess = None
        if all(channel != service for channel, _ in me.addresses):
            guess = guess_me([line], me.name)
            if not guess.addresses:
                guess = guess_me(self._of(service), me.name)
            if not guess.addresses:
                among = ", ".join(guess.among)
                likely = guess.among[0] if guess.among else "NAME"
                self._unknown[service] = WhoseMailError(
                    f"nothing tells which of these is you: {among};"
                    f' import again with --me "{likely}" or whoever you are',
                    guess.among,
                )
                return self._unknown[service]
            self._notebook.set_me(guess.name if me.name == NAMELESS else None, guess.addresses)
            self.guess = guess
        self._services.add(service)
        return None

    def _of(self, service: str) -> Iterator[Incoming]:
        """All lines of the chats of one program."""
        for line in self._all_lines():
            if any(party.channel == service for party in (line.author, *line.to) if party):
                yield line
