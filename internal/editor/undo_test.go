package editor_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// content gives the version another content as one step.
func (w *world) content(t testing.TB, version plan.ID, change func(plan.Content) plan.Content) {
	t.Helper()
	d, v, _ := w.Register().VersionOf(version)
	before, err := w.Content(version)
	must(t, err)
	e, err := w.Register().SetContent(d, v, before, change(before.Content))
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.change"}, e))
}

// TestUndoAcrossTheWholeDocument writes every field of a full plan, and its rows, in
// more than a hundred steps, takes all of them back and does them again.
func TestUndoAcrossTheWholeDocument(t *testing.T) {
	w := newWorld(t, editor.Options{})
	e, d := plan.NewDocument(plan.AssignmentPlan, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Plan")}), w.clock.now)
	must(t, w.Do(editor.Op{Key: "op.new"}, e))
	d, _ = w.Register().Document(d.ID)
	v, full := d.Latest().ID, plantest.Content(plan.AssignmentPlan, 2)
	states := []string{w.state(t)}
	step := func(change func(plan.Content) plan.Content) {
		w.content(t, v, change)
		if now := w.state(t); now != states[len(states)-1] {
			states = append(states, now)
		}
	}
	for _, k := range full.Keys() {
		step(func(c plan.Content) plan.Content { return c.With(k, full.Get(k)) })
	}
	for n := 0; len(states) <= 130; n++ {
		step(func(c plan.Content) plan.Content {
			rows := c.Get(plan.KeyActivities).Rows()
			switch n % 3 {
			case 0:
				rows = append(rows, plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{plan.KeyActivity: plan.Text(fmt.Sprint("Aktivitet ", n))})})
			case 1:
				slices.Reverse(rows)
			default:
				rows[0].Cells = rows[0].Cells.With(plan.KeyActivity, plan.Text(fmt.Sprint("Ändrad ", n)))
			}
			return c.With(plan.KeyActivities, plan.Rows(rows...))
		})
	}
	for i := len(states) - 2; i >= 0; i-- {
		must(t, w.Undo())
		if diff := cmp.Diff(states[i], w.state(t)); diff != "" {
			t.Fatalf("%d steps back:\n%s", len(states)-1-i, diff)
		}
	}
	w.sameAsStored(t)
	for _, want := range states[1:] {
		must(t, w.Redo())
		if diff := cmp.Diff(want, w.state(t)); diff != "" {
			t.Fatalf("done again:\n%s", diff)
		}
	}
	w.sameAsStored(t)
}

// TestReopenedAfterUndoNothingIsHalfDone closes after steps were taken back: the file
// holds just what was shown, and offers no steps of the last time.
func TestReopenedAfterUndoNothingIsHalfDone(t *testing.T) {
	o := newOrganisation(t)
	doc := o.other.Latest().ID
	for i := range 5 {
		set(t, o.Editor, doc, plan.KeyPurpose, plan.Text(fmt.Sprint("Syfte ", i)))
	}
	must(t, o.Undo())
	must(t, o.Undo())
	want := o.state(t)
	must(t, o.Close())
	o.reopen(t)
	if diff := cmp.Diff(want, o.state(t)); diff != "" {
		t.Errorf("opened again:\n%s", diff)
	}
	if err := errors.Join(o.Undo(), o.Redo()); !errors.Is(err, editor.ErrNothing) {
		t.Errorf("steps of the last time: %v", err)
	}
	if flaws, err := o.store.Check(t.Context()); err != nil || len(flaws) > 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
}

