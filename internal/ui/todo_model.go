package ui

import (
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// activityLine is an activity as the start page shows it.
type activityLine struct {
	document plan.ID
	version  plan.ID
	activity plan.Activity
	note     string
	state    kit.State
}

// weekOf returns the late activities and those of this week, of the version of
// each plan that applies, or its draft where nothing is adopted yet.
func weekOf(d *desk) (late, week []activityLine, err error) {
	r, today := d.register(), d.today()
	for _, doc := range r.Documents() {
		if doc.Kind != plan.AssignmentPlan {
			continue
		}
		v := shownVersion(r, doc, today)
		switch r.StatusOf(doc, v, today) {
		case plan.StatusEnded, plan.StatusRepealed, plan.StatusSuperseded, plan.StatusExpired, plan.StatusRejected:
			continue
		}
		sealed, cerr := d.file.Content(v.ID)
		if cerr != nil {
			err = cerr
			continue
		}
		l, w := activitiesOfWeek(d.words, r.ActivitiesOn(doc.ID, sealed.Content, today), today)
		for _, x := range l {
			x.document, x.version = doc.ID, v.ID
			late = append(late, x)
		}
		for _, x := range w {
			x.document, x.version = doc.ID, v.ID
			week = append(week, x)
		}
	}
	byDay := func(a, b activityLine) int { return a.activity.Last().Compare(b.activity.Last()) }
	slices.SortStableFunc(late, byDay)
	slices.SortStableFunc(week, byDay)
	return late, week, err
}

// activitiesOfWeek sorts out the late ones and those whose last day lies in the
// week of today, Monday to Sunday.
func activitiesOfWeek(p *i18n.Printer, as []plan.Activity, today plan.Date) (late, week []activityLine) {
	monday := today.AddDays(-((int(today.Time().Weekday()) + 6) % 7))
	for _, a := range as {
		switch {
		case a.Late(today):
			late = append(late, activityLine{activity: a, state: activityState(p, a, today)})
		case a.Last().In(monday, monday.AddDays(6)) && a.Status != "cancelled":
			note := i18n.Capital(p.WeekdayDate(i18n.Day(a.Last())))
			if a.Last() == today {
				note = p.T("todo.today", "date", p.DayMonth(i18n.Day(today)))
			}
			week = append(week, activityLine{activity: a, note: note})
		}
	}
	return late, week
}

// nextPacket returns the next meeting that has a packet.
func nextPacket(r plan.Register, today plan.Date) (plan.Meeting, plan.Entry, bool) {
	for _, m := range r.Meetings() {
		if m.Date.Before(today) {
			continue
		}
		for _, e := range r.Entries(plan.ListPackets) {
			if e.Fields.Get(plan.KeyMeeting).ID() == m.ID {
				return m, e, true
			}
		}
	}
	return plan.Meeting{}, plan.Entry{}, false
}
