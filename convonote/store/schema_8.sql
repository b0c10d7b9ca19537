-- Listening: what people asked for, what they volunteered, what is for next time.

CREATE TABLE remark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,                          -- wish | volunteered | next time
    person INTEGER REFERENCES person (id),       -- NULL: everybody in the conversation of its note
    exchange INTEGER REFERENCES exchange (id),   -- the note it stands in; NULL: written on the card
    line INTEGER,                                -- of that note's text, from 0
    text TEXT NOT NULL,
    due TEXT,                                    -- ISO date from which it is to be brought up
    said_at INTEGER NOT NULL,
    "offset" INTEGER NOT NULL DEFAULT 0,
    used_at INTEGER,
    deleted_at INTEGER
);
CREATE INDEX remark_person ON remark (person) WHERE person IS NOT NULL;
CREATE INDEX remark_of_all ON remark (person, exchange) WHERE person IS NULL;
CREATE INDEX remark_exchange ON remark (exchange) WHERE exchange IS NOT NULL;

-- When the user wants to be reminded if no answer has come.
ALTER TABLE exchange ADD COLUMN remind_at INTEGER;

-- What stands in a composer beside the text: whom it is copied to, what is typed in the other fields
-- as JSON, and the exchange whose text it is to replace.
CREATE INDEX draft_left ON draft (conversation) WHERE deleted_at IS NULL;
ALTER TABLE draft ADD COLUMN edits INTEGER REFERENCES exchange (id);
ALTER TABLE draft ADD COLUMN cc TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN words TEXT;

-- With which change the user set a turn by hand: on its own, or with something said.
CREATE INDEX part_of_choice ON part (first) WHERE "table" = 'choice' AND field IS NULL;
