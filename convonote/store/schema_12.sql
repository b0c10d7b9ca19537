-- What is suggested in the same words in a conversation is listed once.

CREATE INDEX promise_repeated ON promise (conversation, owner, what COLLATE NOCASE, said_at, id)
    WHERE state = 'suggested' AND deleted_at IS NULL;
