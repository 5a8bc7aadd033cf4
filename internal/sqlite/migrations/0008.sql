-- The eighth schema: searching. A passage is the text of a field, or the texts of a
-- row, of a version's content, of an entry of the register or of an event. Its id
-- rises with every writing, so that what was written last is found first. "folded"
-- is its text in lower case and without marks. All of it can be made anew.

CREATE TABLE passages (
    id INTEGER PRIMARY KEY NOT NULL,
    document TEXT NOT NULL,
    list TEXT NOT NULL,
    owner TEXT NOT NULL,
    field TEXT NOT NULL,
    row TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX passages_by_place ON passages (owner, field, row);

-- Words as they are written: å is not a.

CREATE VIRTUAL TABLE words USING fts5 (
    text, content = 'passages', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

-- Three letters in a row, for parts of compounds and for letters that are not exact.

CREATE VIRTUAL TABLE letters USING fts5 (
    folded, content = 'passages', content_rowid = 'id', tokenize = "trigram", detail = none
);

CREATE TRIGGER passages_are_found AFTER INSERT ON passages
BEGIN
    INSERT INTO words (rowid, text) VALUES (NEW.id, NEW.text);
    INSERT INTO letters (rowid, folded) VALUES (NEW.id, NEW.folded);
END;

CREATE TRIGGER passages_are_forgotten AFTER DELETE ON passages
BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    INSERT INTO letters (letters, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
END;

CREATE TRIGGER passages_are_not_changed BEFORE UPDATE ON passages
BEGIN
    SELECT raise(ABORT, 'a passage is removed and added anew');
END;
