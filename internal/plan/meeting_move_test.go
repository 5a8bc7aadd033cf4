package plan

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// hung is a register with two meetings and two plans whose activities hang on them
// and on each other, as it happens.
type hung struct {
	register Register
	plans    []Scheduled
}

func drawHung(t *rapid.T) hung {
	at := time.Date(2026, 1, 2, 8, 0, 0, 0, time.UTC)
	day := func(name string) Date {
		return Date{2026, 1, 1}.AddDays(rapid.IntRange(0, 700).Draw(t, name))
	}
	var e Edit
	r := Register{}
	for i := range 2 {
		f := Filled{KeyDate: Day(day("meeting"))}
		if rapid.Bool().Draw(t, "stop") {
			f[KeyStopDate] = Day(f[KeyDate].Date().AddDays(-10))
		}
		x := EntryChange{ListMeetings, nil, &Entry{ID: ID(fmt.Sprint("m", i)), Position: i + 1, Fields: NewContent(f)}}
		e.Changes = append(e.Changes, x)
	}
	var plans []Scheduled
	for i := range 2 {
		var rows []Row
		n := rapid.IntRange(0, 8).Draw(t, "activities")
		for j := range n {
			f := Filled{KeyActivity: Text(fmt.Sprint("a", j)), KeyResult: Text("r")}
			start := day("start")
			if rapid.Bool().Draw(t, "starts") {
				f[KeyStart] = Day(start)
			}
			if rapid.Bool().Draw(t, "ends") {
				f[KeyEnd] = Day(start.AddDays(rapid.IntRange(0, 90).Draw(t, "days")))
			}
			f[KeyStatus] = Text(rapid.SampledFrom(append(ActivityStatuses(), "")).Draw(t, "status"))
			f[KeyDependsMtg] = Text(rapid.SampledFrom([]string{"", "", "m0", "m1"}).Draw(t, "hangs"))
			if rapid.Bool().Draw(t, "after") {
				f[KeyDependsOn] = Texts(fmt.Sprint("r", rapid.IntRange(0, n).Draw(t, "on")))
			}
			rows = append(rows, Row{ID: ID(fmt.Sprint("r", j)), Cells: NewContent(f)})
		}
		c := NewContent(Filled{KeyTitle: Text("Plan"), KeyActivities: Rows(rows...)})
		made, d := NewDocument(AssignmentPlan, false, c, at.Add(time.Duration(i)*time.Hour))
		e = e.Then(made)
		plans = append(plans, Scheduled{Document: d, Content: Seal(c)})
	}
	r = r.Apply(e)
	for i := range plans {
		plans[i].Document, _ = r.Document(plans[i].Document.ID)
		plans[i].Version = plans[i].Document.Latest()
	}
	return hung{r, plans}
}

// after is the content of a version after an edit.
func after(e Edit, s Scheduled) Content {
	for _, c := range e.Changes {
		if x, ok := c.(ContentChange); ok && x.Version == s.Version.ID {
			return x.After.Content
		}
	}
	return s.Content.Content
}

// Whatever is chosen of what hangs on a meeting, it alone gets other days, all as far
// as the meeting, and undoing leaves exactly what was.
func TestMovingAMeetingMovesWhatIsChosenAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHung(t)
		m, _ := h.register.Entry(ListMeetings, "m0")
		was := m.Fields.Get(KeyDate).Date()
		by := rapid.IntRange(-400, 400).Draw(t, "by")
		to := was.AddDays(by)
		all, err := h.register.Dependents("m0", to, h.plans)
		if err != nil {
			t.Fatal(err)
		}
		chosen := slices.DeleteFunc(slices.Clone(all), func(Dependent) bool { return rapid.Bool().Draw(t, "left") })
		e, err := h.register.MoveMeeting("m0", to, chosen, h.plans)
		if err != nil {
			t.Fatal(err)
		}
		moved := h.register.Apply(e)
		if got, _ := moved.Entry(ListMeetings, "m0"); got.Fields.Get(KeyDate).Date() != to {
			t.Fatalf("the meeting is on %v", got.Fields.Get(KeyDate).Date())
		}
		for _, s := range h.plans {
			sameButDays(t, s, after(e, s), chosen, by)
		}
		other, _ := h.register.Entry(ListMeetings, "m1")
		if now, _ := moved.Entry(ListMeetings, "m1"); !now.Fields.Equal(other.Fields) {
			t.Fatal("the other meeting changed")
		}
		if back := moved.Apply(e.Inverse()); back.state() != h.register.state() {
			t.Fatalf("undoing leaves\n%s\nbefore\n%s", back.state(), h.register.state())
		}
	})
}

