-- Promises: how each came about, and who said when that it is kept or let go.

ALTER TABLE promise ADD COLUMN found TEXT;       -- wording | hand; NULL: a task item in the text
CREATE INDEX promise_state ON promise (state, due) WHERE deleted_at IS NULL;

-- Each time somebody said where a promise stands; the last one that was taken tells why it stands so.
CREATE TABLE settling (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    promise INTEGER NOT NULL REFERENCES promise (id),
    state TEXT NOT NULL,                         -- open | kept | let go | dismissed
    at INTEGER NOT NULL,                         -- when that was said
    person INTEGER NOT NULL REFERENCES person (id), -- who said so
    exchange INTEGER REFERENCES exchange (id),   -- in which, NULL where the user settled it by a key
    standing TEXT NOT NULL DEFAULT 'taken',      -- taken | suggested | dismissed
    deleted_at INTEGER,
    taken_back INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX settling_promise ON settling (promise);
CREATE INDEX settling_exchange ON settling (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX settling_person ON settling (person);
CREATE INDEX settling_suggested ON settling (promise) WHERE standing = 'suggested';
