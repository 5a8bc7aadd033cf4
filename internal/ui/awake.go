package ui

import "time"

// How often the window looks whether the computer has slept, and how much later than
// asked that has to be.
const (
	awakeEvery = 2 * time.Second
	sleptFor   = 6 * time.Second
)

// watchSleep has all drawn anew after the computer has slept: the toolkit takes what it
// draws first for drawn before, lets go of it, and shows no change of it any more.
func (a *App) watchSleep(now func() time.Time, redraw func()) {
	last := now().Round(0) // the clock on the wall goes on
	a.work.After(awakeEvery, func() {
		if now().Round(0).Sub(last) > sleptFor {
			redraw()
		}
		a.watchSleep(now, redraw)
	})
}
