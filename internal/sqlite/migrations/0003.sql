-- The third schema: files that are attached, and the organisation's logo.

-- A file is stored once under the hash of its bytes, in pieces, since a value
-- of hundreds of megabytes would have to stand in the memory whole.

CREATE TABLE files (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0)
) STRICT;

CREATE TABLE chunks (
    file TEXT NOT NULL REFERENCES files (sha256) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL,
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 4194304),
    PRIMARY KEY (file, place)
) STRICT;

-- Which files the content of a version refers to.

CREATE TABLE attached (
    version TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    file TEXT NOT NULL REFERENCES files (sha256) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (version, file)
) STRICT, WITHOUT ROWID;

CREATE INDEX attached_by_file ON attached (file);

CREATE TABLE organisation_3 (
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
    "logo" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

INSERT INTO organisation_3 (
    id, position, name, short_name, vision, mission, aim, tone, window_opens, window_closes, watch_reviews_from,
    use_dnr, use_confidentiality, review_rules, more
)
SELECT id, position, name, short_name, vision, mission, aim, tone, window_opens, window_closes, watch_reviews_from,
    use_dnr, use_confidentiality, review_rules, more
FROM organisation;

DROP TABLE organisation;

ALTER TABLE organisation_3 RENAME TO organisation;

CREATE TRIGGER files_are_not_changed BEFORE UPDATE ON files
BEGIN
    SELECT raise(ABORT, 'a stored file is never changed');
END;

CREATE TRIGGER files_in_use_are_not_removed BEFORE DELETE ON files
WHEN EXISTS (SELECT 1 FROM attached WHERE file = OLD.sha256)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = OLD.sha256)
BEGIN
    SELECT raise(ABORT, 'a file in use is never removed');
END;

CREATE TRIGGER files_are_not_replaced BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE sha256 = NEW.sha256)
BEGIN
    SELECT raise(ABORT, 'a stored file is never replaced');
END;

CREATE TRIGGER chunks_are_not_changed BEFORE UPDATE ON chunks
BEGIN
    SELECT raise(ABORT, 'a stored file is never changed');
END;

CREATE TRIGGER chunks_in_use_are_not_removed BEFORE DELETE ON chunks
WHEN EXISTS (SELECT 1 FROM attached WHERE file = OLD.file)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = OLD.file)
BEGIN
    SELECT raise(ABORT, 'a file in use is never removed');
END;

CREATE TRIGGER chunks_are_not_added_afterwards BEFORE INSERT ON chunks
WHEN EXISTS (SELECT 1 FROM attached WHERE file = NEW.file)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = NEW.file)
    OR EXISTS (SELECT 1 FROM chunks WHERE file = NEW.file AND place = NEW.place)
BEGIN
    SELECT raise(ABORT, 'a stored file is never changed');
END;

CREATE TRIGGER adopted_files_are_not_changed BEFORE UPDATE ON attached
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version IN (OLD.version, NEW.version))
BEGIN
    SELECT raise(ABORT, 'what an adopted version refers to is never changed');
END;

CREATE TRIGGER adopted_files_are_not_removed BEFORE DELETE ON attached
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = OLD.version)
BEGIN
    SELECT raise(ABORT, 'what an adopted version refers to is never removed');
END;

CREATE TRIGGER adopted_files_are_not_added BEFORE INSERT ON attached
WHEN EXISTS (SELECT 1 FROM adoptions WHERE version = NEW.version)
BEGIN
    SELECT raise(ABORT, 'an adopted version refers to no more than it did');
END;
