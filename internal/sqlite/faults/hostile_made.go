package main

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
)

func attacks(path string) ([]attack, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	out := append(headers(), contents()...)
	out = append(out, values()...)
	out = append(append(append(out, moreSchemas()...), moreValues()...), besides()...)
	rows, err := db.Query("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words_%' AND name NOT LIKE 'letters_%'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var kind, name string
		if err := rows.Scan(&kind, &name); err != nil {
			return nil, err
		}
		out = append(out, ofSchema(kind, name)...)
	}
	return out, rows.Err()
}

func statement(query string) attack {
	return attack{name: query, refused: true, do: func(path string) error { return raw(path, query) }}
}

// ofSchema are attacks with one object of the schema.
func ofSchema(kind, name string) []attack {
	switch {
	case kind != "table":
		return []attack{statement(fmt.Sprintf("DROP %s %s", kind, name))}
	case name == "words", name == "letters":
		return []attack{statement("DROP TABLE " + name)}
	}
	return []attack{
		statement(fmt.Sprintf("CREATE TRIGGER spy AFTER INSERT ON %s BEGIN DELETE FROM roles; END", name)),
		statement(fmt.Sprintf("CREATE TRIGGER spy BEFORE DELETE ON %s BEGIN SELECT load_extension('x'); END", name)),
		statement(fmt.Sprintf("CREATE VIEW v AS SELECT * FROM %s", name)),
		statement(fmt.Sprintf("CREATE INDEX i ON %s (rowid)", name)).orNothing(),
		statement(fmt.Sprintf("ALTER TABLE %s ADD COLUMN more_still TEXT", name)),
		statement(fmt.Sprintf("ALTER TABLE %s RENAME TO other", name)),
	}
}

// orNothing allows that SQLite itself refuses to make the file.
func (a attack) orNothing() attack {
	do := a.do
	a.do = func(path string) error {
		if do(path) != nil {
			return raw(path, "CREATE TABLE t (a)")
		}
		return nil
	}
	return a
}

// headers are other first bytes.
func headers() []attack {
	at := func(name string, offset int, b ...byte) attack {
		return attack{name: name, do: func(path string) error {
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteAt(b, int64(offset))
			return errors.Join(err, f.Close())
		}}
	}
	number := func(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }
	out := []attack{
		at("WAL", 18, 2, 2), at("read version 9", 19, 9), at("page size 0", 16, 0, 0), at("page size 513", 16, 2, 1), at("page size 65536", 16, 0, 1),
		at("reserved 255", 20, 255), at("fractions", 21, 1, 1, 1), at("freelist", 32, number(1<<31)...), at("freelist count", 36, number(1<<31)...),
		at("UTF-16", 56, number(2)...), at("UTF-16be", 56, number(3)...), at("encoding 77", 56, number(77)...), at("schema format", 44, number(99)...),
		at("autovacuum", 52, number(1<<30)...), at("size in pages 0", 28, number(0)...), at("size in pages", 28, number(1<<31-1)...),
	}
	for _, n := range []uint32{0, 1, 2, 5, 10, 1000, 1 << 30, 1 << 31, 1<<32 - 1} {
		out = append(out, at(fmt.Sprint("user_version ", n), 60, number(n)...))
	}
	for _, n := range []uint32{0, 0x47504B47, 1<<32 - 1} {
		a := at(fmt.Sprint("application_id ", n), 68, number(n)...)
		a.refused = true
		out = append(out, a)
	}
	return out
}

// contents are texts of a draft whose hash fits.
func contents() []attack {
	var out []attack
	texts := map[string]string{
		"deep lists": strings.Repeat("[", 1_000_000), "deep objects": `{"title":` + strings.Repeat(`{"a":`, 200_000), "no JSON": "rubbish",
		"empty": "", "a number": "1", "null": "null", "a list": "[]", "title a number": `{"title":1}`, "title a list": `{"title":["x"]}`,
		"rows without ids": `{"activities":[{},{},{}]}`, "a row id twice": `{"activities":[{"@":"a"},{"@":"a"}]}`, "rows are texts": `{"activities":["a"]}`,
		"a key twice": `{"title":"a","title":"b"}`, "catalogue 10^9": `{"#":1000000000,"title":"x"}`, "catalogue -1": `{"#":-1}`,
		"bad UTF-8": "{\"title\":\"\xff\xfe\"}", "a NUL": "{\"title\":\"a\\u0000b\"}", "not canonical": "{ \"title\" : \"x\" }", "a day": `{"valid-from":"9999-99-99"}`,
		"a number of 10^6 digits": `{"budget":` + strings.Repeat("9", 1_000_000) + `}`, "a text of 20 MB": `{"title":"` + strings.Repeat("x", 20<<20) + `"}`,
		"a text of 8 MB": `{"title":"` + strings.Repeat("x", 8<<20-100) + `"}`, "words of 8 MB": `{"background":"` + strings.Repeat("ett ord till ", 600_000) + `"}`,
		"10,000 rows of their own": manyRows(10_000), "30,000 rows of their own": manyRows(30_000), "a text of many escapes": `{"background":"` + strings.Repeat(`\n`, 4<<20-100) + `"}`,
		"200,000 rows": `{"activities":[` + strings.TrimSuffix(strings.Repeat(`{"@":"a"},`, 200_000), ",") + `]}`, "unpaired surrogate": `{"title":"\ud800"}`,
		"__proto__": `{"__proto__":{"a":1},"constructor":"x"}`, "a path": `{"appendices":[{"@":"a","file":"../../etc/passwd","file-hash":"` + strings.Repeat("0", 64) + `"}]}`,
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		out = append(out, attack{name: "content: " + name, do: func(path string) error { return written(path, texts[name]) }})
	}
	const foreign = "10,000 rows of their own" // of which nobody knows what they came of
	return append(out, attack{name: "content of nothing: " + foreign, do: func(path string) error {
		return errors.Join(written(path, texts[foreign]), forge(path, "DELETE FROM revisions; DELETE FROM earlier"))
	}})
}

