-- Conversations that have to do with each other, and yet are two.

CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    other INTEGER NOT NULL REFERENCES conversation (id),
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE INDEX link_conversation ON link (conversation) WHERE deleted_at IS NULL;
-- When one conversation became part of another.
CREATE INDEX part_merged ON part (first) WHERE "table" = 'conversation' AND field = 'merged_into';
CREATE INDEX link_other ON link (other) WHERE deleted_at IS NULL;
