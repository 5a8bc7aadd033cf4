package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// calendarEvent is one entry of the calendar file: whole days, or on one day with
// a time.
type calendarEvent struct {
	uid         string
	summary     string
	description string
	location    string
	first, last plan.Date // both inclusive; the same for one day
	from, to    dayTime   // not known where they are equal
}

// dayTime is a time of the day where the meeting is held, in minutes.
type dayTime int

// domain ends every UID, so that it is no other program's and no other file's.
func (c Calendar) domain() string { return domainOf(c.Register) }

func domainOf(r plan.Register) string {
	if r.Origin() == "" {
		return "@ledstjarna"
	}
	return "@" + string(r.Origin()) + ".ledstjarna"
}

// events are what the calendar tells of, in the order of their days.
func (c Calendar) events() []calendarEvent {
	out := slices.Concat(c.duties(), c.windows(), c.periods(), c.meetings())
	slices.SortStableFunc(out, func(a, b calendarEvent) int {
		if n := a.first.Compare(b.first); n != 0 {
			return n
		}
		return strings.Compare(a.uid, b.uid)
	})
	return out
}

func (c Calendar) title(doc plan.ID) string {
	d, ok := c.Register.Document(doc)
	if !ok {
		return ""
	}
	if v, _, applies := c.Register.Current(d, c.Today); applies {
		return v.Head.Title
	}
	return d.Latest().Head.Title
}

// duties are the days by which reviews are to be made, and of those that are made
// the day on which they were. A need has no such day, and what has lapsed is not
// told: not every program heeds that an event is cancelled.
func (c Calendar) duties() []calendarEvent {
	w := c.Words
	var out []calendarEvent
	for _, d := range review.Duties(c.Register, c.Today) {
		if d.Rule == plan.R3 || d.State == review.Closed {
			continue
		}
		name := w.T("duty.annual", "year", d.Label)
		key := strconv.Itoa(d.Concern.Year)
		if d.Rule == plan.R1 {
			name, key = w.T("duty.period", "period", d.Label), string(d.Concern.Period)
		}
		e := calendarEvent{
			uid: "review-" + string(d.Document) + "-" + key + c.domain(), summary: w.T("ics.due", "title", c.title(d.Document)),
			first: d.Due, last: d.Due,
		}
		lines := []string{name}
		if d.State != review.NotDue { // that it is not due yet says its day
			lines = append(lines, w.T("review."+string(d.Standing())))
		}
		switch {
		case d.State.Met():
			e.summary, e.first, e.last = w.T("ics.done", "title", c.title(d.Document)), d.Met, d.Met
		case !d.Planned.IsZero():
			lines = append(lines, w.T("ics.planned", "date", w.ISO(i18n.Day(d.Planned))))
		}
		if d.State.Open() && !d.LastMeeting.Date.IsZero() {
			lines = append(lines, i18n.Capital(w.T("duty.last-meeting", "date", w.ISO(i18n.Day(d.LastMeeting.Date)))))
			if d.LastMeeting.Date.Before(c.Today) {
				lines = append(lines, w.T("review.meeting-passed"))
			} else {
				lines = append(lines, w.T("packet.stop-date")+" "+w.ISO(i18n.Day(d.LastMeeting.Stop)))
			}
		}
		e.description = strings.Join(lines, "\n")
		out = append(out, e)
	}
	return out
}

// window begins the UID of a planning window, before its year.
const window = "window-"

// windows are the planning windows of last year to the next. Those of the years
// before stay as they were told.
func (c Calendar) windows() []calendarEvent {
	var out []calendarEvent
	for y := c.Today.Year - 1; y <= c.Today.Year+1; y++ {
		x := c.Register.Cycle(y)
		out = append(out, calendarEvent{
			uid: fmt.Sprintf("%s%d%s", window, y, c.domain()), summary: c.Words.T("ics.window", "year", y), first: x.Opens, last: x.Closes,
		})
	}
	return out
}

func (c Calendar) periods() []calendarEvent {
	var out []calendarEvent
	for _, p := range c.Register.Periods() {
		out = append(out, calendarEvent{
			uid: "period-" + string(p.ID) + c.domain(), summary: c.Words.T("wheel.period-ends", "period", p.Name), first: p.End, last: p.End,
		})
	}
	return out
}

// meetings are the meetings with the days by which their papers must be handed in
// and sent.
func (c Calendar) meetings() []calendarEvent {
	w := c.Words
	var out []calendarEvent
	for _, m := range c.Register.Meetings() {
		body, _ := c.Register.Entry(plan.ListBodies, m.Body)
		e, _ := c.Register.Entry(plan.ListMeetings, m.ID)
		name, day := body.Fields.Text(plan.KeyName), w.DayMonth(i18n.Day(m.Date))
		meeting := calendarEvent{
			uid: "meeting-" + string(m.ID) + c.domain(), summary: w.T("wheel.meeting", "body", name), location: e.Fields.Text(plan.KeyPlace),
			first: m.Date, last: m.Date,
		}
		if meeting.from, meeting.to = clocks(e.Fields.Text(plan.KeyTime)); meeting.from == meeting.to {
			meeting.description = e.Fields.Text(plan.KeyTime)
		}
		out = append(out, meeting,
			calendarEvent{uid: "stop-" + string(m.ID) + c.domain(), summary: w.T("ics.stop", "body", name, "date", day), first: m.Stop, last: m.Stop},
			calendarEvent{uid: "dispatch-" + string(m.ID) + c.domain(), summary: w.T("ics.dispatch", "body", name, "date", day), first: m.Dispatch, last: m.Dispatch})
	}
	return out
}

var timeOfDay = regexp.MustCompile(`\b([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\b`)

// anHour is how long a meeting is taken to last that only tells when it begins.
const anHour = 60

// clocks reads when a meeting begins and ends: "13.00–15.30", "kl. 9:30". They are
// equal where the text does not tell.
func clocks(text string) (from, to dayTime) {
	found := timeOfDay.FindAllStringSubmatch(text, 3)
	if len(found) == 0 || len(found) > 2 {
		return 0, 0
	}
	var times []dayTime
	for _, m := range found {
		if m[2] == "" && len(found) == 1 && !strings.Contains(strings.ToLower(text), "kl") {
			return 0, 0 // a number alone may be a room
		}
		hour, _ := strconv.Atoi(m[1])
		minute, _ := strconv.Atoi(m[2])
		times = append(times, dayTime(hour*60+minute))
	}
	from = times[0]
	to = min(from+anHour, 24*60-1)
	if len(times) == 2 {
		to = times[1]
	}
	if to <= from {
		return 0, 0
	}
	return from, to
}
