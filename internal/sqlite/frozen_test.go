package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// frozen tells which rows of a table belong to adopted versions and are never to
// change, as a condition on the row; tables of the register, which live on, and
// projections, which are written anew from the contents, have none.
func frozen() map[string]string {
	adopted := "IN (SELECT version FROM adoptions)"
	tables := map[string]string{
		"versions": "id " + adopted,
		"contents": "version " + adopted,
		"events":   "true",
		"attached": "version " + adopted,
		// A stored file is what its hash says, for as long as anything refers to it.
		"files":  "sha256 IN (SELECT file FROM attached)",
		"chunks": "file IN (SELECT file FROM attached)",
		// Of a document only its identity and kind stand fast, which has a test of
		// its own; its review rule and its relations are settings of today.
		"documents": "",
		"relations": "",
		"identity":  "true",
		// Which files a packet refers to follows its items, as a projection does.
		"enclosed":  "",
		"earlier":   "", // what contents were, not what they are
		"revisions": "",
		"seals":     "", // made with what they seal
	}
	for _, table := range append(searchTables(), "passages") { // made anew from what is there
		tables[table] = ""
	}
	for _, p := range projections() {
		tables[p.table] = ""
	}
	for _, l := range plan.ListNames() {
		tables[string(l)] = ""
	}
	return tables
}

// searchTables are those of the full-text indexes, which SQLite makes.
func searchTables() []string {
	var out []string
	for _, index := range []string{"words", "letters"} {
		for _, end := range []string{"", "_config", "_data", "_docsize", "_idx"} {
			out = append(out, index+end)
		}
	}
	return out
}

// query returns the first column of the rows that a file answers with.
func query(t *testing.T, path, text string, args ...any) []string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var out []string
	err = each(context.Background(), db, func(r *sql.Rows) error {
		var s string
		err := r.Scan(&s)
		out = append(out, s)
		return err
	}, text, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryTableSaysWhatOfItIsFrozen(t *testing.T) {
	path := filledFile(t)
	known := frozen()
	for _, table := range query(t, path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") {
		where, ok := known[table]
		if !ok {
			t.Errorf("it is not said whether the rows of %s are frozen with a version", table)
		}
		delete(known, table)
		ofVersions := len(query(t, path, "SELECT 1 FROM pragma_foreign_key_list(?) WHERE \"table\" = 'versions'", table)) > 0
		projected := slices.ContainsFunc(projections(), func(p projection) bool { return p.table == table })
		if ofVersions && where == "" && !projected {
			t.Errorf("%s belongs to versions and is neither frozen nor a projection", table)
		}
	}
	for table := range known {
		t.Errorf("there is no table %s", table)
	}
}

// Each column of each frozen row is changed by itself, each row removed and
// each replaced, with nothing but SQL; the database refuses every one.
func TestNoColumnOfAFrozenRowCanBeChanged(t *testing.T) {
	path, _, _ := withAttachment(t)
	addEvents(t, path)
	before := contentsOf(t, path, testOptions())
	for table, where := range frozen() {
		if where == "" {
			continue
		}
		if n := query(t, path, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s", table, where)); n[0] == "0" {
			t.Errorf("no row of %s is frozen, so nothing is proved", table)
		}
		columns := query(t, path, "SELECT name FROM pragma_table_info(?)", table)
		statements := []string{
			fmt.Sprintf("DELETE FROM %s WHERE %s", table, where),
			fmt.Sprintf("REPLACE INTO %s SELECT * FROM %s WHERE %s", table, table, where),
		}
		for i, c := range columns {
			statements = append(statements, fmt.Sprintf("UPDATE %s SET %s = %s WHERE %s", table, c, c, where))
			others := slices.Clone(columns)
			others[i] = other(query(t, path, "SELECT type FROM pragma_table_info(?) WHERE name = ?", table, c)[0], c)
			statements = append(statements, fmt.Sprintf("UPDATE %s SET (%s) = (%s) WHERE %s",
				table, strings.Join(columns, ", "), strings.Join(others, ", "), where))
		}
		for _, s := range statements {
			if err := translate(execRaw(t, path, s)); !errors.Is(err, plan.ErrFrozen) {
				t.Errorf("%s: %v", s, err)
			}
		}
	}
	if after := contentsOf(t, path, testOptions()); after != before {
		t.Errorf("the file now holds\n%s", after)
	}
}

// other is an SQL value of the type that the column does not hold.
func other(kind, column string) string {
	switch kind {
	case "INTEGER":
		return column + " + 1"
	case "BLOB":
		return "CAST(" + column + " || ' ' AS BLOB)"
	}
	return column + " || ' '"
}
