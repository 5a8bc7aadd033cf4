package ui

// putWindow gives the window the size that it had when it was left, and lets it lie where
// it lay, or in the middle where that is not known.
func (a *App) putWindow() {
	a.window.Resize(a.prefs.windowSize())
	if f, kept := a.prefs.frame(); kept && a.setup.Placing != nil {
		a.setup.Placing.Put(a.window, f)
		return
	}
	a.window.CenterOnScreen()
}

// keepPlace remembers how the window lies. Of one that fills the screen it keeps the
// size and place that it had before.
func (a *App) keepPlace() {
	if a.setup.Placing != nil {
		if f, ok := a.setup.Placing.Where(a.window); ok {
			if f.Maximized {
				f.X, f.Y = a.prefs.corner()
				a.prefs.setFrame(f)
				return
			}
			a.prefs.setFrame(f)
		}
	}
	a.prefs.setWindowSize(a.window.Canvas().Size())
}
