package editor_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// opened opens the file at path for as long as the test runs.
func opened(t *testing.T, path string) *editor.Editor {
	t.Helper()
	f, err := sqlite.Open(context.Background(), path, fileOptions())
	must(t, err)
	e, err := editor.Open(context.Background(), f, editor.Options{})
	must(t, err)
	t.Cleanup(func() { must(t, e.Close()) })
	return e
}

// handedOver hands documents over and returns the path of the new file.
func handedOver(t rapid.TB, e *editor.Editor, dir string, documents ...plan.ID) string {
	t.Helper()
	path := filepath.Join(dir, fmt.Sprintf("del %s%s", plan.NewID(), sqlite.Extension))
	must(t, e.HandOver(context.Background(), path, documents, plan.Source{File: "prov.ledstjarna", By: "Åsa", At: day}))
	return path
}

func (w *world) relate(t testing.TB, k plan.RelationKind, from, to plan.ID) {
	t.Helper()
	e, err := w.Register().Relate(plan.Relation{Kind: k, From: from, To: to})
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.relate"}, e))
}

func (w *world) entry(t testing.TB, l plan.ListName, f plan.Filled) plan.ID {
	t.Helper()
	e, x, err := w.Register().AddEntry(l, plan.NewContent(f))
	must(t, err)
	must(t, w.Do(editor.Op{Key: "op.add"}, e))
	return x.ID
}

// attach adds a file to a version.
func (w *world) attach(t testing.TB, version plan.ID, name string, holds []byte) {
	t.Helper()
	a, err := plan.Examine(name, bytes.NewReader(holds), int64(len(holds)))
	must(t, err)
	d, v, _ := w.Register().VersionOf(version)
	before, err := w.Content(version)
	must(t, err)
	after, _, err := plan.Attach(before.Content, a.AttachedFile, name, false)
	must(t, err)
	e, err := w.Register().SetContent(d, v, before, after)
	must(t, err)
	e.Files = []plan.Attachment{a}
	must(t, w.Do(editor.Op{Key: "op.attach"}, e))
}

func pdfOf(marker string) []byte { return []byte("%PDF-1.7\n" + strings.Repeat(marker+" ", 20)) }

// organisation is a file with documents of which some are handed over. What is said
// in them begins with IN, and all else with OUT.
type organisation struct {
	*world
	programme, strategy, period, assignment, other plan.Document
}

