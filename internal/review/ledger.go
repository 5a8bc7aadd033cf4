package review

import (
	"iter"
	"slices"

	"ledstjarna/internal/plan"
)

// Ledger answers what Duties, Prompts and OverviewOf do, and keeps the answers, so that
// asking of the next state of the register costs no more than what has changed in it.
// The zero Ledger is ready for use, by one goroutine. What it returns is shared and
// must not be changed.
type Ledger struct {
	known bool
	r     plan.Register
	on    plan.Date

	of       map[plan.ID][]Duty
	all      []Duty // of all documents; nil where it is to be put together anew
	prompts  []Prompt
	prompted bool
	years    []int
	rows     map[plan.ID]*OverviewRow // of the years; nil of a document that has none
	press    map[plan.ID][]Duty       // what Pressing returns, by document
	pressing int                      // how many that is
}

// Duties returns what Duties does.
func (l *Ledger) Duties(r plan.Register, on plan.Date) []Duty {
	l.renew(r, on)
	if l.all == nil {
		n := 0
		for _, ds := range l.of {
			n += len(ds)
		}
		l.all = make([]Duty, 0, n)
		for id := range r.DocumentIDs() {
			l.all = append(l.all, l.of[id]...)
		}
	}
	return l.all
}

// Each yields what Duties returns, for those who look at all and keep none. They must
// not be changed.
func (l *Ledger) Each(r plan.Register, on plan.Date) iter.Seq[*Duty] {
	l.renew(r, on)
	return eachIn(r, l.of)
}

// EachPressing yields what Pressing returns of the duties, likewise.
func (l *Ledger) EachPressing(r plan.Register, on plan.Date) iter.Seq[*Duty] {
	l.renew(r, on)
	return eachIn(r, l.press)
}

func eachIn(r plan.Register, by map[plan.ID][]Duty) iter.Seq[*Duty] {
	return func(yield func(*Duty) bool) {
		for id := range r.DocumentIDs() {
			of := by[id]
			for i := range of {
				if !yield(&of[i]) {
					return
				}
			}
		}
	}
}

// Of returns what Of does.
func (l *Ledger) Of(r plan.Register, doc plan.ID, on plan.Date) []Duty {
	l.renew(r, on)
	return l.of[doc]
}

// Pressing counts what Pressing returns of the duties.
func (l *Ledger) Pressing(r plan.Register, on plan.Date) int {
	l.renew(r, on)
	return l.pressing
}

// Prompts returns what Prompts does.
func (l *Ledger) Prompts(r plan.Register, on plan.Date) []Prompt {
	l.renew(r, on)
	if !l.prompted {
		l.prompts, l.prompted = Prompts(r, on), true
	}
	return l.prompts
}

// OverviewOf returns what OverviewOf does. Rows are kept of the years asked for last.
func (l *Ledger) OverviewOf(r plan.Register, first, last int, on plan.Date) Overview {
	o := Overview{On: on, Years: yearsOf(first, last)}
	o.Rows = make([]OverviewRow, 0, len(l.of))
	for row := range l.RowsOf(r, on, [2]int{first, last}, r.DocumentIDs()) {
		o.Rows = append(o.Rows, *row)
	}
	return o
}

// RowsOf yields those of the rows of the overview of the years, from the first to the last
// of them, that are of the documents, in the order of these.
func (l *Ledger) RowsOf(r plan.Register, on plan.Date, years [2]int, documents iter.Seq[plan.ID]) iter.Seq[*OverviewRow] {
	return func(yield func(*OverviewRow) bool) {
		l.renew(r, on)
		if all := yearsOf(years[0], years[1]); l.rows == nil || !slices.Equal(l.years, all) {
			l.years, l.rows = all, make(map[plan.ID]*OverviewRow, len(l.of))
		}
		c := newCalendar(r, on)
		for id := range documents {
			row, ok := l.rows[id]
			if !ok {
				if d, there := r.Document(id); there {
					if x, has := c.overviewRow(d, l.of[id], l.years); has {
						row = &x
					}
				}
				l.rows[id] = row
			}
			if row != nil && !yield(row) {
				return
			}
		}
	}
}

// renew brings what is kept to the state of the register and the day.
func (l *Ledger) renew(r plan.Register, on plan.Date) {
	if !l.known || l.on != on {
		l.begin(r, on)
		return
	}
	since := r.Since(l.r)
	switch {
	case since.IsEmpty():
	case slices.ContainsFunc(since.Lists, ConcernsAll):
		l.begin(r, on)
	default:
		if since.Loose || !onlyWritten(since, r, l.r) {
			l.prompted = false
		}
		l.renewOf(r.Concerned(since, l.r), r)
	}
	l.r = r
}

// ConcernsAll reports whether the duties of any document can depend on a list of the
// register. On no other list does a duty depend.
func ConcernsAll(l plan.ListName) bool {
	switch l {
	case plan.ListOrganisation, plan.ListPeriods, plan.ListCycles, plan.ListMeetings, plan.ListAssignments:
		return true
	}
	return false
}

// onlyWritten reports whether contents were written, and nothing in them that makes a
// document fill another gap of the register than before.
func onlyWritten(s plan.Since, r, old plan.Register) bool {
	if len(s.Written) != len(s.Documents) {
		return false
	}
	for _, id := range s.Written {
		a, _ := r.Document(id)
		b, _ := old.Document(id)
		same := a.Kind == b.Kind && slices.EqualFunc(a.Versions, b.Versions, func(v, w plan.Version) bool {
			x, y := v.Head, w.Head
			return v.ID == w.ID && x.Period == y.Period && x.Assignment == y.Assignment &&
				x.Validity == y.Validity && x.ValidFrom == y.ValidFrom && x.ValidTo == y.ValidTo
		})
		if !same {
			return false
		}
	}
	return true
}

// begin works everything out.
func (l *Ledger) begin(r plan.Register, on plan.Date) {
	*l = Ledger{known: true, r: r, on: on, all: Duties(r, on), of: map[plan.ID][]Duty{}, press: map[plan.ID][]Duty{}}
	for rest := l.all; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Document == rest[0].Document {
			n++
		}
		l.of[rest[0].Document] = rest[:n:n]
		l.keepPressing(rest[0].Document)
		rest = rest[n:]
	}
}

// keepPressing keeps what presses of the duties of a document.
func (l *Ledger) keepPressing(id plan.ID) {
	if ds := Pressing(l.of[id]); len(ds) > 0 {
		l.press[id] = ds
		l.pressing += len(ds)
	}
}

// renewOf works out anew what the documents owe.
func (l *Ledger) renewOf(docs []plan.ID, r plan.Register) {
	c := newCalendar(r, l.on)
	for _, id := range docs {
		l.pressing -= len(l.press[id])
		delete(l.of, id)
		delete(l.press, id)
		delete(l.rows, id)
		if d, ok := r.Document(id); ok {
			if ds := c.duties(d); len(ds) > 0 {
				l.of[id] = ds
				l.keepPressing(id)
			}
		}
	}
	l.all = nil
}
