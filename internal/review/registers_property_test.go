package review

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

func sameDuty(d Duty) func(Duty) bool {
	return func(x Duty) bool { return x.Document == d.Document && x.Concern == d.Concern }
}

// When a duty opens and is due follows from the periods and windows alone.
func TestDueDatesFollowFromTheCalendarAlone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		periods := map[plan.ID]plan.Period{}
		for _, p := range x.r.Periods() {
			periods[p.ID] = p
		}
		for _, on := range x.days(rt) {
			dueFollows(rt, x, on, periods)
		}
	})
}

func dueFollows(rt *rapid.T, x *registers, on plan.Date, periods map[plan.ID]plan.Period) {
	bare := Duties(x.r, on)
	for _, d := range Duties(x.stored(nil), on) {
		switch d.Rule {
		case plan.R1:
			p := periods[d.Concern.Period]
			if d.Due != p.End || d.Opens.Before(p.Start) {
				rt.Fatalf("%s of the period %+v", brief(d), p)
			}
		case plan.R2:
			if c := x.r.Cycle(d.Concern.Year); d.Due != c.Closes || d.Opens != c.Opens || c.Opens.Year != d.Concern.Year {
				rt.Fatalf("%s of the window %+v", brief(d), c)
			}
		default:
			if !d.Due.IsZero() {
				rt.Fatalf("a need is due: %+v", d)
			}
		}
		if i := slices.IndexFunc(bare, sameDuty(d)); i >= 0 && (bare[i].Due != d.Due || bare[i].Opens != d.Opens) {
			rt.Fatalf("without records %s, with them %s", brief(bare[i]), brief(d))
		}
	}
}

// As the days pass without a new record, an open duty moves forward only, an
// unmet one stays until the document ends, and what is closed stays as it is.
func TestTimeAloneMovesDutiesForward(t *testing.T) {
	rank := map[State]int{NotDue: 0, Upcoming: 1, Due: 2, Urgent: 3, Deviation: 4, Late: 5}
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		day := x.drawOn(rt)
		r := x.stored(upTo(day))
		now := Duties(r, day)
		for range rapid.IntRange(1, 30).Draw(rt, "days") {
			next := day.AddDays(rapid.SampledFrom([]int{1, 1, 7, 20, 60, 300}).Draw(rt, "step"))
			then := Duties(r, next)
			for _, d := range now {
				i := slices.IndexFunc(then, sameDuty(d))
				if i < 0 {
					if !lapsed(r, d, next) {
						rt.Fatalf("on %s %s is gone, on %s it was there", next, brief(d), day)
					}
					continue
				}
				is := then[i]
				switch {
				case !d.State.Open():
					if !cmp.Equal(d, is) {
						rt.Fatalf("closed on %s as\n%+v, it is on %s\n%+v", day, d, next, is)
					}
				case is.State == Closed:
					if !is.Ended.After(day) || is.Ended.After(next) {
						rt.Fatalf("closed between %s and %s as of %s", day, next, is.Ended)
					}
				case is.State.Met():
					if !is.Met.After(day) || slices.ContainsFunc(x.records, func(e plan.Event) bool { return e.ID == is.MetBy }) {
						rt.Fatalf("met between %s and %s on %s by %s", day, next, is.Met, is.MetBy)
					}
				case rank[is.State] < rank[d.State] || d.Rule == plan.R3 && is.Days <= d.Days:
					rt.Fatalf("on %s %s, on %s %s", day, brief(d), next, brief(is))
				}
			}
			day, now = next, then
		}
	})
}

// lapsed reports whether a duty that had not opened will not, because it has been
// decided since that the document ends before.
func lapsed(r plan.Register, d Duty, on plan.Date) bool {
	f := r.ForceBy(d.Document, on)
	return !f.To.IsZero() && f.To.Before(d.Opens)
}

// What is registered in another order says the same.
func TestTheOrderOfStoringDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		days, was := x.days(rt), x.stored(nil)
		x.records = inOrder(rapid.Permutation(x.records).Draw(rt, "order"))
		is := x.stored(nil)
		for _, on := range days {
			if diff := cmp.Diff(Duties(was, on), Duties(is, on)); diff != "" {
				rt.Fatal(diff)
			}
		}
	})
}

// A snooze changes when a person is told, and nothing else.
func TestSnoozesChangeNothingElse(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		for _, on := range x.days(rt) {
			with, without := Duties(x.stored(nil), on), Duties(x.stored(exceptKind(plan.EventSnooze)), on)
			for i := range with {
				if s := with[i].Snoozed; !s.IsZero() && (!s.After(on) || s.After(on.AddDays(mostSnooze)) || with[i].State != Due && with[i].State != Urgent) {
					rt.Fatalf("on %s %s is snoozed to %s", on, brief(with[i]), s)
				}
				with[i].Snoozed = plan.Date{}
			}
			if diff := cmp.Diff(without, with); diff != "" {
				rt.Fatal(diff)
			}
		}
	})
}