func newOrganisation(t *testing.T) organisation {
	w := newWorld(t, editor.Options{})
	text := func(s string) plan.Value { return plan.Text(s) }
	w.entry(t, plan.ListRoles, plan.Filled{plan.KeyName: text("IN-roll"), plan.KeyPerson: text("IN-person")})
	w.entry(t, plan.ListRoles, plan.Filled{plan.KeyName: text("OUT-roll"), plan.KeyPerson: text("OUT-person")})
	inChannel := w.entry(t, plan.ListChannels, plan.Filled{plan.KeyName: text("IN-kanal")})
	outChannel := w.entry(t, plan.ListChannels, plan.Filled{plan.KeyName: text("OUT-kanal")})
	inBody := w.entry(t, plan.ListBodies, plan.Filled{plan.KeyName: text("IN-styrelse")})
	outBody := w.entry(t, plan.ListBodies, plan.Filled{plan.KeyName: text("OUT-utskott")})
	inMeeting := w.entry(t, plan.ListMeetings, plan.Filled{plan.KeyBody: plan.Ref(inBody), plan.KeyDate: plan.Day(plan.DateOf(day)), plan.KeyPlace: text("IN-plats")})
	outMeeting := w.entry(t, plan.ListMeetings, plan.Filled{plan.KeyBody: plan.Ref(outBody), plan.KeyDate: plan.Day(plan.DateOf(day)), plan.KeyPlace: text("OUT-plats")})
	inAssignment := w.entry(t, plan.ListAssignments, plan.Filled{plan.KeyName: text("IN-uppdrag"), plan.KeyOwner: text("IN-roll")})
	outAssignment := w.entry(t, plan.ListAssignments, plan.Filled{plan.KeyName: text("OUT-uppdrag")})
	w.entry(t, plan.ListMembers, plan.Filled{plan.KeyName: text("OUT-kommun")})
	w.entry(t, plan.ListMessages, plan.Filled{plan.KeyText: text("OUT-budskap")})
	o := organisation{world: w}
	add := func(k plan.DocumentKind, f plan.Filled) plan.Document {
		w.clock.now = w.clock.now.Add(time.Second)
		e, d := plan.NewDocument(k, false, plan.NewContent(f), w.clock.now)
		must(t, w.Do(editor.Op{Key: "op.new"}, e))
		d, _ = w.Register().Document(d.ID)
		return d
	}
	row := func(cells plan.Filled) plan.Value {
		return plan.Rows(plan.Row{ID: plan.NewID(), Cells: plan.NewContent(cells)})
	}
	o.programme = add(plan.Programme, plan.Filled{plan.KeyTitle: text("OUT-program")})
	o.strategy = add(plan.Strategy, plan.Filled{plan.KeyTitle: text("OUT-strategi")})
	o.period = add(plan.PeriodPlan, plan.Filled{plan.KeyTitle: text("IN-plan"), plan.KeyOwner: text("IN-roll")})
	o.assignment = add(plan.AssignmentPlan, plan.Filled{
		plan.KeyTitle: text("IN-uppdragsplan"), plan.KeyAssignment: plan.Ref(inAssignment),
		plan.KeyActivities: row(plan.Filled{plan.KeyActivity: text("IN-aktivitet"), plan.KeyChannel: plan.Ref(inChannel), plan.KeyDependsMtg: plan.Ref(inMeeting)}),
	})
	o.other = add(plan.AssignmentPlan, plan.Filled{
		plan.KeyTitle: text("OUT-annan"), plan.KeyAssignment: plan.Ref(outAssignment),
		plan.KeyActivities: row(plan.Filled{plan.KeyActivity: text("OUT-aktivitet"), plan.KeyChannel: plan.Ref(outChannel), plan.KeyDependsMtg: plan.Ref(outMeeting)}),
	})
	for _, k := range []plan.DocumentKind{plan.Policy, plan.Statutes, plan.Other} {
		add(k, plan.Filled{plan.KeyTitle: text("OUT-" + string(k))})
	}
	w.relate(t, plan.Contains, o.programme.ID, o.period.ID)
	w.relate(t, plan.Governs, o.strategy.ID, o.period.ID)
	w.relate(t, plan.ElaboratedIn, o.period.ID, o.assignment.ID)
	w.relate(t, plan.ElaboratedIn, o.period.ID, o.other.ID)
	w.attach(t, o.assignment.Latest().ID, "IN-bilaga.pdf", pdfOf("IN-fil"))
	w.attach(t, o.other.Latest().ID, "OUT-bilaga.pdf", pdfOf("OUT-fil"))
	set(t, w.Editor, o.period.Latest().ID, plan.KeySummary, text("OUT-struket"))
	must(t, w.Close()) // what was written before is an earlier wording in the next session
	o.reopen(t)
	set(t, w.Editor, o.period.Latest().ID, plan.KeySummary, text("IN-sammanfattning"))
	o.register(t, inBody, outMeeting)
	return o
}

func (o *organisation) reopen(t *testing.T) {
	t.Helper()
	f, err := sqlite.Open(context.Background(), o.path, fileOptions())
	must(t, err)
	o.store = &fragile{File: f}
	o.Editor, err = editor.Open(context.Background(), o.store, editor.Options{})
	must(t, err)
}

// register adopts a document and registers other things about it, beside papers with
// a protected item.
func (o *organisation) register(t *testing.T, body, meeting plan.ID) {
	t.Helper()
	d, _ := o.Register().Document(o.period.ID)
	ready, err := o.Register().SetStage(d, d.Latest(), plan.StageReady, 0)
	must(t, err)
	must(t, o.Do(editor.Op{Key: "op.ready"}, ready))
	d, _ = o.Register().Document(d.ID)
	adopt, err := o.Register().Decide(d, d.Latest(), plan.Decision{Outcome: plan.Adopted, Body: body, Date: plan.DateOf(day), Paragraph: "IN-§", Note: "IN-beslut"}, "Åsa", day)
	must(t, err)
	must(t, o.Do(editor.Op{Key: "op.adopt"}, adopt))
	item := plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{
		plan.KeyHeading: plan.Text("OUT-ärende"), plan.KeyProtected: plan.Text(plan.Yes), plan.KeyPublicHeading: plan.Text("OUT-öppen"),
		plan.KeyDocument: plan.Ref(o.period.ID),
	})}
	packet := o.entry(t, plan.ListPackets, plan.Filled{plan.KeyMeeting: plan.Ref(meeting), plan.KeyItems: plan.Rows(item)})
	event := func(k plan.EventKind, doc plan.ID, f plan.Filled) plan.Event {
		return plan.Event{ID: plan.NewID(), Kind: k, At: day, By: "Åsa", Document: doc, Fields: plan.NewContent(f)}
	}
	must(t, o.Do(editor.Op{Key: "op.register"}, plan.Edit{Events: []plan.Event{
		event(plan.EventItem, o.period.ID, plan.Filled{plan.KeyPacket: plan.Text(string(packet)), plan.KeyHeading: plan.Text("OUT-ärende"), plan.KeyText: plan.Text("OUT-beslutstext")}),
		event(plan.EventExport, o.period.ID, plan.Filled{plan.KeyNote: plan.Text("OUT-export")}),
		event(plan.EventNeed, o.period.ID, plan.Filled{plan.KeyReason: plan.Text("IN-behov"), plan.KeyDate: plan.Day(plan.DateOf(day))}),
		event(plan.EventNeed, o.other.ID, plan.Filled{plan.KeyReason: plan.Text("OUT-behov"), plan.KeyDate: plan.Day(plan.DateOf(day))}),
	}}))
}

