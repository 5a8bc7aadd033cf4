package editor_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// bothSides returns the bytes of a file and of a copy of it, both changed since: each
// has a title, a draft and a removal of its own, and the copy an adoption as well.
func bothSides(t testing.TB) (mine, theirs []byte) {
	t.Helper()
	w := newWorld(t, editor.Options{})
	_, common := w.newPlan(t, "Gemensam")
	_, v := w.newPlan(t, "Antagen")
	_, mineGone := w.newPlan(t, "Borttagen här")
	_, theirsGone := w.newPlan(t, "Borttagen där")
	policy, strategy := w.newDocument(t, plan.Policy), w.newDocument(t, plan.Strategy)
	tie, err := w.Register().Relate(plan.Relation{Kind: plan.TiedTo, From: policy, To: strategy})
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.relate"}, tie))
	body, entry, err := w.Register().AddEntry(plan.ListBodies, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Styrelsen")}))
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.add"}, body))
	must(t, w.Close())
	path := filepath.Join(t.TempDir(), "kopia.ledstjarna")
	must(t, os.WriteFile(path, bytesOf(t, w.path), 0o600))
	here, there := reopened(w.path), reopened(path)
	remove(t, here, mineGone.ID)
	set(t, here, common.ID, plan.KeyTitle, plan.Text("Min"))
	newHere, _ := plan.NewDocument(plan.AssignmentPlan, true, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Ny där")}), day)
	must(t, there.Do(editor.Op{Key: "op.new"}, newHere))
	set(t, there, mineGone.ID, plan.KeyTitle, plan.Text("Ändrad där"))
	set(t, there, common.ID, plan.KeyTitle, plan.Text("Deras"))
	set(t, there, common.ID, plan.KeyActivities, plan.Rows(plan.Row{ID: "a1", Cells: plan.NewContent(plan.Filled{plan.KeyActivity: plan.Text("Möte")})}))
	remove(t, there, theirsGone.ID)
	adopt(t, there, v.ID, entry.ID)
	must(t, here.Close())
	must(t, there.Close())
	return bytesOf(t, w.path), bytesOf(t, path)
}

func (w *world) newDocument(t testing.TB, kind plan.DocumentKind) plan.ID {
	t.Helper()
	e, d := plan.NewDocument(kind, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(string(kind))}), day)
	must(t, w.Do(editor.Op{Key: "op.new"}, e))
	return d.ID
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

func remove(t testing.TB, e *editor.Editor, version plan.ID) {
	t.Helper()
	d, v, _ := e.Register().VersionOf(version)
	s, err := e.Content(v.ID)
	must(t, err)
	edit, err := e.Register().RemoveDocument(d, map[plan.ID]plan.Sealed{v.ID: s})
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.remove"}, edit))
}

func adopt(t testing.TB, e *editor.Editor, version, body plan.ID) {
	t.Helper()
	d, v, _ := e.Register().VersionOf(version)
	ready, err := e.Register().SetStage(d, v, plan.StageReady, 0)
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.ready"}, ready))
	d, v, _ = e.Register().VersionOf(version)
	edit, err := e.Register().Decide(d, v, plan.Decision{Outcome: plan.Adopted, Body: body, Date: plan.DateOf(day), Paragraph: "§ 7"}, "Bo", day)
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.adopt"}, edit))
}

// forged writes a value into every row of a column as somebody who wants to do harm
// would: without the triggers, which stand there again afterwards, and without the
// constraints. A text for a draft gets a hash that fits.
func forged(t *testing.T, path, table, column, value, content string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	triggers := textsOf(t, db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
	names := textsOf(t, db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
	_, err = db.Exec("PRAGMA ignore_check_constraints = 1; PRAGMA synchronous = OFF; BEGIN; DROP TRIGGER " + strings.Join(names, "; DROP TRIGGER "))
	must(t, err)
	if content != "" {
		h := sha256.Sum256([]byte(content))
		const latest = "(SELECT id FROM versions WHERE title = 'Deras')"
		_, err := db.Exec("UPDATE contents SET json = ?1 WHERE version = "+latest, []byte(content))
		must(t, err)
		_, err = db.Exec("UPDATE versions SET sha256 = ? WHERE id = "+latest, hex.EncodeToString(h[:]))
		must(t, err)
	}
	if column != "" {
		var v any = value
		if n, err := strconv.ParseInt(value, 10, 64); err == nil {
			v = n
		}
		_, _ = db.Exec(`UPDATE OR IGNORE "`+table+`" SET "`+column+`" = ?`, v) // a type may refuse it
	}
	_, err = db.Exec(strings.Join(triggers, ";\n") + "; COMMIT")
	must(t, err)
}

func textsOf(t testing.TB, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.Query(query)
	must(t, err)
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		must(t, rows.Scan(&s))
		out = append(out, s)
	}
	must(t, rows.Err())
	return out
}

// columnsOf returns the columns of a plan file as "table.column".
func columnsOf(t testing.TB, file []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "f.ledstjarna")
	must(t, os.WriteFile(path, file, 0o600))
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	return textsOf(t, db, `SELECT m.name || '.' || p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p
		WHERE m.type = 'table' AND m.name NOT LIKE 'words%' AND m.name NOT LIKE 'letters%' ORDER BY 1`)
}

// FuzzImport brings a file in that somebody has made to do harm: a content of any
// text, any value in any column, any bytes anywhere. It is refused, or imported, and
// the file here is sound afterwards and as it was where the import failed.
// Most of its time goes to syncing files; with TMPDIR on a file system in memory it runs
// ten times as often.
func FuzzImport(f *testing.F) {
	mine, theirs := bothSides(f)
	columns := columnsOf(f, theirs)
	at := func(name string) uint16 { return uint16(slices.Index(columns, name)) }
	f.Add(`{"title":"x","activities":[{"@":"a1"},{"@":"a2"}]}`, uint16(0), "", uint32(0), []byte{}, true)
	f.Add(`{"title":1}`, uint16(0), "", uint32(0), []byte{}, true)
	f.Add("", at("documents.kind"), "virus", uint32(0), []byte{}, true)
	f.Add("", at("relations.kind"), "a b", uint32(0), []byte{}, true)
	f.Add("", at("versions.major"), "-5", uint32(0), []byte{}, true)
	f.Add("", at("versions.stage"), "x", uint32(0), []byte{}, true)
	f.Add("", at("versions.created"), "0001-01-01T00:00:00Z", uint32(0), []byte{}, false)
	f.Add("", at("bodies.name"), "\x00", uint32(0), []byte{}, true)
	f.Add("", at("bodies.position"), "9223372036854775807", uint32(0), []byte{}, true)
	f.Add("", at("earlier.json"), "[", uint32(0), []byte{}, true)
	f.Add("", at("revisions.revision"), "", uint32(0), []byte{}, true)
	f.Add("", at("organisation.logo"), "../../x", uint32(0), []byte{}, true)
	f.Add("", uint16(0), "", uint32(8192), []byte("x"), false)
	f.Fuzz(func(t *testing.T, content string, column uint16, value string, place uint32, patch []byte, take bool) {
		dir := t.TempDir()
		here, there := filepath.Join(dir, "min.ledstjarna"), filepath.Join(dir, "deras.ledstjarna")
		must(t, os.WriteFile(here, mine, 0o600))
		foreign := bytes.Clone(theirs)
		must(t, os.WriteFile(there, foreign, 0o600))
		if content != "" || value != "" {
			table, name, _ := strings.Cut(columns[int(column)%len(columns)], ".")
			if value == "" {
				name = ""
			}
			forged(t, there, table, name, value, content)
		}
		if len(patch) > 0 {
			foreign, err := os.ReadFile(there)
			must(t, err)
			copy(foreign[int(place)%len(foreign):], patch)
			must(t, os.WriteFile(there, foreign, 0o600))
		}
		theirSide := reopened(there)
		if theirSide == nil {
			return
		}
		defer theirSide.Close()
		mySide := reopened(here)
		before := wholly(t, mySide)
		im, err := mySide.PlanImport(theirSide)
		if err == nil {
			im.ChooseAll(take)
			for i := range im.Items {
				im.Items[i].Take = take
			}
			err = mySide.CarryOut(im, theirSide, plan.Source{File: "deras.ledstjarna", By: "Åsa", At: day})
		}
		after := wholly(t, mySide)
		passes(t, mySide)
		must(t, mySide.Close())
		if err != nil && after != before {
			t.Fatalf("%v, and yet the file was changed", err)
		}
		f, oerr := sqlite.Open(context.Background(), here, fileOptions())
		must(t, oerr)
		defer f.Close()
		if flaws, cerr := f.Check(context.Background()); cerr != nil || len(flaws) > 0 {
			t.Fatalf("after the import (%v): flaws %v, %v", err, flaws, cerr)
		}
	})
}

// passes holds what came in against what may come in by a dump, which is checked in
// every part.
func passes(t *testing.T, e *editor.Editor) {
	t.Helper()
	var b bytes.Buffer
	must(t, exchange.Dump(&b, e.Register(), func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return e.Content(v.ID) }, e.CopyFile))
	if _, err := exchange.Load(&b, exchange.DefaultLimits()); err != nil {
		t.Fatalf("what was imported could not be loaded: %v", err)
	}
}

func reopened(path string) *editor.Editor {
	f, err := sqlite.Open(context.Background(), path, fileOptions())
	if err != nil {
		return nil
	}
	e, err := editor.Open(context.Background(), f, editor.Options{})
	if err != nil {
		_ = f.Close()
		return nil
	}
	return e
}

func wholly(t *testing.T, e *editor.Editor) string {
	t.Helper()
	if e == nil {
		t.Fatal("the file here does not open")
	}
	return state(t, e.Register(), func(_ plan.DocumentKind, v plan.ID) (plan.Sealed, error) { return e.Content(v) })
}
