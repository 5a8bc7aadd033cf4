package review

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// Every period and year that has begun and that the document's time in force
// touches is owed, and no other.
func TestNothingThatIsOwedIsLeftOut(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		r := x.stored(nil)
		for _, on := range x.days(rt) {
			for _, d := range r.Documents() {
				if d.Kind == plan.AssignmentPlan {
					continue // owes within its assignment
				}
				var got []Concern
				for _, y := range Of(r, d.ID, on) {
					if !y.Opens.After(on) && y.Rule != plan.R3 {
						got = append(got, y.Concern)
					}
				}
				if want := owedBy(r, d, on); !slices.Equal(want, got) {
					rt.Fatalf("on %s it owes %v, want %v", on, got, want)
				}
			}
		}
	})
}

// owedBy works out from the rules alone what a document owes that has opened.
func owedBy(r plan.Register, d plan.Document, on plan.Date) []Concern {
	var out []Concern
	as, force, watch := r.Adoptions(d.ID), r.ForceBy(d.ID, on), r.Organisation().Get(plan.KeyWatchFrom).Date()
	if as[0].Date.After(on) || force.From.After(on) {
		return nil
	}
	switch r.RuleOf(d) {
	case plan.R1:
		for _, p := range r.Periods() {
			if !p.Start.After(on) && !p.End.Before(watch) && force.Overlaps(p.Start, p.End) {
				out = append(out, Concern{Period: p.ID})
			}
		}
	case plan.R2:
		for y := lifeStart.Year - 1; y <= on.Year; y++ {
			c := r.Cycle(y)
			if !c.Opens.After(on) && !c.Closes.Before(watch) && force.On(c.Opens) && as[0].Date.Before(c.Opens) {
				out = append(out, Concern{Year: y})
			}
		}
	}
	return out
}

// What a record was corrected to counts as if it had been registered so at once.
func TestACorrectionCountsInItsPlace(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		days, r := x.days(rt), x.stored(nil)
		var atOnce []plan.Event
		for _, e := range x.correctable() {
			if e.Annuls() {
				continue
			}
			if e.Kind == plan.EventNeed {
				e.ID = r.First(e).ID
			}
			e.Corrects = ""
			atOnce = append(atOnce, e)
		}
		x.records = atOnce
		for _, on := range days {
			if diff := cmp.Diff(Duties(x.stored(nil), on), Duties(r, on)); diff != "" {
				rt.Fatal(diff)
			}
		}
	})
}

// What is decided or registered of later days is left out of account, so that an
// earlier day can be asked for.
func TestAnEarlierDayKnowsNothingOfLaterOnes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		r := x.stored(func(e plan.Event) bool { return e.Corrects == "" })
		for _, on := range x.days(rt) {
			if diff := cmp.Diff(Duties(asOf(r, on), on), Duties(r, on)); diff != "" {
				rt.Fatalf("on %s:\n%s", on, diff)
			}
			if diff := cmp.Diff(OverviewOf(asOf(r, on), 2006, 2014, on), OverviewOf(r, 2006, 2014, on)); diff != "" {
				rt.Fatalf("on %s:\n%s", on, diff)
			}
		}
	})
}

// asOf rebuilds the register without what happened after the day.
func asOf(r plan.Register, day plan.Date) plan.Register {
	var e plan.Edit
	for _, l := range plan.ListNames() {
		for _, x := range r.Entries(l) {
			e.Changes = append(e.Changes, plan.EntryChange{List: l, After: &x})
		}
	}
	for _, d := range r.Documents() {
		e.Changes = append(e.Changes, plan.DocumentChange{After: &d})
	}
	for _, x := range r.Relations() {
		e.Changes = append(e.Changes, plan.RelationChange{Relation: x})
	}
	e.Events = slices.DeleteFunc(r.Events(), func(x plan.Event) bool { return x.Day().After(day) })
	return plan.Register{}.Apply(e)
}

// Until the next change a person is told of nothing new.
func TestNothingAsksAnewBeforeTheNextChange(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		on := x.drawOn(rt)
		for _, e := range x.records {
			if e.Kind == plan.EventSnooze && e.Corrects == "" && rapid.Bool().Draw(rt, "on the day of a snooze") {
				on = e.Day()
			}
		}
		r := asOf(x.stored(func(e plan.Event) bool { return e.Corrects == "" }), on)
		was := asking(r, on)
		next, ok := NextChange(r, on)
		for day := on.AddDays(1); day.Before(on.AddDays(800)); day = day.AddDays(1) {
			if is := asking(r, day); !within(is, was) && (!ok || day.Before(next)) {
				rt.Fatalf("on %s %v, on %s %v, but the next change is %s", on, was, day, is, next)
			}
			if day == next {
				break
			}
		}
	})
}

// asking are the duties of which a person is told, each with how it stands.
func asking(r plan.Register, on plan.Date) map[Duty]bool {
	out := map[Duty]bool{}
	for _, d := range Duties(r, on) {
		if d.State.Pressing() && d.Snoozed.IsZero() {
			out[Duty{Document: d.Document, Concern: d.Concern, State: d.State}] = true
		}
	}
	return out
}

func within(some, all map[Duty]bool) bool {
	for d := range some {
		if !all[d] {
			return false
		}
	}
	return true
}
