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
