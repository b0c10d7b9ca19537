"""What stands in each line of an export: the columns of each table, and how each is written.

`export` and `restore` both go by this, so that what one writes the other reads. docs/format.md
describes the same for people.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from convonote.conversation.records import ChoiceKind, Kind, Origin, PromiseState
from convonote.conversation.remarks import RemarkKind

VERSION = 1
"""The version of the format, in its first line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and the shape of its value in a line."""

    name: str
    shape: str
    """text | number | moment | yes | uid | uids | day | attachments; with `?` it may be null."""
    refers: str = ""
    """With `uid` and `uids`: the table they are looked up in."""
    among: tuple[str, ...] = ()
    """With `text`: the only values it may have; any where empty."""

    @property
    def optional(self) -> bool:
        """It may be null."""
        return self.shape.endswith("?")


def _text(name: str, *among: str) -> Column:
    return Column(name, "text", among=tuple(str(value) for value in among))


def _refers(name: str, table: str, shape: str = "uid") -> Column:
    return Column(name, shape, table)


_KIND = _text("kind", *Kind)
_CREATED, _DELETED = Column("created_at", "moment"), Column("deleted_at", "moment?")
_TAKEN_BACK = Column("taken_back", "yes")

PERSON = (
    _text("uid"),
    _text("name"),
    _text("named_by", "import", "user"),
    _text("kind", "person", "list"),
    Column("me", "yes"),
    _CREATED,
    _refers("merged_into", "person", "uid?"),
    _DELETED,
)
ADDRESS = (
    _text("uid"),
    _refers("person", "person"),
    _text("channel"),
    _text("value"),
    Column("preferred", "yes"),
    _CREATED,
    _DELETED,
)
DETAIL = (
    _text("uid"),
    _refers("person", "person"),
    _text("kind"),
    _text("value"),
    _text("extra"),
    _text("made_by", "user", "import"),
    _CREATED,
    _DELETED,
)
CONVERSATION = (
    _text("uid"),
    _text("topic"),
    _text("topic_by", "import", "user"),
    _CREATED,
    _refers("merged_into", "conversation", "uid?"),
    _DELETED,
    _TAKEN_BACK,
)
EXCHANGE = (
    _text("uid"),
    _refers("conversation", "conversation"),
    _KIND,
    _text("channel"),
    _refers("author", "person", "uid?"),
    Column("at", "moment"),
    Column("offset", "number"),
    Column("place", "number"),
    _text("subject"),
    _text("text"),
    _refers("answers", "exchange", "uid?"),
    Column("message_id", "text?"),
    Column("replies_to", "text?"),
    _text("origin", *Origin),
    Column("via_list", "yes"),
    Column("asks", "yes"),
    Column("closes", "yes"),
    Column("accepts", "yes"),
    Column("no_answer", "yes"),
    Column("everyone", "yes"),
    Column("queued", "yes"),
    Column("dated", "yes"),
    Column("attachments", "attachments"),
    _text("made_by", "user", "import"),
    Column("edited_at", "moment?"),
    _DELETED,
    _TAKEN_BACK,
    Column("remind_at", "moment?"),
)
ROLES = ("to", "cc", "speaker", "named")
"""Further lists of people in an exchange; and `original`, the whole text or null."""
PROMISE = (
    _text("uid"),
    _refers("conversation", "conversation"),
    _refers("exchange", "exchange", "uid?"),
    _refers("owner", "person"),
    _text("what"),
    Column("line", "number?"),
    Column("due", "day?"),
    _text("state", *PromiseState),
    Column("said_at", "moment"),
    _DELETED,
    _TAKEN_BACK,
    Column("found", "text?", among=("wording", "hand")),
)
SETTLING = (
    _text("uid"),
    _refers("promise", "promise"),
    _text("state", *PromiseState),
    Column("at", "moment"),
    _refers("person", "person"),
    _refers("exchange", "exchange", "uid?"),
    _text("standing", "taken", "suggested", "dismissed"),
    _DELETED,
    _TAKEN_BACK,
)
CHOICE = (
    _text("uid"),
    _refers("conversation", "conversation"),
    _text("kind", *ChoiceKind),
    Column("at", "moment"),
    _refers("known", "exchange", "uid?"),
    _refers("holders", "person", "uids"),
    Column("everyone", "yes"),
    Column("until", "moment?"),
    _text("reason"),
    _DELETED,
)
DRAFT = (
    _text("uid"),
    _refers("conversation", "conversation", "uid?"),
    _refers("answers", "exchange", "uid?"),
    _KIND,
    _text("channel"),
    _refers("author", "person", "uid?"),
    _refers("people", "person", "uids"),
    _text("topic"),
    _text("text"),
    _CREATED,
    Column("updated_at", "moment"),
    _DELETED,
    Column("replies_to", "text?"),
    _refers("edits", "exchange", "uid?"),
    _refers("cc", "person", "uids?"),
    Column("words", "text?"),
)
REMARK = (
    _text("uid"),
    _text("kind", *RemarkKind),
    _refers("person", "person", "uid?"),
    _refers("exchange", "exchange", "uid?"),
    Column("line", "number?"),
    _text("text"),
    Column("due", "day?"),
    Column("said_at", "moment"),
    Column("offset", "number"),
    Column("used_at", "moment?"),
    _DELETED,
)
APART = (
    _text("uid"),
    _refers("conversation", "conversation"),
    _refers("other", "conversation"),
    _CREATED,
    _DELETED,
)
LINK = APART
RHYTHM = (
    _text("uid"),
    _refers("person", "person", "uid?"),
    _text("tag"),
    Column("days", "number"),
    _CREATED,
    _DELETED,
)
QUIET = (
    _text("uid"),
    _refers("person", "person"),
    Column("until", "day"),
    _text("reason"),
    _CREATED,
    _DELETED,
)
SOURCE = (
    _text("uid"),
    _text("path"),
    _text("kind"),
    Column("read_at", "moment?"),
    _CREATED,
    _DELETED,
)
CHANGE = (
    _text("uid"),
    Column("at", "moment"),
    _text("actor"),
    _text("what"),
    Column("undone_at", "moment?"),
    Column("out_of_reach", "yes"),
)

TABLES: Mapping[str, tuple[Column, ...]] = {
    "person": PERSON,
    "address": ADDRESS,
    "detail": DETAIL,
    "conversation": CONVERSATION,
    "exchange": EXCHANGE,
    "promise": PROMISE,
    "settling": SETTLING,
    "choice": CHOICE,
    "draft": DRAFT,
    "remark": REMARK,
    "apart": APART,
    "link": LINK,
    "rhythm": RHYTHM,
    "quiet": QUIET,
    "source": SOURCE,
    "change": CHANGE,
}
"""The columns by table, in the order in which an export has the tables; who is in a chat stands
behind the addresses, the names of absent messages behind the exchanges, the parts of all changes at
the end."""
WITH_OTHERS = ("addressee", "original", "member", "message", "part")
"""Further tables that an export holds, in records of their own or within others."""
LEFT_OUT = ("meta", "participant", "answer", "checkpoint", "folder", "seen", "search", "naming")
"""Tables that can be computed again from the rest, or from the sources."""
HERE_ONLY = ("source", "change")
"""Tables that mean something only where all of a notebook is restored."""


def reference(table: str, field: str) -> Column | None:
    """The column of a table if it refers to rows, so that a value of it is no number to keep."""
    for column in TABLES.get(table, ()):
        if column.name == field and column.refers:
            return column
    return None
