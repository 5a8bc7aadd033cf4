package ui

import (
	"cmp"
	"slices"
	"unique"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// calendarPlan is a version of a plan with its things. What is in a book is never
// changed, but replaced.
type calendarPlan struct {
	document, version plan.ID
	hash              string // of the version's content
	title             string
	kind              plan.DocumentKind
	status            plan.Status
	ended             bool  // it no longer applies
	beside            bool  // a draft beside the version in force
	fixed             error // why its days cannot be changed: plan.ErrFrozen or plan.ErrLocked
	duty              review.Duty
	due               plan.Date // of its review; no date where none is due
	order             i18n.SortKey
	followed          bool // something may be recorded beside the content

	read bool // the content is here
	calendarContent
}

// calendarBook holds the plans that the calendar shows and what was read of them, so
// that looking again costs no more than what has changed. It lives as long as the words
// do.
type calendarBook struct {
	known    bool
	register plan.Register
	today    plan.Date
	of       map[plan.ID][]*calendarPlan // by document
	all      []*calendarPlan             // in order, but for those of the changed documents
	changed  map[plan.ID]bool            // documents; nil where all are to be put in order anew
	state    int                         // another one each time
	words    *i18n.Printer
	contents map[string]*calendarContent // by their hashes
}

func newCalendarBook() *calendarBook {
	return &calendarBook{contents: map[string]*calendarContent{}}
}

// fewPlans are put in their places one by one.
const fewPlans = 32

// plans returns the versions whose days the calendar shows, each with its plan: that in
// force, and the draft. Those whose contents are not here are not read.
func (b *calendarBook) plans(o outlook) []*calendarPlan {
	b.renew(o)
	if b.changed != nil && len(b.changed) == 0 {
		return b.all
	}
	all := make([]*calendarPlan, 0, len(b.of))
	for _, p := range b.all {
		if b.changed != nil && !b.changed[p.document] {
			all = append(all, p)
		}
	}
	if b.changed == nil {
		for _, some := range b.of {
			all = append(all, some...)
		}
	}
	if len(b.changed) > fewPlans || b.changed == nil {
		for id := range b.changed {
			all = append(all, b.of[id]...)
		}
		slices.SortFunc(all, compareCalendarPlans)
	} else {
		for id := range b.changed {
			for _, p := range b.of[id] {
				i, _ := slices.BinarySearchFunc(all, p, compareCalendarPlans)
				all = slices.Insert(all, i, p)
			}
		}
	}
	b.all, b.changed = all, map[plan.ID]bool{}
	b.state++
	b.forget()
	return b.all
}

// change has a document put in its place anew.
func (b *calendarBook) change(id plan.ID) {
	if b.changed != nil {
		b.changed[id] = true
	}
}

// take keeps contents that were read, by their hashes, of the documents.
func (b *calendarBook) take(o outlook, read map[string]*calendarContent, documents []plan.ID) {
	for hash, c := range read {
		b.contents[hash] = c
	}
	if !b.known {
		return // it takes them over when it is asked
	}
	b.renew(o)
	for _, id := range documents {
		for i, p := range b.of[id] {
			if c, ok := b.contents[p.hash]; ok && !p.read {
				b.of[id][i] = p.with(o, c)
				b.change(id)
			}
		}
	}
}

// unread are the plans of which nothing is known, in the order of the calendar.
func (b *calendarBook) unread(o outlook) []*calendarPlan {
	var out []*calendarPlan
	for _, p := range b.plans(o) {
		if !p.read {
			out = append(out, p)
		}
	}
	return out
}

// shows reports whether the calendar showed the version when the book was last looked
// at.
func (b *calendarBook) shows(version plan.ID) bool {
	return slices.ContainsFunc(b.all, func(p *calendarPlan) bool { return p.version == version })
}

// renew brings the plans to the state of the register and the day.
func (b *calendarBook) renew(o outlook) {
	since := o.register.Since(b.register)
	switch {
	case !b.known || b.today != o.today || b.words != o.words || slices.ContainsFunc(since.Lists, review.ConcernsAll):
		b.known, b.today, b.words, b.of, b.changed = true, o.today, o.words, map[plan.ID][]*calendarPlan{}, nil
		for id := range o.register.DocumentIDs() {
			b.documentAnew(o, id)
		}
	default:
		for _, id := range o.register.Concerned(since, b.register) {
			delete(b.of, id)
			b.change(id)
			b.documentAnew(o, id)
		}
	}
	b.register = o.register
}

// forget lets go of contents that no plan has any more, once there are many.
func (b *calendarBook) forget() {
	if len(b.contents) < 2*len(b.all)+100 {
		return
	}
	used := make(map[string]*calendarContent, len(b.all))
	for _, p := range b.all {
		if c, ok := b.contents[p.hash]; ok {
			used[p.hash] = c
		}
	}
	b.contents = used
}

func (b *calendarBook) documentAnew(o outlook, id plan.ID) {
	r := o.register
	d, ok := r.Document(id)
	if !ok || !d.Kind.IsPlan() {
		return
	}
	var some []*calendarPlan
	current, _, inForce := r.Current(d, o.today)
	if inForce {
		if p, ok := calendarPlanOf(o, d, current); ok {
			if duty, owed := review.Shown(o.ledger.Of(r, id, o.today)); owed && duty.State.Open() && duty.Rule != plan.R3 {
				p.duty, p.due = duty, duty.Due
			}
			some = append(some, p)
		}
	}
	if draft, ok := r.Draft(d); ok {
		if p, ok := calendarPlanOf(o, d, draft); ok {
			p.beside = inForce
			some = append(some, p)
		}
	}
	if len(some) == 0 {
		return
	}
	if !some[0].beside { // its versions stay together
		key := o.titleKey(id, some[0].title)
		for _, p := range some {
			p.order = key
		}
	}
	for i, p := range some {
		if c, ok := b.contents[p.hash]; ok {
			some[i] = p.with(o, c)
		}
	}
	b.of[id] = some
}

func calendarPlanOf(o outlook, d plan.Document, v plan.Version) (*calendarPlan, bool) {
	r := o.register
	p := &calendarPlan{
		document: d.ID, version: v.ID, hash: v.Hash, title: v.Head.Title, kind: d.Kind, status: r.StatusOf(d, v, o.today), fixed: r.Editable(d, v),
	}
	switch p.status {
	case plan.StatusSuperseded, plan.StatusRepealed, plan.StatusRejected:
		return nil, false
	case plan.StatusEnded, plan.StatusExpired:
		p.ended = true
	}
	p.followed = p.fixed != nil && !r.LastFollowUp(d.ID, o.today).IsZero()
	return p, true
}

// with is the plan with its things: what was recorded of an adopted one goes before
// what it says.
func (p *calendarPlan) with(o outlook, c *calendarContent) *calendarPlan {
	out := *p
	out.read, out.calendarContent = true, *c
	if !p.followed {
		return &out
	}
	things, activities := slices.Clone(c.things), make([]plan.Activity, len(c.things))
	for i, t := range things {
		activities[i] = t.activity()
	}
	for i, a := range o.register.Followed(p.document, activities, o.today) {
		f := things[i].facts()
		f.status = a.Status
		things[i].shared, things[i].start, things[i].end = unique.Make(f), calendarDayOf(a.Start), calendarDayOf(a.End)
	}
	out.calendarContent = *calendarContentWith(things)
	return &out
}

// compareCalendarPlans puts the overarching plans first and what no longer applies last,
// by title; a draft stands under the version in force.
func compareCalendarPlans(a, b *calendarPlan) int {
	return cmp.Or(a.rank()-b.rank(), a.order.Compare(b.order), cmp.Compare(a.document, b.document), besideFirst(b.beside)-besideFirst(a.beside))
}

func besideFirst(beside bool) int {
	if beside {
		return 0
	}
	return 1
}

func (p *calendarPlan) rank() int {
	n := 0
	if p.ended {
		n += 2
	}
	if p.kind != plan.PeriodPlan {
		n++
	}
	return n
}

// channelNames are the names of the channels by their IDs.
func channelNames(r plan.Register) map[plan.ID]string {
	out := map[plan.ID]string{}
	for _, e := range r.Entries(plan.ListChannels) {
		out[e.ID] = e.Fields.Text(plan.KeyName)
	}
	return out
}
