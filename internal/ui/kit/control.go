package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything that can be pressed shares: it knows whether the
// mouse is over it and whether it has the keyboard, presses on a click, Space
// and Return, and shows a tooltip.
type control struct {
	widget.DisableableWidget
	whole   fyne.Widget // of which the control is a part
	press   func()
	text    func() string // of the tooltip; empty for none
	changed func()        // called when hover or focus changed; may be nil
	hovered bool
	focused bool
	ring    *canvas.Rectangle
	tip     tip
}

var (
	_ fyne.Focusable    = (*control)(nil)
	_ fyne.Tappable     = (*control)(nil)
	_ desktop.Hoverable = (*control)(nil)
)

func newControl(press func()) control {
	return control{press: press, ring: newRect(), text: func() string { return "" }}
}

// extend makes the control a part of w.
func (c *control) extend(w fyne.Widget) {
	c.whole = w
	c.ExtendBaseWidget(w)
}

// lit reports whether the mouse is over a control that can be pressed.
func (c *control) lit() bool { return c.hovered && !c.Disabled() }

// setStop makes the control one that the keyboard stops at, or passes over
// because there is nothing to press.
func (c *control) setStop(stop bool) {
	if stop {
		c.Enable()
	} else {
		c.Disable()
	}
}

// Tapped presses the control.
func (c *control) Tapped(*fyne.PointEvent) {
	c.tip.leave()
	c.run()
}

// turned shows that hover or focus changed.
func (c *control) turned() {
	if c.changed != nil {
		c.changed()
	}
	c.Refresh()
}

func (c *control) run() {
	if c.press != nil && !c.Disabled() {
		c.press()
	}
}

// FocusGained is called by the toolkit.
func (c *control) FocusGained() {
	c.focused = true
	c.turned()
	announce(c.whole)
}

// FocusLost is called by the toolkit.
func (c *control) FocusLost() {
	c.focused = false
	c.turned()
}

// TypedRune does nothing; letters mean nothing to a control.
func (c *control) TypedRune(rune) {}

// TypedKey presses the control on Space, Return and Enter.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.run()
	default:
		passKey(c.whole, e)
	}
}

// MouseIn lights the control and shows its tooltip after a while.
func (c *control) MouseIn(e *desktop.MouseEvent) {
	c.hovered = true
	if text := c.text(); text != "" {
		c.tip.enter(c.whole, text, e.AbsolutePosition)
	}
	c.turned()
}

// MouseMoved does nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light and the tooltip out.
func (c *control) MouseOut() {
	c.hovered = false
	c.tip.leave()
	c.turned()
}
