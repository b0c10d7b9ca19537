-- The first schema. Migrations are never edited once released; a later feature adds its own.
--
-- Keys are integers for speed; `uid` (UUIDv7) is the name for the outside world. Moments are UTC
-- microseconds; `offset` is the offset in minutes that was in force where a thing was said.
-- Deleting sets `deleted_at`; nothing is erased. Columns under "cache" can be computed again from
-- the rest, and `doctor` proves it.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    named_by TEXT NOT NULL DEFAULT 'import',     -- import | user: what the user wrote is never overwritten
    kind TEXT NOT NULL DEFAULT 'person',         -- person | list
    me INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE UNIQUE INDEX person_me ON person (me) WHERE me = 1;
CREATE INDEX person_name ON person (name COLLATE NOCASE);

CREATE TABLE address (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    channel TEXT NOT NULL,
    value TEXT NOT NULL,                         -- as it was written
    folded TEXT NOT NULL,                        -- as it is compared
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE UNIQUE INDEX address_folded ON address (channel, folded) WHERE deleted_at IS NULL;
CREATE INDEX address_person ON address (person);

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    topic_by TEXT NOT NULL DEFAULT 'import',     -- import | user
    created_at INTEGER NOT NULL,
    merged_into INTEGER REFERENCES conversation (id),
    deleted_at INTEGER,
    -- cache
    exchanges INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER,
    channels TEXT NOT NULL DEFAULT '',           -- joined by a comma, the latest first
    people TEXT NOT NULL DEFAULT '',             -- ids joined by a comma, who spoke last first; some 20, not me, no lists
    spoke INTEGER NOT NULL DEFAULT 0,            -- how many of these have spoken
    waits TEXT NOT NULL DEFAULT '',              -- what fold gave, packed as JSON
    folded_to TEXT NOT NULL DEFAULT '',          -- the order key of the last exchange in it, as JSON
    section TEXT NOT NULL DEFAULT 'resting',
    turn TEXT NOT NULL DEFAULT 'nobody',
    rank INTEGER NOT NULL DEFAULT 2,
    order_at INTEGER NOT NULL DEFAULT 0,
    until INTEGER,
    changes_at INTEGER                           -- when section or order change by themselves
);
CREATE INDEX conversation_queue ON conversation (section, rank, order_at, id)
    WHERE deleted_at IS NULL AND merged_into IS NULL;
CREATE INDEX conversation_changes ON conversation (changes_at)
    WHERE changes_at IS NOT NULL AND deleted_at IS NULL AND merged_into IS NULL;
