"""Rows from the records of an export; call it inside transactions."""

from convonote.conversation.rhythm import LONGEST
from convonote.intake.records import pack
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.exporting.keys import Keys, Record, Values
from convonote.store.exporting.shapes import Unfit, text_of, uid_of, uids_of
from convonote.store.exporting.stream import HERE_ONLY, ROLES, TABLES
from convonote.store.incoming import chat_lines
from convonote.store.incoming.records import Received
from convonote.store.links.apart import taken_apart
from convonote.store.people import naming, people
from convonote.store.people.addresses import fold_address
from convonote.store.search import searching
from convonote.store.turns import chats, queue
from convonote.store.writing import moving


class Restoring:
    """A stream of records on its way in."""

    def __init__(self, base: Base, *, empty: bool) -> None:
        self._base = base
        self.empty = empty
        """The notebook had nothing in it, so it takes the history too."""
        self.keys = Keys(base)
        self.recording: Recording | None = None
        """Where the notebook had something in it: what is added is recorded."""
        self.received = Received()
        self.touched: set[int] = set()
        """Conversations to be folded again."""
        self._seq: tuple[str, int] = ("", -1)

    def take(self, record: Record) -> None:
        """Take in one record; raises Unfit."""
        what = record.get("record")
        if what == "message":
            conversation = uid_of("conversation", record.get("conversation"))
            self._name(
                text_of("name", record.get("name")), self.keys.get("conversation", conversation)
            )
        elif what == "member":
            self._member(record)
        elif what == "part":
            self._part(record)
        elif isinstance(what, str) and what in TABLES:
            self._row(what, record)
        else:
            raise Unfit("it is none of the records that this version knows")

    def _row(self, table: str, record: Record) -> None:
        if table in HERE_ONLY and not self.empty:
            return
        known = self.keys.find(table, uid_of("uid", record.get("uid")))
        id = known
        if table == "exchange":
            id = self._exchange(record, known)
        elif id is None:
            id = self._new(table, record)
        if known is None or self.empty:
            self.keys.resolve_later(table, id, record)

    def _new(self, table: str, record: Record) -> int:
        """A row that is not here under this uid."""
        values = self.keys.values(table, record)
        if table == "person":
            return self._person(values, record)
        if table == "address":
            return self._address(values)
        if table == "detail":
            return self._detail(values)
        if table == "source" and (here := self._remembered(values)) is not None:
            return self.keys.is_known("source", values["uid"], here)
        if table in ("rhythm", "quiet") and (here := self._rhythm(table, values)) is not None:
            return self.keys.is_known(table, values["uid"], here)
        id = self._insert(table, values)
        if table == "conversation":
            naming.index_conversation(self._base, id)
            self.touched.add(id)
            there = values["deleted_at"] is None and record.get("merged_into") is None
            self._count(conversations=int(there))
        if table in ("promise", "choice"):
            self.touched.add(_int(values["conversation"]))
        return id

    def _person(self, values: Values, record: Record) -> int:
        base = self._base
        here = base.me if values["me"] else self._by_address(record)
        if values["me"] and self.empty:
            names = ("uid", "name", "named_by", "created_at")
            base.run(
                "UPDATE person SET uid = ?, name = ?, named_by = ?, created_at = ? WHERE me = 1",
                [values[name] for name in names],
            )
            naming.index_person(base, base.me)
        if here is not None:
            return self.keys.is_known("person", values["uid"], here)
        id = self._insert("person", values)
        naming.index_person(base, id)
        self._count(people=int(values["kind"] == "person" and values["deleted_at"] is None))
        return id

    def _by_address(self, record: Record) -> int | None:
        """Who has one of this person's addresses here."""
        addresses = record.get("addresses")
        if not isinstance(addresses, list):
            raise Unfit("`addresses` is no list")
        for each in addresses:
            if not isinstance(each, list) or len(each) != 2:
                raise Unfit("`addresses` has more or less than channel and value")
            channel, value = (text_of("addresses", part) for part in each)
            owner = people.at_address(self._base, channel, value)
            if owner is not None:
                return owner
        return None

    def _address(self, values: Values) -> int:
        channel, value = str(values["channel"]), str(values["value"])
        folded = fold_address(channel, value)
        here: int | None = self._base.value(
            "SELECT id FROM address WHERE channel = ? AND folded = ? AND deleted_at IS NULL",
            (channel, folded),
        )
        if here is not None and values["deleted_at"] is None:
            return self.keys.is_known("address", values["uid"], here)
        id = self._insert("address", {**values, "folded": folded})
        naming.index_person(self._base, _int(values["person"]))
        return id

    def _detail(self, values: Values) -> int:
        here: int | None = self._base.value(
            "SELECT id FROM detail WHERE person = ? AND kind = ? AND value = ? AND extra = ?"
            " AND deleted_at IS NULL",
            [values[name] for name in ("person", "kind", "value", "extra")],
        )
        if here is not None and values["deleted_at"] is None and not self.empty:
            return self.keys.is_known("detail", values["uid"], here)
        id = self._insert("detail", values)
        naming.index_person(self._base, _int(values["person"]))
        return id

    def _rhythm(self, table: str, values: Values) -> int | None:
        """The rhythm or the quiet time of the same person or tag here, which stays as it is."""
        if table == "rhythm" and not 0 <= _int(values["days"]) <= LONGEST:
            raise Unfit("`days` is no rhythm")
        if values["deleted_at"] is not None:
            return None
        sql = f"SELECT id FROM {table} WHERE deleted_at IS NULL AND person = ?"
        found: int | None = self._base.value(sql, (values["person"],))
        if values["person"] is None:
            tag = str(values["tag"]).casefold()
            tags = self._base.rows("SELECT id, tag FROM rhythm WHERE deleted_at IS NULL")
            found = next((id for id, known in tags if known and known.casefold() == tag), None)
        return found

    def _remembered(self, values: Values) -> int | None:
        """The source of this path that is remembered here."""
        found: int | None = self._base.value(
            "SELECT id FROM source WHERE path = ? AND deleted_at IS NULL", (values["path"],)
        )
        return None if values["deleted_at"] is not None else found

    def _exchange(self, record: Record, known: int | None) -> int:
        values = self.keys.values("exchange", record)
        conversation, name = _int(values["conversation"]), values["message_id"]
        if known is None and name is not None:
            known = self._base.value("SELECT id FROM exchange WHERE message_id = ?", (name,))
            if known is not None:
                # The same message came in here too, and so the conversations are one.
                self.keys.is_known("exchange", values["uid"], known)
                self._name(str(name), conversation)
        if known is not None:
            self._count(already=1)
            return known
        roles = [
            (self.keys.get("person", uid), role) for role in ROLES for uid in uids_of(role, record)
        ]
        original = record.get("original")
        whole = None if original is None else pack(text_of("original", original))
        (search_id,) = searching.search_ids(self._base, [_int(values["at"])])
        id = self._insert("exchange", {**values, "sorted_at": values["at"], "search_id": search_id})
        self._base.many(
            "INSERT OR IGNORE INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
            [(id, *role) for role in roles],
        )
        if whole is not None:
            self._base.run("INSERT INTO original (exchange, text) VALUES (?, ?)", (id, whole))
        searching.index(self._base, [id])
        if name is not None:
            self._name(str(name), conversation)
        self.touched.add(conversation)
        self._count(added=1)
        return id

    def _name(self, name: str, conversation: int) -> None:
        """Note where a name belongs; two conversations with one name are one."""
        here = self._base.value("SELECT conversation FROM message WHERE name = ?", (name,))
        if here is None:
            self._base.run(
                "INSERT INTO message (name, conversation) VALUES (?, ?)", (name, conversation)
            )
            return
        ids = {queue.followed(self._base, id) for id in (here, conversation)} - {None}
        if self.recording is None or len(ids) < 2:
            return
        one, other = sorted(filter(None, ids))
        if other in taken_apart(self._base).get(one, ()):
            # The user took them apart here, and that holds.
            return
        (kept,), (gone,) = self._base.rows(
            "SELECT id FROM conversation WHERE id IN (?, ?) ORDER BY uid", [*ids]
        )
        moving.join(self._base, self.recording, kept, gone)
        self.touched |= {kept, gone}

    def _member(self, record: Record) -> None:
        """Somebody who is in a chat."""
        chat = text_of("chat", record.get("chat"))
        if chats.chat_of(f"{chat}:") != chat:
            raise Unfit("`chat` is no key of a chat")
        person = self.keys.get("person", uid_of("person", record.get("person")))
        self.touched |= chat_lines.enrol(self._base, chat, [person])

    def _part(self, record: Record) -> None:
        """What a change did; its rows are the same here only if the notebook was empty."""
        if not self.empty:
            return
        uid = uid_of("change", record.get("change"))
        change = self.keys.get("change", uid)
        self._seq = (uid, self._seq[1] + 1 if self._seq[0] == uid else 0)
        table, field = text_of("table", record.get("table")), record.get("field")
        if table not in TABLES:
            raise Unfit("`table` is none that this version knows")
        rows = [self.keys.get(table, uid_of(name, record.get(name))) for name in ("first", "last")]
        sides: list[str | None] = [None, None]
        if field is not None:
            name = text_of("field", field)
            sides = [self.keys.side(table, name, record.get(each)) for each in ("before", "after")]
        self._base.run(
            'INSERT OR IGNORE INTO part (change, seq, "table", first, last, field, before, after)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (change, self._seq[1], table, *rows, field, *sides),
        )

    def _insert(self, table: str, values: Values) -> int:
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        cursor = self._base.run(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values())
        )
        assert cursor.lastrowid is not None
        if self.recording is not None:
            self.recording.inserted(table, cursor.lastrowid)
        return cursor.lastrowid

    def _count(
        self, *, added: int = 0, already: int = 0, conversations: int = 0, people: int = 0
    ) -> None:
        so_far = self.received
        self.received = Received(
            so_far.added + added,
            so_far.already + already,
            so_far.conversations + conversations,
            so_far.people + people,
        )


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value
