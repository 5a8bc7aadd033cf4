package plan

import (
	"fmt"
	"slices"
	"time"
)

// Scheduled is a version of a plan with its content: where days are planned.
type Scheduled struct {
	Document Document
	Version  Version
	Content  Sealed
}

// PlanningDays are the days that a person can plan on, both inclusive: the years
// that the catalogue takes.
func PlanningDays() (first, last Date) {
	return Date{1900, time.January, 1}, Date{2200, time.December, 31}
}

// Planned reports the version of a plan in which days are planned now: its draft, or
// where there is none the version in force. Of a plan that no longer applies, and of
// documents that are no plans, it is none.
func (r Register) Planned(d Document, on Date) (Version, bool) {
	if !d.Kind.IsPlan() {
		return Version{}, false
	}
	v, ok := r.Draft(d)
	if !ok {
		v, _, ok = r.Current(d, on)
	}
	if !ok {
		return Version{}, false
	}
	switch r.StatusOf(d, v, on) {
	case StatusEnded, StatusExpired, StatusSuperseded, StatusRepealed, StatusRejected:
		return Version{}, false
	}
	return v, true
}

// Reschedule returns the edit that gives a row of the activities or milestones of a
// draft other days. It refuses as SetContent and Content.Reschedule do.
func (r Register) Reschedule(s Scheduled, list Key, row ID, from, to Date) (Edit, error) {
	c, err := s.Content.Content.Reschedule(list, row, from, to)
	if err != nil {
		return Edit{}, err
	}
	return r.SetContent(s.Document, s.Version, s.Content, c)
}

// Reschedule returns the content with other days of a row of the activities or
// milestones, and nothing else changed. An activity that tells one day only still
// does, unless it is given two. A milestone has the last day; where it tells a
// quarter or a year, the one of that day. It refuses with ErrField, ErrRow, or with
// ErrDate where the last day is before the first or one cannot be planned on.
func (c Content) Reschedule(list Key, row ID, from, to Date) (Content, error) {
	first, last := PlanningDays()
	old, i, ok := c.Get(list).Row(row)
	switch {
	case list != KeyActivities && list != KeyMilestones:
		return c, fmt.Errorf("reschedule in %s: %w", list, ErrField)
	case !ok:
		return c, fmt.Errorf("reschedule %s: %w", row, ErrRow)
	case to.Before(from), from.Before(first), to.After(last):
		return c, fmt.Errorf("reschedule %s to %s–%s: %w", row, from, to, ErrDate)
	}
	cells := old.Cells
	if list == KeyMilestones {
		cells = milestoneOn(cells, to)
	} else {
		start, end := !cells.Get(KeyStart).IsZero(), !cells.Get(KeyEnd).IsZero()
		if start || !end || from != to {
			cells = cells.With(KeyStart, Day(from))
		}
		if end || from != to {
			cells = cells.With(KeyEnd, Day(to))
		}
	}
	rows := slices.Clone(c.Get(list).rows)
	rows[i].Cells = cells
	return c.With(list, Rows(rows...)), nil
}

func milestoneOn(cells Content, day Date) Content {
	if cells.Get(KeyYear).IsZero() {
		return cells.With(KeyDate, Day(day))
	}
	cells = cells.With(KeyYear, Num(Int(int64(day.Year))))
	if !cells.Get(KeyQuarter).IsZero() {
		cells = cells.With(KeyQuarter, Num(Int(int64(quarterOf(day)))))
	}
	return cells
}