CREATE INDEX conversation_merged ON conversation (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE participant (
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    person INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (conversation, person)
) WITHOUT ROWID;
CREATE INDEX participant_person ON participant (person, conversation);

CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,        -- also the order of arrival (T8)
    uid TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    kind TEXT NOT NULL,                          -- said | talk | note
    channel TEXT NOT NULL,
    author INTEGER REFERENCES person (id),
    at INTEGER NOT NULL,
    "offset" INTEGER NOT NULL DEFAULT 0,
    place INTEGER NOT NULL DEFAULT 0,            -- in the source it came from
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,                          -- the new part, as it was written
    answers INTEGER REFERENCES exchange (id),
    message_id TEXT,                             -- its own name where it came from, such as a Message-ID
    replies_to TEXT,                             -- the name of what it replies to, present or not
    origin TEXT NOT NULL DEFAULT 'person',       -- person | machine | bounce | acceptance
    via_list INTEGER NOT NULL DEFAULT 0,
    asks INTEGER NOT NULL DEFAULT 0,
    closes INTEGER NOT NULL DEFAULT 0,
    accepts INTEGER NOT NULL DEFAULT 0,
    no_answer INTEGER NOT NULL DEFAULT 0,
    everyone INTEGER NOT NULL DEFAULT 0,
    queued INTEGER NOT NULL DEFAULT 0,
    dated INTEGER NOT NULL DEFAULT 1,            -- 0: the source gave no usable date
    attachments TEXT NOT NULL DEFAULT '',        -- JSON list of [name, type, bytes], or empty
    made_by TEXT NOT NULL DEFAULT 'user',        -- user | import
    edited_at INTEGER,
    deleted_at INTEGER,
    -- cache
    sorted_at INTEGER NOT NULL,                  -- `at`, or later so as to follow what it answers (T16)
    search_id INTEGER NOT NULL UNIQUE,           -- rowid in the index: milliseconds said, next free one
    tokens TEXT NOT NULL DEFAULT ''              -- author, people, channel and conversation as words
);
CREATE INDEX exchange_timeline ON exchange (conversation, sorted_at, place, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX exchange_message ON exchange (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX exchange_replies ON exchange (replies_to) WHERE replies_to IS NOT NULL;
CREATE INDEX exchange_answers ON exchange (answers) WHERE answers IS NOT NULL;
-- What the user logged of a mail that has not come in yet.
CREATE INDEX exchange_logged ON exchange (at)
    WHERE made_by = 'user' AND message_id IS NULL AND channel = 'email';

CREATE TABLE addressee (
    exchange INTEGER NOT NULL REFERENCES exchange (id),
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,                          -- to | cc | speaker | named
    PRIMARY KEY (exchange, person, role)
) WITHOUT ROWID;

CREATE TABLE original (
    exchange INTEGER PRIMARY KEY REFERENCES exchange (id),
    text BLOB NOT NULL                           -- zlib of the whole text as UTF-8, where it differs
);

-- Every name of a message that was seen, present or only referred to, and where it belongs.
CREATE TABLE message (
    name TEXT PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation (id)
) WITHOUT ROWID;
CREATE INDEX message_conversation ON message (conversation);

CREATE TABLE promise (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    exchange INTEGER REFERENCES exchange (id),
    owner INTEGER NOT NULL REFERENCES person (id),
    what TEXT NOT NULL,
    line INTEGER,                                -- of the task item in the text, from 0
    due TEXT,                                    -- ISO date
    state TEXT NOT NULL DEFAULT 'open',          -- open | kept | let go | suggested | dismissed
    said_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE INDEX promise_conversation ON promise (conversation);
CREATE INDEX promise_open ON promise (owner, due) WHERE state = 'open' AND deleted_at IS NULL;

CREATE TABLE choice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    kind TEXT NOT NULL,                          -- turn | later | closed | opened
    at INTEGER NOT NULL,
    known INTEGER NOT NULL,                      -- the greatest exchange id known then
    holders TEXT NOT NULL DEFAULT '',            -- JSON list of person ids
    everyone INTEGER NOT NULL DEFAULT 1,
    until INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    deleted_at INTEGER
);
CREATE INDEX choice_conversation ON choice (conversation);

CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    conversation INTEGER REFERENCES conversation (id),
    answers INTEGER REFERENCES exchange (id),
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    author INTEGER REFERENCES person (id),
    people TEXT NOT NULL DEFAULT '',             -- JSON list of person ids
    topic TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
);

-- Answer times, for the usual pace of people (T13). A cache of what fold gave.
CREATE TABLE answer (
    exchange INTEGER NOT NULL REFERENCES exchange (id),
    person INTEGER NOT NULL REFERENCES person (id),
    channel TEXT NOT NULL,
    took INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    PRIMARY KEY (exchange, person)
) WITHOUT ROWID;
CREATE INDEX answer_pace ON answer (person, channel, took);
CREATE INDEX answer_took ON answer (took);
CREATE INDEX answer_conversation ON answer (conversation);

-- One row for each thing done; `part` says what it did to which rows.
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,                         -- user | import
    what TEXT NOT NULL,                          -- for a person to read: "said to Ana Lima"
    undone_at INTEGER
);
CREATE TABLE part (
    change INTEGER NOT NULL REFERENCES change (id),
    seq INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    first INTEGER NOT NULL,                      -- row ids, both included
    last INTEGER NOT NULL,
    field TEXT,                                  -- NULL: the rows were inserted
    before TEXT,                                 -- JSON
    after TEXT,                                  -- JSON
    PRIMARY KEY (change, seq)
) WITHOUT ROWID;

-- Words, newest first by rowid; tokens are filters such as `f12 t7 cemail v99`.
CREATE VIRTUAL TABLE search USING fts5 (
    text, tokens,
    content = 'exchange', content_rowid = 'search_id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);

-- Names and topics by any three letters; rowid is 2 × person id, or 2 × conversation id + 1.
CREATE VIRTUAL TABLE naming USING fts5 (name, tokenize = 'trigram');
