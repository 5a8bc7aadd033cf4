-- The first schema. A column of a register list is a field's key with _ for -;
-- texts, choices and references as they are, dates as YYYY-MM-DD, numbers as
-- exact decimals, lists as JSON. "more" holds the fields that have no column.

PRAGMA application_id = 0x4C454453;

CREATE TABLE "organisation" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "short_name" TEXT,
    "vision" TEXT,
    "mission" TEXT,
    "aim" TEXT,
    "tone" TEXT,
    "window_opens" TEXT,
    "window_closes" TEXT,
    "watch_reviews_from" TEXT,
    "use_dnr" TEXT,
    "use_confidentiality" TEXT,
    "review_rules" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "periods" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "start" TEXT,
    "end" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "cycles" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "year" TEXT,
    "opens" TEXT,
    "closes" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "bodies" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "short_name" TEXT,
    "note" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "meetings" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "body" TEXT,
    "date" TEXT,
    "time" TEXT,
    "place" TEXT,
    "chair" TEXT,
    "secretary" TEXT,
    "called" TEXT,
    "open_meeting" TEXT,
    "stop_date" TEXT,
    "dispatch_date" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "roles" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "person" TEXT,
    "email" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "assignments" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "no" TEXT,
    "name" TEXT,
    "commissioner" TEXT,
    "owner" TEXT,
    "lead" TEXT,
    "description" TEXT,
    "described" TEXT,
    "start" TEXT,
    "end" TEXT,
    "network" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "members" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "population" TEXT,
    "size_class" TEXT,
    "note" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "audiences" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "category" TEXT,
    "note" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "messages" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "text" TEXT,
    "proof" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "channels" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "name" TEXT,
    "mode" TEXT,
    "formality" TEXT,
    "ownership" TEXT,
    "note" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE "packets" (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    "meeting" TEXT,
    "excuses" TEXT,
    "items" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    quick INTEGER NOT NULL CHECK (quick IN (0, 1)),
    rule TEXT NOT NULL,
    rule_reason TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,
    major INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    stage TEXT NOT NULL,
    created TEXT NOT NULL,
    catalogue INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    subtype TEXT NOT NULL,
    period TEXT NOT NULL,
    assignment TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    validity TEXT NOT NULL,
    owner TEXT NOT NULL,
    dnr TEXT NOT NULL
) STRICT;

CREATE INDEX versions_of_document ON versions (document, place);

CREATE TABLE contents (
    version TEXT PRIMARY KEY NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    json BLOB NOT NULL
) STRICT;

CREATE TABLE relations (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    object TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (kind, subject, object)
) STRICT;

CREATE INDEX relations_of_subject ON relations (subject);

CREATE INDEX relations_of_object ON relations (object);

-- Events refer to documents without foreign keys: an event outlives a draft.

CREATE TABLE events (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    document TEXT NOT NULL,
    version TEXT NOT NULL,
    assignment TEXT NOT NULL,
    corrects TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX events_of_version ON events (version);

CREATE INDEX events_that_correct ON events (corrects);

CREATE VIEW adoptions AS
SELECT e.version FROM events e
WHERE e.kind = 'decision' AND json_extract(e.fields, '$.outcome') = 'adopted'
    AND NOT EXISTS (SELECT 1 FROM events c WHERE c.corrects = e.id);

CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events)
    OR NEW.prev <> coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')
    OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN
    SELECT raise(ABORT, 'an event follows the last one');
END;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT raise(ABORT, 'an event is never changed');
END;

CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN
    SELECT raise(ABORT, 'an event is never removed');
END;

CREATE TRIGGER adopted_versions_are_not_changed BEFORE UPDATE ON versions
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = OLD.id)
BEGIN
    SELECT raise(ABORT, 'an adopted version is never changed');
END;

CREATE TRIGGER adopted_versions_are_not_removed BEFORE DELETE ON versions
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = OLD.id)
BEGIN
    SELECT raise(ABORT, 'an adopted version is never removed');
END;

-- INSERT OR REPLACE removes a row without asking the triggers on removal.

CREATE TRIGGER adopted_versions_are_not_replaced BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = NEW.id)
BEGIN
    SELECT raise(ABORT, 'an adopted version is never replaced');
END;

CREATE TRIGGER adopted_contents_are_not_replaced BEFORE INSERT ON contents
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = NEW.version)
BEGIN
    SELECT raise(ABORT, 'an adopted content is never replaced');
END;

CREATE TRIGGER adopted_contents_are_not_changed BEFORE UPDATE ON contents
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = OLD.version)
BEGIN
    SELECT raise(ABORT, 'an adopted content is never changed');
END;

CREATE TRIGGER adopted_contents_are_not_removed BEFORE DELETE ON contents
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = OLD.version)
BEGIN
    SELECT raise(ABORT, 'an adopted content is never removed');
END;

CREATE TRIGGER documents_keep_their_kind BEFORE UPDATE OF id, kind ON documents
WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind
BEGIN
    SELECT raise(ABORT, 'a document keeps its kind');
END;

-- Projections: written with the contents, rebuilt from them.

CREATE TABLE activities (
    version TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    nr INTEGER NOT NULL,
    text TEXT NOT NULL,
    start_date TEXT NOT NULL,
    end_date TEXT NOT NULL,
    status TEXT NOT NULL,
    responsible TEXT NOT NULL,
    PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX activities_by_end ON activities (end_date);

CREATE TABLE goals (
    version TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    nr INTEGER NOT NULL,
    code TEXT NOT NULL,
    text TEXT NOT NULL,
    level TEXT NOT NULL,
    target_date TEXT NOT NULL,
    responsible TEXT NOT NULL,
    PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;
