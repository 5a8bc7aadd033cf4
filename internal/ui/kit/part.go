package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Part is a piece of the work that the keyboard can be brought to at once.
type Part struct {
	Box   fyne.CanvasObject // all of it
	Stops []Stop            // which the arrows go between, from the top
	At    int               // of the stops the one at which the keyboard comes in
	Enter func()            // brings the keyboard in, in place of a stop; nil for none
	Main  bool              // what one comes for: where the keyboard is when the work is opened
	Flow  bool              // the arrows go on into the part beside it, where that flows too
}

// Stop is a place of a part at which the keyboard stops.
type Stop struct {
	ID string // by which it is found again when the part was made anew; "" for its place
	On fyne.Focusable
}

// open reports whether the keyboard can come in.
func (p Part) open() bool {
	return p.Enter != nil || slices.ContainsFunc(p.Stops, stopsAt)
}

func (p Part) enter(c fyne.Canvas) {
	if p.Enter != nil {
		p.Enter()
		return
	}
	if p.At < len(p.Stops) && stopsAt(p.Stops[p.At]) {
		p.Stops[p.At].bring(c)
		return
	}
	p.Stops[slices.IndexFunc(p.Stops, stopsAt)].bring(c)
}

// bring gives the stop the keyboard, in a table its first row where it stands on none.
func (s Stop) bring(c fyne.Canvas) {
	focusOn(c, s.On)
	if t, ok := s.On.(*Table); ok && t.at < 0 {
		t.moveTo(0)
	}
}

// stopsAt reports whether the keyboard can stop there.
func stopsAt(s Stop) bool {
	if d, ok := s.On.(fyne.Disableable); ok && d.Disabled() {
		return false
	}
	return s.On.(fyne.CanvasObject).Visible()
}

// EnterParts brings the keyboard to the main part, or the first that there is. It
// reports whether there was one.
func EnterParts(c fyne.Canvas, parts []Part) bool {
	i := slices.IndexFunc(parts, func(p Part) bool { return p.Main && p.open() })
	if i < 0 {
		i = slices.IndexFunc(parts, Part.open)
	}
	if i < 0 {
		return false
	}
	parts[i].enter(c)
	return true
}

// StepPart brings the keyboard to the part after the one that has it (by 1) or before
// it (by -1), around the end.
func StepPart(c fyne.Canvas, parts []Part, by int) {
	at := slices.IndexFunc(parts, func(p Part) bool { return holdsFocus(c, p.Box) })
	if at < 0 {
		EnterParts(c, parts)
		return
	}
	n := len(parts)
	for i := 1; i < n; i++ {
		if p := parts[((at+by*i)%n+n)%n]; p.open() {
			p.enter(c)
			return
		}
	}
}

// StepStop brings the keyboard to the stop below the one that has it (by 1) or above
// it (by -1); where no stop has the keyboard, to where it comes in. It reports whether
// it was brought somewhere.
func StepStop(c fyne.Canvas, parts []Part, by int) bool {
	if c.Focused() == nil {
		return EnterParts(c, parts)
	}
	in := slices.IndexFunc(parts, func(p Part) bool { return heldStop(c, p.Stops) >= 0 })
	if in < 0 { // on a button beside the parts, or gone
		return EnterParts(c, parts)
	}
	from, to := in, in+1
	for from > 0 && parts[from].Flow && parts[from-1].Flow {
		from--
	}
	for to < len(parts) && parts[to-1].Flow && parts[to].Flow {
		to++
	}
	all := stopsOf(parts[from:to])
	at := heldStop(c, all)
	for i := at + by; i >= 0 && i < len(all); i += by {
		if stopsAt(all[i]) {
			all[i].bring(c)
			return true
		}
	}
	return false
}

// KeepStop returns what brings the keyboard back to the stop that has it now, after
// the parts have been made anew: to the one with its ID, else the one in its place, or
// the last.
func KeepStop(c fyne.Canvas, parts []Part) func(anew []Part) {
	before := stopsOf(parts)
	at := heldStop(c, before)
	return func(anew []Part) {
		all := slices.DeleteFunc(stopsOf(anew), func(s Stop) bool { return !stopsAt(s) })
		if at < 0 {
			return
		}
		if len(all) == 0 {
			c.Unfocus()
			return
		}
		to := slices.IndexFunc(all, func(s Stop) bool { return s.ID != "" && s.ID == before[at].ID })
		if to < 0 {
			to = min(at, len(all)-1)
		}
		focusOn(c, all[to].On)
	}
}

// HeldStop returns the ID of the stop that has the keyboard, "" for none.
func HeldStop(c fyne.Canvas, parts []Part) string {
	all := stopsOf(parts)
	if i := heldStop(c, all); i >= 0 {
		return all[i].ID
	}
	return ""
}

func stopsOf(parts []Part) []Stop {
	var out []Stop
	for _, p := range parts {
		out = append(out, p.Stops...)
	}
	return out
}

// heldStop is the stop that has the keyboard, itself or in something on it; -1 for
// none.
func heldStop(c fyne.Canvas, stops []Stop) int {
	held := c.Focused()
	i := slices.IndexFunc(stops, func(s Stop) bool {
		row, ok := s.On.(interface{ holds(fyne.Focusable) bool })
		return s.On == held || ok && row.holds(held)
	})
	if held == nil || i >= 0 {
		return i
	}
	return slices.IndexFunc(stops, func(s Stop) bool { return holdsFocus(c, s.On.(fyne.CanvasObject)) })
}

// holdsFocus reports whether what has the keyboard lies on box.
func holdsFocus(c fyne.Canvas, box fyne.CanvasObject) bool {
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok || box == nil || !box.Visible() {
		return false
	}
	if o == box {
		return true
	}
	at, size := positionOf(o), o.Size()
	mid := at.AddXY(size.Width/2, size.Height/2)
	from, room := positionOf(box), box.Size()
	return mid.X >= from.X && mid.Y >= from.Y && mid.X < from.X+room.Width && mid.Y < from.Y+room.Height
}

// ShiftDown reports whether Shift is held.
func ShiftDown() bool { return shiftIs(false) }
