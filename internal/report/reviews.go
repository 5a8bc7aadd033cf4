package report

import (
	"cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// reviewDates are the two days of a document's reviews that its box shows.
type reviewDates struct{ last, next plan.Date }

func (p *paper) reviewDates(d plan.Document) reviewDates {
	var r reviewDates
	r.last, _ = review.LastReviewed(p.Register, d.ID, p.Today)
	r.next, _ = review.NextDue(p.Register, d.ID, p.Today)
	return r
}

// stateSymbols are the symbols of the states of a duty.
var stateSymbols = map[review.State]Symbol{
	review.NotDue: Dash, review.Upcoming: Ring, review.Due: Half, review.Urgent: Triangle, review.Deviation: DiamondArrow,
	review.Late: Diamond, review.Done: DiscCheck, review.DoneLate: RingCheck, review.DoneByAdoption: SquareCheck, review.Closed: Cross,
}

// reviewOf names what a duty is about; a need by what has changed.
func (p *paper) reviewOf(x review.Duty) Text {
	if x.Rule == plan.R3 {
		return Plain(p.Words.T("rule.R3") + ": " + x.Label)
	}
	return Plain(x.Label)
}

// duties says by which rule the document is reviewed and how its reviews stand.
func (p *paper) duties() []Block {
	d := p.subject.Document
	out := []Block{Facts{Pairs: []Pair{{p.Words.T("print.review-rule"), Plain(p.Words.T("rule." + string(p.Register.RuleOf(d))))}}}}
	if d.RuleReason != "" {
		out = append(out, Paragraph{Text: Plain(d.RuleReason)})
	}
	t := p.newTable("", Column{Head: p.Words.T("print.review-of")}, Column{Head: p.Words.T("print.review-due"), Fixed: true},
		Column{Head: p.Words.T("print.review-state")})
	t.Number = ""
	p.tables--
	for _, x := range review.Of(p.Register, d.ID, p.Today) {
		state := Text{{Text: p.Words.T("review." + string(x.Standing())), Symbol: stateSymbols[x.State], Bold: x.State == review.Late || x.State == review.Urgent}}
		cell := Cell{Text: state}
		if day := cmp.Or(x.Met, x.Ended); !day.IsZero() {
			cell.Second = Plain(p.iso(day))
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{{Text: p.reviewOf(x)}, {Text: Plain(p.iso(x.Due))}, cell}})
	}
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	for _, rv := range review.Reviews(p.Register, d.ID) {
		if rv.Conclusion != "" && !rv.Date().After(p.Today) {
			out = append(out, Paragraph{Text: Text{{Text: p.iso(rv.Date()) + ", " + rv.Reviewer + ": ", Bold: true}, {Text: rv.Conclusion}}})
		}
	}
	return out
}
