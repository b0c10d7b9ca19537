"""Some hundred exchanges that came in, written in one short transaction."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID, uuid5

from convonote.intake.records import Incoming
from convonote.store import copies, joining, linking, searching, suggesting
from convonote.store.arrival import COLUMNS, Arrival, packed, sound
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.correspondents import Correspondents

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
        self._heard: list[int] = []
        """Known exchanges that another copy changed."""

    def write(self, batch: Iterable[Incoming]) -> None:
        """Write the batch, but for the turn and the topic of what it touched."""
        messages = []
        for incoming in map(sound, batch):
            if incoming.draft:
                self._keep_draft(incoming)
            else:
                messages.append(incoming)
        arrivals, heard = self._sorted_out(messages)
        self._drop_drafts(each.incoming.name for each in arrivals)
        for arrival in arrivals:
            author = self._correspondents.author(arrival.incoming)
            roles = self._correspondents.roles(arrival.incoming, author)
            arrival.is_by(author, roles, self._base.me)
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
                self.already += 1
                if old.deleted:
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

    def _file(self, arrivals: list[Arrival], heard: list[tuple[Incoming, int]]) -> None:
        """Find or make the conversations, and write the new exchanges into them."""
        mentioned = [copy for each in arrivals for copy in each.copies]
        plan = joining.Plan(self._base, [*mentioned, *(copy for copy, _ in heard)])
        for copy, conversation in heard:
            plan.add(copy, conversation)
        new, adopted, homes = [], [], []
        for arrival in arrivals:
            found = copies.logged(self._base, arrival)
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
        self._insert(new)
        altered = linking.link(self._base, [*self._heard, *adopted, *(each.id for each in new)])
        altered.difference_update(each.id for each in new)
        self.touched.update(
            id
            for (id,) in self._base.rows(
                "SELECT conversation FROM exchange WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(altered)),),
            )
        )

    def _make_conversations(self, plan: joining.Plan) -> None:
        for home in plan.fresh():
            home.id = self._recording.insert("conversation", topic="", created_at=self._base.now())
            self.made.add(home.id)
        for kept, gone in plan.joins():
            joining.join(self._base, self._recording, kept, gone)
            self.joined.add(gone)
            self.touched |= {kept, gone}
        self._base.many("INSERT INTO message (name, conversation) VALUES (?, ?)", plan.names())

    def _insert(self, arrivals: list[Arrival]) -> None:
        if not arrivals:
            return
        now = self._base.now()
        sql = "SELECT seq FROM sqlite_sequence WHERE name = 'exchange'"
        first = (self._base.value(sql) or 0) + 1
        for id, arrival in enumerate(arrivals, first):
            arrival.id = id
            arrival.at = now if arrival.incoming.at is None else arrival.incoming.at
        for arrival, number in zip(
            arrivals, searching.search_ids(self._base, [each.at for each in arrivals]), strict=True
        ):
            arrival.search_id = number
            arrival.find_tokens()
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
            [
                (each.id, packed(each.incoming.original))
                for each in arrivals
                if each.incoming.original is not None
            ],
        )
        searching.add_rows(
            self._base,
            [(each.search_id, each.incoming.text, each.tokens) for each in arrivals],
        )
        suggesting.suggest(self._base, self._recording, arrivals)
        self.added += len(arrivals)
        for each in arrivals:
            self.grown[each.conversation].append(each.id)

    # Drafts (T10)

    def _keep_draft(self, incoming: Incoming) -> None:
        """Keep what was never sent as a draft, unless it came in before or says nothing."""
        uid = str(uuid5(_DRAFTS, incoming.name))
        seen = "SELECT 1 FROM draft WHERE uid = ? UNION SELECT 1 FROM exchange WHERE message_id = ?"
        if not incoming.text.strip() or self._base.row(seen, (uid, incoming.name)):
            self.already += 1
            return
        answered = self._base.row(
            "SELECT id, conversation FROM exchange WHERE message_id = ? AND deleted_at IS NULL",
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

    def _drop_drafts(self, names: Iterable[str]) -> None:
        """A draft that came in as sent is one no longer."""
        uids = [str(uuid5(_DRAFTS, name)) for name in names]
        marks = ",".join("?" * len(uids))
        for (id,) in self._base.rows(f"SELECT id FROM draft WHERE uid IN ({marks})", uids):
            self._recording.delete("draft", id)
