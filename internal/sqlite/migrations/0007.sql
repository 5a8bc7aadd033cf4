-- The seventh schema: files that are enclosed in a meeting's papers, and how the
-- organisation writes its officers' reports.

ALTER TABLE organisation ADD COLUMN "decision_form" TEXT;

ALTER TABLE organisation ADD COLUMN "appendix_numbering" TEXT;

ALTER TABLE organisation ADD COLUMN "report_headings" TEXT;

-- Which files the items of a packet refer to.

CREATE TABLE enclosed (
    packet TEXT NOT NULL REFERENCES packets (id) DEFERRABLE INITIALLY DEFERRED,
    file TEXT NOT NULL REFERENCES files (sha256) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (packet, file)
) STRICT, WITHOUT ROWID;

CREATE INDEX enclosed_by_file ON enclosed (file);

DROP TRIGGER files_in_use_are_not_removed;
DROP TRIGGER chunks_in_use_are_not_removed;
DROP TRIGGER chunks_are_not_added_afterwards;

CREATE TRIGGER files_in_use_are_not_removed BEFORE DELETE ON files
WHEN EXISTS (SELECT 1 FROM attached WHERE file = OLD.sha256)
    OR EXISTS (SELECT 1 FROM enclosed WHERE file = OLD.sha256)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = OLD.sha256)
BEGIN
    SELECT raise(ABORT, 'a file in use is never removed');
END;

CREATE TRIGGER chunks_in_use_are_not_removed BEFORE DELETE ON chunks
WHEN EXISTS (SELECT 1 FROM attached WHERE file = OLD.file)
    OR EXISTS (SELECT 1 FROM enclosed WHERE file = OLD.file)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = OLD.file)
BEGIN
    SELECT raise(ABORT, 'a file in use is never removed');
END;

CREATE TRIGGER chunks_are_not_added_afterwards BEFORE INSERT ON chunks
WHEN EXISTS (SELECT 1 FROM attached WHERE file = NEW.file)
    OR EXISTS (SELECT 1 FROM enclosed WHERE file = NEW.file)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = NEW.file)
    OR EXISTS (SELECT 1 FROM chunks WHERE file = NEW.file AND place = NEW.place)
BEGIN
    SELECT raise(ABORT, 'a stored file is never changed');
END;
