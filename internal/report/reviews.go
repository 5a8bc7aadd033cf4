package report

import "ledstjarna/internal/plan"

// reviewDates are the two days of a document's reviews that its box shows.
type reviewDates struct{ last, next plan.Date }

func (p *paper) reviewDates(d plan.Document) reviewDates {
	var r reviewDates
	for _, e := range p.Register.EventsOf(d.ID, plan.EventReview) {
		if day := e.Fields.Get(plan.KeyCompleted).Date(); day.After(r.last) {
			r.last = day
		}
	}
	return r
}

// duties lists the reviews that were made of the document.
func (p *paper) duties() []Block { return nil }
