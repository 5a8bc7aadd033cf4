package report

// Wheel is a year as a ring, with what happens in it and a legend beside it.
// January begins at the top; the months follow clockwise. Places in the year are
// shares of it from 0 to 1, each month a twelfth.
type Wheel struct {
	Caption string
	Year    string     // in the middle
	Months  [12]string // as short as can be read
	Spans   []WheelSpan
	Marks   []WheelMark
	Legend  []WheelEntry
	Alt     string // the whole figure in words
}

// WheelSpan is a stretch of the year that is filled.
type WheelSpan struct{ From, To float64 }

// WheelMark is a day of the year.
type WheelMark struct {
	At   float64
	Sign WheelSign
}

// WheelEntry is a line of the legend.
type WheelEntry struct {
	Sign WheelSign
	Text string
}

// WheelSign is how something looks on the ring. Signs differ in shape, so that
// they can be told apart in grey.
type WheelSign uint8

// The signs. Those from WheelDot on stand outside the ring for kinds of days.
const (
	WheelFill    WheelSign = iota // a stretch of the ring
	WheelToday                    // an arrow inside the ring
	WheelDiamond                  // a last day
	WheelDot
	WheelRing
	WheelSquare
	WheelFrame
	WheelCross
)

// WheelKinds returns the signs for kinds of days, in the order of their use.
func WheelKinds() []WheelSign {
	return []WheelSign{WheelDot, WheelRing, WheelSquare, WheelFrame, WheelCross}
}