// TestEveryRemovalCanBeUndone removes an entry of every list, a packet, its items and
// their files, relations, appendices and documents: each is one step, which taken back
// gives what was there before, the files among it, also after it was done again.
func TestEveryRemovalCanBeUndone(t *testing.T) {
	for _, l := range plan.ListNames() {
		if l == plan.ListOrganisation {
			continue
		}
		t.Run(string(l), func(t *testing.T) {
			w := newWorld(t, editor.Options{})
			body := w.entry(t, plan.ListBodies, plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
			f := plan.Filled{}
			for _, field := range plan.ListFields(l) {
				if field.Kind == plan.Line && field.Key != plan.KeyLogo {
					f[field.Key] = plan.Text("Prov " + string(field.Key))
				}
			}
			if l == plan.ListMeetings {
				f[plan.KeyBody] = plan.Ref(body)
			}
			if l == plan.ListPeriods {
				f[plan.KeyStart], f[plan.KeyEnd] = plan.Day(plan.NewDate(2190, 1, 1)), plan.Day(plan.NewDate(2193, 12, 31))
			}
			first := w.entry(t, l, f)
			if l == plan.ListPeriods {
				f[plan.KeyStart], f[plan.KeyEnd] = plan.Day(plan.NewDate(2194, 1, 1)), plan.Day(plan.NewDate(2197, 12, 31))
			}
			w.entry(t, l, f) // so that it was not the last one
			e, err := w.Register().RemoveEntry(l, first)
			must(t, err)
			w.removed(t, e)
		})
	}
	t.Run("papers", removesPapers)
	t.Run("documents", removesDocuments)
}

// removed carries a removal out, takes it back, does it again and takes it back.
func (w *world) removed(t *testing.T, e plan.Edit) {
	t.Helper()
	before := w.state(t)
	must(t, w.Do(editor.Op{Key: "op.remove"}, e))
	after := w.state(t)
	if before == after {
		t.Fatal("nothing was removed")
	}
	for _, x := range []struct {
		do   func() error
		want string
	}{{w.Undo, before}, {w.Redo, after}, {w.Undo, before}} {
		must(t, x.do())
		if diff := cmp.Diff(x.want, w.state(t)); diff != "" {
			t.Fatalf("not what it was:\n%s", diff)
		}
		w.sameAsStored(t)
	}
}

func (w *world) holds(t *testing.T, hash string, want []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := w.CopyFile(hash, &b); err != nil || !bytes.Equal(b.Bytes(), want) {
		t.Errorf("the file holds %q, %v", b.Bytes(), err)
	}
}

func removesPapers(t *testing.T) {
	w := newWorld(t, editor.Options{})
	body := w.entry(t, plan.ListBodies, plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
	meeting := w.entry(t, plan.ListMeetings, plan.Filled{plan.KeyBody: plan.Ref(body), plan.KeyDate: plan.Day(plan.DateOf(day))})
	item := plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{plan.KeyHeading: plan.Text("Ärende")})}
	packet := w.entry(t, plan.ListPackets, plan.Filled{plan.KeyMeeting: plan.Ref(meeting), plan.KeyItems: plan.Rows(item)})
	want := pdfOf("bilaga")
	a, err := plan.Examine("bilaga.pdf", bytes.NewReader(want), int64(len(want)))
	must(t, err)
	entry, _ := w.Register().Entry(plan.ListPackets, packet)
	fields, paper, err := plan.Enclose(entry.Fields, item.ID, a.AttachedFile, "Bilaga", false)
	must(t, err)
	e, err := w.Register().SetEntry(plan.ListPackets, packet, fields)
	must(t, err)
	e.Files = []plan.Attachment{a}
	must(t, w.Do(editor.Op{Key: "op.attach"}, e))
	for _, path := range []plan.Path{
		plan.PathTo(plan.KeyItems).In(item.ID, plan.KeyPapers).AtRow(paper), plan.PathTo(plan.KeyItems).AtRow(item.ID),
	} {
		c, err := fields.RemoveRow(path)
		must(t, err)
		e, err := w.Register().SetEntry(plan.ListPackets, packet, c)
		must(t, err)
		w.removed(t, e)
		w.holds(t, a.Hash, want)
	}
	e, err = w.Register().RemoveEntry(plan.ListPackets, packet)
	must(t, err)
	w.removed(t, e)
	w.holds(t, a.Hash, want)
}

func removesDocuments(t *testing.T) {
	o := newOrganisation(t)
	version := o.assignment.Latest().ID
	s, err := o.Content(version)
	must(t, err)
	f := plan.AppendicesIn(s.Content)[0]
	c, err := plan.Detach(s.Content, f.Row)
	must(t, err)
	d, _ := o.Register().Document(o.assignment.ID)
	e, err := o.Register().SetContent(d, d.Latest(), s, c)
	must(t, err)
	o.removed(t, e)
	o.holds(t, f.File.Hash, pdfOf("IN-fil"))
	for _, x := range o.Register().Relations() {
		o.removed(t, o.Register().Unrelate(x))
	}
	e, err = o.Register().RemoveDocument(d, map[plan.ID]plan.Sealed{version: s})
	must(t, err)
	o.removed(t, e)
	o.holds(t, f.File.Hash, pdfOf("IN-fil"))
	if flaws, err := o.store.Check(t.Context()); err != nil || len(flaws) > 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
}
