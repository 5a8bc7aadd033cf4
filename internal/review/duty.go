package review

import (
	"cmp"
	"slices"

	"ledstjarna/internal/plan"
)

// Concern names what a duty or a review is about: a mandate period (R1), the
// year of a planning cycle (R2) or a need that was registered (R3). The zero
// Concern is a review outside them all.
type Concern struct {
	Period plan.ID
	Year   int
	Need   plan.ID // the event that registered the need, the first one where it was corrected
}

// IsZero reports whether nothing is concerned.
func (c Concern) IsZero() bool { return c == Concern{} }

// AssignmentEnded is the ending of a duty that lapsed because the assignment of
// the plan came to its end.
const AssignmentEnded plan.Ending = "assignment-ended"

// Duty is one review that a document owes, as it stands on the day that was
// asked for. Document and Concern name it.
type Duty struct {
	Document plan.ID
	Rule     plan.Rule // R1, R2 or R3
	Concern  Concern
	Label    string // of the period or the year: "2023–2026", "2026"; the reason of a need

	Opens plan.Date // first day on which a review meets it; the day of a need
	Due   plan.Date // last day, always derived; no date for a need, which has none
	State State
	// Days is never negative: days left to Due, or days past it where the state
	// is Late, Deviation or DoneLate; 0 for the other closed states. Of an open need
	// it is its age.
	Days int

	Met   plan.Date // the day that counts, where it is met
	MetBy plan.ID   // the review or decision event that met it
	// Ending tells why the duty is Closed: plan.EndedRepealed,
	// plan.EndedSuperseded or AssignmentEnded; Ended is the first day of that.
	Ending plan.Ending
	Ended  plan.Date

	Planned plan.Date // the day planned instead, in state Deviation
	// LastMeeting is the last meeting at which the body that adopted the document
	// can decide on an open duty in time, with its stop date; the zero Meeting
	// where none is known.
	LastMeeting plan.Meeting
	// Snoozed is the day on which the prompt comes back; no date where it is not
	// postponed.
	Snoozed plan.Date
	// Recent offers to confirm in one step a document that was adopted shortly
	// before the year's window opened.
	Recent bool
	// Unfinished is the document's last review, of an open duty, where it could not
	// be completed: what it found must be handled first.
	Unfinished plan.ID
}

// Collective reports whether the year's review of all documents can answer for
// the duty in one step: its window has opened, it is not met, and no review has
// found that it cannot be completed.
func (d Duty) Collective() bool {
	return d.Rule == plan.R2 && d.State.Pressing() && d.Unfinished == ""
}

// Shown returns the duty that stands for a document whose duties are given: the
// most severe open one that is near or past, otherwise the latest closed one,
// otherwise the one far off. Of equally severe ones it is the oldest. Without
// duties it returns false.
func Shown(duties []Duty) (Duty, bool) {
	if len(duties) == 0 {
		return Duty{}, false
	}
	best := duties[0]
	for _, d := range duties[1:] {
		if moreTelling(d, best) {
			best = d
		}
	}
	return best, true
}

func moreTelling(d, than Duty) bool {
	a, b := d.State.severity(), than.State.severity()
	switch {
	case a != b:
		return a > b
	case a > 0: // the oldest; one that has no due date can wait for one that has
		return !d.Due.IsZero() && (than.Due.IsZero() || d.Due.Before(than.Due))
	case d.State.Open() != than.State.Open():
		return than.State.Open()
	case d.State.Open(): // both far off
		return d.Due.Before(than.Due)
	}
	return d.closed().After(than.closed())
}

// closed is the day by which closed duties are put in order.
func (d Duty) closed() plan.Date { return cmp.Or(d.Due, d.Met, d.Ended) }

// Pressing returns the duties of which a person is to be told today: the most
// severe scheduled one of each document, if it is time for it, and every open
// need. Those whose prompt is postponed are left out. The given duties are those
// of Duties.
func Pressing(duties []Duty) []Duty {
	var out []Duty
	for len(duties) > 0 {
		n := 1
		for n < len(duties) && duties[n].Document == duties[0].Document {
			n++
		}
		scheduled := slices.IndexFunc(duties[:n], func(d Duty) bool { return d.Rule == plan.R3 })
		if scheduled < 0 {
			scheduled = n
		}
		if d, ok := Shown(duties[:scheduled]); ok && d.State.Pressing() && d.Snoozed.IsZero() {
			out = append(out, d)
		}
		for _, d := range duties[scheduled:n] {
			if d.State.Pressing() && d.Snoozed.IsZero() {
				out = append(out, d)
			}
		}
		duties = duties[n:]
	}
	return out
}

// PerDocument returns the duty that stands for each document, in the order of
// the given duties, which are those of Duties.
func PerDocument(duties []Duty) []Duty {
	var out []Duty
	for len(duties) > 0 {
		n := 1
		for n < len(duties) && duties[n].Document == duties[0].Document {
			n++
		}
		d, _ := Shown(duties[:n])
		out, duties = append(out, d), duties[n:]
	}
	return out
}

// Standing is how the duty stands as a person is told.
func (d Duty) Standing() Standing {
	if d.State == Closed && d.Ending == AssignmentEnded {
		return Lapsed
	}
	return Standing(d.State)
}

// Counts returns how many of the duties stand how. For a count of documents, give
// it what PerDocument returns.
func Counts(duties []Duty) map[Standing]int {
	n := map[Standing]int{}
	for _, d := range duties {
		n[d.Standing()]++
	}
	return n
}
