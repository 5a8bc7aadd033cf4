package editor_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

var day = time.Date(2026, 11, 22, 14, 32, 0, 0, time.UTC)

// clock is a time that only the test moves.
type clock struct {
	now    time.Time
	timers []*timer
}

type timer struct {
	at      time.Time
	f       func()
	stopped bool
}

func (c *clock) after(d time.Duration, f func()) func() {
	t := &timer{at: c.now.Add(d), f: f}
	c.timers = append(c.timers, t)
	return func() { t.stopped = true }
}

// pass lets the time pass, a second at a time.
func (c *clock) pass(d time.Duration) {
	for range int(d / time.Second) {
		c.now = c.now.Add(time.Second)
		for _, t := range c.timers {
			if !t.stopped && !t.at.After(c.now) {
				t.stopped = true
				t.f()
			}
		}
	}
}

// fragile is a file on a disk that can be full.
type fragile struct {
	*sqlite.File
	err error
}

func (s *fragile) Save(ctx context.Context, e plan.Edit) ([]plan.Event, error) {
	if s.err != nil {
		return nil, s.err
	}
	return s.File.Save(ctx, e)
}

type world struct {
	*editor.Editor
	clock *clock
	store *fragile
	path  string
}

func fileOptions() sqlite.Options {
	return sqlite.Options{Owner: "Åsa", Machine: "dator-1", CopyLater: true, Now: func() time.Time { return day }}
}

func newWorld(t testing.TB, opts editor.Options) *world {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "prov.ledstjarna")
	start := plan.Start("Länsförbundet", strings.ToUpper, plan.DateOf(day))
	f, err := sqlite.Create(ctx, path, fileOptions(), start)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{clock: &clock{now: day}, store: &fragile{File: f}, path: path}
	opts.Now, opts.After = func() time.Time { return w.clock.now }, w.clock.after
	w.Editor, err = editor.Open(ctx, w.store, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		w.store.err = nil
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func must(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// newPlan adds a period plan and returns it with its version.
func (w *world) newPlan(t testing.TB, title string) (plan.Document, plan.Version) {
	t.Helper()
	e, d := plan.NewDocument(plan.PeriodPlan, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(title)}), w.clock.now)
	must(t, w.Do(editor.Op{Key: "op.new"}, e))
	d, _ = w.Register().Document(d.ID)
	return d, d.Versions[0]
}

// title makes the edit that gives the version a title.
func (w *world) title(version plan.ID, s string) (plan.Edit, error) {
	d, v, _ := w.Register().VersionOf(version)
	before, err := w.Content(version)
	if err != nil {
		return plan.Edit{}, err
	}
	return w.Register().SetContent(d, v, before, before.Content.With(plan.KeyTitle, plan.Text(s)))
}

func (w *world) setTitle(t testing.TB, op editor.Op, version plan.ID, s string) {
	t.Helper()
	e, err := w.title(version, s)
	must(t, err)
	must(t, w.Do(op, e))
}

func (w *world) titleOf(t testing.TB, version plan.ID) string {
	t.Helper()
	s, err := w.Content(version)
	must(t, err)
	return s.Content.Text(plan.KeyTitle)
}

// state is all of the file in a form that can be compared.
func state(t rapid.TB, r plan.Register, content func(plan.DocumentKind, plan.ID) (plan.Sealed, error)) string {
	t.Helper()
	var b strings.Builder
	for _, l := range plan.ListNames() {
		for _, e := range r.Entries(l) {
			j, err := e.Fields.MarshalJSON()
			must(t, err)
			fmt.Fprintf(&b, "%s %s %d %s\n", l, e.ID, e.Position, j)
		}
	}
	for _, d := range r.Documents() {
		fmt.Fprintf(&b, "%s\n", norm.NFC.String(fmt.Sprint(d)))
		for _, v := range d.Versions {
			s, err := content(d.Kind, v.ID)
			must(t, err)
			fmt.Fprintf(&b, "%s %s\n", v.ID, s.JSON)
		}
	}
	var relations []string // a set: their order means nothing
	for _, x := range r.Relations() {
		relations = append(relations, fmt.Sprint(x))
	}
	slices.Sort(relations)
	fmt.Fprintf(&b, "%v\n", relations)
	for _, e := range r.Events() {
		j, err := e.Fields.MarshalJSON()
		must(t, err)
		fmt.Fprintf(&b, "%d %s %s %s %s\n", e.Seq, e.ID, e.Kind, j, e.Hash)
	}
	return b.String()
}

func (w *world) state(t testing.TB) string {
	t.Helper()
	return state(t, w.Register(), func(_ plan.DocumentKind, v plan.ID) (plan.Sealed, error) { return w.Content(v) })
}

// stored is the state that the file itself holds.
func (w *world) stored(t testing.TB) string {
	t.Helper()
	ctx := context.Background()
	r, err := w.store.Load(ctx)
	must(t, err)
	return state(t, r, func(k plan.DocumentKind, v plan.ID) (plan.Sealed, error) { return w.store.Content(ctx, k, v) })
}

func (w *world) sameAsStored(t testing.TB) {
	t.Helper()
	if diff := cmp.Diff(w.stored(t), w.state(t)); diff != "" {
		t.Fatalf("the editor differs from the file:\n%s", diff)
	}
}
