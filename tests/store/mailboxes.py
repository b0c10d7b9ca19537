"""Mail in every shape, generated: what the laws of import are tried with."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from hypothesis import strategies as st

from convonote.conversation.details import DetailKind
from convonote.conversation.records import DAY, Origin
from convonote.intake.chats.lines import Chat, Line
from convonote.intake.records import Attachment, Card, Detail, Incoming, Party
from convonote.store.base import Base
from convonote.store.incoming.receiving import Receiving
from convonote.store.incoming.records import Received
from tests.store.mail import ANA, BOB, KITES, ME, MYSELF, NOW, message

PEOPLE = (ANA, BOB, MYSELF, Party("ana@example.org"), Party("lima@work.example.org", "Ana Lima"))
CHATTERS = (Party("ana", "Ana Lima", "whatsapp"), Party("me", "Me Myself", "whatsapp"))
ONCE_MINE = Party("me@before.example.org", "Me Myself")
EVA = Party("eva", "Eva", "whatsapp")
CARDS = (
    Card(
        source="cards.vcf",
        place=0,
        name="Ana Lima",
        addresses=(Party("ana@example.org"), Party("+48 600 100 200", channel="phone")),
        details=(Detail(DetailKind.ROLE, "Architect"),),
    ),
    Card(
        source="cards.vcf",
        place=1,
        name="Robert Stone",
        addresses=(Party("bob@example.org"),),
        details=(Detail(DetailKind.TAG, "friends"),),
    ),
)
LISTS = {"Kites": KITES, "Ops": Party("ops@lists.example.org", "Ops")}
TEXTS = (
    "Which week suits you?",
    "April it is.",
    "Thanks!",
    "Ok, will do.",
    "Yes. And you?\n- [ ] send the list by 2026-11-05",
    "- [ ] @Bob sends the quote\n- [x] call",
)


Item = Incoming | Card


def take(base: Base, items: Sequence[Item], batch: int = 100) -> Received:
    """Import messages, lines and cards in their order, some at a time."""
    with Receiving(base, "test", pause=0) as into:
        for are_cards, some in groupby(items, lambda item: isinstance(item, Card)):
            rest = list(some)
            for start in range(0, len(rest), batch):
                part = rest[start : start + batch]
                if are_cards:
                    into.add_cards([item for item in part if isinstance(item, Card)])
                else:
                    into.add([item for item in part if isinstance(item, Incoming)])
        return into.received


@st.composite
def everything(draw: st.DrawFn) -> list[Item]:
    """Mail, lines of a chat with one and of one with two, and cards."""
    found: list[Item] = [*draw(mailboxes()), *draw(chats()), *draw(chats(EVA))]
    if draw(st.booleans()):
        found += draw(st.lists(st.sampled_from(CARDS), max_size=2, unique=True))
    return found


@st.composite
def chats(draw: st.DrawFn, *others: Party) -> list[Incoming]:
    """Lines of a chat with Ana, and others, with pauses between some."""
    people = (*CHATTERS, *others)
    title = "Ana Lima" if not others else "Friends"
    chat = Chat(f"{title}.txt", "whatsapp", title, title, people, "me")
    lines = []
    for day in sorted(draw(st.lists(st.integers(0, 12), max_size=3, unique=True))):
        at = NOW - (13 - day) * DAY
        author = draw(st.sampled_from(people))
        named = draw(st.sampled_from(["", "Ana, ", "Eva, "])) if others else ""
        text = named + draw(st.sampled_from(TEXTS))
        lines.append(chat.incoming(Line(author, at, 60, text, at // 60_000_000)))
    return lines


@st.composite
def mailboxes(draw: st.DrawFn, most: int = 7) -> list[Incoming]:
    """Messages with copies of them, which refer to each other and to absent ones."""
    count = draw(st.integers(1, most))
    names = [f"m{number}@x" for number in range(count)]
    found = []
    for place, name in enumerate(names):
        one = draw(messages(name, place, [*names, "absent1@x", "absent2@x"]))
        found.append(one)
        if draw(st.integers(0, 3)) == 0:
            found += draw(st.lists(copies(one), min_size=1, max_size=3))
    return found


@st.composite
def messages(draw: st.DrawFn, name: str, place: int, known: list[str]) -> Incoming:
    """One message: said by a person, by a machine, about a failure, or never sent."""
    references = draw(st.lists(st.sampled_from(known), max_size=2, unique=True))
    text = draw(st.sampled_from(TEXTS))
    kind = draw(st.integers(0, 9))
    one = message(
        name,
        text,
        author=draw(st.sampled_from(PEOPLE)),
        to=draw(st.lists(st.sampled_from(PEOPLE), max_size=2)),
        cc=draw(st.lists(st.sampled_from([BOB, KITES]), max_size=1)),
        after=references,
        days=None if kind == 0 else draw(st.integers(1, 5)),
        place=place,
        topic=draw(st.sampled_from(["", f"Topic {place}"])),
        asks="?" in text,
        closes=text == "Thanks!",
        accepts=text.startswith("Ok"),
    )
    if kind == 1:
        return replace(one, draft=True, author=MYSELF)
    if kind == 2:
        return replace(one, origin=Origin.BOUNCE, failed=(BOB,), author=Party("daemon@x"))
    if kind == 3:
        return replace(one, origin=Origin.MACHINE)
    if kind == 4:
        return replace(one, mine=True, author=draw(st.sampled_from([MYSELF, ONCE_MINE])))
    if kind == 5:
        plan = Attachment("plan.pdf", "application/pdf", 1200)
        return replace(one, attachments=(plan,), original=f"{text}\n> before")
    return one


@st.composite
def copies(draw: st.DrawFn, one: Incoming) -> Incoming:
    """The same message from elsewhere: a mailbox, a gateway, a list with a footer of its own."""
    where = "mailbox" if one.draft else draw(st.sampled_from(["mailbox", "gateway", *LISTS]))
    if where == "mailbox":
        return replace(one, source="elsewhere", delivered_to=(ME,))
    if where == "gateway":
        return replace(
            one,
            source="behind a gateway",
            topic=f"[EXT] {one.topic}",
            text=f"CAUTION: external\n{one.text}",
            original=draw(st.sampled_from([None, f"CAUTION: external\n{one.text}\n> before"])),
        )
    return replace(
        one,
        source="a list",
        lists=(LISTS[where],),
        text=f"{one.text}\n--\n{where}",
        topic=draw(st.sampled_from([one.topic, f"[{where}] {one.topic}", f"{one.topic} for ops"])),
        original=draw(st.sampled_from([None, f"{one.text}\n> before\n--\n{where}"])),
        origin=draw(st.sampled_from([one.origin, Origin.MACHINE])),
        attachments=(),
    )
