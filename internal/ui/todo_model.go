package ui

import (
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

// activityLineOf is what the start page shows of an activity that is late or due in the
// week.
func activityLineOf(p *i18n.Printer, d dueLine, today plan.Date) activityLine {
	l := activityLine{document: d.document, version: d.version, activity: d.activity()}
	switch {
	case l.activity.Late(today):
		l.state = activityState(p, l.activity, today)
	case d.last == today:
		l.note = p.T("todo.today", "date", p.DayMonth(i18n.Day(today)))
	default:
		l.note = i18n.Capital(p.Weekday(i18n.Day(d.last)))
	}
	return l
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
