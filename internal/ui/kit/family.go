package kit

import "fyne.io/fyne/v2"

// Family is the pair of colours a state is shown in. A state is never told by
// its family alone: a symbol and a word stand with it.
type Family int

// The families, from what calls loudest for attention to what calls for none.
const (
	Neutral   Family = iota // not started, not applicable, replaced
	Late                    // past its date; an error
	Urgent                  // close to its date; a warning
	Due                     // time to begin
	Active                  // under way
	Done                    // finished
	Deviation               // left the plan on purpose
)

// Ink returns the token for the family's text and symbol.
func (f Family) Ink() fyne.ThemeColorName {
	switch f {
	case Late:
		return ColorLate
	case Urgent:
		return ColorUrgent
	case Due:
		return ColorDue
	case Active:
		return ColorActive
	case Done:
		return ColorDone
	case Deviation:
		return ColorDeviation
	case Neutral:
	}
	return ColorNeutral
}

// Tint returns the token for the ground under the family's text.
func (f Family) Tint() fyne.ThemeColorName {
	switch f {
	case Late:
		return ColorLateTint
	case Urgent:
		return ColorUrgentTint
	case Due:
		return ColorDueTint
	case Active:
		return ColorActiveTint
	case Done:
		return ColorDoneTint
	case Deviation:
		return ColorDeviationTint
	case Neutral:
	}
	return ColorNeutralTint
}
