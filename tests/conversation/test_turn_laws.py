"""Laws that hold for every conversation, whatever was said in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.explain import explain
from convonote.conversation.order import ordered
from convonote.conversation.records import (
    DAY,
    Channel,
    Choice,
    ChoiceKind,
    Exchange,
    Kind,
    Origin,
    Promise,
    Settings,
)
from convonote.conversation.turn import advance, fold, place
from convonote.conversation.turn_records import Pace
from tests.conversation.builders import KYOTO_LIST, ME, START, day

PEOPLE = (1, 2, 3, 4)
ADDRESSEES = (*PEOPLE, KYOTO_LIST)

people = st.lists(st.sampled_from(ADDRESSEES), max_size=3, unique=True).map(tuple)
present = st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True).map(tuple)


@st.composite
def exchanges(draw: st.DrawFn, number: int) -> Exchange:
    asks = draw(st.booleans())
    kind = draw(st.sampled_from((Kind.SAID, Kind.SAID, Kind.SAID, Kind.TALK, Kind.NOTE)))
    return Exchange(
        id=number,
        at=START + draw(st.integers(0, 30)) * DAY // 3,
        author=draw(st.sampled_from(PEOPLE)),
        kind=kind,
        channel=draw(st.sampled_from((Channel.EMAIL, Channel.CHAT, Channel.PHONE))),
        to=draw(people),
        cc=draw(people),
        speakers=draw(present) if kind is Kind.TALK else (),
        named=draw(present),
        answers=draw(st.none() | st.integers(1, 8)),
        origin=draw(st.sampled_from((*([Origin.PERSON] * 5), *Origin))),
        via_list=draw(st.booleans()),
        asks=asks,
        closes=not asks and draw(st.booleans()),
        accepts=draw(st.booleans()),
        everyone=draw(st.booleans()),
        queued=draw(st.integers(0, 9)) == 0,
        place=draw(st.integers(0, 2)),
        arrived=number,
    )


@st.composite
def conversations(draw: st.DrawFn) -> tuple[list[Exchange], list[Promise], Settings]:
    said = [draw(exchanges(number)) for number in range(1, draw(st.integers(1, 8)) + 1)]
    promises = [
        Promise(
            id=number,
            owner=draw(st.sampled_from((*PEOPLE, 9))),
            said_at=day(draw(st.integers(0, 10))),
            due=draw(st.none() | st.dates(_date(0), _date(20))),
            arrived=draw(st.integers(1, len(said))),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    ]
    choices = [
        Choice(
            id=number,
            at=day(draw(st.integers(0, 12))),
            kind=draw(st.sampled_from(ChoiceKind)),
            holders=draw(st.lists(st.sampled_from((*PEOPLE, 9)), max_size=2).map(tuple)),
            everyone=draw(st.booleans()),
            until=draw(st.none() | st.integers(0, 30).map(day)),
            known=draw(st.integers(0, len(said))),
        )
        for number in range(1, draw(st.integers(0, 2)) + 1)
    ]
    same = draw(st.sampled_from(({}, {4: 1}, {3: 2})))
    return (
        said,
        promises,
        Settings(me=ME, choices=tuple(choices), lists=frozenset({KYOTO_LIST}), same=same),
    )


def _date(number: int):  # type: ignore[no-untyped-def]  # a date, for hypothesis
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=day(number))).date()


many = settings(max_examples=100, deadline=None)


@many
@given(conversations())
def test_folding_one_by_one_equals_folding_at_once(
    conversation: tuple[list[Exchange], list[Promise], Settings],
) -> None:
    said, promises, how = conversation
    how = replace(how, choices=())
    in_order = [exchange for _, exchange in ordered(said)]
    waits = fold([], promises, how)
    for exchange in in_order:
        answered = next((e for e in said if e.id == exchange.answers), None)
        waits = advance(waits, exchange, promises, how, answered)
    assert waits == fold(said, promises, how)


@many
@given(conversations())
def test_the_last_to_arrive_may_be_folded_onto_what_is_there(
    conversation: tuple[list[Exchange], list[Promise], Settings],
) -> None:
    said, promises, how = conversation
    last = replace(said[-1], at=day(40), arrived=len(said), answers=None)
    how = replace(
        how,
        choices=tuple(
            replace(choice, known=min(choice.known, len(said) - 1)) for choice in how.choices
        ),
    )
    before = [replace(e, answers=None) for e in said[:-1]]
    assert advance(fold(before, promises, how), last, promises, how) == fold(
        [*before, last], promises, how
    )


@many
@given(conversations(), st.randoms(use_true_random=False))
def test_the_order_in_which_exchanges_are_read_does_not_matter(
    conversation: tuple[list[Exchange], list[Promise], Settings], random: object
) -> None:
    said, promises, how = conversation
    expected = fold(said, promises, how)
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis names no type for it
    assert fold(shuffled, reversed(promises), how) == expected


@many
@given(conversations(), st.integers(0, 30))
def test_a_private_note_changes_nothing(
    conversation: tuple[list[Exchange], list[Promise], Settings], at: int
) -> None:
    said, promises, how = conversation
    note = Exchange(id=99, at=day(at), author=ME, to=(2,), kind=Kind.NOTE, asks=True, arrived=99)
    assert fold([*said, note], promises, how) == fold(said, promises, how)


@many
@given(conversations(), st.integers(0, 200))
def test_every_holder_has_a_why_and_takes_part(
    conversation: tuple[list[Exchange], list[Promise], Settings], now: int
) -> None:
    said, promises, how = conversation
    waits = fold(said, promises, how)
    inside = {ME, *how.lists}
    for exchange in said:
        inside.update(exchange.to, exchange.cc, exchange.speakers, (exchange.author or ME,))
    for holder in (*(found := place(waits, Pace(), day(now))).holders, *found.lapsed):
        assert holder.person in inside
        assert holder.reason.rule.startswith("T")
        sentence = explain(holder, {}, UTC, day(now))
        assert len(sentence) > len("you wrote")


@many
@given(conversations(), st.integers(0, 100))
def test_nothing_changes_before_the_moment_that_is_told(
    conversation: tuple[list[Exchange], list[Promise], Settings], now: int
) -> None:
    said, promises, how = conversation
    waits = fold(said, promises, how)
    here = place(waits, Pace(), day(now))
    until = here.changes_at or day(1000)
    assert until > day(now)
    assert place(waits, Pace(), until - 1) == here


@many
@given(conversations())
def test_nothing_comes_before_what_it_answers(
    conversation: tuple[list[Exchange], list[Promise], Settings],
) -> None:
    said = [
        replace(
            exchange, answers=exchange.answers if (exchange.answers or 0) < exchange.id else None
        )
        for exchange in conversation[0]
    ]
    moments = {exchange.id: moment for moment, exchange in ordered(said)}
    assert len(set(moments.values())) == len(said)
    for exchange in said:
        assert moments[exchange.id] >= exchange.at
        if exchange.answers in moments:
            assert moments[exchange.id] > moments[exchange.answers]


@settings(max_examples=40, deadline=None)
@given(conversations(), st.integers(10, 13))
def test_whether_something_asks_changes_no_holder_before_it_goes_quiet(
    conversation: tuple[list[Exchange], list[Promise], Settings], now: int
) -> None:
    """T4, T13, T14: among people an ask tells why and how long, never who or since when."""
    said, promises, how = conversation
    how = replace(how, lists=frozenset())
    plain = [replace(e, asks=False, accepts=False, via_list=False) for e in said]
    asking = [replace(e, asks=not e.closes) for e in plain]
    found = []
    for each in (plain, asking):
        there = place(fold(each, promises, how), Pace(), day(now))
        found.append({(one.person, one.since) for one in (*there.holders, *there.lapsed)})
    assert found[0] == found[1]
