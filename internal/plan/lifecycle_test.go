package plan

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var clock = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func day(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// file is a register with one body, "au", and one document of the kind.
func file(kind DocumentKind, c Content) (Register, Document) {
	var r Register
	body := Entry{ID: "au", Position: 1, Fields: NewContent(Filled{KeyName: Text("Arbetsutskottet")})}
	r = r.Apply(Edit{Changes: []Change{EntryChange{ListBodies, nil, &body}}})
	e, d := NewDocument(kind, false, c, clock)
	r = r.Apply(e)
	d, _ = r.Document(d.ID)
	return r, d
}

func must(t *testing.T, r Register, id ID) func(Edit, error) (Register, Document) {
	t.Helper()
	return func(e Edit, err error) (Register, Document) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		r = r.Apply(e)
		d, _ := r.Document(id)
		return r, d
	}
}

func adopted(t *testing.T, kind DocumentKind, on string) (Register, Document) {
	t.Helper()
	r, d := file(kind, NewContent(Filled{KeyTitle: Text("Webbpolicy"), KeyValidity: Text(string(ValidUntilFurtherNotice))}))
	r, d = must(t, r, d.ID)(r.SetStage(d, d.Latest(), StageReady, 0))
	dec := Decision{Outcome: Adopted, Body: "au", Date: day(t, on), Paragraph: "8"}
	return must(t, r, d.ID)(r.Decide(d, d.Latest(), dec, "Sekreteraren", clock))
}

func TestVersionNumbersFollowTheLifecycle(t *testing.T) {
	r, d := file(Policy, Content{})
	if got := d.Latest().Number(); got != "0.1" {
		t.Errorf("a new draft is %s, want 0.1", got)
	}
	r, d = must(t, r, d.ID)(r.SetStage(d, d.Latest(), StageReady, 0))
	if got := d.Latest().Number(); got != "0.2" {
		t.Errorf("after entering ready it is %s, want 0.2", got)
	}
	dec := Decision{Outcome: Adopted, Body: "au", Date: day(t, "2026-12-03"), Paragraph: "8"}
	r, d = must(t, r, d.ID)(r.Decide(d, d.Latest(), dec, "S", clock))
	if got := d.Latest().Number(); got != "1.0" {
		t.Errorf("adopted it is %s, want 1.0", got)
	}
	for _, tc := range []struct {
		editorial bool
		want      string
	}{{true, "1.1"}, {false, "2.0"}} {
		e, v, err := r.NextDraft(d, Sealed{}, tc.editorial, clock)
		if err != nil || v.Number() != tc.want {
			t.Errorf("NextDraft(editorial %v) = %s, %v; want %s", tc.editorial, v.Number(), err, tc.want)
		}
		after, _ := r.Apply(e).Document(d.ID)
		if _, _, err := r.Apply(e).NextDraft(after, Sealed{}, false, clock); !errors.Is(err, ErrDraftOpen) {
			t.Errorf("a second draft beside the first: %v, want ErrDraftOpen", err)
		}
	}
}

func TestStagesAndWhatTheyRefuse(t *testing.T) {
	r, d := file(Policy, Content{})
	if _, err := r.SetStage(d, d.Latest(), StageReady, 2); !errors.Is(err, ErrFindings) {
		t.Errorf("ready with errors: %v, want ErrFindings", err)
	}
	if _, err := r.SetStage(d, d.Latest(), StageDraft, 0); !errors.Is(err, ErrTransition) {
		t.Errorf("draft to draft: %v, want ErrTransition", err)
	}
	r, d = must(t, r, d.ID)(r.SetStage(d, d.Latest(), StageReady, 0))
	if _, err := r.SetContent(d, d.Latest(), Sealed{}, NewContent(Filled{KeyTitle: Text("x")})); !errors.Is(err, ErrLocked) {
		t.Errorf("editing a ready version: %v, want ErrLocked", err)
	}
	r, d = adopted(t, Policy, "2026-02-01")
	if _, err := r.SetContent(d, d.Latest(), Sealed{}, NewContent(Filled{KeyTitle: Text("x")})); !errors.Is(err, ErrFrozen) {
		t.Errorf("editing an adopted version: %v, want ErrFrozen", err)
	}
	if _, err := r.SetStage(d, d.Latest(), StageDraft, 0); !errors.Is(err, ErrFrozen) {
		t.Errorf("taking an adopted version back: %v, want ErrFrozen", err)
	}
	if _, err := r.RemoveDocument(d, nil); !errors.Is(err, ErrFrozen) {
		t.Errorf("removing an adopted document: %v, want ErrFrozen", err)
	}
}

