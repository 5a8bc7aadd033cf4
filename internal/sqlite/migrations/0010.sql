-- The tenth schema: seals. A content has its hash, and events have their chain; a seal
-- is the hash of what else is in the register: of an entry, of a document with its
-- versions' numbers, of all relations. Damage that SQLite does not notice is found by
-- it.

CREATE TABLE seals (
    thing TEXT PRIMARY KEY NOT NULL,
    sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
