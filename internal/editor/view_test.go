package editor_test

import (
	"context"
	"errors"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

func TestReadingWhatAnotherProgramWrites(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "Gammal titel")
	store, err := sqlite.OpenReadOnly(context.Background(), w.path, fileOptions())
	if err != nil {
		t.Fatal(err)
	}
	reader, err := editor.Open(context.Background(), store, editor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if !reader.ReadOnly() || w.ReadOnly() {
		t.Error("who only reads does not say so")
	}
	edit, err := w.title(v.ID, "Ny titel")
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.title"}, edit))
	if changed, err := reader.Standing(); !changed || err != nil {
		t.Errorf("after a change: %v, %v", changed, err)
	}
	if _, err := reader.Content(v.ID); !errors.Is(err, editor.ErrStale) {
		t.Errorf("a content that does not belong to the loaded register: %v", err)
	}
	if err := reader.Reload(); err != nil {
		t.Fatal(err)
	}
	s, err := reader.Content(v.ID)
	if err != nil || s.Content.Text(plan.KeyTitle) != "Ny titel" {
		t.Errorf("after loading anew: %q, %v", s.Content.Text(plan.KeyTitle), err)
	}
	if err := reader.Do(editor.Op{Key: "op.title"}, edit.Inverse()); !errors.Is(err, sqlite.ErrViewOnly) {
		t.Errorf("the reader changes it: %v", err)
	}
}

func TestSearchShowsTheNewestAndWhatApplies(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "Sökplan för länet")
	w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, "Sökplan för kommunerna")
	found, err := w.Search(context.Background(), "sökplan", 5, plan.DateOf(day))
	if err != nil || len(found) != 1 || found[0].Text != "Sökplan för kommunerna" || found[0].Owner != v.ID {
		t.Errorf("found %+v, %v", found, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := w.Search(ctx, "sökplan", 5, plan.DateOf(day)); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that nobody waits for: %v", err)
	}
	if w.titleOf(t, v.ID) != "Sökplan för kommunerna" {
		t.Error("the file cannot be used after it")
	}
}
