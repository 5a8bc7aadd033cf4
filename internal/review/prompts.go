package review

import (
	"slices"

	"ledstjarna/internal/plan"
)

// PromptKind is what the register lacks.
type PromptKind string

// The kinds of prompt.
const (
	PeriodMissing           PromptKind = "period-missing"          // no mandate period after the last one
	ProgrammeMissing        PromptKind = "programme-missing"       // none adopted for the mandate period
	PlanMissingInProgramme  PromptKind = "plan-missing-programme"  // the programme contains no communication plan
	PlanMissingInAssignment PromptKind = "plan-missing-assignment" // the assignment has no communication plan
	EvaluationMissing       PromptKind = "evaluation-missing"      // the ended assignment's plan has no closing evaluation
)

// Prompt is one thing that the register lacks and a person should see to. The
// IDs that concern it are set, the others are empty.
type Prompt struct {
	Kind       PromptKind
	Period     plan.ID // PeriodMissing: the last one there is, "" for none; ProgrammeMissing: the one without
	Assignment plan.ID
	// Document is the programme that lacks a plan, or the plan that lacks an
	// evaluation.
	Document plan.ID
	// Draft is the document that will fill the gap once it is adopted, "" where
	// no one has begun.
	Draft plan.ID
	// Date is the day it counts from: the last period's end, the period's start,
	// the assignment description's date, the assignment's end. Days is how many
	// days have passed since; negative before that day.
	Date plan.Date
	Days int
}

// Prompts returns what the register lacks on the day: first the mandate period,
// then programmes, plans of programmes, plans of assignments and closing
// evaluations, each in the order of the register.
//
// An adopted document that applies or will apply fills a gap; a draft is named
// beside it. An assignment needs no plan before its description is dated, once
// it has ended, or where it is recorded that none is needed. A closing evaluation
// is not asked for where the assignment ended before the mandate period from
// which reviews are watched (plan.KeyWatchFrom).
func Prompts(r plan.Register, on plan.Date) []Prompt {
	s := survey{
		r: r, on: on, watch: r.Organisation().Get(plan.KeyWatchFrom).Date(), plans: map[plan.ID][]plan.Document{}, needless: map[plan.ID]bool{},
	}
	for _, e := range r.Effective(plan.EventNoPlanNeeded) {
		if !e.Day().After(on) {
			s.needless[e.Assignment] = true
		}
	}
	for _, d := range r.Documents() {
		switch d.Kind {
		case plan.Programme:
			s.programmes = append(s.programmes, d)
		case plan.AssignmentPlan:
			for _, a := range assignmentsOf(d) {
				s.plans[a] = append(s.plans[a], d)
			}
		case plan.Strategy, plan.Policy, plan.PeriodPlan, plan.Statutes, plan.Agreement, plan.Other:
		}
	}
	return slices.Concat(s.period(), s.programme(), s.contained(), s.assigned(), s.evaluated())
}

// survey is the register as the prompts look at it.
type survey struct {
	r          plan.Register
	on, watch  plan.Date
	programmes []plan.Document
	plans      map[plan.ID][]plan.Document // by assignment
	needless   map[plan.ID]bool            // assignments of which it is recorded that they need no plan
}

func (s survey) prompt(k PromptKind, since plan.Date) Prompt {
	p := Prompt{Kind: k, Date: since}
	if !since.IsZero() {
		p.Days = since.DaysUntil(s.on)
	}
	return p
}

func (s survey) period() []Prompt {
	var last plan.Period // the one that reaches furthest, should they overlap
	for _, p := range s.r.Periods() {
		if !p.End.Before(p.Start) && p.End.After(last.End) {
			last = p
		}
	}
	if last.ID != "" && s.on.Before(last.End.AddMonths(-upcomingMonths)) {
		return nil
	}
	p := s.prompt(PeriodMissing, last.End)
	p.Period = last.ID
	return []Prompt{p}
}

