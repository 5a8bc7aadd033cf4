package editor_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/sqlite"
)

func TestDoUndoRedo(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "Första")
	w.setTitle(t, editor.Op{Key: "op.title", Args: map[string]string{"title": "Andra"}}, v.ID, "Andra")
	if op, ok := w.CanUndo(); !ok || op.Key != "op.title" || op.Args["title"] != "Andra" {
		t.Errorf("can undo %v, %v", op, ok)
	}
	must(t, w.Undo())
	if got := w.titleOf(t, v.ID); got != "Första" {
		t.Errorf("after undo the title is %q", got)
	}
	if op, ok := w.CanRedo(); !ok || op.Key != "op.title" {
		t.Errorf("can redo %v, %v", op, ok)
	}
	w.sameAsStored(t)
	must(t, w.Redo())
	if got := w.titleOf(t, v.ID); got != "Andra" {
		t.Errorf("after redo the title is %q", got)
	}
	must(t, w.Undo())
	must(t, w.Undo())
	if n := len(w.Register().Documents()); n != 0 {
		t.Errorf("%d documents are left", n)
	}
	if err := w.Undo(); !errors.Is(err, editor.ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	w.sameAsStored(t)
}

func TestActionsOnOneFieldAreOneStep(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	field := editor.Op{Key: "op.title", Field: "title"}
	for _, s := range []string{"ab", "abc", "abcd"} {
		w.setTitle(t, field, v.ID, s)
	}
	w.EndStep()
	w.setTitle(t, field, v.ID, "abcde")
	must(t, w.Undo())
	if got := w.titleOf(t, v.ID); got != "abcd" {
		t.Errorf("after one undo the title is %q", got)
	}
	must(t, w.Undo())
	if got := w.titleOf(t, v.ID); got != "a" {
		t.Errorf("after two undos the title is %q", got)
	}
	must(t, w.Redo())
	if got := w.titleOf(t, v.ID); got != "abcd" {
		t.Errorf("after redo the title is %q", got)
	}
	w.sameAsStored(t)
}

func TestTypingBackLeavesNoStep(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	field := editor.Op{Key: "op.title", Field: "title"}
	w.setTitle(t, field, v.ID, "ab")
	w.setTitle(t, field, v.ID, "a")
	if op, _ := w.CanUndo(); op.Key != "op.new" {
		t.Errorf("the latest step is %v", op)
	}
}

func TestStepsAreBounded(t *testing.T) {
	w := newWorld(t, editor.Options{Steps: 100})
	_, v := w.newPlan(t, "0")
	for i := range 130 {
		w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, fmt.Sprint(i+1))
	}
	n := 0
	for ; w.Undo() == nil; n++ {
	}
	if n != 100 || w.titleOf(t, v.ID) != "30" {
		t.Errorf("%d steps were undone, to %q", n, w.titleOf(t, v.ID))
	}
	w.sameAsStored(t)
}

func TestFailureChangesNothing(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "Före")
	var notices int
	w.OnChange(func(editor.Change) { notices++ })
	before := w.state(t)
	w.store.err = sqlite.ErrDiskFull
	e, err := w.title(v.ID, "Efter")
	must(t, err)
	if err := w.Do(editor.Op{Key: "op.title"}, e); !errors.Is(err, sqlite.ErrDiskFull) {
		t.Fatalf("do on a full disk: %v", err)
	}
	if err := w.Undo(); !errors.Is(err, sqlite.ErrDiskFull) {
		t.Fatalf("undo on a full disk: %v", err)
	}
	if w.State().Err == nil || notices != 0 {
		t.Errorf("state %v, %d notices", w.State(), notices)
	}
	w.store.err = nil
	if diff := cmp.Diff(before, w.state(t)); diff != "" {
		t.Error(diff)
	}
	w.sameAsStored(t)
	if op, _ := w.CanUndo(); op.Key != "op.new" {
		t.Errorf("the latest step is %v", op)
	}
	must(t, w.Do(editor.Op{Key: "op.title"}, e))
	if s := w.State(); s.Err != nil || !s.Saved.Equal(day) {
		t.Errorf("state after success: %v", s)
	}
}

func TestStaleEditIsRefused(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	old, err := w.title(v.ID, "b")
	must(t, err)
	w.setTitle(t, editor.Op{Key: "op.title"}, v.ID, "c")
	if err := w.Do(editor.Op{Key: "op.title"}, old); !errors.Is(err, editor.ErrStale) {
		t.Errorf("an edit of an earlier content: %v", err)
	}
	if got := w.titleOf(t, v.ID); got != "c" {
		t.Errorf("the title is %q", got)
	}
}
