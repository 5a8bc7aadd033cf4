package ui

import (
	"time"

	"ledstjarna/internal/plan"
)

// newDocumentSpec is what a person says of a document that is to begin.
type newDocumentSpec struct {
	kind   plan.DocumentKind
	title  string
	target plan.ID // period or assignment
	quick  bool
}

// newDocumentEdit begins a document with what the register already knows: its
// period or assignment, the period's days, the core audiences of the
// organisation, and the documents that it stands in relation to.
func newDocumentEdit(r plan.Register, s newDocumentSpec, today plan.Date, now func() time.Time) (plan.Edit, plan.Document) {
	c := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(s.title)})
	switch s.kind {
	case plan.AssignmentPlan:
		c = c.With(plan.KeyAssignment, plan.Ref(s.target))
	case plan.Strategy, plan.Programme, plan.PeriodPlan:
		c = c.With(plan.KeyPeriod, plan.Ref(s.target))
		for _, p := range r.Periods() {
			if p.ID == s.target {
				c = c.With(plan.KeyValidFrom, plan.Day(p.Start)).With(plan.KeyValidTo, plan.Day(p.End)).
					With(plan.KeyValidity, plan.Text(string(plan.ValidUntilSuperseded)))
			}
		}
	case plan.Policy, plan.Statutes, plan.Agreement, plan.Other:
	}
	c = withCoreAudiences(r, s.kind, c)
	e, d := plan.NewDocument(s.kind, s.quick, c, now())
	after := r.Apply(e)
	for _, x := range r.UsualRelations(d, s.target, today) {
		if add, err := after.Relate(x); err == nil {
			e, after = e.Then(add), after.Apply(add)
		}
	}
	return e, d
}

// withCoreAudiences is the content with rows for the audiences of the
// organisation's library, which remember where they come from.
func withCoreAudiences(r plan.Register, kind plan.DocumentKind, c plan.Content) plan.Content {
	from, d := plan.Sources{Register: r}, plan.Document{Kind: kind}
	for _, x := range from.Offers(d, c, plan.KeyAudiences) {
		if x.From.List != plan.ListAudiences {
			continue
		}
		if with, err := from.Take(d, c, x); err == nil {
			c = with
		}
	}
	return c
}