// sameButDays compares a plan with what it was: the chosen rows have moved by the
// days, and nothing else differs.
func sameButDays(t *rapid.T, s Scheduled, c Content, chosen []Dependent, by int) {
	old := s.Content.Content
	if !c.With(KeyActivities, Value{}).Equal(old.With(KeyActivities, Value{})) {
		t.Fatal("something beside the activities changed")
	}
	for i, r := range c.Get(KeyActivities).Rows() {
		was := old.Get(KeyActivities).Rows()[i]
		follows := slices.ContainsFunc(chosen, func(d Dependent) bool { return d.Version == s.Version.ID && d.Row == r.ID })
		want := was.Cells
		for _, k := range []Key{KeyStart, KeyEnd} {
			if d := want.Get(k).Date(); follows && !d.IsZero() {
				want = want.With(k, Day(d.AddDays(by)))
			}
		}
		if r.ID != was.ID || !r.Cells.Equal(want) {
			t.Fatalf("row %s is %v, want %v", r.ID, r.Cells, want)
		}
	}
}

// What hangs on a meeting is what names it, or names what hangs on it, and can still
// happen.
func TestWhatHangsOnAMeeting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHung(t)
		m, _ := h.register.Entry(ListMeetings, "m0")
		all, err := h.register.Dependents("m0", m.Fields.Get(KeyDate).Date().AddDays(7), h.plans)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range h.plans {
			found := map[ID]bool{}
			for _, d := range all {
				if d.Version == s.Version.ID {
					if found[d.Row] {
						t.Fatalf("%s twice", d.Row)
					}
					found[d.Row] = true
				}
			}
			for _, a := range Activities(s.Content.Content) {
				_, last := a.Days()
				hangs := a.Meeting == "m0" || slices.ContainsFunc(a.After, func(id ID) bool { return found[id] })
				if want := hangs && !a.Settled() && !last.IsZero(); want != found[a.ID] {
					t.Fatalf("%s: found is %v", a.ID, found[a.ID])
				}
			}
		}
	})
}

func TestReschedule(t *testing.T) {
	c := NewContent(Filled{
		KeyActivities: Rows(
			Row{"span", NewContent(Filled{KeyStart: Day(Date{2026, 3, 2}), KeyEnd: Day(Date{2026, 3, 9})})},
			Row{"point", NewContent(Filled{KeyEnd: Day(Date{2026, 3, 9})})},
			Row{"bare", NewContent(Filled{KeyActivity: Text("Möte")})}),
		KeyMilestones: Rows(
			Row{"day", NewContent(Filled{KeyDate: Day(Date{2026, 3, 9})})},
			Row{"quarter", NewContent(Filled{KeyYear: Num(Int(2026)), KeyQuarter: Num(Int(1))})},
			Row{"year", NewContent(Filled{KeyYear: Num(Int(2026))})}),
	})
	d := func(m time.Month, day int) Date { return Date{2027, m, day} }
	for _, x := range []struct {
		list     Key
		row      ID
		from, to Date
		want     Filled
	}{
		{KeyActivities, "span", d(1, 4), d(1, 8), Filled{KeyStart: Day(d(1, 4)), KeyEnd: Day(d(1, 8))}},
		{KeyActivities, "span", d(1, 4), d(1, 4), Filled{KeyStart: Day(d(1, 4)), KeyEnd: Day(d(1, 4))}},
		{KeyActivities, "point", d(1, 8), d(1, 8), Filled{KeyEnd: Day(d(1, 8))}},
		{KeyActivities, "point", d(1, 4), d(1, 8), Filled{KeyStart: Day(d(1, 4)), KeyEnd: Day(d(1, 8))}},
		{KeyActivities, "bare", d(1, 4), d(1, 4), Filled{KeyActivity: Text("Möte"), KeyStart: Day(d(1, 4))}},
		{KeyMilestones, "day", d(1, 4), d(1, 4), Filled{KeyDate: Day(d(1, 4))}},
		{KeyMilestones, "quarter", d(4, 1), d(8, 30), Filled{KeyYear: Num(Int(2027)), KeyQuarter: Num(Int(3))}},
		{KeyMilestones, "year", d(8, 30), d(8, 30), Filled{KeyYear: Num(Int(2027))}},
	} {
		got, err := c.Reschedule(x.list, x.row, x.from, x.to)
		if err != nil {
			t.Errorf("%s: %v", x.row, err)
			continue
		}
		if row, _, _ := got.Get(x.list).Row(x.row); !row.Cells.Equal(NewContent(x.want)) {
			t.Errorf("%s becomes %v, want %v", x.row, row.Cells, x.want)
		}
	}
	first, last := PlanningDays()
	for _, x := range []struct {
		list     Key
		row      ID
		from, to Date
		want     error
	}{
		{KeyActivities, "span", d(1, 8), d(1, 4), ErrDate},
		{KeyActivities, "span", first.AddDays(-1), d(1, 4), ErrDate},
		{KeyActivities, "span", d(1, 8), last.AddDays(1), ErrDate},
		{KeyActivities, "none", d(1, 4), d(1, 4), ErrRow},
		{KeyGoals, "span", d(1, 4), d(1, 4), ErrField},
	} {
		if _, err := c.Reschedule(x.list, x.row, x.from, x.to); !errors.Is(err, x.want) {
			t.Errorf("%s %v–%v: %v, want %v", x.row, x.from, x.to, err, x.want)
		}
	}
}