func TestDecisions(t *testing.T) {
	on := day(t, "2026-12-03")
	body := Decision{Body: "au", Date: on, Paragraph: "8"}
	with := func(outcome string) Decision { d := body; d.Outcome = outcome; return d }
	for _, tc := range []struct {
		name  string
		stage Stage
		dec   Decision
		err   error
		want  Status
	}{
		{"adopt a ready version", StageReady, with(Adopted), nil, StatusAdopted},
		{"adopt a draft", StageDraft, with(Adopted), ErrTransition, ""},
		{"adopt without §", StageReady, Decision{Outcome: Adopted, Body: "au", Date: on}, ErrIncomplete, ""},
		{"adopt by an unknown body", StageReady, Decision{Outcome: Adopted, Body: "ks", Date: on, Paragraph: "8"}, ErrIncomplete, ""},
		{"adopt without a date", StageReady, Decision{Outcome: Adopted, Body: "au", Paragraph: "8"}, ErrIncomplete, ""},
		{"adoption as review without reason", StageReady, Decision{Outcome: Adopted, Body: "au", Date: on, Paragraph: "8", IncludedReview: true}, ErrIncomplete, ""},
		{"valid to before valid from", StageReady, Decision{Outcome: Adopted, Body: "au", Date: on, Paragraph: "8", ValidTo: on.AddDays(-1)}, ErrDate, ""},
		{"refer back", StageReady, with(ReferredBack), nil, StatusReferredBack},
		{"defer", StageReady, with(Deferred), nil, StatusDeferred},
		{"reject", StageReady, with(Rejected), nil, StatusRejected},
		{"reaffirm what is not adopted", StageReady, with(Reaffirmed), ErrTransition, ""},
		{"repeal what is not adopted", StageReady, with(Repealed), ErrTransition, ""},
		{"an outcome that does not exist", StageReady, with("liked"), ErrOutcome, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, d := file(Policy, NewContent(Filled{KeyTitle: Text("Webbpolicy")}))
			if tc.stage != StageDraft {
				r, d = must(t, r, d.ID)(r.SetStage(d, d.Latest(), tc.stage, 0))
			}
			e, err := r.Decide(d, d.Latest(), tc.dec, "S", clock)
			if !errors.Is(err, tc.err) {
				t.Fatalf("got %v, want %v", err, tc.err)
			}
			if err != nil {
				return
			}
			r = r.Apply(e)
			d, _ = r.Document(d.ID)
			if got := r.StatusOf(d, d.Latest(), on); got != tc.want {
				t.Errorf("status %s, want %s", got, tc.want)
			}
		})
	}
}

