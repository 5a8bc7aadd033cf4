package ui

import (
	"errors"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// move gives a thing other days as one step. Steps by key that follow each other on
// one thing are one.
func (v *calendarView) move(row int, from, to kit.TimelineDay, keys bool) {
	p, t := v.model.thing(row)
	if t == nil {
		return
	}
	last := dateOf(to)
	if was, _ := t.days(); keys && t.quarter > 0 && last.Before(t.end.date()) {
		last = was.AddDays(-100) // a day earlier is in the same quarter; the one before is meant
	} else if keys && t.year && last.Before(t.end.date()) {
		last = plan.NewDate(last.Year-1, 12, 31)
	}
	first := dateOf(from)
	if first.After(last) {
		first = last
	}
	v.reschedule(p, *t, [2]plan.Date{first, last}, keys)
}

// reschedule gives a thing of a draft other days, and reports whether it has them.
func (v *calendarView) reschedule(p *calendarPlan, t calendarThing, days [2]plan.Date, keys bool) bool {
	d := v.desk
	doc, _ := d.register().Document(p.document)
	version, ok := doc.Version(p.version)
	if !ok {
		return false
	}
	sealed, err := d.file.Content(p.version)
	if err != nil {
		d.fail(err)
		return false
	}
	op := editor.Op{Key: "op.move-activity", Args: map[string]string{"name": shortened(t.name, 40)}}
	if t.milestone {
		op.Key = "op.move-milestone"
	}
	if keys {
		op.Field = "calendar/" + string(p.version) + "/" + string(t.id)
	}
	e, err := d.register().Reschedule(plan.Scheduled{Document: doc, Version: version, Content: sealed}, t.list(), t.id, days[0], days[1])
	if errors.Is(err, plan.ErrDate) {
		d.app.toaster.Show(assets.IconInfo, kit.Neutral, d.words.T("calendar.no-such-days"), "", nil)
		return false
	}
	return d.do(op, e, err)
}

// refuse says why a thing stays where it is, and what can be done instead.
func (v *calendarView) refuse(row int) {
	p, t := v.model.thing(row)
	if t == nil {
		return
	}
	action, run := "", v.followUpOf(p, t)
	switch {
	case run != nil:
		action = v.desk.words.T("calendar.follow-up")
	case !v.desk.reads():
		action, run = v.desk.words.T("calendar.open-plan"), func() { v.desk.open(calendarPlaceOf(p, nil)) }
	}
	v.desk.app.toaster.Show(assets.IconInfo, kit.Neutral, v.whyFixed(p), action, run)
}

// whyFixed says why the days of a plan cannot be changed, "" where they can.
func (v *calendarView) whyFixed(p *calendarPlan) string {
	w := v.desk.words
	switch {
	case v.desk.reads():
		return w.T("read-only.why")
	case errors.Is(p.fixed, plan.ErrFrozen):
		return w.T("calendar.frozen")
	case errors.Is(p.fixed, plan.ErrLocked):
		return w.T("calendar.locked")
	}
	return ""
}

// followUpOf is what registers how it goes with an activity of an adopted plan, nil
// where it cannot be.
func (v *calendarView) followUpOf(p *calendarPlan, t *calendarThing) func() {
	if t == nil || t.milestone || p.ended || v.desk.reads() || !errors.Is(p.fixed, plan.ErrFrozen) {
		return nil
	}
	id := t.id
	return func() {
		d := v.desk
		doc, _ := d.register().Document(p.document)
		version, _ := doc.Version(p.version)
		s, err := d.subject(doc, version)
		if err != nil {
			d.fail(err)
			return
		}
		if !followable(s) {
			return
		}
		for _, l := range activityFollowUps(d.words, s) {
			if l.row == id {
				askFollowUp(d, s, l)
			}
		}
	}
}