// written gives a draft a text whose hash fits.
func written(path, json string) error {
	draft := "(SELECT v.id FROM versions v WHERE v.id NOT IN (SELECT version FROM adoptions) LIMIT 1)"
	if err := raw(path, "UPDATE contents SET json = ? WHERE version = "+draft, []byte(json)); err != nil {
		return err
	}
	return raw(path, "UPDATE versions SET sha256 = ? WHERE id = "+draft, hashed(json))
}

func manyRows(n int) string {
	var b strings.Builder
	b.WriteString(`{"activities":[`)
	for i := range n {
		fmt.Fprintf(&b, `{"@":"rad-%d","activity":"Möte %d i gruppen","hours":%d},`, i, i, i)
	}
	return strings.TrimSuffix(b.String(), ",") + "]}"
}

// values are values of the register.
func values() []attack {
	var out []attack
	for _, set := range []string{
		"UPDATE bodies SET position = 9223372036854775807", "UPDATE bodies SET position = -1", "UPDATE bodies SET name = char(0)",
		"UPDATE bodies SET name = printf('%.*c', 3000000, 'x')", "UPDATE bodies SET more = '{\"a\":{\"b\":{}}}'", "UPDATE bodies SET more = '[]'",
		"UPDATE bodies SET more = json('{\"name\":\"twice\"}')", "UPDATE organisation SET review_rules = '[[[[[[[[[[[[[[[['",
		"UPDATE organisation SET review_rules = '{}'", "UPDATE organisation SET logo = '../../x'", "UPDATE organisation SET watch_reviews_from = '2026-02-31'",
		"UPDATE documents SET kind = 'virus'", "UPDATE documents SET rule = 'R99'", "UPDATE documents SET quick = 1",
		"UPDATE versions SET created = 'yesterday' WHERE id NOT IN (SELECT version FROM adoptions)", "UPDATE versions SET stage = 'x' WHERE id NOT IN (SELECT version FROM adoptions)",
		"UPDATE versions SET major = -5 WHERE id NOT IN (SELECT version FROM adoptions)", "UPDATE versions SET draft = 9223372036854775807 WHERE id NOT IN (SELECT version FROM adoptions)",
		"UPDATE versions SET valid_from = 'x' WHERE id NOT IN (SELECT version FROM adoptions)", "UPDATE versions SET place = 0",
		"UPDATE versions SET sha256 = '' WHERE id NOT IN (SELECT version FROM adoptions)", "DELETE FROM contents WHERE version NOT IN (SELECT version FROM adoptions)",
		"DELETE FROM versions WHERE id NOT IN (SELECT version FROM adoptions)", "DELETE FROM organisation", "DELETE FROM identity", "UPDATE identity SET id = ''",
		"INSERT INTO relations SELECT 'supersedes', id, id FROM documents", "INSERT INTO relations SELECT 'elaborated-in', a.id, b.id FROM documents a, documents b",
		"INSERT INTO relations SELECT 'x', id, id FROM documents", "DELETE FROM passages", "INSERT INTO words (words) VALUES ('delete-all')",
		"UPDATE activities SET nr = 'x'", "DELETE FROM activities", "UPDATE goals SET text = 'x'", "DELETE FROM adoptions",
		"INSERT INTO earlier (thing, revision, decided, sha256, json) VALUES ('content/x', 'r', 1, 'x', zeroblob(1000000))",
		"INSERT INTO revisions VALUES ('content/x', '')", "INSERT INTO files VALUES ('x', 'application/pdf', 9223372036854775807)",
		"INSERT INTO files VALUES ('" + strings.Repeat("0", 64) + "', 'application/pdf', 900000000000)",
		"PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'roles'",
		"PRAGMA writable_schema = 1; DELETE FROM sqlite_schema WHERE name = 'roles'",
		"PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'roles'",
		"PRAGMA writable_schema = 1; INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 2, 'CREATE TABLE x(a')",
	} {
		out = append(out, attack{name: set, do: func(path string) error {
			_ = forge(path, set) // a type may refuse it
			return nil
		}})
	}
	return out
}

// scramble writes random values into random columns.
func scramble(r *rand.Rand) attack {
	tables := []string{"bodies", "roles", "documents", "versions", "contents", "relations", "organisation", "packets", "events", "passages", "earlier", "periods"}
	table, value := tables[r.IntN(len(tables))], []string{"NULL", "''", "-1", "'[1'", "zeroblob(70)", "randomblob(40)", "'\xff'", "9e99", "'2026-00-00'"}[r.IntN(9)]
	n := r.IntN(12)
	return attack{name: fmt.Sprintf("column %d of %s = %s", n, table, value), do: func(path string) error {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			return err
		}
		var column string
		err = db.QueryRow("SELECT name FROM pragma_table_info(?) WHERE cid = ?", table, n).Scan(&column)
		if closed := db.Close(); closed != nil {
			return closed
		}
		if err != nil {
			return nil // there is no such column
		}
		_ = forge(path, fmt.Sprintf("UPDATE OR IGNORE %s SET %q = %s", table, column, value)) // a type may refuse it
		return nil
	}}
}
