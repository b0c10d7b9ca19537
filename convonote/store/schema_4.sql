-- Who is in a chat. A line of it is heard by all of them, so that no line keeps a list of its own.

CREATE TABLE member (
    chat TEXT NOT NULL,                          -- the chat's lasting key
    person INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (chat, person)
) WITHOUT ROWID;
CREATE INDEX member_person ON member (person);
