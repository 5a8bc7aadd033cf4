package plan

// DueSpan asks for the activities whose last day lies between two days, both
// inclusive, and for those before them that are neither done, paused nor cancelled.
type DueSpan struct{ From, To Date }

// WeekOf returns the span of the day's week, Monday to Sunday: what is late on the day
// and what is due in the week.
func WeekOf(day Date) DueSpan {
	monday := day.AddDays(-((int(day.Time().Weekday()) + 6) % 7))
	return DueSpan{monday, monday.AddDays(6)}
}

// Holds reports whether the activity is asked for.
func (s DueSpan) Holds(a Activity) bool {
	last := a.Last()
	return !last.IsZero() && !last.After(s.To) && (!last.Before(s.From) || a.Late(s.From))
}

// DueActivities are the activities of a version's content that a span asks for, in the
// order of the plan; of each its ID, name, who is responsible, days and status. What
// was recorded beside the content is not in them.
type DueActivities struct {
	Version    ID
	Hash       string // of the content
	Activities []Activity
}
