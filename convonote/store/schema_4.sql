-- The stretches of a chat that pauses cut it into, each one conversation.

CREATE TABLE stretch (
    chat TEXT NOT NULL,                          -- the chat's lasting key
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    PRIMARY KEY (chat, first_at)
) WITHOUT ROWID;
CREATE INDEX stretch_conversation ON stretch (conversation);
