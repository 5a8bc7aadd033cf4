package report

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// How many months a schedule has at most that is divided by months, by quarters,
// and how far outside of its activities today is still shown.
const (
	mostMonths   = 14
	mostQuarters = 14 * 3
	nearMonths   = 6
)

// gantt draws the activities with days over time; nothing where none has any.
func (p *paper) gantt() []Block {
	as := plan.Activities(p.subject.Content)
	first, last := extentOf(as)
	if first.IsZero() {
		return nil
	}
	w := p.Words
	showToday := !p.Today.Before(first.AddMonths(-nearMonths)) && !p.Today.After(last.AddMonths(nearMonths))
	if showToday {
		first, last = earlier(first, p.Today), later(last, p.Today)
	}
	s := span{first: plan.NewDate(first.Year, first.Month, 1), months: monthsBetween(first, last)}
	g := Gantt{
		Number: p.figure(), Caption: w.T("print.gantt", "date", w.DateInText(i18n.Day(p.Today))), Today: -1,
		Heads:  [4]string{w.T("column.nr"), w.T("print.activity"), w.T("column.status"), w.T("print.last-day")},
		Beside: w.T("print.meetings"), Lead: w.T("print.gantt-alt", "from", p.iso(first), "to", p.iso(last)),
	}
	g.Parts, s = p.parts(s)
	if showToday {
		g.Today, g.TodayTag = s.share(p.Today), w.T("print.today", "day", w.DayMonthShort(i18n.Day(p.Today)))
	}
	kinds := map[GanttKind]string{}
	for i, a := range as {
		row := p.ganttRow(a, i, s)
		g.Rows = append(g.Rows, row)
		if row.Bar.Kind != GanttNone {
			kinds[row.Bar.Kind] = row.Status.String()
		}
	}
	g.Meetings = p.meetingsIn(s)
	return []Block{g, p.ganttLegend(kinds, len(g.Meetings) > 0)}
}

// extentOf is the first and the last day of all activities; zero where none has
// any.
func extentOf(as []plan.Activity) (first, last plan.Date) {
	for _, a := range as {
		from, to := daysOf(a)
		if from.IsZero() {
			continue
		}
		if first.IsZero() {
			first, last = from, to
		}
		first, last = earlier(first, from), later(last, to)
	}
	return first, last
}

// daysOf is when an activity goes on: one day where only one is told, and never
// backwards.
func daysOf(a plan.Activity) (from, to plan.Date) {
	from, to = a.Start, a.Last()
	if from.IsZero() {
		from = to
	}
	if to.Before(from) {
		to = from
	}
	return from, to
}

func earlier(a, b plan.Date) plan.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b plan.Date) plan.Date {
	if b.After(a) {
		return b
	}
	return a
}

func monthsBetween(first, last plan.Date) int {
	return (last.Year-first.Year)*12 + int(last.Month) - int(first.Month) + 1
}

// span is the time of a schedule: whole months.
type span struct {
	first  plan.Date
	months int
	end    plan.Date // the day after its last
}

// share is where a day stands in the span, at its beginning.
func (s span) share(d plan.Date) float64 {
	return float64(s.first.DaysUntil(d)) / float64(s.first.DaysUntil(s.end))
}

// parts divides the span by months; by whole quarters or years where they are
// many.
func (p *paper) parts(s span) ([]GanttPart, span) {
	var parts []GanttPart
	last := s.first.AddMonths(s.months)
	step, word := 1, func(d plan.Date) string { return p.Words.MonthShort(d.Month) }
	switch {
	case s.months > mostQuarters:
		step, word = 12, func(plan.Date) string { return "" }
		s.first = plan.NewDate(s.first.Year, time.January, 1)
	case s.months > mostMonths:
		step, word = 3, func(d plan.Date) string {
			return p.Words.T("print.quarter", "n", strconv.Itoa((int(d.Month)-1)/3+1))
		}
		s.first = plan.NewDate(s.first.Year, (s.first.Month-1)/3*3+1, 1)
	}
	s.end = s.first
	for s.end.Before(last) {
		s.end = s.end.AddMonths(step)
	}
	year := 0
	for d := s.first; d.Before(s.end); d = d.AddMonths(step) {
		part := GanttPart{At: s.share(d), Label: word(d)}
		if d.Year != year {
			part.Year, year = strconv.Itoa(d.Year), d.Year
		}
		parts = append(parts, part)
	}
	return parts, s
}

