package review

import (
	"strconv"

	"ledstjarna/internal/plan"
)

// The thresholds of the rules.
const (
	upcomingMonths = 12 // R1, before the period's end
	dueMonths      = 6
	urgentDays     = 60

	upcomingDays    = 30 // R2, before the window opens
	urgentCycleDays = 21 // before it closes
	countedDays     = 60 // a review that many days before the window may count
	recentDays      = 90 // an adoption that many days before it may be confirmed in one step

	meetingDays = 14 // urgent that many days before the papers must be handed in
)

// term is a mandate period or a planning cycle as a timetable of its duties. It
// is the same for all documents but for the day on which one came into force
// and the meetings of its body.
type term struct {
	rule    plan.Rule
	concern Concern
	label   string
	start   plan.Date // of the period or the window
	due     plan.Date // their last day

	counts   plan.Date // first day on which a review ticked as the year's counts
	upcoming plan.Date // first days of the states
	ready    plan.Date
	urgent   plan.Date
}

func periodTerm(p plan.Period) term {
	return term{
		rule: plan.R1, concern: Concern{Period: p.ID}, label: p.Name, start: p.Start, due: p.End,
		counts: p.Start, upcoming: p.End.AddMonths(-upcomingMonths), ready: p.End.AddMonths(-dueMonths), urgent: p.End.AddDays(-urgentDays),
	}
}

func cycleTerm(c plan.Cycle) term {
	return term{
		rule: plan.R2, concern: Concern{Year: c.Year}, label: strconv.Itoa(c.Year), start: c.Opens, due: c.Closes,
		counts: c.Opens.AddDays(-countedDays), upcoming: c.Opens.AddDays(-upcomingDays), ready: c.Opens,
		urgent: latest(c.Opens, c.Closes.AddDays(-urgentCycleDays)),
	}
}

// opens returns the first day on which a review meets the duty of a document
// that applies from the day. The window of a cycle opens for all alike.
func (t *term) opens(inForce plan.Date) plan.Date {
	if t.rule == plan.R1 {
		return latest(t.start, inForce)
	}
	return t.start
}

// state returns how an unmet duty stands that opens on the day and must be
// decided at the meeting.
func (t *term) state(on, opens plan.Date, last plan.Meeting) State {
	if t.rule == plan.R3 {
		return Due
	}
	switch {
	case on.After(t.due):
		return Late
	case t.rule == plan.R1 && on.Before(opens):
		return NotDue
	case !on.Before(t.urgentFrom(last)):
		return Urgent
	case !on.Before(t.ready):
		return Due
	case !on.Before(t.upcoming):
		return Upcoming
	}
	return NotDue
}

// urgentFrom returns the first day on which an unmet duty is urgent that must be
// decided at the meeting.
func (t *term) urgentFrom(last plan.Meeting) plan.Date {
	if last.Date.IsZero() {
		return t.urgent
	}
	return latest(t.ready, earliest(t.urgent, last.Stop.AddDays(-meetingDays)))
}

// firstMeeting returns the first day of a meeting that can be the last possible
// one. Earlier ones only show that the calendar has not been filled in that far.
func (t *term) firstMeeting(opens plan.Date) plan.Date { return latest(opens, t.upcoming) }

func latest(a, b plan.Date) plan.Date {
	if a.Before(b) {
		return b
	}
	return a
}

func earliest(a, b plan.Date) plan.Date {
	if b.Before(a) {
		return b
	}
	return a
}
