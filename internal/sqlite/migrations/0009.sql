-- The ninth schema: earlier states. When a thing (a content, an entry, a document's
-- rule, the relations) is first changed after the file was opened, it gets a new
-- revision, and what it was before is kept, the latest states only. So a file that
-- was handed over and changed on both sides can be brought together from what both
-- began with. States that an import has dealt with are kept too, as decided.

CREATE TABLE revisions (
    thing TEXT PRIMARY KEY NOT NULL,
    revision TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE earlier (
    id INTEGER PRIMARY KEY NOT NULL,
    thing TEXT NOT NULL,
    revision TEXT NOT NULL,
    decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
    sha256 TEXT NOT NULL,
    json BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX earlier_by_thing ON earlier (thing, revision);