func (p *paper) ganttRow(a plan.Activity, i int, s span) GanttRow {
	w := p.Words
	number := a.No
	if number == "" {
		number = strconv.Itoa(i + 1)
	}
	row := GanttRow{Number: number, Name: a.Name}
	kind, status := GanttPlanned, a.Status
	if status == "" {
		status = "planned"
	}
	f, _ := plan.FieldIn(plan.FieldsOf(p.subject.Document.Kind), plan.KeyActivities)
	col, _ := plan.FieldIn(f.Columns, plan.KeyStatus)
	row.Status = p.choice(col, column(plan.PathTo(f.Key), plan.KeyStatus), status)
	switch {
	case a.Late(p.Today):
		kind, row.Status = GanttLate, Text{{Text: w.T("activity.late"), Bold: true, Symbol: Diamond}}
	case status == "done":
		kind = GanttDone
	case status == "ongoing":
		kind = GanttOngoing
	case status == "paused":
		kind = GanttPaused
	case status == "cancelled":
		kind = GanttCancelled
	}
	from, to := daysOf(a)
	if from.IsZero() {
		row.Alt = w.T("print.gantt-row-undated", "n", number, "name", a.Name, "status", row.Status.String())
		return row
	}
	row.Last = p.iso(to)
	row.Bar = GanttBar{Kind: kind, From: s.share(from), To: s.share(to.AddDays(1)), Done: min(max(s.share(p.Today), 0), 1)}
	row.Alt = w.T("print.gantt-row", "n", number, "name", a.Name, "status", row.Status.String(), "from", p.iso(from), "to", p.iso(to))
	return row
}

// meetingsIn are the meetings in the span, in order.
func (p *paper) meetingsIn(s span) []GanttMeeting {
	var out []GanttMeeting
	all := p.Register.Meetings()
	slices.SortStableFunc(all, func(a, b plan.Meeting) int { return a.Date.Compare(b.Date) })
	for _, m := range all {
		if m.Date.Before(s.first) || !m.Date.Before(s.end) {
			continue
		}
		body, _ := p.Register.Entry(plan.ListBodies, m.Body)
		name := body.Fields.Text(plan.KeyShortName)
		if name == "" {
			name = body.Fields.Text(plan.KeyName)
		}
		if s.months > mostMonths { // their labels would cover each other
			continue
		}
		out = append(out, GanttMeeting{At: s.share(m.Date), Body: name, Day: strconv.Itoa(m.Date.Day) + "/" + strconv.Itoa(int(m.Date.Month))})
	}
	return out
}

func (p *paper) ganttLegend(kinds map[GanttKind]string, meetings bool) GanttLegend {
	var l GanttLegend
	for _, k := range []GanttKind{GanttDone, GanttOngoing, GanttPlanned, GanttLate, GanttPaused, GanttCancelled} {
		if word, ok := kinds[k]; ok {
			l.Entries = append(l.Entries, GanttEntry{k, word})
		}
	}
	if meetings {
		l.Meeting = p.Words.T("print.meeting")
	}
	var notes []string
	if _, ok := kinds[GanttOngoing]; ok {
		notes = append(notes, p.Words.T("print.gantt-filled"))
	}
	if _, ok := kinds[GanttLate]; ok {
		notes = append(notes, p.Words.T("print.gantt-hatched"))
	}
	l.Note = strings.Join(notes, " ")
	return l
}
