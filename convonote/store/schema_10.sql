-- How long conversations stood now and then on their way: a cache, for changes in their middle.

CREATE TABLE checkpoint (
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    moment INTEGER NOT NULL,                     -- `sorted_at` of the exchange after which it stood so
    waits TEXT NOT NULL,                         -- as in the conversation's row, promises apart
    PRIMARY KEY (conversation, moment)
) WITHOUT ROWID;

-- A promise that is due holds its owner since its day: what was kept before is folded again.
DELETE FROM meta WHERE name = 'zone';
