package ui

import (
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// copyModel is what is known of a copy before it is made.
type copyModel struct {
	list    plan.ListName // periods or assignments; "" where the kind has neither
	targets []kit.Choice
	target  plan.ID
	title   string
	moved   string // how far days are moved
	carried bool   // lessons go with it
}

// copyModelOf proposes the target and the title of a copy: the period after the
// document's own, or of an assignment plan none, because only a person knows.
func copyModelOf(p *i18n.Printer, s plan.Subject) copyModel {
	m := copyModel{}
	h := plan.HeadOf(s.Content)
	fields := plan.FieldsOf(s.Document.Kind)
	if _, ok := plan.FieldIn(fields, plan.KeyPeriod); ok {
		m.list = plan.ListPeriods
		m.target = periodAfter(s.Register, h.Period)
	} else if _, ok := plan.FieldIn(fields, plan.KeyAssignment); ok {
		m.list = plan.ListAssignments
	}
	if m.list != "" {
		m.targets = targets(s, plan.Target{List: m.list})
	}
	m.carried = report.Carried(p, s.Register, s.Document, s.Content, s.Today) != ""
	return m.to(p, s, m.target)
}

// key is the field in which a document names what it is copied for.
func (m copyModel) key() plan.Key {
	if m.list == plan.ListAssignments {
		return plan.KeyAssignment
	}
	return plan.KeyPeriod
}

// to is the model with another target.
func (m copyModel) to(p *i18n.Printer, s plan.Subject, target plan.ID) copyModel {
	h := plan.HeadOf(s.Content)
	m.target = target
	m.title = s.Register.CopiedTitle(h, target)
	x, known := s.Register.DistanceTo(h, target)
	switch {
	case m.list == "" || target == "":
		m.moved = ""
	case !known:
		m.moved = p.T("copy.no-distance")
	case x.IsZero():
		m.moved = p.T("copy.same-days")
	default:
		m.moved = movedWords(p, x)
	}
	return m
}

// movedWords say how far days are moved, and that it is back where the target
// begins earlier.
func movedWords(p *i18n.Printer, x plan.Distance) string {
	unit, n := "months", x.Months
	switch {
	case x.Days != 0:
		unit, n = "days", x.Days
	case n%12 == 0:
		unit, n = "years", n/12
	}
	if n < 0 {
		return p.N("copy."+unit+"-back", -n)
	}
	return p.N("copy."+unit, n)
}

// periodAfter returns the first period that begins after the one given.
func periodAfter(r plan.Register, id plan.ID) plan.ID {
	var end plan.Date
	for _, p := range r.Periods() {
		switch {
		case p.ID == id:
			end = p.End
		case !end.IsZero() && p.Start.After(end):
			return p.ID
		}
	}
	return ""
}

// ready reports whether the copy can be made.
func (m copyModel) ready(title string) bool { return title != "" && (m.list == "" || m.target != "") }
