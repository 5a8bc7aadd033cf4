package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

var update = flag.Bool("update", false, "write the stored file of the newest schema")

func TestSchemaMatchesItsFingerprint(t *testing.T) {
	ms := migrations()
	for i, m := range ms {
		objects, err := schemaInMemory(context.Background(), ms[:i+1])
		if err != nil {
			t.Fatalf("schema %d: %v", m.number, err)
		}
		if got := fingerprint(objects); got != m.fingerprint {
			t.Errorf("schema %d has fingerprint %s, not %s", m.number, got, m.fingerprint)
		}
	}
}

func TestEveryFieldOfTheRegisterHasAColumn(t *testing.T) {
	f := newFile(t, plan.Edit{})
	for _, l := range plan.ListNames() {
		want := []string{"id", "position"}
		for _, field := range plan.ListFields(l) {
			if name := column(field); slices.Contains([]string{"id", "position", "more"}, name) {
				t.Errorf("%s.%s has the name of a fixed column", l, field.Key)
			}
			want = append(want, column(field))
		}
		want = append(want, "more")
		var got []string
		err := each(context.Background(), f.db, func(r *sql.Rows) error {
			var name, kind string
			err := r.Scan(&name, &kind)
			if kind != "TEXT" && name != "position" {
				t.Errorf("%s.%s is %s", l, name, kind)
			}
			got = append(got, name)
			return err
		}, "SELECT name, type FROM pragma_table_info(?) ORDER BY cid", string(l))
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(want)
		slices.Sort(got) // a column that came later stands last in the table
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the schema differs from the catalogue:\n%s", l, diff)
		}
	}
}

func TestEveryTableIsStrict(t *testing.T) {
	f := newFile(t, plan.Edit{})
	err := each(context.Background(), f.db, func(r *sql.Rows) error {
		var name string
		var strict bool
		err := r.Scan(&name, &strict)
		if !strict {
			t.Errorf("%s is not strict", name)
		}
		return err
	}, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
	if err != nil {
		t.Fatal(err)
	}
}

func TestFieldWithoutColumnIsKept(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, plan.Edit{})
	f.columns[plan.ListMembers] = f.columns[plan.ListMembers][:1] // as in a file of an earlier catalogue
	fields := plan.NewContent(plan.Filled{
		plan.KeyName: plan.Text("Ön"), plan.KeyPopulation: plan.Num(plan.Int(12_345)), plan.KeySizeClass: plan.Text("under-15000"),
	})
	e := plan.Entry{ID: plan.NewID(), Position: 1, Fields: fields}
	if _, err := f.Save(ctx, plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListMembers, After: &e}}}); err != nil {
		t.Fatal(err)
	}
	r, err := f.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := r.Entry(plan.ListMembers, e.ID)
	if !got.Fields.Equal(fields) {
		t.Errorf("kept %v", got.Fields)
	}
}

// anotherMigration rebuilds a table to which others refer, the step that loses
// rows when foreign keys are on, and adds a column.
const anotherMigration = `
CREATE TABLE documents_2 (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    quick INTEGER NOT NULL CHECK (quick IN (0, 1)),
    rule TEXT NOT NULL,
    rule_reason TEXT NOT NULL,
    colour TEXT NOT NULL DEFAULT 'blue'
) STRICT;
INSERT INTO documents_2 (id, kind, quick, rule, rule_reason) SELECT * FROM documents;
DROP TABLE documents;
ALTER TABLE documents_2 RENAME TO documents;
`

func oneMore(t testing.TB, text string) []migration {
	t.Helper()
	ms := migrations()
	ms = append(ms, migration{number: newest(ms) + 1, text: text})
	if objects, err := schemaInMemory(context.Background(), ms); err == nil {
		ms[len(ms)-1].fingerprint = fingerprint(objects)
	}
	return ms
}

// filledFile returns the path of a closed file with a document.
func filledFile(t testing.TB) string {
	t.Helper()
	f, err := Create(context.Background(), filepath.Join(t.TempDir(), "gammal.ledstjarna"), testOptions(), sample(t).edit)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.path
}

func TestMigrationKeepsEverythingAndACopy(t *testing.T) {
	ctx := context.Background()
	path := filledFile(t)
	before := contentsOf(t, path, testOptions())
	o := testOptions()
	o.migrations = oneMore(t, anotherMigration)
	after := contentsOf(t, path, o)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the migration changed the contents:\n%s", diff)
	}
	var newer *NewerError
	if _, err := Open(ctx, path, testOptions()); !errors.As(err, &newer) || newer.Version != newest(migrations())+1 || newer.Known != newest(migrations()) {
		t.Errorf("the app of this schema says %v", err)
	}
	copies, err := filepath.Glob(filepath.Join(CopiesFolder(path), fmt.Sprintf("*schema %d*", newest(migrations()))))
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies: %v, %v", copies, err)
	}
	if diff := cmp.Diff(before, contentsOf(t, copies[0], testOptions())); diff != "" {
		t.Errorf("the copy differs:\n%s", diff)
	}
}

func TestFailedMigrationLeavesTheFileAsItWas(t *testing.T) {
	for name, text := range map[string]string{
		"broken SQL":       "CREATE TABLE x (a TEXT) STRICT; CREATE TABLE x (b TEXT) STRICT;",
		"broken reference": "DELETE FROM documents;",
	} {
		t.Run(name, func(t *testing.T) {
			path := filledFile(t)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			o := testOptions()
			o.migrations = oneMore(t, text)
			if f, err := Open(context.Background(), path, o); err == nil {
				f.Close()
				t.Fatal("the migration is said to have succeeded")
			}
			after, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if string(before) != string(after) {
				t.Error("the file was changed")
			}
			contentsOf(t, path, testOptions())
		})
	}
}

// TestReleasedFilesOpen opens a stored file of every released schema. The file
// of a schema is written with -update before its release and never again.
func TestReleasedFilesOpen(t *testing.T) {
	for _, m := range migrations() {
		name := filepath.Join("testdata", fmt.Sprintf("schema-%d", m.number))
		if *update && m.number == newest(migrations()) {
			storeFile(t, name)
		}
		path := storedCopy(t, m.number)
		want, err := os.ReadFile(name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), contentsOf(t, path, testOptions())); diff != "" {
			t.Errorf("%s reads differently than when it was written:\n%s", name, diff)
		}
	}
}

// storedCopy returns the path of a copy of the stored file of a schema.
func storedCopy(t *testing.T, number int) string {
	t.Helper()
	name := fmt.Sprintf("schema-%d", number) + Extension
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func storeFile(t *testing.T, name string) {
	t.Helper()
	path := filledFile(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+Extension, b, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".txt", []byte(contentsOf(t, path, testOptions())), 0o644); err != nil {
		t.Fatal(err)
	}
}
