-- The fourth schema: the organisation's own questions of a review.

-- The triggers that look at the organisation are made anew after it.

DROP TRIGGER files_in_use_are_not_removed;
DROP TRIGGER chunks_in_use_are_not_removed;
DROP TRIGGER chunks_are_not_added_afterwards;

CREATE TABLE organisation_4 (
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
    "review_questions" TEXT,
    "logo" TEXT,
    more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more))
) STRICT;

INSERT INTO organisation_4 (
    id, position, name, short_name, vision, mission, aim, tone, window_opens, window_closes, watch_reviews_from,
    use_dnr, use_confidentiality, review_rules, logo, more
)
SELECT id, position, name, short_name, vision, mission, aim, tone, window_opens, window_closes, watch_reviews_from,
    use_dnr, use_confidentiality, review_rules, logo, more
FROM organisation;

DROP TABLE organisation;

ALTER TABLE organisation_4 RENAME TO organisation;

CREATE TRIGGER files_in_use_are_not_removed BEFORE DELETE ON files
WHEN EXISTS (SELECT 1 FROM attached WHERE file = OLD.sha256)
    OR EXISTS (SELECT 1 FROM organisation WHERE logo = OLD.sha256)
BEGIN
    SELECT raise(ABORT, 'a file in use is never removed');
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
