package review

import (
	"slices"

	"ledstjarna/internal/plan"
)

// nextPrompt returns the first day after on, and before the day until if that is
// given, on which the register lacks something that it did not lack before.
func nextPrompt(r plan.Register, on, until plan.Date) (plan.Date, bool) {
	before := lacks(r, on)
	for _, day := range promptDays(r, on, until) {
		now := lacks(r, day)
		for x := range now {
			if !before[x] {
				return day, true
			}
		}
		before = now
	}
	return plan.Date{}, false
}

// lacks returns what the register lacks on the day, without what differs from day
// to day.
func lacks(r plan.Register, on plan.Date) map[Prompt]bool {
	out := map[Prompt]bool{}
	for _, p := range Prompts(r, on) {
		out[Prompt{Kind: p.Kind, Period: p.Period, Assignment: p.Assignment, Document: p.Document}] = true
	}
	return out
}

// promptDays returns, in order, the days on which a prompt can arise.
func promptDays(r plan.Register, on, until plan.Date) []plan.Date {
	var out []plan.Date
	try := func(days ...plan.Date) {
		for _, d := range days {
			if d.After(on) && (until.IsZero() || d.Before(until)) {
				out = append(out, d)
			}
		}
	}
	for _, p := range r.Periods() {
		try(p.Start.AddMonths(-upcomingMonths), p.Start, p.End.AddMonths(-upcomingMonths), p.End.AddDays(1))
	}
	for _, a := range r.Assignments() {
		try(a.Described)
		if !a.End.IsZero() {
			try(a.End.AddDays(1))
		}
	}
	for _, d := range r.Documents() {
		switch d.Kind {
		case plan.Programme, plan.PeriodPlan, plan.AssignmentPlan:
			if f := r.ForceOf(d.ID); !f.To.IsZero() {
				try(f.To.AddDays(1))
			}
		case plan.Strategy, plan.Policy, plan.Statutes, plan.Agreement, plan.Other:
		}
	}
	slices.SortFunc(out, plan.Date.Compare)
	return slices.Compact(out)
}
