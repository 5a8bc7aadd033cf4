package main

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // to do as another program would

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/sqlite"
)

func options() sqlite.Options {
	return sqlite.Options{Owner: fmt.Sprint("process ", os.Getpid()), Machine: "faults", CopyLater: true}
}

// newFile makes a closed plan file with a few plans, half of them adopted.
func newFile(dir string, plans, activities int) (string, error) {
	path := filepath.Join(dir, "fil"+sqlite.Extension)
	f, err := sqlite.Create(context.Background(), path, options(), plan.Edit{})
	if err != nil {
		return "", err
	}
	for e := range plantest.Large(plans, activities) {
		if _, err := f.Save(context.Background(), e); err != nil {
			return "", err
		}
	}
	return path, f.Close()
}

// drafts are the versions of a register that can be edited.
func drafts(r plan.Register) []plan.Document {
	var out []plan.Document
	for _, d := range r.Documents() {
		if r.Editable(d, d.Latest()) == nil {
			out = append(out, d)
		}
	}
	return out
}

// rewrite is a random edit of a draft's content, and its hash afterwards.
func rewrite(r *rand.Rand, f *sqlite.File, d plan.Document) (plan.Edit, string, error) {
	v := d.Latest().ID
	before, err := f.Content(context.Background(), d.Kind, v)
	if err != nil {
		return plan.Edit{}, "", err
	}
	c := before.Content.With(plan.KeyTitle, plan.Text(fmt.Sprintf("Plan %x", r.Uint64())))
	rows := c.Get(plan.KeyActivities).Rows()
	if n := r.IntN(len(rows) + 1); n < len(rows) {
		rows[n].Cells = rows[n].Cells.With(plan.KeyActivity, plan.Text(strings.Repeat("Ändrad ", r.IntN(400))))
		c = c.With(plan.KeyActivities, plan.Rows(rows...))
	}
	after := plan.Seal(c)
	return plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: v, Before: before, After: after,
	}}}, after.Hash, nil
}

// all is everything that a file holds, to be compared.
func all(f *sqlite.File) (string, error) {
	ctx := context.Background()
	r, err := f.Load(ctx)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, l := range plan.ListNames() {
		for _, e := range r.Entries(l) {
			j, err := e.Fields.MarshalJSON()
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&b, "%s %s %d %s\n", l, e.ID, e.Position, j)
		}
	}
	for _, d := range r.Documents() {
		fmt.Fprintf(&b, "%v\n", d)
		for _, v := range d.Versions {
			s, err := f.Content(ctx, d.Kind, v.ID)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&b, "%s %s\n", v.ID, s.JSON)
		}
	}
	for _, e := range r.Events() {
		j, err := e.Fields.MarshalJSON()
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%d %s %s %s %s %s %s\n", e.Seq, e.ID, e.Kind, e.At.Format(time.RFC3339), e.By, j, e.Hash)
	}
	fmt.Fprintln(&b, len(r.Relations()))
	return b.String(), nil
}

// sound opens a file, examines it and returns all that it holds.
func sound(path string) (string, error) {
	f, err := sqlite.Open(context.Background(), path, options())
	if err != nil {
		return "", err
	}
	defer f.Close()
	flaws, err := f.Check(context.Background())
	if err != nil {
		return "", err
	}
	if len(flaws) > 0 {
		return "", fmt.Errorf("%d flaws: %s", len(flaws), flaws[0])
	}
	return all(f)
}

// raw runs SQL on a closed file as another program would.
func raw(path, query string, args ...any) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(query, args...)
	return err
}

func copyFile(to, from string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o600)
}

func openAndClose(path string, o sqlite.Options) error {
	f, err := sqlite.Open(context.Background(), path, o)
	if err != nil {
		return err
	}
	return f.Close()
}
