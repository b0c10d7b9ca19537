-- Where things were imported from, so that they can be read again without being named.

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,                          -- absolute
    kind TEXT NOT NULL DEFAULT '',               -- what it was when it was read last: mbox, Maildir, …
    read_at INTEGER,                             -- when it was last read to its end
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE UNIQUE INDEX source_path ON source (path) WHERE deleted_at IS NULL;

-- A cache: which files were taken in, as they were then. Without it all is read again.
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE                    -- absolute
);
CREATE TABLE seen (
    folder INTEGER NOT NULL REFERENCES folder (id),
    name TEXT NOT NULL,                          -- of the file, without a Maildir's flags
    size INTEGER NOT NULL,                       -- 0 in a Maildir, where a file never changes
    modified INTEGER NOT NULL,                   -- nanoseconds, as the file system says; 0 in a Maildir
    flags INTEGER NOT NULL,                      -- 1: taken in as a draft; 2: as what the user sent; 4: nothing is in it
    upto INTEGER NOT NULL,                       -- how many of its bytes were taken in
    messages INTEGER NOT NULL,                   -- how many messages of an mbox those are
    tail BLOB,                                   -- a digest of the bytes just before that
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;
