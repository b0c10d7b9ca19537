-- Conversations that the user took apart: what joins messages joins these no more.

CREATE TABLE apart (
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    other INTEGER NOT NULL REFERENCES conversation (id),
    PRIMARY KEY (conversation, other)
) WITHOUT ROWID;
CREATE INDEX apart_other ON apart (other);