func TestHandedOverFileHoldsTheChosenAndNothingElse(t *testing.T) {
	o := newOrganisation(t)
	path := handedOver(t, o.Editor, t.TempDir(), o.period.ID, o.assignment.ID)
	b, err := os.ReadFile(path)
	must(t, err)
	for rest := b; ; {
		i := bytes.Index(rest, []byte("OUT-"))
		if i < 0 {
			break
		}
		t.Errorf("it holds %q", rest[i:min(i+20, len(rest))])
		rest = rest[i+4:]
	}
	for _, id := range []plan.ID{o.programme.ID, o.strategy.ID, o.other.ID} {
		if bytes.Contains(b, []byte(id)) {
			t.Errorf("it holds the ID %s", id)
		}
	}
	for _, s := range []string{
		"IN-plan", "IN-sammanfattning", "IN-uppdragsplan", "IN-aktivitet", "IN-roll", "IN-person", "IN-kanal", "IN-styrelse",
		"IN-plats", "IN-uppdrag", "IN-fil", "IN-beslut", "IN-behov", "Länsförbundet",
	} {
		if !bytes.Contains(b, []byte(s)) {
			t.Errorf("it does not hold %s", s)
		}
	}
	part := opened(t, path)
	r := part.Register()
	if r.Origin() != o.Register().Origin() || len(r.Documents()) != 2 || len(r.Relations()) != 1 || !r.WasAdopted(o.period.Latest().ID) {
		t.Errorf("origin %s, documents %v, relations %v", r.Origin(), r.Documents(), r.Relations())
	}
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			mine, err := o.Content(v.ID)
			must(t, err)
			if theirs, err := part.Content(v.ID); err != nil || theirs.Hash != mine.Hash {
				t.Errorf("%s differs: %v", v.ID, err)
			}
		}
	}
	if found, err := part.Search(context.Background(), "aktivitet", 10, plan.DateOf(day)); err != nil || len(found) == 0 {
		t.Errorf("nothing is found: %v", err)
	}
	if flaws, err := sqliteCheck(t, path); err != nil || len(flaws) > 0 {
		t.Errorf("flaws %v, %v", flaws, err)
	}
	for _, x := range []struct{ mine, theirs *editor.Editor }{{o.Editor, part}, {part, opened(t, handedOver(t, part, t.TempDir(), o.assignment.ID))}} {
		if im, err := x.mine.PlanImport(x.theirs); err != nil || !im.IsEmpty() {
			t.Errorf("importing it unchanged: %+v, %v", im, err)
		}
	}
}

// sqliteCheck examines a copy of a file that may be open.
func sqliteCheck(t rapid.TB, path string) ([]sqlite.Flaw, error) {
	t.Helper()
	f, err := sqlite.OpenReadOnly(context.Background(), path, fileOptions())
	if err != nil {
		return nil, err
	}
	flaws, err := f.Check(context.Background())
	must(t, f.Close())
	return flaws, err
}

