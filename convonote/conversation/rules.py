"""The turn rules, one exchange at a time: what each ends, and what it opens.

Every rule stands under its number; `turn.fold` feeds exchanges in their order.
"""

from convonote.conversation.hearing import addressed, answers_for, concerns_me, heard_by_asker
from convonote.conversation.records import Choice, ChoiceKind, Exchange, Kind, Origin, Settings
from convonote.conversation.standing import Left, Questions, Standing
from convonote.conversation.turn_records import Answer, LastWord, Question, Reason, Wait, Waits, Why
from convonote.conversation.waiting import accepted, again, without
from convonote.conversation.who import as_one

_ACCEPTABLE = (Why.ASKED, Why.WROTE, Why.ACCEPTED, Why.SET)


class Folding:
    """The state of a conversation's waits while exchanges are folded into it."""

    def __init__(self, settings: Settings, waits: Waits | None = None) -> None:
        """Begin with nothing, or go on from what an earlier folding gave."""
        waits = waits or Waits(me=settings.me, people=(settings.me,))
        self.settings = settings
        self.me = settings.me
        self.people = set(waits.people)
        self.open = Standing(wait for wait in waits.open if wait.reason.why is not Why.PROMISED)
        self.questions = Questions(waits.questions)
        self.answers: list[Answer] = list(waits.answers)
        self.spoken_at = waits.spoken_at
        self.my_word = waits.my_word
        self.later = waits.later
        self.closed = waits.closed
        self.left = set(waits.left)

    def waits(self) -> Waits:
        """What stands open now, promises apart."""
        return Waits(
            me=self.me,
            people=tuple(sorted(self.people)),
            open=tuple(self.open),
            questions=tuple(self.questions),
            answers=tuple(self.answers),
            spoken_at=self.spoken_at,
            my_word=self.my_word,
            later=self.later,
            closed=self.closed,
            quiet_after=self.settings.quiet_after,
            quiet_after_ask=self.settings.quiet_after_ask,
            left=tuple(sorted(self.left)),
        )

    def choose(self, choice: Choice) -> None:
        """T8 and T11: what the user decides by hand."""
        match choice.kind:
            case ChoiceKind.LATER:
                self.later = choice.until
            case ChoiceKind.CLOSED:
                self.closed = True
            case ChoiceKind.OPENED:
                self.closed = False
            case ChoiceKind.TURN:
                self._set_by_hand(choice)
            case ChoiceKind.LEFT:
                self._leave({self.settings.same.get(each, each) for each in choice.holders})

    def hear(self, exchange: Exchange, answered: Exchange | None) -> None:
        """Fold one exchange in; `answered` is the one it replies to, where that is known."""
        # A note is private, and what is not yet known to be sent passes nothing (T10).
        if exchange.kind is Kind.NOTE or exchange.queued:
            return
        if self.settings.same:
            exchange = as_one(exchange, self.settings)
            answered = answered and as_one(answered, self.settings)
        self._join(exchange)
        if exchange.origin is Origin.MACHINE:  # T5
            return
        if exchange.origin is Origin.BOUNCE:
            self._bounced(exchange, answered)
        elif exchange.kind is Kind.TALK:
            self._talked(exchange)
        elif exchange.author is not None:
            self._said(exchange, exchange.author, answered)

    def _join(self, exchange: Exchange) -> None:
        people = self.people
        people.update(exchange.to, exchange.cc, exchange.speakers)
        if exchange.author is not None and exchange.origin is not Origin.MACHINE:
            people.add(exchange.author)
        people -= self.settings.lists

    # T8

    def _set_by_hand(self, choice: Choice) -> None:
        """T8: a setting by hand replaces all waits; said again of the same people, since stays."""
        same = self.settings.same
        holders = {same.get(holder, holder) for holder in choice.holders} & self.people
        before = [
            wait.since
            for wait in self.open
            if wait.reason.why is Why.SET and holders == {*wait.awaited}
        ]
        self.open, self.questions = Standing(), Questions()
        self.left -= holders
        if not holders:
            return
        reason = Reason(Why.SET, "T8", choice.at, note=choice.reason)
        self.open.add(
            Wait(
                asker=None,
                awaited=tuple(sorted(holders)),
                since=min(before, default=choice.at),
                reason=reason,
                everyone=choice.everyone,
                lasting=True,
                remind=None if holders == {self.me} else choice.until,
            )
        )

    def _leave(self, gone: set[int]) -> None:
        """T8: nobody waits for those who left, nor they for anybody; the other waits stand."""
        self.left |= gone
        waits = [without(wait, gone) for wait in self.open if wait.asker not in gone]
        self.open = Standing(wait for wait in waits if wait is not None)
        questions = [one for one in self.questions if not gone & {one.asker, one.asked}]
        self.questions = Questions(questions)

    def _come_back(self, exchange: Exchange, author: int) -> None:
        """T8: who left is in it again when they speak, or when the user speaks to them."""
        if self.left:
            self.left -= {author, *(exchange.to if author == self.me else ())}

    # T5

    def _bounced(self, bounce: Exchange, answered: Exchange | None) -> None:
        """T5: a failed delivery of my message hands the turn back to me."""
        if answered is not None and answered.author != self.me:
            return
        if answered is None and self.me not in bounce.to:
            return
        about = None if answered is None else answered.id

        def after(wait: Wait) -> Wait | None:
            mine = wait.asker == self.me and about in (None, wait.last, wait.reason.exchange)
            if not mine:
                return wait
            return without(wait, bounce.named or wait.awaited)

        self.open.revise({self.me}, {self.me}, after)
        if any(wait.reason.why is Why.BOUNCED for wait in self.open.without_asker()):
            return
        reason = Reason(Why.BOUNCED, "T5", bounce.at, bounce.channel, bounce.id)
        self.open.add(Wait(None, (self.me,), bounce.at, reason, asks=True))

    # T15

    def _talked(self, talk: Exchange) -> None:
        """T15: a talk ends the waits among those present and opens nothing."""
        present = {*talk.speakers, *talk.to}
        if talk.author is not None:
            present.add(talk.author)
        self.left -= present

        def after(wait: Wait) -> Wait | None:
            if wait.asker is not None and wait.asker not in present:
                return wait
            there = present.intersection(wait.awaited)
            if not there:
                return wait
            for person in sorted(there):
                self._note_answer(wait, person, talk)
            return without(wait, there) if wait.everyone else None

        self.open.revise(present, present, after)
        self.questions.end(present, present)
        self._spoke(talk, closes=False)
        if self.me in present:
            self.my_word = LastWord(talk.at, False, talk.channel, talk.id)

    # T1 to T4, T7, T11

    def _said(self, exchange: Exchange, author: int, answered: Exchange | None) -> None:
        self._come_back(exchange, author)
        self._end(exchange, author, answered)
        if exchange.origin is Origin.ACCEPTANCE:  # T5: it opens nothing
            return
        if not concerns_me(exchange, answered, self.settings):
            return
        self._spoke(exchange, closes=exchange.closes)
        if author == self.me:
            self.my_word = LastWord(exchange.at, exchange.asks, exchange.channel, exchange.id)
        # T13: who wants to be reminded if no answer comes expects one, whatever the wording.
        expects = exchange.remind is not None and author == self.me
        if (exchange.no_answer or exchange.closes) and not expects:  # T4
            return
        # T4: it is said to somebody who waits.
        if exchange.accepts and not exchange.asks and not expects:
            return
        them = addressed(exchange, author, answered, self.settings)
        if self.left:
            them = tuple(person for person in them if person not in self.left)
        if them:
            self._open(exchange, author, them)

    def _spoke(self, exchange: Exchange, closes: bool) -> None:
        """T11 and T14: when a person speaks, silence ends, and so do later and closed."""
        self.spoken_at = max(exchange.at, self.spoken_at or exchange.at)
        if not closes:
            self.later = None
            self.closed = False

    def _end(self, exchange: Exchange, author: int, answered: Exchange | None) -> None:
        """T1, T3, T4 and T7: what this ends."""
        heard = {*exchange.to, *exchange.cc}
        self._end_questions(exchange, author, heard)

        def after(wait: Wait) -> Left:
            if author == wait.asker:
                # T4: a closing by the asker ends their own wait for those it is sent to.
                return without(wait, heard) if exchange.closes else wait
            if not heard_by_asker(wait, exchange, heard):
                return wait
            by = answers_for(wait, exchange, author, answered, self.settings)
            if by is None:
                return wait
            if exchange.accepts and by == author and wait.reason.why in _ACCEPTABLE:
                return accepted(wait, exchange, author)
            self._note_answer(wait, author, exchange)
            self._ask_back(wait, exchange, author)
            return without(wait, {by}) if wait.everyone else None

        self.open.revise({author, *heard}, {author, *self.settings.lists}, after)

    def _note_answer(self, wait: Wait, person: int, exchange: Exchange) -> None:
        """T13: how long they took, from the opening of the wait; a person's only."""
        if person == self.me or wait.asker is None:
            return
        took = max(0, exchange.at - wait.since)
        last = self.answers[-1] if self.answers else None
        if last is not None and (last.person, last.exchange) == (person, exchange.id):
            took = max(took, self.answers.pop().took)
        self.answers.append(Answer(person, wait.reason.channel, took, exchange.id))

    # T7

    def _ask_back(self, wait: Wait, exchange: Exchange, author: int) -> None:
        """T7: a question that answers a question leaves the first one open."""
        opened = wait.last if wait.reason.why is Why.ACCEPTED else wait.reason.exchange
        if exchange.asks and wait.asks and wait.asker is not None and opened is not None:
            self.questions.add(Question(wait.asker, author, opened))

    def _end_questions(self, exchange: Exchange, author: int, heard: set[int]) -> None:
        if not (exchange.asks or exchange.accepts):
            self.questions.end(heard, {author})
        if exchange.closes:
            self.questions.end({author}, heard)

    # T2

    def _open(self, exchange: Exchange, author: int, them: tuple[int, ...]) -> None:
        """T2: what is said opens a wait; said again to the same people, the oldest since stays."""
        remind = exchange.remind if author == self.me else None
        why = Why.ASKED if exchange.asks else Why.WROTE
        reason = Reason(why, "T2", exchange.at, exchange.channel, exchange.id)
        lists = self.settings.lists
        new = Wait(
            asker=author,
            awaited=them,
            since=exchange.at,
            reason=reason,
            asks=exchange.asks or remind is not None,
            everyone=exchange.everyone and len(them) > 1,
            cc=tuple(sorted({*exchange.cc} - lists)) if exchange.cc else (),
            last=exchange.id,
            lists=tuple(sorted(lists.intersection((*exchange.to, *exchange.cc)))) if lists else (),
            remind=remind,
        )
        if (old := self.open.alike(new)) is None:
            self.open.add(new)
        else:
            self.open.replace(old, again(old, new))
