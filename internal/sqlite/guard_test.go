package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	modernc "modernc.org/sqlite"

	"ledstjarna/internal/plan"
)

func TestTheDatabaseRefusesToChangeWhatIsAdopted(t *testing.T) {
	path := filledFile(t)
	before := contentsOf(t, path, testOptions())
	const adopted = "(SELECT version FROM adoptions)"
	for _, query := range []string{
		"UPDATE contents SET json = x'7b7d' WHERE version IN " + adopted,
		"DELETE FROM contents WHERE version IN " + adopted,
		"REPLACE INTO contents SELECT version, x'7b7d' FROM contents WHERE version IN " + adopted,
		"UPDATE versions SET title = 'x' WHERE id IN " + adopted,
		"UPDATE versions SET id = 'x' WHERE id IN " + adopted,
		"DELETE FROM versions WHERE id IN " + adopted,
		"REPLACE INTO versions SELECT * FROM versions WHERE id IN " + adopted,
		"UPDATE documents SET kind = 'other'",
		"UPDATE events SET by = 'x'",
		"DELETE FROM events",
		"REPLACE INTO events SELECT * FROM events",
		"REPLACE INTO events SELECT 2, id, kind, at, by, document, version, assignment, corrects, fields, hash, '' FROM events",
		"INSERT INTO events SELECT 9, 'x', kind, at, by, document, version, assignment, corrects, fields, hash, '' FROM events",
		"INSERT INTO events SELECT 2, 'x', kind, at, by, document, version, assignment, corrects, fields, 'x', '' FROM events",
	} {
		err := execRaw(t, path, query)
		var e *modernc.Error
		if !errors.As(err, &e) || !errors.Is(translate(err), plan.ErrFrozen) {
			t.Errorf("%s: %v", query, err)
		}
	}
	if after := contentsOf(t, path, testOptions()); after != before {
		t.Errorf("the file now holds\n%s", after)
	}
	if err := execRaw(t, path, "UPDATE versions SET title = 'x' WHERE id NOT IN "+adopted); err != nil {
		t.Errorf("a draft cannot be changed: %v", err)
	}
}

func TestSaveRefusesToChangeWhatIsAdopted(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	before := dump(t, f)
	v := s.adopted.Latest()
	old, err := f.Content(ctx, s.adopted.Kind, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	ch := plan.ContentChange{
		Kind: s.adopted.Kind, Document: s.adopted.ID, Version: v.ID, Before: old,
		After: plan.Seal(old.Content.With(plan.KeyTitle, plan.Text("Ändrad"))),
	}
	entry := plan.Entry{ID: plan.NewID(), Position: 9, Fields: plan.NewContent(plan.Filled{plan.KeyName: plan.Text("x")})}
	e := plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListRoles, After: &entry}, ch}}
	if _, err := f.Save(ctx, e); !errors.Is(err, plan.ErrFrozen) {
		t.Errorf("an adopted content was changed: %v", err)
	}
	if after := dump(t, f); after != before {
		t.Error("the refused edit left something behind")
	}
}

