"""A person, and what is known of them in the contact list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody one talks with; the user is one of them."""

    id: int
    uid: str
    name: str
    me: bool = False
    is_list: bool = False
    """It is a discussion list, which is nobody."""
    addresses: tuple[tuple[str, str], ...] = ()
    """(channel, value), the preferred ones first; only where a call says that it fills them."""

    @property
    def with_address(self) -> str:
        """The name, and in brackets how they are reached, which tells them from a namesake."""
        values = [value for _, value in self.addresses]
        return f"{self.name} ({values[0]})" if values and self.name not in values else self.name

    def beside(self, other: "Person") -> str:
        """The name, with an address where the other is called the same."""
        same = self.name.casefold() == other.name.casefold()
        return self.with_address if same else self.name


@dataclass(frozen=True, slots=True)
class DetailRow:
    """Something known of a person beside name and addresses."""

    id: int
    uid: str
    kind: str
    """One of `DetailKind`; or `shares`, for an address that is somebody else's too."""
    value: str
    extra: str
    """What qualifies it: a level of expertise, the kind of a relation, a channel."""
    imported: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as the contact list shows them."""

    person: Person
    """With addresses, the preferred ones first."""
    preferred: int
    """How many of the addresses are preferred."""
    details: tuple[DetailRow, ...]
    last_at: int | None
    """When something was last said in a conversation that they are in."""
    public: tuple[tuple[str, str], ...] = ()
    """(channel, value) of what the user marked as fit to be passed on."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two people who may be one."""

    one: Person
    other: Person
    reason: str
    """Such as "the same full name"."""
