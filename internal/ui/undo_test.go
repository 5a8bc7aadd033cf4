package ui

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

// dumped is all that the open file holds.
func dumped(t *testing.T, a *App) string {
	t.Helper()
	var b bytes.Buffer
	err := exchange.Dump(&b, a.desk.register(), func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return a.file.Content(v.ID) }, a.file.CopyFile)
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRemovalsAreUndoneInTheWindow removes in the window what a person can remove, and
// takes it back by the menu's command: all of the file is then what it was.
func TestRemovalsAreUndoneInTheWindow(t *testing.T) {
	a := window(t)
	a.openFile(exampleAt(t, a))
	i := slices.IndexFunc(a.commands, func(c command) bool { return c.id == "undo" })
	undo, redo := a.commands[i], a.commands[slices.IndexFunc(a.commands, func(c command) bool { return c.id == "redo" })]
	gone := func(t *testing.T, remove func()) {
		t.Helper()
		before := dumped(t, a)
		remove()
		after := dumped(t, a)
		if after == before || !undo.enabled() || a.words.T("action.undo") == undo.name() {
			t.Fatalf("nothing was removed, or %q takes it back", undo.name())
		}
		for _, x := range []struct {
			c    command
			want string
		}{{undo, before}, {redo, after}, {undo, before}} {
			x.c.run()
			if diff := cmp.Diff(x.want, dumped(t, a)); diff != "" {
				t.Fatalf("%s gives something else:\n%s", x.c.id, diff)
			}
		}
	}
	for _, l := range plan.ListNames() {
		if l == plan.ListOrganisation || l == plan.ListPackets {
			continue
		}
		t.Run(string(l), func(t *testing.T) {
			a.open(place{room: roomLibrary, list: l})
			v := a.front.(*libraryView)
			entry := slices.IndexFunc(a.desk.register().Entries(l), func(e plan.Entry) bool { return len(a.desk.register().Referrers(e.ID)) == 0 })
			if entry < 0 {
				return // all are in use, as TestRemovingAsksWhereItIsUsed shows
			}
			gone(t, func() { v.remove([]plan.ID{a.desk.register().Entries(l)[entry].ID}) })
		})
	}
	t.Run("document", func(t *testing.T) { removesADocument(t, a, gone) })
	t.Run("papers", func(t *testing.T) { removesPapers(t, a, gone) })
}

func removesADocument(t *testing.T, a *App, gone func(*testing.T, func())) {
	e, d := plan.NewDocument(plan.Policy, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Prov")}), a.desk.now())
	relation := plan.RelationChange{Relation: plan.Relation{Kind: plan.TiedTo, From: d.ID, To: "doc-strategi"}}
	if !a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": "Prov"}}, e.Then(plan.Edit{Changes: []plan.Change{relation}}), nil) {
		t.Fatal("no document")
	}
	a.open(place{room: roomSteering, document: d.ID})
	v := a.front.(*documentView)
	a.examine(onDisk(t, "Enkät.pdf", []byte("%PDF-1.7\nbilagan\n")), func(f plan.Attachment) {
		v.reform(editor.Op{Key: "op.attach"}, func(c plan.Content) (plan.Content, error) {
			after, _, err := plan.Attach(c, f.AttachedFile, "Enkät", true)
			return after, err
		}, f)
	})
	file := plan.AppendicesIn(v.content())[0]
	gone(t, func() {
		v.reform(editor.Op{Key: "op.detach"}, func(c plan.Content) (plan.Content, error) { return plan.Detach(c, file.Row) })
	})
	gone(t, func() { v.unrelate(relationLines(a.words, a.desk.register(), d.ID)[0]) })
	if !a.desk.removable(v.about.Document) {
		t.Fatal("a draft cannot be removed")
	}
	gone(t, func() { a.desk.remove(d.ID) })
	var b bytes.Buffer
	if err := a.file.CopyFile(file.File.Hash, &b); err != nil || b.Len() == 0 {
		t.Errorf("its file: %v", err)
	}
	a.open(place{room: roomSteering, document: "doc-strategi"})
	if a.desk.removable(a.front.(*documentView).about.Document) {
		t.Error("an adopted document can be removed")
	}
}

func removesPapers(t *testing.T, a *App, gone func(*testing.T, func())) {
	packets := a.desk.register().Entries(plan.ListPackets)
	a.open(place{room: roomPackets, packet: packets[0].ID})
	v := a.front.(*packetsView)
	gone(t, func() { v.removeLine(string(v.about.Items[2].Row)) })
	if !v.removable() {
		t.Fatal("papers that were never sent cannot be removed")
	}
	gone(t, func() {
		a.open(place{room: roomPackets, packet: packets[0].ID})
		a.front.(*packetsView).remove()
	})
}

// TestTypingIsUndoneAsOneStepInTheWindow types in several fields, a hundred times over,
// and takes it back field by field; what is opened again is what was shown.
func TestTypingIsUndoneAsOneStepInTheWindow(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	a.openFile(path)
	a.open(place{room: roomPlans, document: "doc-naravard", section: "details"})
	v := a.front.(*documentView)
	const steps = 110
	f := newForm(a.desk, v)
	keys := []plan.Key{plan.KeyTitle, plan.KeyPurpose}
	states := []string{dumped(t, a)}
	for n := range steps {
		p := plan.PathTo(keys[n%2])
		for _, s := range []string{"a", "ab", fmt.Sprint("abc ", n)} {
			v.set(f.op(p), p, plan.Text(s), true)
			if err := a.file.Typing().Flush(); err != nil {
				t.Fatal(err)
			}
		}
		if err := a.file.Typing().Leave(); err != nil {
			t.Fatal(err)
		}
		states = append(states, dumped(t, a))
	}
	for n := steps - 1; n >= 0; n-- {
		a.undo()
		if dumped(t, a) != states[n] {
			t.Fatalf("after %d steps back it is not what it was", steps-n)
		}
	}
	for range 7 {
		a.redo()
	}
	if !a.closeFile() {
		t.Fatal("the file does not close")
	}
	a.openFile(path)
	if dumped(t, a) != states[7] {
		t.Error("what is opened again is not what was shown")
	}
	if a.canUndo() || a.canRedo() {
		t.Error("steps of the last time are offered")
	}
}
