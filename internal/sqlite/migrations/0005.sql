-- The fifth schema: what tells this file from every other, whatever it is called
-- and wherever it lies. A copy keeps it.

CREATE TABLE identity (
    one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
    id TEXT NOT NULL
) STRICT;

INSERT INTO identity (one, id) VALUES (1, lower(hex(randomblob(8))));

CREATE TRIGGER identity_is_not_changed BEFORE UPDATE ON identity
BEGIN
    SELECT raise(ABORT, 'the identity of a file is never changed');
END;

CREATE TRIGGER identity_is_not_removed BEFORE DELETE ON identity
BEGIN
    SELECT raise(ABORT, 'the identity of a file is never changed');
END;

CREATE TRIGGER identity_is_one BEFORE INSERT ON identity
WHEN EXISTS (SELECT 1 FROM identity)
BEGIN
    SELECT raise(ABORT, 'the identity of a file is never changed');
END;
