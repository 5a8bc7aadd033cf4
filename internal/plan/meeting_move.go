package plan

import (
	"fmt"
	"slices"
)

// Dependent is what hangs on a meeting: one of its deadlines that is set, or an
// activity of a plan, and the days that it would have if it moved as far as the
// meeting.
type Dependent struct {
	Deadline Key // KeyStopDate or KeyDispatch; "" for an activity
	Document ID
	Version  ID
	Row      ID // of the activities
	Name     string
	Through  ID      // the activity that it hangs on, itself hanging on the meeting; "" for the meeting itself
	From, To [2]Date // first and last day now, and after
	Held     error   // why it cannot be moved: ErrFrozen or ErrLocked
}

// Dependents returns what hangs on a meeting of the register and would follow it to
// the day: its deadlines where they are set, and in the plans the activities that
// hang on it, directly or through others. What is done or cancelled or has no day
// does not follow.
func (r Register) Dependents(meeting ID, to Date, plans []Scheduled) ([]Dependent, error) {
	e, ok := r.Entry(ListMeetings, meeting)
	was := e.Fields.Get(KeyDate).Date()
	first, last := PlanningDays()
	switch {
	case !ok:
		return nil, fmt.Errorf("move meeting %s: %w", meeting, ErrEntry)
	case was.IsZero(), !to.In(first, last):
		return nil, fmt.Errorf("move meeting %s to %q: %w", meeting, to, ErrDate)
	case was == to:
		return nil, nil
	}
	by := was.DaysUntil(to)
	var out []Dependent
	for _, k := range []Key{KeyStopDate, KeyDispatch} {
		if d := e.Fields.Get(k).Date(); !d.IsZero() {
			out = append(out, Dependent{Deadline: k, From: [2]Date{d, d}, To: shifted(d, d, by)})
		}
	}
	for _, s := range plans {
		held := r.Editable(s.Document, s.Version)
		for _, x := range hangingOn(s.Content.Content, meeting) {
			from, until := x.activity.Days()
			out = append(out, Dependent{
				Document: s.Document.ID, Version: s.Version.ID, Row: x.activity.ID, Name: x.activity.Name, Through: x.through,
				From: [2]Date{from, until}, To: shifted(from, until, by), Held: held,
			})
		}
	}
	return out, nil
}

// shifted moves days alike, no further than can be planned.
func shifted(from, to Date, by int) [2]Date {
	first, last := PlanningDays()
	by = max(min(by, to.DaysUntil(last)), from.DaysUntil(first))
	return [2]Date{from.AddDays(by), to.AddDays(by)}
}

type hanging struct {
	activity Activity
	through  ID
}

// hangingOn are the activities that hang on the meeting, in their order, each
// once.
func hangingOn(c Content, meeting ID) []hanging {
	all := Activities(c)
	through, found := map[ID]ID{}, map[ID]bool{}
	for grown := true; grown; {
		grown = false
		for _, a := range all {
			if from, _ := a.Days(); found[a.ID] || a.Settled() || from.IsZero() {
				continue
			}
			at := slices.IndexFunc(a.After, func(id ID) bool { return found[id] })
			if a.Meeting != meeting && at < 0 {
				continue
			}
			if a.Meeting != meeting {
				through[a.ID] = a.After[at]
			}
			found[a.ID], grown = true, true
		}
	}
	var out []hanging
	for _, a := range all {
		if found[a.ID] {
			out = append(out, hanging{a, through[a.ID]})
		}
	}
	return out
}

// MoveMeeting returns the one edit that gives a meeting of the register another day
// and what follows it the days that it would have. Plans hold what follows. It
// refuses where one of them cannot be changed.
func (r Register) MoveMeeting(meeting ID, to Date, following []Dependent, plans []Scheduled) (Edit, error) {
	e, ok := r.Entry(ListMeetings, meeting)
	first, last := PlanningDays()
	switch {
	case !ok:
		return Edit{}, fmt.Errorf("move meeting %s: %w", meeting, ErrEntry)
	case !to.In(first, last):
		return Edit{}, fmt.Errorf("move meeting %s to %s: %w", meeting, to, ErrDate)
	}
	fields := e.Fields.With(KeyDate, Day(to))
	contents := map[ID]Content{}
	for _, x := range following {
		if x.Deadline != "" {
			fields = fields.With(x.Deadline, Day(x.To[0]))
			continue
		}
		s, err := scheduledIn(plans, x.Version)
		if err != nil {
			return Edit{}, err
		}
		c, ok := contents[x.Version]
		if !ok {
			c = s.Content.Content
		}
		if contents[x.Version], err = c.Reschedule(KeyActivities, x.Row, x.To[0], x.To[1]); err != nil {
			return Edit{}, err
		}
	}
	edit, err := r.SetEntry(ListMeetings, meeting, fields)
	if err != nil {
		return Edit{}, err
	}
	for _, s := range plans {
		c, ok := contents[s.Version.ID]
		if !ok {
			continue
		}
		x, err := r.SetContent(s.Document, s.Version, s.Content, c)
		if err != nil {
			return Edit{}, err
		}
		edit = edit.Then(x)
	}
	return edit, nil
}

func scheduledIn(plans []Scheduled, version ID) (Scheduled, error) {
	i := slices.IndexFunc(plans, func(s Scheduled) bool { return s.Version.ID == version })
	if i < 0 {
		return Scheduled{}, fmt.Errorf("version %s: %w", version, ErrVersion)
	}
	return plans[i], nil
}
