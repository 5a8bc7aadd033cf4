package editor_test

import (
	"errors"
	"testing"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

var titleField = editor.Op{Key: "op.title", Field: "title"}

func (w *world) typeTitle(t testing.TB, version plan.ID, s string) {
	t.Helper()
	must(t, w.Typing().Text(titleField, func() (plan.Edit, error) { return w.title(version, s) }))
}

func TestTypingSavesAfterRest(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	w.typeTitle(t, v.ID, "ab")
	w.clock.pass(time.Second)
	w.typeTitle(t, v.ID, "abc")
	w.clock.pass(time.Second)
	if got := w.titleOf(t, v.ID); got != "a" || !w.State().Pending {
		t.Fatalf("saved %q without rest, state %v", got, w.State())
	}
	w.clock.pass(time.Second)
	if got := w.titleOf(t, v.ID); got != "abc" || w.State().Pending {
		t.Fatalf("after a rest of two seconds %q is saved, state %v", got, w.State())
	}
	w.typeTitle(t, v.ID, "abcd")
	must(t, w.Typing().Leave())
	must(t, w.Undo())
	if got := w.titleOf(t, v.ID); got != "a" {
		t.Errorf("one undo of what was typed gives %q", got)
	}
}

func TestTypingSavesEveryTenSeconds(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	s := "a"
	for range 10 {
		s += "b"
		w.typeTitle(t, v.ID, s)
		w.clock.pass(time.Second)
	}
	if got := w.titleOf(t, v.ID); got != "abbbbbbbbbb" {
		t.Errorf("after ten seconds of typing %q is saved", got)
	}
}

func TestLeavingAFieldForAnotherSavesIt(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	_, other := w.newPlan(t, "x")
	w.typeTitle(t, v.ID, "b")
	must(t, w.Typing().Text(editor.Op{Key: "op.title", Field: "other"}, func() (plan.Edit, error) { return w.title(other.ID, "y") }))
	if got := w.titleOf(t, v.ID); got != "b" {
		t.Errorf("the field that was left holds %q", got)
	}
	must(t, w.Typing().Leave())
	must(t, w.Undo())
	if a, b := w.titleOf(t, v.ID), w.titleOf(t, other.ID); a != "b" || b != "x" {
		t.Errorf("one undo gives %q and %q", a, b)
	}
}

func TestFullDiskKeepsWhatIsTypedAndTriesAgain(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	w.store.err = sqlite.ErrDiskFull
	w.typeTitle(t, v.ID, "ab")
	w.clock.pass(2 * time.Second)
	if s := w.State(); !s.Pending || !errors.Is(s.Err, sqlite.ErrDiskFull) {
		t.Fatalf("state %v", s)
	}
	if err := w.Close(); !errors.Is(err, sqlite.ErrDiskFull) {
		t.Fatalf("close with unsaved text: %v", err)
	}
	w.store.err = nil
	w.clock.pass(10 * time.Second)
	if got := w.titleOf(t, v.ID); got != "ab" || w.State().Pending || w.State().Err != nil {
		t.Errorf("saved %q, state %v", got, w.State())
	}
}

func TestWhatIsTypedWhileSavingStaysPending(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	stop := w.OnChange(func(editor.Change) { w.typeTitle(t, v.ID, "abc") })
	w.typeTitle(t, v.ID, "ab")
	must(t, w.Typing().Flush())
	stop()
	if got := w.titleOf(t, v.ID); got != "ab" || !w.State().Pending {
		t.Fatalf("saved %q, state %v", got, w.State())
	}
	w.clock.pass(2 * time.Second)
	if got := w.titleOf(t, v.ID); got != "abc" || w.State().Pending {
		t.Errorf("saved %q, state %v", got, w.State())
	}
}

func TestClosingSavesAndDiscardGivesUp(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	w.typeTitle(t, v.ID, "b")
	w.Typing().Discard()
	w.clock.pass(time.Minute)
	if got := w.titleOf(t, v.ID); got != "a" || w.State().Pending {
		t.Fatalf("discarded text was saved: %q", got)
	}
	w.typeTitle(t, v.ID, "c")
	must(t, w.Close())
	f, err := sqlite.Open(t.Context(), w.path, fileOptions())
	must(t, err)
	defer f.Close()
	r, err := f.Load(t.Context())
	must(t, err)
	if got := r.Documents()[0].Versions[0].Head.Title; got != "c" {
		t.Errorf("the file holds %q", got)
	}
}

func TestUndoSavesWhatIsTypedFirst(t *testing.T) {
	w := newWorld(t, editor.Options{})
	_, v := w.newPlan(t, "a")
	w.typeTitle(t, v.ID, "b")
	must(t, w.Undo())
	if got := w.titleOf(t, v.ID); got != "a" {
		t.Errorf("undo gives %q", got)
	}
	must(t, w.Redo())
	if got := w.titleOf(t, v.ID); got != "b" {
		t.Errorf("redo gives %q", got)
	}
}