// programme looks at the current mandate period and at one that begins within a
// year: each must have a programme.
func (s survey) programme() []Prompt {
	var out []Prompt
	for _, period := range s.r.Periods() {
		coming := period.Start.After(s.on) && !s.on.Before(period.Start.AddMonths(-upcomingMonths))
		if !coming && !s.on.In(period.Start, period.End) {
			continue
		}
		var of []plan.Document
		for _, d := range s.programmes {
			if d.Latest().Head.Period == period.ID {
				of = append(of, d)
			}
		}
		draft, filled := s.filledBy(of)
		if filled {
			continue
		}
		p := s.prompt(ProgrammeMissing, period.Start)
		p.Period, p.Draft = period.ID, draft
		out = append(out, p)
	}
	return out
}

// contained looks at the programmes of the current and coming periods, and those
// of none: each must contain a communication plan.
func (s survey) contained() []Prompt {
	var out []Prompt
	for _, d := range s.programmes {
		period, known := s.periodOf(d)
		if s.ended(d.ID) || known && period.End.Before(s.on) {
			continue
		}
		var plans []plan.Document
		for _, id := range s.r.Objects(d.ID, plan.Contains) {
			if x, ok := s.r.Document(id); ok && x.Kind == plan.PeriodPlan {
				plans = append(plans, x)
			}
		}
		draft, filled := s.filledBy(plans)
		if filled {
			continue
		}
		p := s.prompt(PlanMissingInProgramme, s.r.ForceOf(d.ID).From)
		p.Document, p.Draft, p.Period = d.ID, draft, period.ID
		out = append(out, p)
	}
	return out
}

func (s survey) periodOf(d plan.Document) (plan.Period, bool) {
	for _, p := range s.r.Periods() {
		if p.ID == d.Latest().Head.Period {
			return p, true
		}
	}
	return plan.Period{}, false
}

func (s survey) assigned() []Prompt {
	var out []Prompt
	for _, a := range s.r.Assignments() {
		over := !a.End.IsZero() && a.End.Before(s.on)
		if a.Described.IsZero() || a.Described.After(s.on) || over {
			continue
		}
		if s.needless[a.ID] {
			continue
		}
		draft, filled := s.filledBy(s.plans[a.ID])
		if filled {
			continue
		}
		p := s.prompt(PlanMissingInAssignment, a.Described)
		p.Assignment, p.Draft = a.ID, draft
		out = append(out, p)
	}
	return out
}

func (s survey) evaluated() []Prompt {
	var out []Prompt
	for _, a := range s.r.Assignments() {
		if a.End.IsZero() || !a.End.Before(s.on) || a.End.Before(s.since()) {
			continue
		}
		plans := slices.DeleteFunc(slices.Clone(s.plans[a.ID]), func(d plan.Document) bool { return !s.adopted(d.ID) })
		if len(plans) == 0 || slices.ContainsFunc(plans, func(d plan.Document) bool { return isEvaluated(s.r, d.ID, s.on) }) {
			continue
		}
		p := s.prompt(EvaluationMissing, a.End)
		p.Assignment, p.Document = a.ID, plans[len(plans)-1].ID
		out = append(out, p)
	}
	return out
}

// since returns the first day of the mandate period from which reviews are
// watched; what ended earlier belongs to the archive.
func (s survey) since() plan.Date {
	if p, ok := s.r.PeriodOn(s.watch); ok {
		return p.Start
	}
	return s.watch
}

// filledBy reports whether one of the documents fills the gap: it is adopted and
// has not ended. Otherwise it returns the draft that is to.
func (s survey) filledBy(ds []plan.Document) (draft plan.ID, filled bool) {
	for _, d := range ds {
		switch {
		case s.ended(d.ID):
		case s.adopted(d.ID):
			return "", true
		case draft == "":
			draft = d.ID
		}
	}
	return draft, false
}

func (s survey) adopted(doc plan.ID) bool {
	as := s.r.Adoptions(doc)
	return len(as) > 0 && !as[0].Date.After(s.on)
}

func (s survey) ended(doc plan.ID) bool {
	f := s.r.ForceOf(doc)
	return !f.To.IsZero() && f.To.Before(s.on)
}

// assignmentsOf returns the assignments that the plan's versions name.
func assignmentsOf(d plan.Document) []plan.ID {
	var out []plan.ID
	for _, v := range d.Versions {
		if id := v.Head.Assignment; id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
