-- What is known of people beside names and addresses, and who turned out to be whom.

CREATE TABLE detail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    -- line | organisation | role | birthday | note | tag | expertise | interest | related | place |
    -- prefers | met | also | web | shares | distinct | card
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    extra TEXT NOT NULL DEFAULT '',              -- a level of expertise, the kind of a relation
    made_by TEXT NOT NULL DEFAULT 'user',        -- user | import
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE INDEX detail_person ON detail (person);
-- Which cards came in already, and whose they were.
CREATE INDEX detail_card ON detail (value) WHERE kind = 'card';
-- What the user took away or set, which no import brings back.
CREATE INDEX part_of_person ON part ("table", first)
    WHERE "table" IN ('address', 'detail') AND field IS NOT NULL;

ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE address ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0;
