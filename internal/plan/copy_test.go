package plan_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

var copyingDay = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

// withEntry is the register with one more entry, and its ID.
func withEntry(t *testing.T, r plan.Register, l plan.ListName, f plan.Filled) (plan.Register, plan.ID) {
	t.Helper()
	e, x, err := r.AddEntry(l, plan.NewContent(f))
	if err != nil {
		t.Fatal(err)
	}
	return r.Apply(e), x.ID
}

func day(t *testing.T, s string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Days move by the distance between the starts; no day is invented.
func TestDaysMoveWithThePeriod(t *testing.T) {
	for _, x := range []struct{ from, to, day, want string }{
		{"2023-01-01", "2027-01-01", "2026-12-31", "2030-12-31"},
		{"2024-01-01", "2028-01-01", "2024-02-29", "2028-02-29"},
		{"2024-01-01", "2027-01-01", "2024-02-29", "2027-02-28"},
		{"2026-01-01", "2028-01-01", "2026-02-28", "2028-02-28"},
		{"2026-03-15", "2026-09-15", "2026-08-31", "2027-02-28"},
		{"2026-01-01", "2026-10-15", "2026-01-31", "2026-11-14"},
		{"2027-01-01", "2027-01-01", "2027-05-17", "2027-05-17"},
		{"2026-01-10", "2027-01-10", "2026-05-16", "2027-05-16"}, // a Saturday becomes a Sunday and stays
	} {
		var r plan.Register
		r, from := withEntry(t, r, plan.ListAssignments, plan.Filled{plan.KeyName: plan.Text("a"), plan.KeyStart: plan.Day(day(t, x.from))})
		r, to := withEntry(t, r, plan.ListAssignments, plan.Filled{plan.KeyName: plan.Text("b"), plan.KeyDescribed: plan.Day(day(t, x.to))})
		by, ok := r.DistanceTo(plan.Head{Assignment: from}, to)
		if got := by.Move(day(t, x.day)); !ok || got != day(t, x.want) {
			t.Errorf("from %s to %s the day %s becomes %s, want %s", x.from, x.to, x.day, got, x.want)
		}
	}
	if _, ok := (plan.Register{}).DistanceTo(plan.Head{}, "nothing"); ok {
		t.Error("there is a distance to nothing")
	}
}

// nextPeriod is a complete file with a period after its two.
func nextPeriod(t *testing.T, rows int) (plantest.File, plan.Register, plan.ID) {
	t.Helper()
	f := plantest.Complete(rows)
	last := f.Register.Periods()
	start := last[len(last)-1].End.AddDays(1)
	r, id := withEntry(t, f.Register, plan.ListPeriods, plan.Filled{
		plan.KeyStart: plan.Day(start), plan.KeyEnd: plan.Day(start.AddMonths(48).AddDays(-1)),
	})
	return f, r, id
}

func TestAPlanForTheNextPeriod(t *testing.T) {
	f, r, target := nextPeriod(t, 3)
	old, _ := r.Document(plantest.DocumentID(plan.PeriodPlan))
	c := f.Contents[plantest.VersionID(plan.PeriodPlan)]
	e, made, err := r.CopyDocument(old, c, plan.Copy{Target: target, Title: "Ny plan", Lessons: "Behåll mötena"}, copyingDay)
	if err != nil {
		t.Fatal(err)
	}
	after := r.Apply(e)
	got := contentIn(e, made.Latest().ID)
	by, _ := r.DistanceTo(plan.HeadOf(c), target)
	if by.IsZero() {
		t.Fatal("the periods begin on the same day")
	}
	for i, row := range got.Get(plan.KeyGoals).Rows() {
		was := c.Get(plan.KeyGoals).Rows()[i]
		if row.ID != was.ID || row.Cells.Get(plan.KeyTargetDate).Date() != by.Move(was.Cells.Get(plan.KeyTargetDate).Date()) {
			t.Errorf("goal %d has another row or day", i+1)
		}
		if !row.Cells.Get(plan.KeyResults).IsZero() || !row.Cells.Get(plan.KeyBaselineDate).Equal(was.Cells.Get(plan.KeyBaselineDate)) {
			t.Errorf("goal %d keeps results or moves the day of its baseline", i+1)
		}
	}
	year := got.Get(plan.KeyMilestones).Rows()[0].Cells.Get(plan.KeyYear).Number()
	if want := c.Get(plan.KeyMilestones).Rows()[0].Cells.Get(plan.KeyYear).Number() + plan.Int(int64(by.Years)); year != want {
		t.Errorf("the first milestone is in %s, want %s", year, want)
	}
	if h := made.Latest().Head; h.Title != "Ny plan" || h.Period != target || h.Dnr != "" || made.Latest().Number() != "0.1" {
		t.Errorf("the new draft begins as %+v", h)
	}
	if s := got.Text(plan.KeyLessons); !strings.Contains(s, "Behåll mötena") {
		t.Errorf("the lessons are %q", s)
	}
	if !slices.Equal(after.Objects(made.ID, plan.MadeFrom), []plan.ID{old.ID}) || !slices.Contains(after.Objects(made.ID, plan.Supersedes), old.ID) {
		t.Error("the new plan does not know where it comes from")
	}
	if d, _ := after.Document(old.ID); d.Latest().Hash != old.Latest().Hash {
		t.Error("the old plan has changed")
	}
	if back := after.Apply(e.Inverse()); len(back.Documents()) != len(r.Documents()) || len(back.Relations()) != len(r.Relations()) {
		t.Error("one undo does not take the new plan back")
	}
	if _, _, err := r.CopyDocument(old, c, plan.Copy{Target: "nowhere"}, copyingDay); !errors.Is(err, plan.ErrEntry) {
		t.Errorf("copied to nowhere: %v", err)
	}
}

// contentIn is the content that the edit gives the version last.
func contentIn(e plan.Edit, version plan.ID) plan.Content {
	var c plan.Content
	for _, ch := range e.Changes {
		if ch, ok := ch.(plan.ContentChange); ok && ch.Version == version {
			c = ch.After.Content
		}
	}
	return c
}

func TestAPlanForAnotherAssignment(t *testing.T) {
	f := plantest.Complete(4)
	r, target := withEntry(t, f.Register, plan.ListAssignments, plan.Filled{
		plan.KeyName: plan.Text("Bredband"), plan.KeyStart: plan.Day(plan.NewDate(2028, time.February, 29)),
	})
	old, _ := r.Document(plantest.DocumentID(plan.AssignmentPlan))
	c := f.Contents[plantest.VersionID(plan.AssignmentPlan)]
	e, made, err := r.CopyDocument(old, c, plan.Copy{Target: target}, copyingDay)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range contentIn(e, made.Latest().ID).Get(plan.KeyActivities).Rows() {
		if s := row.Cells.Text(plan.KeyStatus); s != "planned" {
			t.Errorf("activity %d is %s", i+1, s)
		}
		for _, k := range []plan.Key{plan.KeyResult, plan.KeyCost, plan.KeyLink, plan.KeyApprovedBy, plan.KeyDependsMtg} {
			if !row.Cells.Get(k).IsZero() {
				t.Errorf("activity %d keeps %s", i+1, k)
			}
		}
		if row.Cells.Get(plan.KeyDependsOn).IsZero() != c.Get(plan.KeyActivities).Rows()[i].Cells.Get(plan.KeyDependsOn).IsZero() {
			t.Errorf("activity %d depends on something else", i+1)
		}
	}
	if after := r.Apply(e); len(after.Objects(made.ID, plan.Supersedes)) > 0 {
		t.Error("a plan for another assignment supersedes the first")
	}
	if made.Latest().Head.Assignment != target {
		t.Error("the plan belongs to the old assignment")
	}
}

func TestTheTitleFollowsThePeriod(t *testing.T) {
	var r plan.Register
	r, a := withEntry(t, r, plan.ListPeriods, plan.Filled{plan.KeyStart: plan.Day(day(t, "2023-01-01")), plan.KeyEnd: plan.Day(day(t, "2026-12-31"))})
	r, b := withEntry(t, r, plan.ListPeriods, plan.Filled{plan.KeyStart: plan.Day(day(t, "2027-01-01")), plan.KeyEnd: plan.Day(day(t, "2030-12-31"))})
	for title, want := range map[string]string{
		"Kommunikationsplan 2023–2026": "Kommunikationsplan 2027–2030",
		"Kommunikationsplan 2023-2026": "Kommunikationsplan 2027–2030",
		"Kommunikationsplan":           "Kommunikationsplan",
	} {
		if got := r.CopiedTitle(plan.Head{Title: title, Period: a}, b); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}

// A copy never says a result, whatever the plan said, and a copy to the same
// days says all else.
func TestCopiesOfAnyPlan(t *testing.T) {
	f, r, target := nextPeriod(t, 2)
	assignment := f.Register.Entries(plan.ListAssignments)[0].ID
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(heirs()).Draw(t, "kind")
		d, _ := r.Document(plantest.DocumentID(kind))
		c := plantest.Random(plan.FieldsOf(kind)).Draw(t, "content")
		to := target
		if kind == plan.AssignmentPlan {
			to = assignment
		}
		e, made, err := r.CopyDocument(d, c, plan.Copy{Target: to}, copyingDay)
		if err != nil {
			t.Fatal(err)
		}
		got := contentIn(e, made.Latest().ID)
		for _, f := range plan.FieldsOf(kind) {
			was, is := c.Get(f.Key), got.Get(f.Key)
			switch {
			case f.Copied == plan.CopyCleared && !is.IsZero():
				t.Fatalf("%s is carried over", f.Key)
			case f.Kind == plan.List && was.Len() != is.Len() && f.Copied == plan.CopyKept:
				t.Fatalf("%s has %d rows of %d", f.Key, is.Len(), was.Len())
			case f.Kind == plan.LongText && f.Copied == plan.CopyKept && !was.Equal(is):
				t.Fatalf("%s says something else", f.Key)
			}
		}
		if _, err := plan.Open(plan.FieldsOf(kind), plan.Seal(got).JSON); err != nil {
			t.Fatal(err)
		}
	})
}

