package ui

import (
	"cmp"
	"slices"
	"time"
	"unique"

	"ledstjarna/internal/plan"
)

// calendarContent is what the calendar reads of the content of a plan's version: its
// activities and milestones by their days.
type calendarContent struct {
	things         []calendarThing
	who, audiences []string  // that things name, each once
	channels       []plan.ID // likewise
	first, last    plan.Date // that a thing has; no dates where none has any
	refused        bool      // it cannot be read, and holds nothing
}

// calendarThing is an activity or a milestone of a plan. Its state is told when it
// is drawn. A file can have half a million: what many share is held once.
type calendarThing struct {
	id         plan.ID
	name       string
	shared     unique.Handle[calendarFacts]
	hangs      *[]plan.ID // on these of its plan; nil for none
	start, end calendarDay
	milestone  bool
	year       bool // a milestone that tells no more than a year
	quarter    int8 // of a milestone that tells one
}

// calendarFacts is what many things have in common.
type calendarFacts struct {
	responsible string
	audience    string
	channel     plan.ID // entry of ListChannels
	status      string
	meeting     plan.ID // that they hang on, entry of ListMeetings
}

func (t *calendarThing) facts() calendarFacts { return t.shared.Value() }

// after are the activities that the thing hangs on.
func (t *calendarThing) after() []plan.ID {
	if t.hangs == nil {
		return nil
	}
	return *t.hangs
}

// calendarDay is a day in little room, 0 for no date; days are in the order of the
// numbers.
type calendarDay int32

func calendarDayOf(d plan.Date) calendarDay {
	return calendarDay(d.Year*10000 + int(d.Month)*100 + d.Day)
}

func (d calendarDay) date() plan.Date {
	return plan.Date{Year: int(d) / 10000, Month: time.Month(d / 100 % 100), Day: int(d) % 100}
}

func calendarContentOf(c plan.Content) *calendarContent {
	audiences := map[plan.ID]string{}
	for _, r := range c.Get(plan.KeyAudiences).Rows() {
		audiences[r.ID] = r.Cells.Text(plan.KeyName)
	}
	activities, milestones := plan.Activities(c), plan.Milestones(c)
	things := make([]calendarThing, 0, len(activities)+len(milestones))
	for _, a := range activities {
		things = append(things, calendarThingOf(a, audiences))
	}
	for _, m := range milestones {
		t := calendarThingOf(m.Activity(), audiences)
		t.milestone, t.quarter, t.year = true, int8(m.Quarter), m.Quarter == 0 && m.From != m.To
		things = append(things, t)
	}
	return calendarContentWith(things)
}

func calendarThingOf(a plan.Activity, audiences map[plan.ID]string) calendarThing {
	t := calendarThing{
		id: a.ID, name: a.Name, start: calendarDayOf(a.Start), end: calendarDayOf(a.End),
		shared: unique.Make(calendarFacts{a.Responsible, audiences[a.Audience], a.Channel, a.Status, a.Meeting}),
	}
	if len(a.After) > 0 {
		after := a.After // alone: all of the activity would stay with it
		t.hangs = &after
	}
	return t
}

// calendarContentWith puts the things in order and tells what they name.
func calendarContentWith(things []calendarThing) *calendarContent {
	slices.SortStableFunc(things, compareThings)
	out := &calendarContent{things: things}
	var first, last calendarDay
	for i := range things {
		t := &things[i]
		f := t.facts()
		out.who, out.audiences, out.channels = withName(out.who, f.responsible), withName(out.audiences, f.audience), withName(out.channels, f.channel)
		from, to := t.span()
		if first == 0 || from != 0 && from < first {
			first = from
		}
		last = max(last, to)
	}
	out.first, out.last = first.date(), last.date()
	return out
}

func withName[T ~string](names []T, name T) []T {
	if name == "" || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// span are the first and the last day, as Activity.Days tells them.
func (t *calendarThing) span() (from, to calendarDay) {
	if to = t.end; to == 0 {
		to = t.start
	}
	if from = t.start; from == 0 {
		from = to
	}
	return from, max(from, to)
}

// days are the first and the last day; no dates where none is told.
func (t calendarThing) days() (from, to plan.Date) {
	a, b := t.span()
	return a.date(), b.date()
}

// list is where the thing stands in its plan.
func (t calendarThing) list() plan.Key {
	if t.milestone {
		return plan.KeyMilestones
	}
	return plan.KeyActivities
}

// activity is the thing as the rules about activities take it.
func (t calendarThing) activity() plan.Activity {
	f := t.facts()
	return plan.Activity{
		ID: t.id, Name: t.name, Responsible: f.responsible, Channel: f.channel, Status: f.status, Meeting: f.meeting, After: t.after(),
		Start: t.start.date(), End: t.end.date(),
	}
}

// compareThings puts what has no day last.
func compareThings(a, b calendarThing) int {
	from, to := a.span()
	from2, to2 := b.span()
	if (from == 0) != (from2 == 0) {
		return cmp.Compare(from2, from)
	}
	return cmp.Or(cmp.Compare(from, from2), cmp.Compare(to, to2))
}

// calendarMeeting is a meeting as the calendar shows it.
type calendarMeeting struct {
	plan.Meeting
	body  string // short name of the decision body
	whole string // its name
}

func calendarMeetings(r plan.Register) []calendarMeeting {
	bodies := map[plan.ID]plan.Content{}
	for _, e := range r.Entries(plan.ListBodies) {
		bodies[e.ID] = e.Fields
	}
	var out []calendarMeeting
	for _, m := range r.Meetings() {
		b := bodies[m.Body]
		name := b.Text(plan.KeyName)
		out = append(out, calendarMeeting{m, cmp.Or(b.Text(plan.KeyShortName), name), name})
	}
	return out
}
