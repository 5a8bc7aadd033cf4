package plantest

import (
	"time"

	"ledstjarna/internal/plan"
)

// DocumentID returns the ID of the only document of the kind in a File.
func DocumentID(k plan.DocumentKind) plan.ID { return "doc-" + plan.ID(k) }

// VersionID returns the ID of the only version of that document.
func VersionID(k plan.DocumentKind) plan.ID { return "version-" + plan.ID(k) }

// File is a register and the contents of its versions.
type File struct {
	Register plan.Register
	Contents map[plan.ID]plan.Content // by version
}

// Subject returns what findings about the document of the kind are made from.
func (f File) Subject(k plan.DocumentKind) plan.Subject {
	d, _ := f.Register.Document(DocumentID(k))
	return plan.Subject{
		Register: f.Register, Document: d, Version: d.Latest(), Content: f.Contents[VersionID(k)], Today: Today,
		Parent: f.Contents[VersionID(plan.PeriodPlan)],
	}
}

// Complete returns a file with two entries in every list, a document of every
// kind with Content(kind, rows), and the relations that the kinds ask for. All
// documents are drafts in which nothing is left to mend.
func Complete(rows int) File {
	e := Edit(rows)
	f := File{Register: plan.Register{}.Apply(e), Contents: map[plan.ID]plan.Content{}}
	for _, c := range e.Changes {
		if c, ok := c.(plan.ContentChange); ok {
			f.Contents[c.Version] = c.After.Content
		}
	}
	return f
}

// Edit returns the edit that turns an empty file into Complete.
func Edit(rows int) plan.Edit {
	var e plan.Edit
	for _, l := range plan.ListNames() {
		for i := range 2 {
			entry := Entry(l, i+1)
			e.Changes = append(e.Changes, plan.EntryChange{List: l, After: &entry})
			if l == plan.ListOrganisation {
				break
			}
		}
	}
	for i, k := range plan.DocumentKinds() {
		v := plan.Version{
			ID: VersionID(k), Draft: 1, Stage: plan.StageDraft,
			Created: time.Date(2026, time.October, 1, 8, i, 0, 0, time.UTC),
		}
		d := plan.Document{ID: DocumentID(k), Kind: k, Versions: []plan.Version{v}}
		e.Changes = append(e.Changes, plan.DocumentChange{After: &d}, plan.ContentChange{
			Kind: k, Document: d.ID, Version: v.ID, After: plan.Seal(Content(k, rows)),
		})
	}
	for _, x := range relations() {
		e.Changes = append(e.Changes, plan.RelationChange{Relation: x})
	}
	return e
}

// Entry returns the n-th entry of the list, from 1, with every field filled.
func Entry(l plan.ListName, n int) plan.Entry {
	fields := plan.ListFields(l)
	if l == plan.ListOrganisation { // its rows are referred to
		return plan.Entry{ID: plan.OrganisationID, Position: n, Fields: Fields(fields, 2)}
	}
	id := numbered(string(l), n)
	c := filler{2, fields}.content(fields, id, n)
	switch l {
	case plan.ListPeriods: // two that do not overlap
		start := plan.NewDate(2019+4*n, time.January, 1)
		c = c.With(plan.KeyStart, plan.Day(start)).With(plan.KeyEnd, plan.Day(start.AddMonths(48).AddDays(-1)))
	case plan.ListAssignments:
		c = c.With(plan.KeyEnd, plan.Day(plan.NewDate(2030, time.December, 31)))
	default:
	}
	return plan.Entry{ID: id, Position: n, Fields: c}
}

func relations() []plan.Relation {
	rel := func(from plan.DocumentKind, k plan.RelationKind, to plan.DocumentKind) plan.Relation {
		return plan.Relation{Kind: k, From: DocumentID(from), To: DocumentID(to)}
	}
	return []plan.Relation{
		rel(plan.Programme, plan.GroundFor, plan.Strategy), rel(plan.Statutes, plan.GroundFor, plan.Strategy),
		rel(plan.Strategy, plan.Governs, plan.Policy), rel(plan.Strategy, plan.Governs, plan.PeriodPlan),
		rel(plan.Strategy, plan.Governs, plan.AssignmentPlan), rel(plan.Programme, plan.Contains, plan.PeriodPlan),
		rel(plan.PeriodPlan, plan.ElaboratedIn, plan.AssignmentPlan), rel(plan.Policy, plan.TiedTo, plan.Strategy),
	}
}