// What follows keeps its length where the planning days end.
func TestWhatFollowsStaysWithinThePlanningDays(t *testing.T) {
	first, last := PlanningDays()
	for _, x := range []struct {
		from, to Date
		by       int
		want     [2]Date
	}{
		{Date{2026, 1, 1}, Date{2026, 1, 5}, 3, [2]Date{{2026, 1, 4}, {2026, 1, 8}}},
		{last.AddDays(-5), last.AddDays(-1), 30, [2]Date{last.AddDays(-4), last}},
		{first.AddDays(2), first.AddDays(3), -30, [2]Date{first, first.AddDays(1)}},
	} {
		if got := shifted(x.from, x.to, x.by); got != x.want {
			t.Errorf("%v–%v by %d is %v, want %v", x.from, x.to, x.by, got, x.want)
		}
	}
}

// A plan that is locked keeps its days, and so does the meeting.
func TestALockedPlanDoesNotFollow(t *testing.T) {
	at := time.Date(2026, 1, 2, 8, 0, 0, 0, time.UTC)
	c := NewContent(Filled{KeyActivities: Rows(Row{"a", NewContent(Filled{KeyStart: Day(Date{2026, 5, 4}), KeyDependsMtg: Ref("m")})})})
	e, d := NewDocument(AssignmentPlan, false, c, at)
	e.Changes = append(e.Changes, EntryChange{ListMeetings, nil, &Entry{ID: "m", Position: 1, Fields: NewContent(Filled{KeyDate: Day(Date{2026, 5, 1})})}})
	r := Register{}.Apply(e)
	d, _ = r.Document(d.ID)
	lock, err := r.SetStage(d, d.Latest(), StageReady, 0)
	if err != nil {
		t.Fatal(err)
	}
	r = r.Apply(lock)
	d, _ = r.Document(d.ID)
	plans := []Scheduled{{d, d.Latest(), Seal(c)}}
	to := Date{2026, 5, 8}
	all, err := r.Dependents("m", to, plans)
	if err != nil || len(all) != 1 || !errors.Is(all[0].Held, ErrLocked) || all[0].To[0] != (Date{2026, 5, 11}) {
		t.Fatalf("hanging on it: %+v, %v", all, err)
	}
	if _, err := r.MoveMeeting("m", to, all, plans); !errors.Is(err, ErrLocked) {
		t.Errorf("it moves: %v", err)
	}
	if _, err := r.MoveMeeting("m", to, nil, plans); err != nil {
		t.Errorf("the meeting alone: %v", err)
	}
}
