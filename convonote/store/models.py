"""Peewee models of the tables that a user's doing can change, as the schemas make them.

They are bound to no database, since several notebooks may be open at once: a query says on which
it runs, `Person.select().execute(base.database)`. References are plain keys, so that reading a
field never runs a query. Tables without a key of one integer are written by SQL.
"""

from peewee import AutoField, IntegerField, Model, TextField


class Row(Model):
    """What a user can make: a key for speed, a `uid` for the world outside."""

    id = AutoField()
    uid = TextField(unique=True)


class Person(Row):
    name = TextField()
    named_by = TextField(default="import")
    kind = TextField(default="person")
    me = IntegerField(default=0)
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)
    merged_into = IntegerField(null=True)


class Address(Row):
    person = IntegerField()
    channel = TextField()
    value = TextField()
    folded = TextField()
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)
    preferred = IntegerField(default=0)


class Conversation(Row):
    topic = TextField()
    topic_by = TextField(default="import")
    created_at = IntegerField()
    merged_into = IntegerField(null=True)
    deleted_at = IntegerField(null=True)
    exchanges = IntegerField(default=0)
    last_at = IntegerField(null=True)
    channels = TextField(default="")
    people = TextField(default="")
    spoke = IntegerField(default=0)
    waits = TextField(default="")
    folded_to = TextField(default="")
    section = TextField(default="resting")
    turn = TextField(default="nobody")
    rank = IntegerField(default=2)
    order_at = IntegerField(default=0)
    until = IntegerField(null=True)
    changes_at = IntegerField(null=True)
    taken_back = IntegerField(default=0)


class Exchange(Row):
    conversation = IntegerField()
    kind = TextField()
    channel = TextField()
    author = IntegerField(null=True)
    at = IntegerField()
    offset = IntegerField(default=0)
    place = IntegerField(default=0)
    subject = TextField(default="")
    text = TextField()
    answers = IntegerField(null=True)
    message_id = TextField(null=True)
    replies_to = TextField(null=True)
    origin = TextField(default="person")
    via_list = IntegerField(default=0)
    asks = IntegerField(default=0)
    closes = IntegerField(default=0)
    accepts = IntegerField(default=0)
    no_answer = IntegerField(default=0)
    everyone = IntegerField(default=0)
    queued = IntegerField(default=0)
    dated = IntegerField(default=1)
    attachments = TextField(default="")
    made_by = TextField(default="user")
    edited_at = IntegerField(null=True)
    deleted_at = IntegerField(null=True)
    sorted_at = IntegerField()
    search_id = IntegerField(unique=True)
    tokens = TextField(default="")
    taken_back = IntegerField(default=0)
    remind_at = IntegerField(null=True)


class Promise(Row):
    conversation = IntegerField()
    exchange = IntegerField(null=True)
    owner = IntegerField()
    what = TextField()
    line = IntegerField(null=True)
    due = TextField(null=True)
    state = TextField(default="open")
    said_at = IntegerField()
    deleted_at = IntegerField(null=True)
    taken_back = IntegerField(default=0)
    found = TextField(null=True)


class Settling(Row):
    promise = IntegerField()
    state = TextField()
    at = IntegerField()
    person = IntegerField()
    exchange = IntegerField(null=True)
    standing = TextField(default="taken")
    deleted_at = IntegerField(null=True)
    taken_back = IntegerField(default=0)


class Choice(Row):
    conversation = IntegerField()
    kind = TextField()
    at = IntegerField()
    known = IntegerField()
    holders = TextField(default="")
    everyone = IntegerField(default=1)
    until = IntegerField(null=True)
    reason = TextField(default="")
    deleted_at = IntegerField(null=True)


class Draft(Row):
    conversation = IntegerField(null=True)
    answers = IntegerField(null=True)
    kind = TextField()
    channel = TextField()
    author = IntegerField(null=True)
    people = TextField(default="")
    topic = TextField(default="")
    text = TextField()
    created_at = IntegerField()
    updated_at = IntegerField()
    deleted_at = IntegerField(null=True)
    replies_to = TextField(null=True)
    edits = IntegerField(null=True)
    cc = TextField(default="")
    words = TextField(null=True)


class Detail(Row):
    person = IntegerField()
    kind = TextField()
    value = TextField()
    extra = TextField(default="")
    made_by = TextField(default="user")
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)


class Source(Row):
    path = TextField()
    kind = TextField(default="")
    read_at = IntegerField(null=True)
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)


class Apart(Row):
    conversation = IntegerField()
    other = IntegerField()
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)


class Link(Row):
    conversation = IntegerField()
    other = IntegerField()
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)


class Remark(Row):
    kind = TextField()
    person = IntegerField(null=True)
    exchange = IntegerField(null=True)
    line = IntegerField(null=True)
    text = TextField()
    due = TextField(null=True)
    said_at = IntegerField()
    offset = IntegerField(default=0)
    used_at = IntegerField(null=True)
    deleted_at = IntegerField(null=True)


class Rhythm(Row):
    person = IntegerField(null=True)
    tag = TextField(default="")
    days = IntegerField()
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)


class Quiet(Row):
    person = IntegerField()
    until = TextField()
    reason = TextField(default="")
    created_at = IntegerField()
    deleted_at = IntegerField(null=True)


class Change(Row):
    at = IntegerField()
    actor = TextField()
    what = TextField()
    undone_at = IntegerField(null=True)
    out_of_reach = IntegerField(default=0)


TABLES: dict[str, type[Row]] = {
    model.__name__.lower(): model
    for model in (
        Person,
        Address,
        Conversation,
        Exchange,
        Promise,
        Settling,
        Choice,
        Draft,
        Detail,
        Source,
        Apart,
        Link,
        Remark,
        Rhythm,
        Quiet,
        Change,
    )
}
"""The models by the names of their tables."""
