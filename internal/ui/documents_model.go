package ui

import (
	"cmp"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// documentLine is a version of a document in the list.
type documentLine struct {
	document plan.ID
	version  plan.ID
	title    string
	folded   string // the title, as it is searched
	kind     plan.DocumentKind
	order    i18n.SortKey // of the title
	beside   bool         // the draft beside the version in force

	status  plan.Status
	owner   string // "" for none
	owning  i18n.SortKey
	period  documentPeriod
	duty    review.Duty // of the version in force
	owes    bool        // a review
	touched time.Time   // when the version was begun, or something of it was registered last
}

// documentPeriod is the mandate period that a document belongs to; for none the zero
// value.
type documentPeriod struct {
	id    plan.ID
	start string // its first day, by which periods are put in order
	name  string
}

// documentLines are the lines of all documents of a room, in no order. They are shared
// and must not be changed.
func documentLines(o outlook, in room) []*documentLine {
	var out []*documentLine
	for id := range o.register.DocumentIDs() {
		x := o.facts(id)
		if roomOf(x.kind) != in {
			continue
		}
		if x.lines == nil {
			x.lines = o.documentLinesAnew(id, x)
		}
		out = append(out, x.lines...)
	}
	return out
}

// documentLinesAnew are the lines of one document.
func (o outlook) documentLinesAnew(id plan.ID, x *documentFacts) []*documentLine {
	l := documentLineOf(o.words, x.shown, x.order)
	l.document, l.kind, l.status = id, x.kind, x.status
	l.period = periodOf(o, id, x)
	l.duty, l.owes = review.Shown(o.ledger.Of(o.register, id, o.today))
	if e, ok := o.register.LastEventOf(id); ok && e.At.After(l.touched) {
		l.touched = e.At
	}
	if !x.beside {
		return []*documentLine{l}
	}
	d, _ := o.register.Document(id)
	draft := documentLineOf(o.words, x.draft, o.words.SortKey(x.draft.Head.Title))
	draft.document, draft.kind, draft.period, draft.beside = id, x.kind, l.period, true
	draft.status = o.register.StatusOf(d, x.draft, o.today)
	return []*documentLine{l, draft}
}

// documentLineOf is what a version says of itself.
func documentLineOf(p *i18n.Printer, v plan.Version, order i18n.SortKey) *documentLine {
	l := &documentLine{version: v.ID, title: v.Head.Title, order: order, owner: v.Head.Owner, touched: v.Created}
	if l.title == "" {
		l.title = p.T("document.untitled")
		l.order = p.SortKey(l.title)
	}
	l.folded, l.owning = plan.Folded(l.title), p.SortKey(l.owner)
	return l
}

// periodOf is the period of a document; an assignment plan's is that of the plan that
// it elaborates.
func periodOf(o outlook, id plan.ID, x *documentFacts) documentPeriod {
	period := x.shown.Head.Period
	if x.kind == plan.AssignmentPlan {
		for _, parent := range o.register.Subjects(id, plan.ElaboratedIn) {
			if _, ok := o.register.Document(parent); ok {
				period = o.facts(parent).shown.Head.Period
			}
		}
	}
	e, ok := o.register.Entry(plan.ListPeriods, period)
	if !ok {
		return documentPeriod{}
	}
	return documentPeriod{period, e.Fields.Get(plan.KeyStart).Date().String(), o.register.EntryName(plan.ListPeriods, e)}
}

// standing is how the line's review stands, "" where there is none to wait for.
func (l *documentLine) standing() review.Standing {
	if !l.owes || l.duty.State == review.Closed {
		return ""
	}
	return l.duty.Standing()
}

// due is the last day of the review that the line waits for; none where it waits for
// none.
func (l *documentLine) due() plan.Date {
	if !l.owes || !l.duty.State.Open() {
		return plan.Date{}
	}
	return cmp.Or(l.duty.Planned, l.duty.Due)
}