func TestWhatWasOnceAdoptedStaysFrozen(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	v := s.adopted.Latest()
	wrong := s.register.Events()[0]
	correction := wrong
	correction.ID, correction.Corrects = plan.NewID(), wrong.ID
	correction.Fields = wrong.Fields.With(plan.KeyOutcome, plan.Text(plan.Deferred))
	if _, err := f.Save(ctx, plan.Edit{Events: []plan.Event{correction}}); err != nil {
		t.Fatal(err)
	}
	old, err := f.Content(ctx, s.adopted.Kind, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	ch := plan.ContentChange{
		Kind: s.adopted.Kind, Document: s.adopted.ID, Version: v.ID, Before: old,
		After: plan.Seal(old.Content.With(plan.KeyTitle, plan.Text("Ändrad"))),
	}
	if _, err := f.Save(ctx, plan.Edit{Changes: []plan.Change{ch}}); !errors.Is(err, plan.ErrFrozen) {
		t.Errorf("changing what was adopted until it was corrected: %v", err)
	}
}

func TestEditFromAnotherStateIsRefused(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	before := dump(t, f)
	v := s.draft.Latest()
	other := plan.Seal(planContent("en annan", 1))
	role := plan.Entry{ID: plan.NewID(), Position: 1}
	for name, ch := range map[string]plan.Change{
		"content":          plan.ContentChange{Kind: s.draft.Kind, Document: s.draft.ID, Version: v.ID, Before: other, After: plan.Seal(plan.Content{})},
		"existing content": plan.ContentChange{Kind: s.draft.Kind, Document: s.draft.ID, Version: v.ID, After: other},
		"missing version":  plan.ContentChange{Kind: s.draft.Kind, Document: s.draft.ID, Version: "x", After: other},
		"entry":            plan.EntryChange{List: plan.ListRoles, Before: &role},
		"document":         plan.DocumentChange{Before: &plan.Document{ID: "x"}},
		"same document":    plan.DocumentChange{After: &s.draft},
		"no content":       plan.DocumentChange{After: &plan.Document{ID: plan.NewID(), Kind: plan.Other, Versions: []plan.Version{{ID: plan.NewID()}}}},
		"relation":         plan.RelationChange{Relation: plan.Relation{Kind: plan.Governs, From: "x", To: "y"}},
	} {
		if _, err := f.Save(ctx, plan.Edit{Changes: []plan.Change{ch}}); !errors.Is(err, ErrConflict) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := dump(t, f); after != before {
		t.Error("a refused edit left something behind")
	}
}

// rewrite changes a closed file behind its triggers' back.
func rewrite(t testing.TB, path, query string) {
	t.Helper()
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	objects, err := schemaOf(context.Background(), f.db)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var drop, restore strings.Builder
	for _, o := range objects {
		if o.kind == "trigger" {
			drop.WriteString("DROP TRIGGER " + o.name + ";\n")
			restore.WriteString(o.text + ";\n")
		}
	}
	if err := execRaw(t, path, "PRAGMA foreign_keys = OFF; BEGIN;"+drop.String()+query+";\n"+restore.String()+"COMMIT"); err != nil {
		t.Fatal(err)
	}
}

func TestTamperingIsFound(t *testing.T) {
	ctx := context.Background()
	cases := map[string]struct {
		query string
		kind  FlawKind
	}{
		"content":        {"UPDATE contents SET json = CAST(replace(CAST(json AS TEXT), 'Strategi', 'Strategl') AS BLOB)", FlawContent},
		"no content":     {"DELETE FROM contents WHERE version IN (SELECT version FROM adoptions)", FlawContent},
		"version hash":   {"UPDATE versions SET sha256 = replace(sha256, 'a', 'b')", FlawContent},
		"head":           {"UPDATE versions SET title = 'Annan'", FlawProjection},
		"event":          {"UPDATE events SET by = 'Någon annan' WHERE seq = 1", FlawEvent},
		"event time":     {"UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq = 2", FlawEvent},
		"lost event":     {"DELETE FROM events WHERE seq = 1", FlawEvent},
		"lost and moved": {"DELETE FROM events WHERE seq = 1; UPDATE events SET seq = seq - 1", FlawEvent},
		"swapped":        {"UPDATE events SET seq = seq + 10; UPDATE events SET seq = 13 - seq", FlawEvent},
		"entry":          {"UPDATE periods SET start = '2023-02-30'", FlawRegister},
		"entry JSON":     {"UPDATE organisation SET mission = '[1'", FlawRegister},
		"document":       {"DELETE FROM versions WHERE id IN (SELECT version FROM adoptions); DELETE FROM contents WHERE version NOT IN (SELECT id FROM versions)", FlawRegister},
		"reference":      {"INSERT INTO relations VALUES ('governs', 'x', 'y')", FlawReference},
		"projection":     {"DELETE FROM activities WHERE nr = 2", FlawProjection},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filledFile(t)
			addEvents(t, path)
			rewrite(t, path, c.query)
			f, err := Open(ctx, path, testOptions())
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			flaws, err := f.Check(ctx)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, x := range flaws {
				found = found || x.Kind == c.kind
			}
			if !found {
				t.Errorf("found %v", flaws)
			}
		})
	}
}

// addEvents adds two events, so that there is a chain.
func addEvents(t testing.TB, path string) {
	t.Helper()
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for range 2 {
		e := plan.Event{ID: plan.NewID(), Kind: plan.EventExport, At: testDay, By: "Åsa"}
		if _, err := f.Save(context.Background(), plan.Edit{Events: []plan.Event{e}}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDamagedContentNamesItsDocument(t *testing.T) {
	path := filledFile(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(b), `"title":"Strategi"`)
	if at < 0 {
		t.Fatal("the content is not in the file")
	}
	b[at+10] ^= 1
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	f, err := Open(ctx, path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := f.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	d := r.Documents()[0]
	_, err = f.Content(ctx, d.Kind, d.Latest().ID)
	var e *DamagedError
	if !errors.As(err, &e) || e.Document != d.ID || e.Version != d.Latest().ID || e.Title != "Strategi" {
		t.Errorf("one flipped bit gives %v", err)
	}
	if _, err := f.Content(ctx, d.Kind, "x"); !errors.Is(err, plan.ErrVersion) {
		t.Errorf("a version that is not there gives %v", err)
	}
}

func TestConnectionIsGuarded(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, plan.Edit{})
	other := filepath.Join(t.TempDir(), "annan.db")
	for _, query := range []string{"ATTACH '" + other + "' AS other", `SELECT "inget"`, "SELECT zeroblob(70000000)"} {
		c, err := checkout(ctx, f.db)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.ExecContext(ctx, query); err == nil {
			t.Errorf("%s was allowed", query)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("another file was attached")
	}
	if _, err := f.db.Exec("PRAGMA writable_schema = ON"); err != nil {
		t.Fatal(err)
	}
	if n, err := number(ctx, f.db, "writable_schema"); err != nil || n != 0 {
		t.Errorf("the schema can be written: %d, %v", n, err)
	}
}

func TestUnknownPragmaValueIsNoticed(t *testing.T) {
	f := newFile(t, plan.Edit{})
	base, err := modernc.NewConnector("file://" + f.path + "?mode=rw&_synchronos=EXTRA")
	if err != nil {
		t.Fatal(err)
	}
	c := &connector{Connector: base, path: f.path, same: f.conn.same}
	if conn, err := c.Connect(context.Background()); err == nil {
		conn.Close()
		t.Error("a misspelt parameter went unnoticed")
	}
}