// A plan that is copied under the next period plan has its origins there.
func TestOriginsFollowThePeriodPlanThatWasCopied(t *testing.T) {
	f, r, target := nextPeriod(t, 2)
	parent, _ := r.Document(plantest.DocumentID(plan.PeriodPlan))
	old, _ := r.Document(plantest.DocumentID(plan.AssignmentPlan))
	from := sourcesOf(f)
	c, err := from.Take(old, plan.Content{}, from.Offers(old, plan.Content{}, plan.KeyAudiences)[0])
	if err != nil {
		t.Fatal(err)
	}
	e, next, err := r.CopyDocument(parent, from.Contents[parent.ID], plan.Copy{Target: target}, copyingDay)
	if err != nil {
		t.Fatal(err)
	}
	r = r.Apply(e)
	r = adoptedOn(t, r, next, plan.NewDate(2026, time.October, 1))
	e, made, err := r.CopyDocument(old, c, plan.Copy{Target: r.Entries(plan.ListAssignments)[0].ID}, copyingDay)
	if err != nil {
		t.Fatal(err)
	}
	o := plan.Origins(old.Kind, contentIn(e, made.Latest().ID))
	if len(o) != 1 || o[0].From.Document != next.ID || o[0].From.Row != plan.Origins(old.Kind, c)[0].From.Row {
		t.Errorf("origins of the copy: %+v", o)
	}
}
