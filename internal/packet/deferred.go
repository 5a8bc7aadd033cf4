package packet

import (
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// nextPapers puts the item first among the matters of the body's next papers;
// where there are none yet, they begin with it when they are made.
func (x *decider) nextPapers() (plan.Edit, error) {
	row, ok := x.row()
	if !ok {
		return plan.Edit{}, nil
	}
	var next plan.Entry
	var on plan.Date
	for _, e := range x.r.Entries(plan.ListPackets) {
		p, err := Of(x.r, e, plan.DateOf(x.now))
		if err != nil || p.Meeting.Body != x.p.Meeting.Body || !p.Meeting.Date.After(x.p.Meeting.Date) {
			continue
		}
		if next.ID == "" || p.Meeting.Date.Before(on) {
			next, on = e, p.Meeting.Date
		}
	}
	if next.ID == "" {
		return plan.Edit{}, nil
	}
	return x.r.SetEntry(plan.ListPackets, next.ID, withDeferred(next.Fields, row))
}

func (x *decider) row() (plan.Row, bool) {
	e, _ := x.r.Entry(plan.ListPackets, x.p.ID)
	row, _, ok := e.Fields.Get(plan.KeyItems).Row(x.it.Row)
	return row, ok
}

// withDeferred returns the papers with rows after the formalities that they begin
// with; rows that are there already are left out.
func withDeferred(c plan.Content, deferred ...plan.Row) plan.Content {
	rows := c.Get(plan.KeyItems).Rows()
	at := 0
	for at < len(rows) && rows[at].Cells.Text(plan.KeyItemType) == plan.ItemFormality {
		at++
	}
	for _, row := range deferred {
		if !slices.ContainsFunc(rows, func(x plan.Row) bool { return x.ID == row.ID }) {
			rows = slices.Insert(rows, at, row)
			at++
		}
	}
	return c.With(plan.KeyItems, plan.Rows(rows...))
}

// NewFor returns the fields of a packet for a meeting: the standard items, then
// what the body deferred at its last meetings and has not taken up since.
func NewFor(r plan.Register, id plan.ID, w *i18n.Printer) plan.Content {
	out := New(id, w)
	all := r.Meetings()
	i := slices.IndexFunc(all, func(m plan.Meeting) bool { return m.ID == id })
	if i < 0 {
		return out
	}
	meeting := all[i]
	var deferred []plan.Row
	taken := map[plan.ID]plan.Date{} // the last papers in which a row stands
	for _, e := range r.Entries(plan.ListPackets) {
		p, err := Of(r, e, meeting.Date)
		if err != nil || p.Meeting.Body != meeting.Body {
			continue
		}
		for _, it := range p.Items {
			if p.Meeting.Date.After(taken[it.Row]) {
				taken[it.Row] = p.Meeting.Date
			}
		}
	}
	for _, e := range r.Entries(plan.ListPackets) {
		p, err := Of(r, e, meeting.Date)
		if err != nil || p.Meeting.Body != meeting.Body || !p.Meeting.Date.Before(meeting.Date) {
			continue
		}
		for _, row := range e.Fields.Get(plan.KeyItems).Rows() {
			if d, ok := DecidedOn(r, e.ID, row.ID); ok && d.Outcome == plan.Deferred && taken[row.ID] == p.Meeting.Date {
				deferred = append(deferred, row)
			}
		}
	}
	return withDeferred(out, deferred...)
}
