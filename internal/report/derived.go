package report

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// derived returns the blocks of a field that the app computes.
func (p *paper) derived(k plan.Key) []Block {
	switch k {
	case "relations":
		return p.relations()
	case "versions":
		return p.changeLog()
	case "duties":
		return p.duties()
	case "gantt":
		return p.gantt()
	case "detailed-plans":
		return p.detailedPlans()
	}
	return nil
}

// relations lists the documents that this one stands in relation to.
func (p *paper) relations() []Block {
	var facts Facts
	id := p.subject.Document.ID
	for _, k := range plan.RelationKinds() {
		for _, end := range []struct {
			key string
			ids []plan.ID
		}{
			{"relation." + string(k) + ".incoming", p.Register.Subjects(id, k)},
			{"relation." + string(k), p.Register.Objects(id, k)},
		} {
			for i, other := range end.ids {
				label := ""
				if i == 0 {
					label = p.Words.T(end.key)
				}
				if t := p.titleOf(other); t != "" {
					facts.Pairs = append(facts.Pairs, Pair{label, Plain(t)})
				}
			}
		}
	}
	if a, ok := p.Register.Entry(plan.ListAssignments, p.subject.Content.Get(plan.KeyAssignment).ID()); ok {
		for _, k := range []plan.Key{plan.KeyNo, plan.KeyCommissions, plan.KeyOwner, plan.KeyLead, plan.KeyDescription, plan.KeyNetwork} {
			if s := a.Fields.Text(k); s != "" {
				label := p.Words.First(plan.FieldWords(string(plan.ListAssignments), plan.PathTo(k))...)
				facts.Pairs = append(facts.Pairs, Pair{label, Plain(s)})
			}
		}
	}
	if len(facts.Pairs) == 0 {
		return nil
	}
	return []Block{facts}
}

// changeLog lists what was decided of the versions up to this one, oldest first:
// adoptions with their number, and without one what was decided of a version in
// force, to reaffirm, extend or repeal it.
func (p *paper) changeLog() []Block {
	d := p.subject.Document
	t := p.newTable("", Column{Head: p.Words.T("column.version"), Fixed: true}, Column{Head: p.Words.T("column.date"), Fixed: true},
		Column{Head: p.Words.T("print.decision")}, Column{Head: p.Words.T("print.change")})
	t.Number = ""
	p.tables--
	decisions := p.Register.EventsOf(d.ID, plan.EventDecision)
	slices.SortStableFunc(decisions, func(a, b plan.Event) int { return a.Day().Compare(b.Day()) })
	for _, e := range decisions {
		v, ok := d.Version(e.Version)
		if !ok || laterThan(d, v, p.subject.Version) {
			continue
		}
		dec := plan.DecisionOf(e.Fields)
		number, note := "", p.Words.First("decision."+dec.Outcome)
		switch dec.Outcome {
		case plan.Adopted:
			a, _ := p.Register.AdoptionOf(d, v.ID)
			number, note = v.Number(), p.changeNote(v, a, e)
		case plan.Reaffirmed, plan.Extended, plan.Repealed:
			note = strings.Join(slices.DeleteFunc([]string{note, dec.Note}, func(s string) bool { return s == "" }), ". ")
		default:
			continue
		}
		decided := strings.TrimSpace(cmp.Or(p.body(dec.Body), dec.Officer) + " " + p.paragraph(dec.Paragraph))
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(number)}, {Text: Plain(p.iso(dec.Date))}, {Text: Plain(decided)}, {Text: Plain(note)},
		}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{t}
}

func laterThan(d plan.Document, v, than plan.Version) bool {
	for _, x := range d.Versions {
		switch x.ID {
		case v.ID:
			return false
		case than.ID:
			return true
		}
	}
	return false
}

func (p *paper) changeNote(v plan.Version, a plan.Adoption, e plan.Event) string {
	if s := e.Fields.Text(plan.KeyNote); s != "" {
		return s
	}
	switch {
	case a.Editorial():
		return p.Words.T("print.editorial")
	case v.Major == 1 && v.Minor == 0:
		return p.Words.T("print.first-version")
	}
	return p.Words.T("print.new-version")
}

// detailedPlans lists the assignment plans that elaborate a period plan.
func (p *paper) detailedPlans() []Block {
	t := p.newTable(p.label(plan.PathTo("detailed-plans")), Column{Head: p.Words.T("column.document")},
		Column{Head: p.Words.T("column.version"), Fixed: true}, Column{Head: p.Words.T("column.status"), Fixed: true})
	for _, id := range p.Register.Objects(p.subject.Document.ID, plan.ElaboratedIn) {
		d, ok := p.Register.Document(id)
		if !ok {
			continue
		}
		v := p.shown(d)
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(v.Head.Title)},
			{Text: Plain(p.version(d, v))},
			{Text: Plain(p.Words.T("status." + string(p.Register.StatusOf(d, v, p.Today))))},
		}})
	}
	if len(t.Rows) == 0 {
		p.tables--
		return nil
	}
	return []Block{t}
}