func TestHandingOverRefuses(t *testing.T) {
	o := newOrganisation(t)
	ctx, dir := context.Background(), t.TempDir()
	from := plan.Source{File: "prov.ledstjarna", At: day}
	for name, documents := range map[string][]plan.ID{"nothing": nil, "unknown": {"no-document"}} {
		if err := o.HandOver(ctx, filepath.Join(dir, name), documents, from); err == nil {
			t.Errorf("%s was handed over", name)
		}
	}
	path := filepath.Join(dir, "där")
	must(t, os.WriteFile(path, []byte("något"), 0o600))
	if err := o.HandOver(ctx, path, []plan.ID{o.period.ID}, from); err == nil {
		t.Error("it was written over")
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := o.HandOver(cancelled, filepath.Join(dir, "avbruten"), []plan.ID{o.period.ID}, from); err == nil {
		t.Error("a cancelled one was handed over")
	}
	entries, err := os.ReadDir(dir)
	must(t, err)
	if len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestPartThatComesBackMergesAsACopyDoes hands two documents of eight over, changes
// them on both sides, and imports.
func TestPartThatComesBackMergesAsACopyDoes(t *testing.T) {
	o := newOrganisation(t)
	other := o.other.Latest().ID
	before, err := o.Content(other)
	must(t, err)
	doc := o.assignment.Latest().ID
	set(t, o.Editor, doc, plan.KeyDnr, plan.Text("KS 2026/1")) // and again after, in the same session
	part := opened(t, handedOver(t, o.Editor, t.TempDir(), o.period.ID, o.assignment.ID))
	set(t, part, doc, plan.KeyTitle, plan.Text("Deras titel"))
	set(t, part, doc, plan.KeyPurpose, plan.Text("Deras syfte"))
	set(t, o.Editor, doc, plan.KeyTitle, plan.Text("Min titel"))
	set(t, o.Editor, doc, plan.KeyDnr, plan.Text("KS 2026/7"))
	e, role, err := part.Register().AddEntry(plan.ListRoles, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Ny roll")}))
	must(t, err)
	must(t, part.Do(editor.Op{Key: "op.add"}, e))
	draft, d := plan.NewDocument(plan.AssignmentPlan, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Ny plan")}), day)
	must(t, part.Do(editor.Op{Key: "op.new"}, draft))
	relate, err := part.Register().Relate(plan.Relation{Kind: plan.ElaboratedIn, From: o.period.ID, To: d.ID})
	must(t, err)
	must(t, part.Do(editor.Op{Key: "op.relate"}, relate))

	im := imported(t, o.Editor, part, func(im *plan.Import) {
		if im.Open() != 1 || im.Relations != 1 {
			t.Fatalf("%d choices, %d relations, items %+v", im.Open(), im.Relations, im.Items)
		}
		for _, i := range im.Items {
			switch i.Outcome {
			case plan.ImportGone, plan.ImportGoneHere:
				t.Errorf("%s is shown as removed", i.Name)
			case plan.ImportClash:
				if !i.Clashes[0].Known {
					t.Error("the base is not known")
				}
			}
		}
		im.ChooseAll(true)
	})
	if len(im.Items) != 3 {
		t.Errorf("items %+v", im.Items)
	}
	s, err := o.Content(doc)
	must(t, err)
	for k, want := range map[plan.Key]string{plan.KeyTitle: "Deras titel", plan.KeyPurpose: "Deras syfte", plan.KeyDnr: "KS 2026/7"} {
		if got := s.Content.Text(k); got != want {
			t.Errorf("%s is %q, not %q", k, got, want)
		}
	}
	r := o.Register()
	if _, ok := r.Entry(plan.ListRoles, role.ID); !ok || len(r.Documents()) != 9 || len(r.Relations()) != 5 || len(r.Entries(plan.ListPackets)) != 1 {
		t.Errorf("documents %d, relations %d", len(r.Documents()), len(r.Relations()))
	}
	if now, err := o.Content(other); err != nil || now.Hash != before.Hash {
		t.Errorf("a document that was not handed over has changed: %v", err)
	}
	if im, err := o.PlanImport(part); err != nil || !im.IsEmpty() {
		t.Errorf("once more: %+v, %v", im, err)
	}
	o.sameAsStored(t)
}

func TestRelationsOfAPart(t *testing.T) {
	o := newOrganisation(t)
	documents := []plan.ID{o.strategy.ID, o.period.ID, o.assignment.ID}
	part := opened(t, handedOver(t, o.Editor, t.TempDir(), documents...))
	governs := plan.Relation{Kind: plan.Governs, From: o.strategy.ID, To: o.period.ID}
	must(t, part.Do(editor.Op{Key: "op.unrelate"}, part.Register().Unrelate(governs)))
	e, err := part.Register().Relate(plan.Relation{Kind: plan.Governs, From: o.strategy.ID, To: o.assignment.ID})
	must(t, err)
	must(t, part.Do(editor.Op{Key: "op.relate"}, e))
	contains := plan.Relation{Kind: plan.Contains, From: o.programme.ID, To: o.period.ID}
	must(t, o.Do(editor.Op{Key: "op.unrelate"}, o.Register().Unrelate(contains)))
	elaborated := plan.Relation{Kind: plan.ElaboratedIn, From: o.period.ID, To: o.assignment.ID}
	must(t, o.Do(editor.Op{Key: "op.unrelate"}, o.Register().Unrelate(elaborated)))
	imported(t, o.Editor, part, nil)
	want := []plan.Relation{
		{Kind: plan.ElaboratedIn, From: o.period.ID, To: o.other.ID}, {Kind: plan.Governs, From: o.strategy.ID, To: o.assignment.ID},
	}
	if got := o.Register().Relations(); !slices.Equal(got, want) {
		t.Errorf("relations %v", got)
	}
	if im, err := o.PlanImport(part); err != nil || !im.IsEmpty() {
		t.Errorf("once more: %+v, %v", im, err)
	}
	imported(t, part, o.Editor, nil) // all that is not there comes, with its relations
	if got := part.Register().Relations(); len(got) != 2 || len(part.Register().Documents()) != 8 {
		t.Errorf("the part then has %d documents and the relations %v", len(part.Register().Documents()), got)
	}
	if im, err := o.PlanImport(part); err != nil || !im.IsEmpty() {
		t.Errorf("and back: %+v, %v", im, err)
	}
}

func TestWhatWasRemovedInAPartIsAskedAbout(t *testing.T) {
	o := newOrganisation(t)
	part := opened(t, handedOver(t, o.Editor, t.TempDir(), o.period.ID, o.assignment.ID))
	d, _ := part.Register().Document(o.assignment.ID)
	s, err := part.Content(d.Latest().ID)
	must(t, err)
	e, err := part.Register().RemoveDocument(d, map[plan.ID]plan.Sealed{d.Latest().ID: s})
	must(t, err)
	must(t, part.Do(editor.Op{Key: "op.remove"}, e))
	im, err := o.PlanImport(part)
	must(t, err)
	if len(im.Items) != 1 || im.Items[0].Outcome != plan.ImportGone || im.Items[0].Document != o.assignment.ID {
		t.Fatalf("items %+v", im.Items)
	}
	must(t, o.CarryOut(im, part, plan.Source{File: "del", At: day}))
	if _, ok := o.Register().Document(o.assignment.ID); !ok || len(o.Register().Relations()) != 4 {
		t.Errorf("it was removed unasked, or its relations were: %v", o.Register().Relations())
	}
}

// TestAnyHandOverIsSoundAndBringsNothingNew hands random documents of random files
// over: each new file opens, is sound, refers to nothing that is not in it, and brings
// nothing new when it is imported.
func TestAnyHandOverIsSoundAndBringsNothingNew(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		m := openMachine(rt, dir)
		defer func() { m.must(m.Close()) }()
		actions := m.actions()
		delete(actions, "")
		for range rapid.IntRange(3, 25).Draw(rt, "actions") {
			actions[rapid.SampledFrom(slices.Sorted(maps.Keys(actions))).Draw(rt, "action")](rt)
		}
		var chosen []plan.ID
		for _, d := range m.Register().Documents() {
			if rapid.Bool().Draw(rt, "chosen") {
				chosen = append(chosen, d.ID)
			}
		}
		if len(chosen) == 0 {
			return
		}
		path := handedOver(rt, m.Editor, dir, chosen...)
		f, err := sqlite.Open(context.Background(), path, fileOptions())
		m.must(err)
		part, err := editor.Open(context.Background(), f, editor.Options{})
		m.must(err)
		defer func() { m.must(part.Close()) }()
		flaws, err := f.Check(context.Background())
		m.must(err)
		if len(flaws) > 0 || len(part.Register().Documents()) != len(chosen) {
			rt.Fatalf("%d documents of %d, flaws %v", len(part.Register().Documents()), len(chosen), flaws)
		}
		im, err := m.PlanImport(part)
		m.must(err)
		if !im.IsEmpty() {
			rt.Fatalf("importing it unchanged: %+v", im)
		}
		back, err := part.PlanImport(m.Editor, chosen...)
		m.must(err)
		if !back.IsEmpty() {
			rt.Fatalf("importing the documents into it: %+v", back)
		}
	})
}
