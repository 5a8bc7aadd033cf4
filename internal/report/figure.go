package report

// Grid is a square field of one to five in two directions with numbered marks in
// it. It says nothing that its text alternative does not.
type Grid struct {
	Number  string // "Figur 2."
	Caption string
	X, Y    string    // names of the axes
	Corners [4]string // of the field's quarters: upper left, upper right, lower left, lower right
	Cross   float64   // value at which two lines part the quarters; 0 for none
	Areas   []GridArea
	Marks   []GridMark
	Alt     string // the whole figure in words
}

// GridArea is a tinted part of a field, in values of its axes: the field reaches
// from 0.5 to 5.5.
type GridArea struct{ X1, Y1, X2, Y2 float64 }

// GridMark is a mark with its number. X and Y are from 1 to 5.
type GridMark struct {
	X, Y  int
	Label string
	Shape GridShape
}

// GridShape is how a mark looks. The shapes can be told apart in grey.
type GridShape uint8

// The shapes.
const (
	GridDisc GridShape = iota // filled
	GridCircle
	GridSquare
)

// Gantt is a schedule: a row for each activity beside a span of time, on landscape
// pages. Places in time are shares of the span, 0 to 1.
type Gantt struct {
	Number   string // "Figur 4."
	Caption  string
	Heads    [4]string // of number, name, status and last day
	Parts    []GanttPart
	Rows     []GanttRow
	Today    float64 // share; negative where today lies outside
	TodayTag string
	Meetings []GanttMeeting
	Beside   string // what the row of meetings is called
	Lead     string // begins the text alternative
}

// GanttPart is a month, a quarter or a year of the span. Years are written above
// the first part of each.
type GanttPart struct {
	At    float64
	Label string
	Year  string // "" where the part before is of the same year
}

// GanttRow is one activity.
type GanttRow struct {
	Number string
	Name   string
	Status Text
	Last   string // day on which it ends
	Bar    GanttBar
	Alt    string // the row in words
}

// GanttBar is the time of an activity.
type GanttBar struct {
	Kind     GanttKind
	From, To float64
	Done     float64 // how far it is filled: today, for what goes on
}

// GanttKind is how a bar looks. The kinds can be told apart in grey.
type GanttKind uint8

// The kinds.
const (
	GanttNone GanttKind = iota // without days
	GanttPlanned
	GanttOngoing
	GanttDone
	GanttLate // filled to its end, then hatched up to Done
	GanttPaused
	GanttCancelled
)

// GanttMeeting is a meeting in the span: body and day on two lines.
type GanttMeeting struct {
	At   float64
	Body string
	Day  string
}

// GanttLegend explains the kinds of bars in words.
type GanttLegend struct {
	Entries []GanttEntry
	Meeting string // what the diamonds are; "" for none
	Note    string
}

// GanttEntry is a kind with its word.
type GanttEntry struct {
	Kind GanttKind
	Word string
}

func (Grid) block()        {}
func (Gantt) block()       {}
func (GanttLegend) block() {}
