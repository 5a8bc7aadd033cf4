package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// TimelineDay is a calendar day as the number of days since 1 January 1970.
type TimelineDay int

// TimelineDayOf returns the day of the date.
func TimelineDayOf(year int, month time.Month, day int) TimelineDay {
	return TimelineDay(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

const secondsOfDay = 24 * 60 * 60

// Date returns the day's date.
func (d TimelineDay) Date() (year int, month time.Month, day int) { return d.time().Date() }

func (d TimelineDay) time() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

// TimelineShape is how a thing is drawn.
type TimelineShape int

// The shapes.
const (
	TimelineNothing TimelineShape = iota // the row has no day; its words tell so
	TimelineBar                          // from its first day to its last
	TimelinePoint                        // a diamond on its last day
	TimelineSign                         // its symbol on its last day
)

// TimelineItem is what a row shows over time.
type TimelineItem struct {
	Shape    TimelineShape
	From, To TimelineDay // inclusive
	Family   Family
	Symbol   Symbol // of a sign
	Words    string // beside it
	Before   bool   // the words stand on its left
	Dashed   bool   // it will not happen
	Fixed    bool   // it cannot be moved
	Rigid    bool   // it has one day only
}

// TimelineRow is one line of a timeline: the head of a group, or a thing in it.
type TimelineRow struct {
	Title  string
	Group  bool
	Open   bool // the group's rows are there
	Symbol Symbol
	Family Family
	Item   TimelineItem
	Tip    string // said of it when the mouse rests on it, and to those who cannot see
}

// TimelineSource gives a timeline its rows. Row is asked only for rows in sight.
type TimelineSource interface {
	Rows() int
	Group(row int) bool // without the rest of the row
	Row(row int) TimelineRow
}

// TimelineMark is a day that concerns all rows, as a meeting.
type TimelineMark struct {
	Day   TimelineDay
	Words string // in the head, where there is room
	Tip   string
}

// TimelineBand is a time that concerns all rows. What it is stands in words beside
// the timeline.
type TimelineBand struct{ From, To TimelineDay }

// TimelineTie shows that one thing hangs on another: on a mark where FromRow is -1.
type TimelineTie struct {
	FromRow, ToRow int
	FromDay, ToDay TimelineDay
}

// TimelineWords are the words of a timeline.
type TimelineWords struct {
	Names   string // heads the column of names
	Marks   string // heads the marks
	Weeks   string // heads the week numbers
	Today   string
	Month   func(month time.Month) string // short
	Quarter func(quarter int) string
	Week    func(week int) string
	// Span tells the days of a row while it is dragged.
	Span func(row int, from, to TimelineDay) string
	// Day tells the day of a mark while it is dragged.
	Day func(day TimelineDay) string
}

// TimelineEvents are what a timeline tells. Each may be nil.
type TimelineEvents struct {
	Selected func(row int)                                  // the keyboard stands on another row
	Chosen   func(row int)                                  // it is clicked, or Space is pressed on it
	Open     func(row int)                                  // it is clicked twice, or Return is pressed
	Fold     func(row int, open bool)                       // a group is to be opened or closed
	Menu     func(row int, at fyne.Position)                // the menu is asked for
	Move     func(row int, from, to TimelineDay, keys bool) // it is to have other days; by keys, perhaps once more
	Refused  func(row int)                                  // it was to be moved but is fixed
	MoveMark func(mark int, to TimelineDay)
	Mark     func(mark int) // a mark is clicked, or Return is pressed on it
	Focused  func(on bool)  // it has got or lost the keyboard
	Zoom     func(by int)   // a step closer (1) or further away (-1)
	Leave    func() bool    // Escape is pressed; false where there is nothing to leave
}
