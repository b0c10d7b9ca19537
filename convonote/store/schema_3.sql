-- What is known of people beside names and addresses, and who turned out to be whom.

CREATE TABLE detail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,                          -- line | organisation | role | birthday | note | tag | …
    value TEXT NOT NULL,
    extra TEXT NOT NULL DEFAULT '',              -- a level of expertise, the kind of a relation
    made_by TEXT NOT NULL DEFAULT 'user',        -- user | import
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE INDEX detail_person ON detail (person);

ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE address ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0;
