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
