"""Some hundred exchanges that came in, written in one short transaction."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.incoming import copies, joining, linking, returning, suggesting
from convonote.store.incoming.arrival import COLUMNS, Arrival
from convonote.store.incoming.chat_lines import enrol, enrol_authors
from convonote.store.incoming.correspondents import Correspondents
from convonote.store.search import searching
from convonote.store.turns.appending import AtHand
from convonote.store.uid import new_uid
from convonote.store.writing import moving

_DRAFTS = UUID("8f0e7a39-5f0c-4d0e-9d0c-2f4f0b1f7c55")
"""A draft has its uid from its name, so that it comes in once, even if it was thrown away."""


class Batch:
    """What one batch does; made and used within one transaction."""

    def __init__(self, base: Base, recording: Recording, correspondents: Correspondents) -> None:
        self._base = base
        self._recording = recording
        self._correspondents = correspondents
        self.added = 0
        self.already = 0
        self.made: set[int] = set()
        """New conversations."""
        self.joined: set[int] = set()
        """Conversations that are part of others now."""
        self.touched: set[int] = set()
        """Conversations in which something changed, but for what was only added."""
        self.grown: dict[int, list[int]] = defaultdict(list)
        """Conversations with the exchanges that were added."""
        self.chats: set[str] = set()
        """Chats of which lines were added."""
        self.cut: set[int] = set()
        """New conversations in which lines of chats stand."""
        self.at_hand: AtHand = {}
        """Added exchanges as folding would read them from their rows."""
        self._heard: list[int] = []
        """Known exchanges that another copy changed."""

    def write(self, batch: Iterable[Incoming]) -> None:
        """Write the batch, all `sound`, but for the turn and the topic of what it touched."""
        messages = []
        for incoming in batch:
            if incoming.draft:
                self._keep_draft(incoming)
            else:
                messages.append(incoming)
        arrivals, heard = self._sorted_out(messages)
        self._drop_drafts(each.incoming.name for each in arrivals)
        for arrival in arrivals:
            for copy in arrival.copies:
                self._correspondents.lists(copy)
            author = self._correspondents.author(arrival.incoming)
            roles = self._correspondents.roles(arrival.incoming, author)
            arrival.is_by(author, roles, self._base.me)
        self.touched |= enrol_authors(self._base, arrivals)
        self._file(arrivals, heard)
        self.touched |= self._correspondents.unsettled()

    def _sorted_out(
        self, messages: Sequence[Incoming]
    ) -> tuple[list[Arrival], list[tuple[Incoming, int]]]:
        """Those that are new, and the copies of known ones with the conversations they are in."""
        known = copies.known(self._base, {each.name for each in messages})
        arrivals: dict[str, Arrival] = {}
        heard = []
        for incoming in messages:
            name = incoming.name
            if (old := known.get(name)) is not None:
                if old.taken_back:
                    old = self._revived(old, incoming)
                else:
                    self.already += 1
                if old.deleted:
                    # Whom it names is known from it, out of sight as it is.
                    self._know(incoming)
                    continue
                known[name] = copies.hear_again(
                    self._base, self._recording, self._correspondents, old, incoming
                )
                if known[name] != old:
                    self.touched.add(old.conversation)
                    self._heard.append(old.id)
                heard.append((incoming, old.conversation))
            elif name in arrivals:
                self.already += 1
                arrivals[name].hear(incoming)
            else:
                arrivals[name] = Arrival.of(incoming)
        return list(arrivals.values()), heard

    def _know(self, incoming: Incoming) -> None:
        author = self._correspondents.author(incoming)
        roles = self._correspondents.roles(incoming, author)
        if incoming.chat:
            present = {author, *(person for person, _ in roles)}
            self.touched |= enrol(self._base, incoming.chat, filter(None, present))

    def _revived(self, old: copies.Known, incoming: Incoming) -> copies.Known:
        """Bring a known exchange back whose import was taken back, and know its people again."""
        self._know(incoming)
        returning.revive_exchange(self._base, self._recording, old.id)
        self.added += 1
        self.touched.add(old.conversation)
        self._heard.append(old.id)
        return replace(old, deleted=False, taken_back=False)

    def _file(self, arrivals: list[Arrival], heard: list[tuple[Incoming, int]]) -> None:
        """Find or make the conversations, and write the new exchanges into them."""
        mentioned = [copy for each in arrivals for copy in each.copies]
        plan = joining.Plan(self._base, [*mentioned, *(copy for copy, _ in heard)])
        for copy, conversation in heard:
            plan.add(copy, conversation)
        new, adopted, homes = [], [], []
        any_logged = copies.any_logged(self._base)
        for arrival in arrivals:
            found = copies.logged(self._base, arrival) if any_logged else None
            inside = None
            if found is not None:
                exchange, inside = found
                copies.adopt(self._recording, exchange, arrival.incoming)
                adopted.append(exchange)
                self.already += 1
                self.touched.add(inside)
            home = [plan.add(copy, inside) for copy in arrival.copies][-1]
            if found is None:
                new.append(arrival)
                homes.append(home)
        self._make_conversations(plan)
        for arrival, home in zip(new, homes, strict=True):
            filed_in = home.root().id
            assert filed_in is not None
            arrival.conversation = filed_in
            if arrival.incoming.chat:
                self.chats.add(arrival.incoming.chat)
                self.cut |= {filed_in} & self.made
        self._insert(new)
        altered = linking.link(
            self._base,
            [*self._heard, *adopted],
            {each.incoming.name: (each.id, each.answers) for each in new},
        )
        self._tie_drafts([*self._heard, *adopted, *(each.id for each in new)])
        self.at_hand = {
            each.id: (each.conversation, each.at, each.exchange())
            for each in new
            # Who hears a line of a chat stands elsewhere.
            if each.id not in altered and not each.incoming.chat
        }
        altered.difference_update(each.id for each in new)
        if altered:
            sql = "SELECT conversation FROM exchange WHERE id IN (SELECT value FROM json_each(?))"
            rows = self._base.rows(sql, (json.dumps(sorted(altered)),))
            self.touched.update(id for (id,) in rows)

    def _make_conversations(self, plan: joining.Plan) -> None:
        if fresh := plan.fresh():
            now, first = self._base.now(), self._next("conversation")
            for id, home in enumerate(fresh, first):
                home.id = id
                self.made.add(id)
            self._base.many(
                "INSERT INTO conversation (id, uid, topic, created_at) VALUES (?, ?, '', ?)",
                [(home.id, new_uid(), now) for home in fresh],
            )
            self._recording.inserted("conversation", first, first + len(fresh) - 1)
        for kept, gone in plan.joins():
            moving.join(self._base, self._recording, kept, gone)
            self.joined.add(gone)
            self.touched |= {kept, gone}
        for id in plan.revived():
            returning.revive(self._base, self._recording, "conversation", id)
            self.touched.add(id)
        for name, was, now in plan.strayed():
            moving.move_names(self._base, self._recording, [name], was, now)
        self._base.many("INSERT INTO message (name, conversation) VALUES (?, ?)", plan.names())

    def _insert(self, arrivals: list[Arrival]) -> None:
        if not arrivals:
            return
        now, first = self._base.now(), self._next("exchange")
        for id, arrival in enumerate(arrivals, first):
            arrival.id = id
            arrival.at = now if arrival.incoming.at is None else arrival.incoming.at
        for arrival, number in zip(
            arrivals, searching.search_ids(self._base, [each.at for each in arrivals]), strict=True
        ):
            arrival.search_id = number
            arrival.find_tokens()
        # Tied at once where that can be: to write a row again costs as much as to write it.
        answered = linking.named(self._base, filter(None, (each.replies_to for each in arrivals)))
        answered |= {each.incoming.name: each.id for each in arrivals}
        for arrival in arrivals:
            arrival.answers = answered.get(arrival.replies_to or "")
        # One of them may answer another that has its row only after it.
        self._base.run("PRAGMA defer_foreign_keys = ON")
        marks = ", ".join("?" * len(COLUMNS))
        names = ", ".join(f'"{column}"' for column in COLUMNS)
        self._base.many(
            f"INSERT INTO exchange ({names}) VALUES ({marks})", [each.row() for each in arrivals]
        )
        self._recording.inserted("exchange", first, first + len(arrivals) - 1)
        self._base.many(
            "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
            [(each.id, *role) for each in arrivals for role in each.roles],
        )
        self._base.many(
            "INSERT INTO original (exchange, text) VALUES (?, ?)",
            [(each.id, whole) for each in arrivals if (whole := each.incoming.whole) is not None],
        )
        searching.add_rows(
            self._base,
            [(each.search_id, each.incoming.text, each.tokens) for each in arrivals],
        )
        suggesting.suggest(self._base, self._recording, arrivals)
        self.added += len(arrivals)
        for each in arrivals:
            self.grown[each.conversation].append(each.id)

    def _next(self, table: str) -> int:
        """The id that the next row of a table will have."""
        sql = "SELECT seq FROM sqlite_sequence WHERE name = ?"
        return (self._base.value(sql, (table,)) or 0) + 1

    # Drafts (T10)

    def _keep_draft(self, incoming: Incoming) -> None:
        """Keep what was never sent as a draft, unless it came in before or says nothing."""
        uid = str(uuid5(_DRAFTS, incoming.name))
        seen = "SELECT 1 FROM draft WHERE uid = ? UNION SELECT 1 FROM exchange WHERE message_id = ?"
        if not incoming.text.strip() or self._base.row(seen, (uid, incoming.name)):
            self.already += 1
            return
        answered = self._base.row(
            "SELECT id, conversation FROM exchange WHERE message_id = ? AND taken_back = 0",
            (incoming.replies_to,),
        )
        answers, conversation = answered or (None, None)
        me = self._base.me
        people = [id for id, _ in self._correspondents.roles(incoming, me) if id != me]
        now = self._base.now()
        self._recording.insert(
            "draft",
            uid=uid,
            conversation=conversation,
            answers=answers,
            replies_to=incoming.replies_to,
            kind=str(incoming.kind),
            channel=incoming.channel,
            author=me,
            people=json.dumps(list(dict.fromkeys(people))),
            topic=incoming.topic,
            text=incoming.text,
            created_at=now,
            updated_at=now if incoming.at is None else incoming.at,
        )
        self.added += 1

    def _tie_drafts(self, new: Iterable[int]) -> None:
        """Tie drafts that came in before what they answer."""
        for draft, exchange, conversation in self._base.rows(
            "SELECT d.id, e.id, e.conversation FROM draft AS d"
            " JOIN exchange AS e ON e.message_id = d.replies_to"
            " WHERE d.replies_to IS NOT NULL AND d.answers IS NULL"
            " AND e.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(new)),),
        ):
            self._recording.set("draft", draft, "answers", exchange)
            self._recording.set("draft", draft, "conversation", conversation)

    def _drop_drafts(self, names: Iterable[str]) -> None:
        """A draft that came in as sent is one no longer."""
        if self._base.row("SELECT 1 FROM draft WHERE deleted_at IS NULL LIMIT 1") is None:
            return
        uids = [str(uuid5(_DRAFTS, name)) for name in names]
        marks = ",".join("?" * len(uids))
        for (id,) in self._base.rows(f"SELECT id FROM draft WHERE uid IN ({marks})", uids):
            self._recording.delete("draft", id)
