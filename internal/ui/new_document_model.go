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
	if _, ok := plan.FieldIn(plan.FieldsOf(s.kind), plan.KeyAudiences); ok {
		c = c.With(plan.KeyAudiences, plan.Rows(coreAudiences(r, s.kind)...))
	}
	e, d := plan.NewDocument(s.kind, s.quick, c, now())
	after := r.Apply(e)
	for _, x := range usualRelations(r, d, today) {
		if add, err := after.Relate(x); err == nil {
			e, after = e.Then(add), after.Apply(add)
		}
	}
	return e, d
}

// coreAudiences are rows for the audiences of the organisation's library, which
// remember where they come from.
func coreAudiences(r plan.Register, kind plan.DocumentKind) []plan.Row {
	list, _ := plan.FieldIn(plan.FieldsOf(kind), plan.KeyAudiences)
	var rows []plan.Row
	for _, a := range r.Entries(plan.ListAudiences) {
		f := plan.Filled{plan.KeyName: plan.Text(a.Fields.Text(plan.KeyName)), plan.KeyOrigin: plan.Ref(a.ID)}
		if _, ok := plan.FieldIn(list.Columns, plan.KeyCategory); ok {
			f[plan.KeyCategory] = plan.Text(a.Fields.Text(plan.KeyCategory))
		}
		rows = append(rows, plan.Row{ID: plan.NewID(), Cells: plan.NewContent(f)})
	}
	return rows
}

// usualRelations are those that follow from the kind: the strategy in force
// governs, the programme of the period contains, the period plan is elaborated.
func usualRelations(r plan.Register, d plan.Document, today plan.Date) []plan.Relation {
	var out []plan.Relation
	for _, other := range r.Documents() {
		if !r.ForceOf(other.ID).On(today) {
			continue
		}
		switch {
		case other.Kind == plan.Strategy && (d.Kind == plan.PeriodPlan || d.Kind == plan.AssignmentPlan || d.Kind == plan.Policy):
			out = append(out, plan.Relation{Kind: plan.Governs, From: other.ID, To: d.ID})
		case other.Kind == plan.Programme && d.Kind == plan.PeriodPlan:
			out = append(out, plan.Relation{Kind: plan.Contains, From: other.ID, To: d.ID})
		case other.Kind == plan.PeriodPlan && d.Kind == plan.AssignmentPlan:
			out = append(out, plan.Relation{Kind: plan.ElaboratedIn, From: other.ID, To: d.ID})
		}
	}
	return out
}
