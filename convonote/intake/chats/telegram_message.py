"""What stands in one message of a Telegram export."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from mimetypes import guess_type

from convonote.conversation.zones import EPOCH, MICROSECOND
from convonote.intake.chats.lines import MINUTE, party
from convonote.intake.records import Attachment, Party

SERVICE = "telegram"

Message = Mapping[str, object]


def speaker(message: Message) -> Party | None:
    """Who said a message, or did what it tells of."""
    for name, id in (("from", "from_id"), ("actor", "actor_id")):
        shown, own = text_of(message.get(name)), message.get(id)
        address = text_of(own) if isinstance(own, str) else f"user{own}" if own else ""
        if shown or address:
            return party(SERVICE, shown or address, address)
    return None


def account(told: object) -> Party | None:
    """Whose account it is, from the part of an export that tells of oneself."""
    if not isinstance(told, dict) or not told.get("user_id"):
        return None
    name = f"{text_of(told.get('first_name'))} {text_of(told.get('last_name'))}".strip()
    return party(SERVICE, name, f"user{str(told['user_id']).removeprefix('user')}")


def moment(message: Message) -> tuple[int, int] | None:
    """When it was said; where the export has the local time too, that tells the offset."""
    local: datetime | None = None
    with suppress(ValueError):
        local = datetime.fromisoformat(text_of(message.get("date"))).replace(tzinfo=None)
    shown = None if local is None else (local - EPOCH) // MICROSECOND
    try:
        at = int(str(message["date_unixtime"])) * 1_000_000
    except (KeyError, ValueError):
        return None if shown is None else (shown, 0)
    offset = 0 if shown is None else round((shown - at) / MINUTE)
    return at, offset if abs(offset) < 24 * 60 else 0


def attachments(message: Message) -> tuple[Attachment, ...]:
    """What came with a message, a picture before another file."""
    found = []
    for key, size in (("photo", "photo_file_size"), ("file", "file_size")):
        path = text_of(message.get(key))
        if not path:
            continue
        # Of what was not exported, a note in brackets stands in the place of the path.
        name = text_of(message.get("file_name")) if key == "file" else ""
        if not name:
            name = key if path.startswith("(") else path.rpartition("/")[2]
        type = text_of(message.get("mime_type")) or guess_type(name)[0] or ""
        if key == "photo" and not type:
            type = "image/jpeg"
        bytes_ = message.get(size)
        found.append(Attachment(name[:200], type, bytes_ if isinstance(bytes_, int) else 0))
    return tuple(found)


def told(message: Message) -> str:
    """What a message holds beside its text: a place, a poll, somebody's card, a sticker."""
    parts = []
    if isinstance(place := message.get("location_information"), dict):
        parts.append(f"<geo:{place.get('latitude')},{place.get('longitude')}>")
    if title := text_of(message.get("place_name")):
        parts.append(title)
    if isinstance(poll := message.get("poll"), dict):
        answers = poll.get("answers")
        options = [
            f"- {text_of(each.get('text'))}"
            for each in (answers if isinstance(answers, list) else ())
            if isinstance(each, dict)
        ]
        parts.append("\n".join([text_of(poll.get("question")), *options]))
    if isinstance(card := message.get("contact_information"), dict):
        fields = ("first_name", "last_name", "phone_number")
        parts.append(" ".join(filter(None, (text_of(card.get(each)) for each in fields))))
    if message.get("media_type") == "sticker":
        parts.append(text_of(message.get("sticker_emoji")))
    return "\n\n".join(filter(None, parts))


def call_length(seconds: object) -> str:
    """How long a call was, in words."""
    minutes, rest = divmod(seconds if isinstance(seconds, int) else 0, 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def text_of(value: object) -> str:
    """A value that is a text, without the spaces around it; empty for any other."""
    return value.strip() if isinstance(value, str) else ""
