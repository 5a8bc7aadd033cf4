package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// This file is the only place that asks the toolkit which canvas a widget lies
// on: widgets need it for focus and for what they open above themselves, and
// the toolkit does not hand it to them.

// canvasOf returns the canvas that o lies on, or nil.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// positionOf returns where o lies on its canvas.
func positionOf(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// clipboard returns the system's clipboard.
func clipboard() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }

// shiftIs reports whether Shift is down: as the platform tells it, or else as
// the key events did.
func shiftIs(told bool) bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return told
}

// commandIs reports whether the system's command key is down: as the key events told,
// or as the platform does, which forgets a key that repeats.
func commandIs(told bool) bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && !told {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0
	}
	return told
}

func isShift(k fyne.KeyName) bool { return k == desktop.KeyShiftLeft || k == desktop.KeyShiftRight }

// isCommand reports whether the key is the system's command key.
func isCommand(k fyne.KeyName) bool {
	if fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper {
		return k == desktop.KeySuperLeft || k == desktop.KeySuperRight
	}
	return k == desktop.KeyControlLeft || k == desktop.KeyControlRight
}

// canvasFor is canvasOf, also of what has not been drawn yet, which is not known to lie
// on a canvas: that of the window in which it has the keyboard, or of the program's
// first. Keys that come quickly reach it before it is drawn.
func canvasFor(o fyne.CanvasObject) fyne.Canvas {
	if c := canvasOf(o); c != nil {
		return c
	}
	windows := fyne.CurrentApp().Driver().AllWindows()
	for _, w := range windows {
		if f, ok := w.Canvas().Focused().(fyne.CanvasObject); ok && f == o {
			return w.Canvas()
		}
	}
	if len(windows) == 0 {
		return nil
	}
	return windows[0].Canvas()
}

// focus gives o the keyboard if it lies on a canvas.
func focus(o fyne.Focusable) {
	if c := canvasFor(o.(fyne.CanvasObject)); c != nil {
		focusOn(c, o)
	}
}

// focusOn gives o the keyboard on its canvas. The toolkit looks for it among what is drawn,
// and forgets after a while how to draw what was out of the window: what has not been drawn
// lately is made ready first.
func focusOn(c fyne.Canvas, o fyne.Focusable) {
	if r, ok := c.Content().(*Root); ok && canvasOf(o.(fyne.CanvasObject)) == nil {
		positionOf(r.layer) // to find the last of all, the toolkit goes through all
	}
	c.Focus(o)
}

// Focus gives a widget the keyboard.
func Focus(o fyne.Focusable) { focus(o) }

// passKey hands on a key that the focused widget has no use for: to the overlay
// it lies in, or else to the window.
func passKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := canvasFor(from)
	if c == nil {
		return
	}
	if m, ok := from.(menued); ok && asksMenu(e) && m.openMenu() {
		return
	}
	if top, ok := c.Overlays().Top().(keyed); ok {
		top.key(e)
		return
	}
	if handle := c.OnTypedKey(); handle != nil {
		handle(e)
	}
}

// keyed is an overlay that answers keys.
type keyed interface{ key(e *fyne.KeyEvent) }

// passShortcut hands on a shortcut that the focused widget has no use for to
// the window's own shortcuts. It reports whether the canvas takes any.
func passShortcut(from fyne.CanvasObject, s fyne.Shortcut) bool {
	c, ok := canvasFor(from).(fyne.Shortcutable)
	if ok {
		c.TypedShortcut(s)
	}
	return ok
}
