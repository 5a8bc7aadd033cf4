package review

// State is how a duty stands on a day.
type State string

// The states. Open ones ask for a review, with NotDue not yet and the others
// with rising severity; the closed ones say how it ended.
const (
	NotDue         State = "not-applicable" // there is a duty, but it is far off
	Upcoming       State = "upcoming"
	Due            State = "due" // time to review
	Urgent         State = "urgent"
	Deviation      State = "deviation" // past due, with a decision to do it by a later day
	Late           State = "late"
	Done           State = "done"
	DoneLate       State = "done-late"       // made, or made good by a later year's, after its due date
	DoneByAdoption State = "met-by-adoption" // a first adoption that counts as the review
	Closed         State = "closed"          // superseded, repealed, or the assignment ended
)

// States returns all states in the order in which they are listed and counted.
func States() []State {
	return []State{NotDue, Upcoming, Due, Urgent, Deviation, Late, Done, DoneLate, DoneByAdoption, Closed}
}

// Standing is how a duty or a document stands as a person is told: one of the
// states, or one of the standings below where the state's name would say what is
// not so.
type Standing string

// The standings that are no state of a duty.
const (
	// Lapsed is Closed because the assignment of the plan ended: it was neither
	// superseded nor repealed.
	Lapsed Standing = "assignment-ended"
	// Exempt is a document that no rule asks to be reviewed, R0.
	Exempt Standing = "exempt"
	// Unwatched is a document with a rule that owes nothing: what is due came
	// before the watch began, or the register has no mandate period for it.
	Unwatched Standing = "unwatched"
)

// Standings returns all standings in the order in which they are listed and
// counted.
func Standings() []Standing {
	var out []Standing
	for _, s := range States() {
		out = append(out, Standing(s))
	}
	return append(out, Lapsed, Unwatched, Exempt)
}

// State returns the state whose symbol stands for it.
func (s Standing) State() State {
	switch s {
	case Lapsed:
		return Closed
	case Exempt, Unwatched:
		return NotDue
	}
	return State(s)
}

// Met reports whether the review was made.
func (s State) Met() bool { return s == Done || s == DoneLate || s == DoneByAdoption }

// Open reports whether the duty awaits its review, be it in the far future.
func (s State) Open() bool { return s != Closed && !s.Met() }

// Pressing reports whether a person is to be told of the duty: it is time for
// it, or past it.
func (s State) Pressing() bool { return s.severity() > Upcoming.severity() }

// severity orders the open states from 1 on; it is 0 where nothing is near.
func (s State) severity() int {
	switch s {
	case Upcoming:
		return 1
	case Due:
		return 2
	case Urgent:
		return 3
	case Deviation:
		return 4
	case Late:
		return 5
	case NotDue, Done, DoneLate, DoneByAdoption, Closed:
	}
	return 0
}