func TestForce(t *testing.T) {
	r, d := adopted(t, Policy, "2026-02-01")
	if f := r.ForceOf(d.ID); f.On(day(t, "2026-01-31")) || !f.On(day(t, "2026-02-01")) || !f.On(day(t, "2040-01-01")) {
		t.Errorf("until further notice from 2026-02-01: %+v", f)
	}
	dec := Decision{Outcome: Repealed, Body: "au", Date: day(t, "2026-06-10"), Paragraph: "40"}
	gone, _ := must(t, r, d.ID)(r.Decide(d, d.Latest(), dec, "S", clock))
	if f := gone.ForceOf(d.ID); f.Ending != EndedRepealed || !f.On(day(t, "2026-06-10")) || f.On(day(t, "2026-06-11")) {
		t.Errorf("repealed 2026-06-10: %+v", f)
	}
	if got := gone.StatusOf(d, d.Latest(), day(t, "2026-06-11")); got != StatusRepealed {
		t.Errorf("status %s, want repealed", got)
	}
	e, next := NewDocument(Policy, false, NewContent(Filled{KeyTitle: Text("Ny webbpolicy")}), clock)
	r = r.Apply(e)
	next, _ = r.Document(next.ID)
	r, next = must(t, r, next.ID)(r.SetStage(next, next.Latest(), StageReady, 0))
	r, next = must(t, r, next.ID)(r.Decide(next, next.Latest(), Decision{Outcome: Adopted, Body: "au", Date: day(t, "2026-09-01"), Paragraph: "50"}, "S", clock))
	r, _ = must(t, r, next.ID)(r.Relate(Relation{Supersedes, next.ID, d.ID}))
	if f := r.ForceOf(d.ID); f.Ending != EndedSuperseded || f.To != day(t, "2026-08-31") {
		t.Errorf("superseded from 2026-09-01: %+v", f)
	}
}

func TestEntries(t *testing.T) {
	var r Register
	add := func(start, end string) (Entry, error) {
		e, x, err := r.AddEntry(ListPeriods, NewContent(Filled{KeyStart: Day(day(t, start)), KeyEnd: Day(day(t, end))}))
		r = r.Apply(e)
		return x, err
	}
	first, err := add("2023-01-01", "2026-12-31")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := add("2026-12-31", "2030-12-31"); !errors.Is(err, ErrOverlap) {
		t.Errorf("overlapping periods: %v, want ErrOverlap", err)
	}
	if _, err := add("2030-12-31", "2027-01-01"); !errors.Is(err, ErrDate) {
		t.Errorf("a period that ends before it starts: %v, want ErrDate", err)
	}
	second, err := add("2027-01-01", "2030-12-31")
	if err != nil {
		t.Fatal(err)
	}
	e, err := r.MoveEntry(ListPeriods, second.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	moved := r.Apply(e)
	if got := moved.Entries(ListPeriods)[0].ID; got != second.ID {
		t.Error("the second entry did not move first")
	}
	back := moved.Apply(e.Inverse())
	if diff := cmp.Diff(ids(r.Entries(ListPeriods)), ids(back.Entries(ListPeriods))); diff != "" {
		t.Errorf("undoing the move: %s", diff)
	}
	doc, _ := NewDocument(PeriodPlan, false, NewContent(Filled{KeyPeriod: Ref(first.ID)}), clock)
	if _, err := r.Apply(doc).RemoveEntry(ListPeriods, first.ID); !errors.Is(err, ErrInUse) {
		t.Errorf("removing a period in use: %v, want ErrInUse", err)
	}
	if e, err := r.RemoveEntry(ListPeriods, first.ID); err != nil || len(r.Apply(e).Entries(ListPeriods)) != 1 {
		t.Errorf("removing an unused period: %v", err)
	}
}

func ids(es []Entry) []ID {
	var out []ID
	for _, e := range es {
		out = append(out, e.ID)
	}
	return out
}

func TestUndoOfARemovalKeepsTheOrder(t *testing.T) {
	var r Register
	var docs []Document
	for i := range 3 {
		e, d := NewDocument(Policy, false, Content{}, clock.Add(time.Duration(i)*time.Hour))
		r = r.Apply(e)
		d, _ = r.Document(d.ID)
		docs = append(docs, d)
	}
	e, err := r.RemoveDocument(docs[1], map[ID]Sealed{docs[1].Latest().ID: Seal(Content{})})
	if err != nil {
		t.Fatal(err)
	}
	gone := r.Apply(e)
	if n := len(gone.Documents()); n != 2 {
		t.Fatalf("%d documents after the removal, want 2", n)
	}
	var want, got []ID
	for _, d := range r.Documents() {
		want = append(want, d.ID)
	}
	for _, d := range gone.Apply(e.Inverse()).Documents() {
		got = append(got, d.ID)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
