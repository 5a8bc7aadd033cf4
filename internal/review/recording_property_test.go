package review

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// A review that is recorded meets the duty that it says it concerns, and leaves
// what other documents owe alone.
func TestARecordMeetsWhatItConcerns(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		on, doc := x.drawOn(rt), rapid.SampledFrom(x.docs).Draw(rt, "document")
		r := x.stored(upTo(on))
		rv := Review{
			Document: doc, Outcome: plan.NoChange, Reviewer: "Chefen", Completed: on.AddDays(-rapid.IntRange(0, 60).Draw(rt, "days ago")),
			NoFormalDecision: true, CountsAsYears: rapid.Bool().Draw(rt, "ticked"), Trigger: rapid.SampledFrom([]Trigger{"", ForNeed}).Draw(rt, "trigger"),
		}
		before := Duties(r, on)
		if i := rapid.IntRange(-1, len(before)-1).Draw(rt, "concern"); i >= 0 && before[i].Document == doc {
			rv.Concern = before[i].Concern
		}
		e, stored, err := Record(r, rv, plan.Sealed{}, on.Time())
		if err != nil {
			if !errors.Is(err, ErrNotInForce) && !errors.Is(err, ErrNotOpen) && !errors.Is(err, ErrConcern) && !errors.Is(err, ErrNotAdopted) &&
				!errors.Is(err, ErrLapsed) {
				rt.Fatal(err)
			}
			return
		}
		after := Duties(r.Apply(e), on)
		for _, d := range before {
			i := slices.IndexFunc(after, sameDuty(d))
			switch {
			case i < 0:
				rt.Fatalf("%s is gone", brief(d))
			case d.Document != doc && after[i] != d:
				rt.Fatalf("another document's %s became %s", brief(d), brief(after[i]))
			case d.Document == doc && d.Concern == stored.Concern && !after[i].State.Met():
				rt.Fatalf("a review that concerns it left %s", brief(after[i]))
			case d.Document == doc && d.Concern == stored.Concern && d.State.Open() && after[i].MetBy != stored.ID:
				rt.Fatalf("%s was met by %s, not by %s", brief(after[i]), after[i].MetBy, stored.ID)
			case d.State == Closed && after[i] != d && !stored.Date().Before(d.Ended):
				rt.Fatalf("closed, %s became %s", brief(d), brief(after[i]))
			}
		}
	})
}

// A reminder can be postponed up to the last day that is named and no further,
// and the duty is not heard of in between.
func TestASnoozeGoesToItsLastDay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		on := x.drawOn(rt)
		r := x.stored(func(e plan.Event) bool { return upTo(on)(e) && e.Kind != plan.EventSnooze })
		for _, d := range Duties(r, on) {
			last := LastSnooze(r, d, on)
			s := Snooze{Document: d.Document, Concern: d.Concern, Until: last}
			e, err := RecordSnooze(r, s, "S", on.Time())
			if allowed := d.State == Due || d.State == Urgent; (err == nil) != allowed {
				rt.Fatalf("%s to %s: %v", brief(d), last, err)
			}
			if err != nil {
				continue
			}
			for day := on; day.Before(last); day = day.AddDays(1) {
				i := slices.IndexFunc(Pressing(Duties(r.Apply(e), day)), sameDuty(d))
				if i >= 0 {
					rt.Fatalf("postponed to %s, %s is told of on %s", last, brief(d), day)
				}
			}
			is := Of(r.Apply(e), d.Document, last)
			if i := slices.IndexFunc(is, sameDuty(d)); i < 0 || !is[i].Snoozed.IsZero() {
				rt.Fatalf("%s is not back on %s", brief(d), last)
			}
			s.Until = last.AddDays(1)
			if _, err := RecordSnooze(r, s, "S", on.Time()); !errors.Is(err, ErrSnoozeLong) {
				rt.Fatalf("%s past %s: %v", brief(d), last, err)
			}
		}
	})
}

// A deviation makes what is late planned up to its day, and changes nothing else.
func TestADeviationLastsToItsDay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		on := x.drawOn(rt)
		r := x.stored(func(e plan.Event) bool { return upTo(on)(e) && e.Kind != plan.EventDeviation })
		for _, d := range Duties(r, on) {
			until := latest(d.Due, on).AddDays(rapid.IntRange(1, 100).Draw(rt, "days"))
			e, err := RecordDeviation(r, Postponement{
				Document: d.Document, Concern: d.Concern, Reason: "valår", DecidedBy: "Styrelsen", Date: on, Until: until,
			}, "S", on.Time())
			if allowed := d.Rule != plan.R3 && d.State.Open() && d.State != NotDue; (err == nil) != allowed {
				rt.Fatalf("%s: %v", brief(d), err)
			}
			if err != nil {
				continue
			}
			for day, want := range map[plan.Date]bool{latest(on, d.Due.AddDays(1)): true, until: true, until.AddDays(1): false, d.Due: false} {
				was, is := Of(r, d.Document, day), Of(r.Apply(e), d.Document, day)
				for i := range is {
					planned := sameDuty(d)(is[i]) && is[i].State == Deviation && is[i].Planned == until
					if planned != (want && sameDuty(d)(is[i]) && was[i].State == Late) || !planned && is[i] != was[i] {
						rt.Fatalf("on %s %+v was %+v", day, is[i], was[i])
					}
				}
			}
		}
	})
}
