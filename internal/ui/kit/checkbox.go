package kit

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
)

// Checkbox is a box of 16 with a label beside it. A mixed box stands for rows
// of which some are ticked.
type Checkbox struct {
	control
	frame  frame
	mark   *picture
	label  *line
	on     bool
	mixed  bool
	toggle func(on bool)
}

// NewCheckbox returns an empty box. The label may be empty. Toggle is called
// with the new state when a person changes it, not by SetChecked.
func NewCheckbox(label string, toggle func(on bool)) *Checkbox {
	c := &Checkbox{
		control: newControl(nil), frame: newFrame(radiusSmall), mark: newPicture(assets.IconCheck, 12, ColorCheckGlyph),
		label: newLine(label, Body, ColorText), toggle: toggle,
	}
	c.press = c.flip
	c.text = func() string {
		if c.label.cut {
			return c.label.full
		}
		return ""
	}
	c.extend(c)
	return c
}

func (c *Checkbox) flip() {
	c.on, c.mixed = !c.on, false
	c.Refresh()
	if c.toggle != nil {
		c.toggle(c.on)
	}
}

// Checked reports whether the box is ticked.
func (c *Checkbox) Checked() bool { return c.on }

// SetChecked ticks or empties the box.
func (c *Checkbox) SetChecked(on bool) {
	if c.on == on && !c.mixed {
		return
	}
	c.on, c.mixed = on, false
	c.Refresh()
}

// SetMixed shows that some of what the box stands for is ticked.
func (c *Checkbox) SetMixed() {
	c.on, c.mixed = false, true
	c.Refresh()
}

// SetLabel shows other words.
func (c *Checkbox) SetLabel(label string) {
	c.label.full = label
	c.Refresh()
}

// Tapped ticks or empties the box and takes the keyboard.
func (c *Checkbox) Tapped(e *fyne.PointEvent) {
	c.control.Tapped(e)
	focus(c)
}

// CreateRenderer is called by the toolkit.
func (c *Checkbox) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(c, c.frame.group, c.mark.Image, c.label.Text, c.ring)
}

func (c *Checkbox) paint() {
	fill, edge := ColorCard, ColorControlBorder
	if c.on || c.mixed {
		fill, edge = ColorCheckFill, ColorCheckFill
	}
	if c.Disabled() {
		fill, edge = ColorButton, ColorControlBorder
	}
	c.frame.paint(fill, edge)
	c.mark.symbol, c.mark.ink = assets.IconCheck, ColorCheckGlyph
	if c.mixed {
		c.mark.symbol = assets.StateDash
	}
	if c.Disabled() {
		c.mark.ink = ColorText2
	}
	c.mark.paint()
	c.mark.Hidden = !c.on && !c.mixed
	c.label.ink = ColorText
	if c.Disabled() {
		c.label.ink = ColorText2
	}
	c.label.paint()
	paintRing(c.ring, radiusSmall, c.focused)
}

func (c *Checkbox) measure() fyne.Size {
	if c.label.full == "" {
		return fyne.NewSize(px(16), px(16))
	}
	return fyne.NewSize(px(24)+c.label.width(), px(20))
}

func (c *Checkbox) arrange(s fyne.Size) {
	y := round((s.Height - px(16)) / 2)
	c.frame.put(0, y, px(16), px(16))
	put(c.ring, 0, y, px(16), px(16))
	c.mark.place(px(2), y, px(16))
	c.label.place(px(24), round((s.Height-c.label.height())/2), s.Width-px(24))
}
