-- Rhythm: how often one wants to be in touch, and quiet times.

CREATE TABLE rhythm (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person INTEGER REFERENCES person (id),       -- whose; NULL: of everybody who has the tag
    tag TEXT NOT NULL DEFAULT '',
    days INTEGER NOT NULL,                       -- 0: none, whatever their tags say
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE UNIQUE INDEX rhythm_person ON rhythm (person) WHERE person IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX detail_tag ON detail (value, person) WHERE kind = 'tag' AND deleted_at IS NULL;
CREATE INDEX detail_kind ON detail (kind, person) WHERE deleted_at IS NULL;
CREATE INDEX detail_birthday ON detail (person) WHERE kind = 'birthday' AND deleted_at IS NULL;

CREATE TABLE quiet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    until TEXT NOT NULL,                         -- ISO date: the first day that is not quiet any more
    reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE UNIQUE INDEX quiet_person ON quiet (person) WHERE deleted_at IS NULL;

-- A cache: when the user and somebody were last in touch in a conversation.
ALTER TABLE participant ADD COLUMN touched_at INTEGER;
CREATE INDEX participant_touched ON participant (person, touched_at);
-- In a notebook of an older schema it is filled when that is opened next.
INSERT INTO meta (name, value) SELECT 'touched to', '0' WHERE EXISTS (SELECT 1 FROM conversation);