// A record about one document changes no other.
func TestRecordsStayWithTheirDocument(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		doc := rapid.SampledFrom(x.docs).Draw(rt, "document")
		own, all := x.stored(func(e plan.Event) bool { return e.Document == doc }), x.stored(nil)
		for _, on := range x.days(rt) {
			if diff := cmp.Diff(Of(own, doc, on), Of(all, doc, on)); diff != "" {
				rt.Fatal(diff)
			}
		}
	})
}

// The duties of all documents are those of each, and each is consistent in
// itself.
func TestEveryDutyIsConsistent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		r := x.stored(nil)
		for _, on := range x.days(rt) {
			var each []Duty
			for _, d := range r.Documents() {
				each = append(each, Of(r, d.ID, on)...)
			}
			all := Duties(r, on)
			if !slices.Equal(each, all) {
				rt.Fatal(cmp.Diff(each, all))
			}
			for _, d := range all {
				if !consistent(d, on) {
					rt.Fatalf("on %s: %+v", on, d)
				}
			}
		}
	})
}

func consistent(d Duty, on plan.Date) bool {
	past := on.After(d.Due) && d.Rule != plan.R3
	switch {
	case d.Days < 0, d.Met.After(on), d.Ended.After(on), d.State.Met() != (d.MetBy != ""):
		return false
	case (d.State == Closed) != (d.Ending != plan.NotEnded), (d.State == Deviation) == d.Planned.IsZero(), !d.Planned.IsZero() && on.After(d.Planned):
		return false
	case d.LastMeeting.Date.After(d.Due):
		return false
	case d.Rule == plan.R3:
		return !d.Opens.After(on) && (!d.State.Open() || d.State == Due && d.Days == d.Opens.DaysUntil(on))
	case d.State.Open():
		late := d.State == Late || d.State == Deviation
		return past == late && (late && d.Days == d.Due.DaysUntil(on) || !late && d.Days == on.DaysUntil(d.Due))
	case d.State == DoneLate:
		return d.Met.After(d.Due) && d.Met == d.Due.AddDays(d.Days)
	}
	return !d.Met.After(d.Due) && d.Days == 0
}

// What a person is told of are open duties that are not postponed: of each
// document every need and at most one that is scheduled.
func TestWhatPressesIsOpen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		r := x.stored(nil)
		for _, on := range x.days(rt) {
			checkPressing(rt, Duties(r, on))
		}
	})
}

func checkPressing(rt *rapid.T, all []Duty) {
	told := Pressing(all)
	scheduled := map[plan.ID]int{}
	for _, d := range told {
		if !d.State.Open() || !d.State.Pressing() || !d.Snoozed.IsZero() || !slices.Contains(all, d) {
			rt.Fatalf("a person is told of %+v", d)
		}
		if d.Rule != plan.R3 {
			scheduled[d.Document]++
		}
	}
	for _, d := range all {
		pressing := d.State.Pressing() && d.Snoozed.IsZero()
		switch {
		case scheduled[d.Document] > 1:
			rt.Fatalf("of one document %s", briefs(told))
		case d.Rule == plan.R3 && pressing != slices.Contains(told, d):
			rt.Fatalf("of the need %s a person is told: %v", brief(d), !pressing)
		case d.State == Late && scheduled[d.Document] != 1:
			rt.Fatalf("%s, and nobody is told", brief(d))
		}
	}
}

// Each document has one duty that stands for it, and the counts add up.
func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		all := Duties(x.stored(nil), x.drawOn(rt))
		per := PerDocument(all)
		owing := map[plan.ID]int{}
		for _, d := range all {
			owing[d.Document]++
		}
		if len(per) != len(owing) {
			rt.Fatalf("%d stand for %d documents", len(per), len(owing))
		}
		for _, list := range [][]Duty{all, per} {
			sum, counts := 0, Counts(list)
			for _, s := range Standings() {
				sum += counts[s]
			}
			if sum != len(list) || len(counts) > len(Standings()) {
				rt.Fatalf("%v of %d", counts, len(list))
			}
		}
		for _, d := range per {
			for _, y := range all {
				if y.Document == d.Document && y.State.severity() > d.State.severity() {
					rt.Fatalf("%s stands for %s", brief(d), brief(y))
				}
			}
		}
	})
}
