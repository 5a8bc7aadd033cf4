package main

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// forge runs SQL on a closed file as somebody who knows the app: without its triggers,
// which stand there again afterwards, and without constraints.
func forge(path, query string) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var drop, again string
	err = db.QueryRow("SELECT group_concat('DROP TRIGGER ' || name, ';'), group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger'").Scan(&drop, &again)
	if err != nil {
		return err
	}
	if _, err := db.Exec(drop + "; PRAGMA ignore_check_constraints = 1"); err != nil {
		return err
	}
	_, failed := db.Exec(query)
	if _, err := db.Exec(again); err != nil {
		return err
	}
	return failed
}

// many is a query on the numbers up to n.
func many(query string, n int) string {
	into, from, _ := strings.Cut(query, "SELECT ")
	return fmt.Sprintf("%sWITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT %s", into, n, from)
}

func forged(query string) attack {
	return attack{name: query, do: func(path string) error { return forge(path, query) }}
}

// moreSchemas are objects of a schema that run or hide something.
func moreSchemas() []attack {
	var out []attack
	for _, query := range []string{
		"ALTER TABLE roles ADD COLUMN g TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL", "CREATE VIRTUAL TABLE evil USING fts5(a)",
		"CREATE VIRTUAL TABLE evil USING rtree(a, b, c)", "CREATE TABLE evil (a TEXT PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE evil (a CHECK (a > 1))",
		"CREATE TABLE evil (a DEFAULT (random()))", "CREATE INDEX evil ON roles (lower(name))", "CREATE INDEX evil ON roles (name) WHERE name > ''",
		"CREATE TEMP TABLE evil (a); CREATE TABLE evil2 (a)", "CREATE VIEW evil AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
		"CREATE TABLE evil AS SELECT * FROM roles; DROP TABLE roles; CREATE VIEW roles AS SELECT * FROM evil", "ANALYZE",
		"PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'roles'",
		"PRAGMA writable_schema = 1; UPDATE sqlite_schema SET tbl_name = 'x' WHERE name = 'roles'",
	} {
		out = append(out, statement(query))
	}
	return out
}

// moreValues are what a register cannot hold, written past its triggers.
func moreValues() []attack {
	var out []attack
	for _, query := range []string{
		"UPDATE documents SET kind = 'virus'", "UPDATE documents SET id = id || char(10); UPDATE versions SET document = document || char(10)",
		"UPDATE versions SET major = -1", "UPDATE versions SET draft = 9223372036854775807", "UPDATE versions SET stage = 'x'", "UPDATE versions SET created = '99999-01-01T00:00:00Z'",
		"UPDATE versions SET valid_to = '2026-13-45'", "UPDATE versions SET place = -place", "UPDATE versions SET title = CAST(x'ff00fe' AS TEXT)", "UPDATE versions SET sha256 = upper(sha256)",
		"INSERT INTO relations SELECT 'governs', a.id, b.id FROM documents a, documents b WHERE a.id <> b.id", "INSERT INTO relations SELECT 'supersedes', a.id, b.id FROM documents a, documents b WHERE a.id <> b.id",
		"INSERT INTO relations SELECT 'governs', id, id FROM documents", "INSERT INTO relations VALUES ('governs', 'a', 'b')",
		"UPDATE events SET at = '0000-01-01T00:00:00Z'", "UPDATE events SET seq = seq + 9223372036854775000", "UPDATE events SET fields = '[]'", "UPDATE events SET kind = 'party'",
		"UPDATE events SET prev = hash", "DELETE FROM events WHERE seq = 1", "DELETE FROM events WHERE kind = 'decision'",
		"UPDATE bodies SET id = id || ' x'", "UPDATE bodies SET name = CAST(x'c328' AS TEXT)", "UPDATE bodies SET name = char(8238) || name", "UPDATE bodies SET more = '{\"a\":' || replace(hex(zeroblob(4000)), '0', '[') || replace(hex(zeroblob(4000)), '0', ']') || '}'",
		"UPDATE bodies SET more = '{\"name\":1,\"name\":2}'", "UPDATE bodies SET more = json_object('x', hex(zeroblob(8000000)))", "UPDATE organisation SET id = 'other'", "INSERT INTO organisation (id, position) VALUES ('second', 2)",
		"UPDATE earlier SET json = '[' WHERE 1", "INSERT INTO earlier (thing, revision, decided, sha256, json) SELECT 'content/' || id, 'r', 1, 'x', x'00' FROM versions",
		"INSERT INTO revisions SELECT 'content/' || id, 'r' FROM versions", "UPDATE seals SET sha256 = ''", "DELETE FROM seals", "INSERT INTO seals VALUES ('x', 'y')",
		"UPDATE words_data SET block = randomblob(200)", "DELETE FROM words_data", "UPDATE words_config SET v = 99", "DELETE FROM words_docsize", "UPDATE letters_data SET block = zeroblob(10)", "DELETE FROM letters_idx",
		"INSERT INTO roles (id, position) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 200000) SELECT 'r' || i, i FROM n",
		"INSERT INTO roles (id, position) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9900) SELECT 'r' || i, i FROM n",
		"UPDATE bodies SET name = hex(zeroblob(500000))", "UPDATE bodies SET more = json_object('x', hex(zeroblob(500000)))",
		many("INSERT INTO documents SELECT 'd' || i, 'assignment-plan', 0, '', '' FROM n", 1000) + ";" +
			many("INSERT INTO versions SELECT 'v' || i, 'd' || i, 1, 1, 0, 1, 'draft', '2026-01-01T00:00:00Z', 1, '"+hashed(`{"#":1}`)+"', '', '', '', '', '', '', '', '', '' FROM n", 1000) + ";" +
			many(`INSERT INTO contents SELECT 'v' || i, CAST('{"#":1}' AS BLOB) FROM n`, 1000),
		many("INSERT INTO relations SELECT 'governs', a.id, 'x' || i FROM n, documents a", 20_000),
		many("INSERT INTO passages (document, list, owner, field, row, text, folded) SELECT 'd', '', 'o' || i, 'title', '', 'plan', 'plan' FROM n", 100_000),
		many("INSERT INTO revisions SELECT 'content/' || i, 'r' || i FROM n", 100_000),
		many("INSERT INTO earlier (thing, revision, decided, sha256, json) SELECT 'content/' || v.id, 'r' || i, 1, 'x', x'00' FROM versions v, n", 20_000),
	} {
		out = append(out, forged(query))
	}
	return append(out, storedFiles()...)
}

