package plan

import (
	"errors"
	"slices"
	"testing"
)

func TestNoPlanIsRecordedAndWithdrawn(t *testing.T) {
	r := registerWith(ListAssignments, Filled{KeyName: Text("Cykelvägar")}, Filled{KeyName: Text("Kollektivtrafik")})
	today := DateOf(clock)
	choice := NoPlan{Reason: " Ett litet uppdrag. ", By: "Förbundsdirektören", Date: today.AddDays(-2)}
	for _, tc := range []struct {
		name string
		id   ID
		x    NoPlan
		want error
	}{
		{"unknown assignment", "assignments-9", choice, ErrEntry},
		{"no reason", "assignments-1", NoPlan{Reason: " ", By: "x", Date: today}, ErrIncomplete},
		{"no name", "assignments-1", NoPlan{Reason: "x", Date: today}, ErrIncomplete},
		{"no day", "assignments-1", NoPlan{Reason: "x", By: "x"}, ErrIncomplete},
		{"a day to come", "assignments-1", NoPlan{Reason: "x", By: "x", Date: today.AddDays(1)}, ErrFuture},
	} {
		if _, err := r.RecordNoPlan(tc.id, tc.x, "x", clock); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, err, tc.want)
		}
	}
	record := func(x NoPlan) {
		t.Helper()
		e, err := r.RecordNoPlan("assignments-1", x, "Sekreteraren", clock)
		if err != nil {
			t.Fatal(err)
		}
		r = r.Apply(e)
	}
	record(choice)
	got, ok := r.NoPlanOf("assignments-1", today)
	if !ok || got.Reason != "Ett litet uppdrag." || got.By != choice.By || got.Date != choice.Date || got.Event == "" {
		t.Errorf("recorded %+v, %v", got, ok)
	}
	if _, ok := r.NoPlanOf("assignments-1", today.AddDays(-3)); ok {
		t.Error("counts before its day")
	}
	if _, ok := r.NoPlanOf("assignments-2", today); ok {
		t.Error("counts for another assignment")
	}
	record(NoPlan{Reason: "äldre beslut", By: "x", Date: today.AddDays(-9)})
	if got, _ = r.NoPlanOf("assignments-1", today); got.Date != choice.Date {
		t.Errorf("the latest decision is not the one that counts: %+v", got)
	}
	if _, err := r.WithdrawNoPlan("assignments-1", "", "x", clock); !errors.Is(err, ErrIncomplete) {
		t.Errorf("withdrawn without a reason: %v", err)
	}
	if _, err := r.WithdrawNoPlan("assignments-2", "x", "x", clock); !errors.Is(err, ErrRecord) {
		t.Errorf("withdrawn where there is none: %v", err)
	}
	e, err := r.WithdrawNoPlan("assignments-1", "Uppdraget har vuxit.", "Sekreteraren", clock)
	if err != nil || len(e.Events) != 2 {
		t.Fatalf("%d records, %v", len(e.Events), err)
	}
	before := len(r.Events())
	r = r.Apply(e)
	if _, ok := r.NoPlanOf("assignments-1", today); ok {
		t.Error("still counts")
	}
	if len(r.Events()) != before+2 {
		t.Error("the records are gone")
	}
	record(choice)
	if _, ok := r.NoPlanOf("assignments-1", today); !ok {
		t.Error("a new choice does not count")
	}
}

func TestReferrers(t *testing.T) {
	r := registerWith(ListBodies, Filled{KeyName: Text("Styrelsen")}, Filled{KeyName: Text("AU")})
	r = r.Apply(registerEdit(ListMeetings, "m", Filled{KeyBody: Ref("bodies-1")}))
	r = r.Apply(registerEdit(ListAssignments, "a", Filled{KeyName: Text("Uppdrag")}))
	e, d := NewDocument(AssignmentPlan, false, NewContent(Filled{KeyAssignment: Ref("a")}), clock)
	r = r.Apply(e)
	record, err := r.RecordNoPlan("a", NoPlan{Reason: "x", By: "x", Date: DateOf(clock)}, "x", clock)
	if err != nil {
		t.Fatal(err)
	}
	r = r.Apply(record)
	for id, want := range map[ID][]Referrer{
		"bodies-1": {{List: ListMeetings, Entry: "m"}},
		"bodies-2": nil,
		"a":        {{Document: d.ID}, {Event: record.Events[0].ID}},
	} {
		if got := r.Referrers(id); !slices.Equal(got, want) {
			t.Errorf("to %s: %v, want %v", id, got, want)
		}
	}
	if _, err := r.RemoveEntry(ListBodies, "bodies-1"); !errors.Is(err, ErrInUse) {
		t.Errorf("removed what a meeting has: %v", err)
	}
	c := NewContent(Filled{KeyChannels: Rows(Row{ID: "r", Cells: NewContent(Filled{KeyAudiences: Texts("x", "y")})})})
	if !c.Mentions("y") || c.Mentions("r") || c.Mentions("z") {
		t.Error("a content does not tell what it refers to")
	}
}

func registerEdit(l ListName, id ID, f Filled) Edit {
	return Edit{Changes: []Change{EntryChange{l, nil, &Entry{ID: id, Position: 1, Fields: NewContent(f)}}}}
}
