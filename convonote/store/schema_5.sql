-- What outlives an import: conversations that the user took apart, and what an import that was
-- taken back had brought into what the user had touched, so that it comes again as it was.

CREATE TABLE apart (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    other INTEGER NOT NULL REFERENCES conversation (id),
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE INDEX apart_conversation ON apart (conversation);
CREATE INDEX apart_other ON apart (other);

-- 1: deleted because its import was taken back, not by the user; the same import revives it.
ALTER TABLE conversation ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;
ALTER TABLE exchange ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promise ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;

-- `exchange_timeline` has those that are not deleted.
CREATE INDEX exchange_deleted ON exchange (conversation) WHERE deleted_at IS NOT NULL;
-- Few have no date of their own, and those that answer them may have one.
CREATE INDEX exchange_undated ON exchange (answers) WHERE dated = 0;

-- What a draft that came in replies to, so that it is found when that comes in later.
ALTER TABLE draft ADD COLUMN replies_to TEXT;
CREATE INDEX draft_replies ON draft (replies_to) WHERE replies_to IS NOT NULL AND answers IS NULL;

-- 1: undo and redo pass over it: its rows have changed since, or after it was undone something else
-- was done.
ALTER TABLE change ADD COLUMN out_of_reach INTEGER NOT NULL DEFAULT 0;
UPDATE change SET out_of_reach = 1 WHERE undone_at IS NOT NULL;
CREATE INDEX change_undone ON change (id) WHERE undone_at IS NOT NULL AND out_of_reach = 0;
-- The last one of the user's, or of an import, that stands.
CREATE INDEX change_standing ON change (actor) WHERE undone_at IS NULL;

-- What an exchange holds that comes again, is edited or deleted, and what somebody who is merged owes.
CREATE INDEX promise_exchange ON promise (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX promise_owner ON promise (owner);

-- Whom a bounce could not reach takes no part in a conversation, and is found by this alone.
CREATE INDEX addressee_named ON addressee (person) WHERE role = 'named';
