"""Steps of small conversations, written in a line each, and what becomes of them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

ME = "Jo Meyer"
MY_ADDRESS = "me@example.net"
NAMES = {
    "me": ME,
    "Ana": "Ana Lima",
    "Bob": "Bob Stone",
    "Chi": "Chi Nguyen",
    "Dan": "Dan Weiss",
    "list": "Kyoto walkers",
}
ADDRESSES = {
    "me": MY_ADDRESS,
    "Ana": "ana@example.org",
    "Ana's": "lima@work.example.com",
    "Bob": "bob@example.org",
    "Chi": "chi@example.org",
    "Dan": "dan@example.org",
    "list": "walkers@lists.example.org",
    "robot": "no-reply@shop.example.com",
    "daemon": "mailer-daemon@mx.example.net",
}
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """Something said; `day` is that many days before now."""

    author: str
    to: str
    day: float
    text: str
    cc: str = ""
    re: int | None = None
    """The number of the step it replies to, from 1."""
    over: str = ""
    """`list` for a discussion list, `news` for a list that nobody discusses on."""
    robot: bool = False
    bounces: int | None = None
    """The number of the step that could not be delivered."""
    failed: str = ""
    accepts_invitation: bool = False

    @property
    def at(self) -> datetime:
        """When it was said."""
        return NOW - timedelta(days=self.day)


@dataclass(frozen=True, slots=True)
class ByHand:
    """The user sets the turn, at that point of what has arrived."""

    holders: str


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation in the order in which it arrives, and who holds the turn at its end."""

    title: str
    steps: tuple[Step | ByHand, ...]
    holders: dict[str, float]
    """Who holds the turn, and since how many days before now."""
    section: str
    names: tuple[str, ...] = field(default=())

    @property
    def loggable(self) -> bool:
        """It can be written down line by line too: between me and others, without mail's ways."""
        return all(
            isinstance(step, Step)
            and not (step.cc or step.over or step.robot or step.bounces)
            and not (step.failed or step.accepts_invitation)
            and "me" in (step.author, *_split(step.to))
            and not {"Ana's", "list", "robot", "daemon"} & {step.author, *_split(step.to)}
            for step in self.steps
        ) and (_in_order(self.steps) and _told_as_one(self.steps))


def _in_order(steps: tuple[Step | ByHand, ...]) -> bool:
    days = [step.day for step in steps if isinstance(step, Step)]
    return days == sorted(days, reverse=True)


def _told_as_one(steps: tuple[Step | ByHand, ...]) -> bool:
    """Everybody who speaks was there from the first line on, so that a topic names one thing."""
    people = [{step.author, *_split(step.to)} for step in steps if isinstance(step, Step)]
    return all(some & people[0] - {"me"} for some in people)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _mailbox(name: str) -> str:
    address = ADDRESSES[name]
    shown = NAMES.get(name.removesuffix("'s"), "")
    return f"{shown} <{address}>" if shown else address


def _boxes(names: str) -> str:
    return ", ".join(_mailbox(name) for name in _split(names))


def as_mail(steps: tuple[Step | ByHand, ...], index: int, key: str) -> bytes:
    """One step as a message; it refers to what it replies to, else to the first step."""
    step = steps[index]
    assert isinstance(step, Step)
    message = EmailMessage()
    message["From"] = _mailbox(step.author)
    message["To"] = _boxes(step.to)
    if step.cc:
        message["Cc"] = _boxes(step.cc)
    message["Date"] = format_datetime(step.at)
    message["Subject"] = "A walk"
    message["Message-ID"] = f"<{key}-{index + 1}@example.org>"
    if answered := _answered(steps, index):
        message["References"] = f"<{key}-{answered}@example.org>"
        if step.re:
            message["In-Reply-To"] = f"<{key}-{answered}@example.org>"
    if step.over == "list":
        message["List-Id"] = "Kyoto walkers <walkers.lists.example.org>"
        message["List-Post"] = "<mailto:walkers@lists.example.org>"
        message["Precedence"] = "list"
    elif step.over == "news":
        message["List-Id"] = "News <news.shop.example.com>"
        message["List-Unsubscribe"] = "<https://shop.example.com/leave>"
    if step.robot:
        message["Auto-Submitted"] = "auto-replied"
    message.set_content(step.text)
    if step.bounces:
        return _bounce(message, step, f"<{key}-{step.bounces}@example.org>")
    if step.accepts_invitation:
        message.add_alternative(_reply_to_invitation(step), subtype="calendar")
        message.get_payload()[-1].set_param("method", "REPLY")  # type: ignore[union-attr, index]  # a list here
    return message.as_bytes()


def _answered(steps: tuple[Step | ByHand, ...], index: int) -> int | None:
    """The number of the step it refers to: the first, unless one says it replies to this."""
    step = steps[index]
    assert isinstance(step, Step)
    answered_by = [s for s in steps if isinstance(s, Step) and s.re == index + 1]
    if step.re or step.bounces or answered_by or not index:
        return step.re
    return 1


def _bounce(message: EmailMessage, step: Step, failed_id: str) -> bytes:
    headers = "".join(
        f"{name}: {message[name]}\n" for name in ("From", "To", "Date", "Subject", "Message-ID")
    )
    failed = ADDRESSES[step.failed]
    return (
        f"{headers}Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{step.text}\n"
        "--b\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example.net\n\n"
        f"Final-Recipient: rfc822; {failed}\nAction: failed\nStatus: 5.1.1\n\n"
        "--b\nContent-Type: text/rfc822-headers\n\n"
        f"From: {_mailbox('me')}\nTo: {_boxes(step.failed)}\nMessage-ID: {failed_id}\n\n--b--\n"
    ).encode()


def _reply_to_invitation(step: Step) -> str:
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ADDRESSES[step.author]}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def as_line(step: Step, topic: str) -> str:
    """One step as a line for `log`."""
    others = [name for name in _split(step.to) if name != "me"]
    who = others if step.author == "me" else [step.author, *others]
    sign = ">" if step.author == "me" else "<"
    names = ", ".join(NAMES[name] for name in who)
    text = step.text.replace("\n", " ")
    return f"{names} {sign} email {step.at:%Y-%m-%d %H:%M}: {text} #{topic}"


def today() -> date:
    """The day of `NOW`."""
    return NOW.date()
