package editor_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// adopted makes the latest version ready and adopts it.
func adopted(t *testing.T, e *editor.Editor, doc plan.ID) {
	t.Helper()
	d, _ := e.Register().Document(doc)
	ready, err := e.Register().SetStage(d, d.Latest(), plan.StageReady, 0)
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.ready"}, ready))
	d, _ = e.Register().Document(doc)
	adopt, err := e.Register().Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Adopted, Body: e.Register().Entries(plan.ListBodies)[0].ID, Date: plan.DateOf(day), Paragraph: "§ 1",
	}, "Åsa", day)
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.adopt"}, adopt))
}

// nextDraft begins the version after the latest one and writes in it.
func nextDraft(t *testing.T, e *editor.Editor, doc plan.ID, title string) {
	t.Helper()
	d, _ := e.Register().Document(doc)
	s, err := e.Content(d.Latest().ID)
	must(t, err)
	edit, v, err := e.Register().NextDraft(d, s, false, day)
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.new-version"}, edit))
	set(t, e, v.ID, plan.KeyTitle, plan.Text(title))
}

func removeDocument(t *testing.T, e *editor.Editor, doc plan.ID) {
	t.Helper()
	d, _ := e.Register().Document(doc)
	s, err := e.Content(d.Latest().ID)
	must(t, err)
	edit, err := e.Register().RemoveDocument(d, map[plan.ID]plan.Sealed{d.Latest().ID: s})
	must(t, err)
	must(t, e.Do(editor.Op{Key: "op.remove"}, edit))
}

// frozen are the adopted versions with the bytes of what they say.
func frozen(t *testing.T, e *editor.Editor) map[plan.ID]string {
	t.Helper()
	out := map[plan.ID]string{}
	for _, d := range e.Register().Documents() {
		for _, v := range d.Versions {
			if e.Register().WasAdopted(v.ID) {
				s, err := e.Content(v.ID)
				must(t, err)
				out[v.ID] = v.Number() + " " + string(s.JSON)
			}
		}
	}
	return out
}

func stays(t *testing.T, before, after map[plan.ID]string) {
	t.Helper()
	if len(before) == 0 {
		t.Fatal("nothing is adopted")
	}
	for id, want := range before {
		if after[id] != want {
			t.Errorf("the adopted version %s said\n%s\nand says\n%s", id, want, after[id])
		}
	}
}

// TestNoImportChangesAnAdoptedVersion brings files in that have something else for what
// is adopted here, as whole copies and as hand-overs of the one document, taking theirs
// wherever there is a choice.
func TestNoImportChangesAnAdoptedVersion(t *testing.T) {
	type sides func(t *testing.T, mine, theirs *editor.Editor, doc plan.ID)
	write := func(t *testing.T, e *editor.Editor, doc plan.ID, title string) {
		t.Helper()
		d, _ := e.Register().Document(doc)
		set(t, e, d.Latest().ID, plan.KeyTitle, plan.Text(title))
	}
	for name, differ := range map[string]sides{
		"changed there, adopted here": func(t *testing.T, mine, theirs *editor.Editor, doc plan.ID) {
			adopted(t, mine, doc)
			write(t, theirs, doc, "Där")
		},
		"both adopted other texts": func(t *testing.T, mine, theirs *editor.Editor, doc plan.ID) {
			write(t, mine, doc, "Här")
			adopted(t, mine, doc)
			write(t, theirs, doc, "Där")
			adopted(t, theirs, doc)
		},
		"removed there, adopted here": func(t *testing.T, mine, theirs *editor.Editor, doc plan.ID) {
			adopted(t, mine, doc)
			removeDocument(t, theirs, doc)
		},
		"next versions on both sides": func(t *testing.T, mine, theirs *editor.Editor, doc plan.ID) {
			adopted(t, mine, doc)
			nextDraft(t, mine, doc, "Här")
			adopted(t, mine, doc)
			write(t, theirs, doc, "Där")
			adopted(t, theirs, doc)
			nextDraft(t, theirs, doc, "Där igen")
		},
	} {
		for _, part := range []bool{false, true} {
			t.Run(map[bool]string{false: "whole ", true: "part "}[part]+name, func(t *testing.T) {
				w := newWorld(t, editor.Options{})
				w.entry(t, plan.ListBodies, plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
				d, _ := w.newPlan(t, "Planen")
				standing, _ := w.newPlan(t, "Fastställd sedan förut")
				w.adopt(t, standing.ID)
				var mine, theirs *editor.Editor
				if part {
					mine, theirs = w.Editor, opened(t, handedOver(t, w.Editor, t.TempDir(), d.ID, standing.ID))
				} else {
					mine, theirs = copyOf(t, w)
				}
				differ(t, mine, theirs, d.ID)
				before, there := frozen(t, mine), frozen(t, theirs)
				for range 2 {
					imported(t, mine, theirs, func(im *plan.Import) {
						im.ChooseAll(true)
						for i := range im.Items {
							im.Items[i].Take = true
						}
					})
					stays(t, before, frozen(t, mine))
				}
				stays(t, there, frozen(t, theirs))
				now, _ := mine.Register().Document(d.ID)
				if l := now.Latest(); !mine.Register().WasAdopted(l.ID) && before[l.ID] == "" {
					for id, said := range frozen(t, mine) {
						if _, v, _ := mine.Register().VersionOf(id); v.Major >= l.Major && slices.ContainsFunc(now.Versions, func(x plan.Version) bool { return x.ID == id }) {
							t.Errorf("the draft is %s beside the adopted %s", l.Number(), said)
						}
					}
				}
			})
		}
	}
}

// TestHandingOverAndRestoringLeaveWhatIsAdopted compares what is adopted with what the
// new file and the restored one hold; neither lets it be changed.
func TestHandingOverAndRestoringLeaveWhatIsAdopted(t *testing.T) {
	o := newOrganisation(t)
	ctx := context.Background()
	before := frozen(t, o.Editor)
	path := handedOver(t, o.Editor, t.TempDir(), o.period.ID)
	stays(t, before, frozen(t, o.Editor))
	refuses := func(path string) {
		t.Helper()
		f, err := sqlite.Open(ctx, path, fileOptions())
		must(t, err)
		e, err := editor.Open(ctx, f, editor.Options{})
		must(t, err)
		stays(t, before, frozen(t, e))
		d, v, _ := e.Register().VersionOf(o.period.Latest().ID)
		s, err := e.Content(v.ID)
		must(t, err)
		change := plan.ContentChange{
			Kind: d.Kind, Document: d.ID, Version: v.ID, Before: s, After: plan.Seal(s.Content.With(plan.KeyTitle, plan.Text("Ändrad"))),
		}
		if err := e.Do(editor.Op{Key: "op.change"}, plan.Edit{Changes: []plan.Change{change}}); !errors.Is(err, plan.ErrFrozen) {
			t.Errorf("the editor changes it: %v", err)
		}
		if _, err := f.Save(ctx, plan.Edit{Changes: []plan.Change{change}}); !errors.Is(err, plan.ErrFrozen) {
			t.Errorf("the file changes it: %v", err)
		}
		must(t, e.Close())
	}
	refuses(path)
	backup := filepath.Join(t.TempDir(), "kopia"+sqlite.Extension)
	must(t, o.CopyTo(ctx, backup))
	set(t, o.Editor, o.other.Latest().ID, plan.KeyTitle, plan.Text("Senare"))
	must(t, o.Close())
	_, err := sqlite.Restore(ctx, o.path, backup, fileOptions())
	must(t, err)
	refuses(o.path)
}