// storedFiles are attached files that are not what they are said to be. The hash is
// one that fits nothing.
func storedFiles() []attack {
	hash := strings.Repeat("ab", 32)
	file := func(size int64) string {
		return fmt.Sprintf("INSERT INTO files (sha256, type, size) VALUES ('%s', 'application/pdf', %d); UPDATE organisation SET logo = '%s'", hash, size, hash)
	}
	chunk := func(place int, bytes string) string {
		return fmt.Sprintf("; INSERT INTO chunks (file, place, bytes) VALUES ('%s', %d, %s)", hash, place, bytes)
	}
	return []attack{
		forged(file(10)), forged(file(-1) + chunk(0, "x'00'")), forged(file(1<<62) + chunk(0, "x'00'")), forged(file(4<<20) + chunk(0, "zeroblob(4194304)")),
		forged(file(60<<20) + chunk(0, "zeroblob(62914560)")), forged(file(2) + chunk(-5, "x'00'") + chunk(1<<40, "x'00'")), forged(file(3) + chunk(0, "x'00'") + chunk(2, "x'0000'")),
	}
}

// besides are what lies beside a file: links, folders, and a journal that names
// another. None of them may be followed.
func besides() []attack {
	put := func(name string, make func(path string) error) attack {
		return attack{name: name, do: make, refused: true}
	}
	link := func(to func(string) string, beside func(string) string) func(string) error {
		return func(path string) error { return os.Symlink(to(path), beside(path)) }
	}
	with := func(ending string) func(string) string { return func(path string) string { return path + ending } }
	itself := func(path string) string { return path }
	lock := func(path string) string {
		return filepath.Join(filepath.Dir(path), "~$"+filepath.Base(path)+".lock")
	}
	out := []attack{
		put("journal that names another", func(path string) error {
			return os.WriteFile(path+"-journal", journalNaming(path+"-mj000000009"), 0o600)
		}),
		put("lock that links to the file", link(itself, lock)), put("lock that is a folder", func(path string) error { return os.Mkdir(lock(path), 0o700) }),
		put("lock that links to itself", link(lock, lock)),
		{name: "lock of 10 MB", do: func(path string) error { return os.WriteFile(lock(path), make([]byte, 10<<20), 0o600) }},
		{name: "lock of rubbish", do: func(path string) error { return os.WriteFile(lock(path), []byte(`{"owner":{},"process":"x"}`), 0o600) }},
	}
	for _, ending := range []string{"-journal", "-wal", "-shm"} {
		out = append(out, put(ending+" links to the file", link(itself, with(ending))), put(ending+" links to itself", link(with(ending), with(ending))),
			put(ending+" links to nothing", link(with(".gone"), with(ending))), put(ending+" is a folder", func(path string) error { return os.Mkdir(path+ending, 0o700) }))
	}
	return out
}

// journalNaming is a journal that carries the name of another (sqlite.org/fileformat2.html, 3).
func journalNaming(other string) []byte {
	const magic = 0xd9d505f920a163d7
	b := make([]byte, 516)
	binary.BigEndian.PutUint64(b, magic)
	binary.BigEndian.PutUint32(b[20:], 512)
	binary.BigEndian.PutUint32(b[24:], 4096)
	sum := uint32(0)
	for _, c := range []byte(other) {
		sum += uint32(int8(c))
	}
	b = append(b, other...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(other)))
	b = binary.BigEndian.AppendUint32(b, sum)
	return binary.BigEndian.AppendUint64(b, magic)
}

// hashed is the hash of a text.
func hashed(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}
