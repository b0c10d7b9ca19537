"""`split`: make a conversation of its own of an exchange and what answers it."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.row import standing
from convonote.cli.stop import Stop
from convonote.cli.which import which_conversation
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.store.search.records import Hit
from convonote.text.times import said

LOOKED_AT = 500
"""Exchanges with the words that are looked at, of all conversations."""
EXAMPLES = """\
convonote split Kyoto "the lease"                  what says so, and what answers it
convonote split Kyoto "the lease" --topic Lease    and call it so
convonote split Kyoto "the lease" --alone          without what answers it"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Split an exchange off and say where the new conversation stands."""
    options = Options("split", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing says so there"})
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("words", metavar="WORDS", help="words of the exchange, or its id")
    options.add_argument("--topic", default="", help="what the new conversation is called")
    options.add_argument("--alone", action="store_true", help="without what answers it")
    options.add_argument("--json", action="store_true", help="where it stands now, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        conversation = which_conversation(book, given.what)
        exchange = _exchange(book, conversation, given.words)
        now = book.split(exchange, with_answers=not given.alone, topic=given.topic)
        if given.json:
            say_json(records.conversation(now))
        else:
            say(standing(now))
    return stop.DONE


def _exchange(book: Notebook, conversation: Conversation, words: str) -> int:
    """The one exchange of a conversation that has the words."""
    if (exchange := book.exchange(words)) is not None:
        return exchange
    hits = [hit for hit in book.find(words, limit=LOOKED_AT) if hit.conversation == conversation.id]
    if not hits:
        raise Stop(stop.NOT_ALL, f"nothing in {conversation.topic!r} says {words!r}")
    if len(hits) > 1:
        raise Stop(
            stop.USAGE,
            f"{words!r} fits several; give more words, or the id at the end of a line:",
            tuple(_named(book, hit) for hit in hits[:20]),
        )
    return hits[0].exchange


def _named(book: Notebook, hit: Hit) -> str:
    when = said(hit.at, hit.offset, book.now())
    return f"{when}  {hit.author}: {hit.snippet}  {hit.exchange_uid}"
