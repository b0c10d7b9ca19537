-- Where things were imported from, so that they can be read again without being named.

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,                          -- absolute
    read_at INTEGER,                             -- when it was last read to its end
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE UNIQUE INDEX source_path ON source (path) WHERE deleted_at IS NULL;

-- A cache: which files of a source were taken in, as they were then. Without it all is read again.
CREATE TABLE seen (
    source INTEGER NOT NULL REFERENCES source (id),
    name TEXT NOT NULL,                          -- within the source, without a Maildir's flags
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,                   -- nanoseconds, as the file system says
    PRIMARY KEY (source, name)
) WITHOUT ROWID;
