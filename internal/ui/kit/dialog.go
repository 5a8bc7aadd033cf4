package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// DialogAction is a button of a dialog.
type DialogAction struct {
	Label string
	// Run is called before the dialog closes and keeps it open by returning
	// false. A nil Run closes.
	Run func() bool
}

// DialogSpec is what a dialog shows.
type DialogSpec struct {
	Title   string
	Content fyne.CanvasObject
	Width   float32 // designed; 440 when 0
	// Confirm is the primary button and Return; without a label there is none.
	Confirm DialogAction
	// Cancel is the button beside it and Escape; without a label the dialog
	// has no such button, and Escape runs Confirm.
	Cancel DialogAction
	Extra  []DialogAction // at the left
	// Idle leaves the keyboard with none of the controls, where a key that comes too
	// late must not press one.
	Idle bool
}

// Dialog is a card over the dimmed window that asks for an answer.
type Dialog struct {
	spec DialogSpec
	over *overlay
	card *dialogCard
}

// OpenDialog shows a dialog over a canvas. The keyboard goes to the first
// control in the content, or to the primary button.
func OpenDialog(c fyne.Canvas, spec DialogSpec) *Dialog {
	d := &Dialog{spec: spec}
	d.card = newDialogCard(spec, d.act)
	d.over = newOverlay(d.card)
	d.over.dim = true
	d.over.keys = d.key
	d.over.where = d.where
	d.over.open(c, nil)
	if !spec.Idle {
		c.FocusNext()
	}
	return d
}

// Close takes the dialog away.
func (d *Dialog) Close() { d.over.close() }

// Fit gives the card the height of content that has changed.
func (d *Dialog) Fit() { d.over.arrange(d.over.Size()) }

// SetConfirmEnabled lets the primary button be pressed or not.
func (d *Dialog) SetConfirmEnabled(on bool) {
	if d.card.confirm == nil {
		return
	}
	if on {
		d.card.confirm.Enable()
	} else {
		d.card.confirm.Disable()
	}
}

func (d *Dialog) act(a DialogAction) {
	if a.Run == nil || a.Run() {
		d.Close()
	}
}

// key confirms on Return and cancels on Escape.
func (d *Dialog) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.card.confirm != nil && !d.card.confirm.Disabled() {
			d.act(d.spec.Confirm)
		}
	case fyne.KeyEscape:
		if d.spec.Cancel.Label != "" {
			d.act(d.spec.Cancel)
		} else if d.card.confirm != nil {
			d.act(d.spec.Confirm)
		}
	}
}

func (d *Dialog) where(room fyne.Size) (fyne.Position, fyne.Size) {
	w := px(440)
	if d.spec.Width > 0 {
		w = px(d.spec.Width)
	}
	w = min(w, room.Width-px(32))
	h := min(d.card.HeightForWidth(w), room.Height-px(32))
	return fyne.NewPos(round((room.Width-w)/2), round((room.Height-h)/3)), fyne.NewSize(w, h)
}

// dialogCard is the card itself.
type dialogCard struct {
	widget.BaseWidget
	shade   *canvas.Rectangle
	frame   frame
	title   *line
	content fyne.CanvasObject
	scroll  *ScrollBox
	buttons *fyne.Container
	confirm *Button
}

func newDialogCard(spec DialogSpec, act func(DialogAction)) *dialogCard {
	d := &dialogCard{shade: newRect(), frame: newFrame(radiusCard), title: newLine(spec.Title, Subheading, ColorText), content: spec.Content}
	if d.content == nil {
		d.content = Column(0)
	}
	d.scroll = NewScrollBox(Pad(Insets{Left: 8, Right: 8, Top: 2, Bottom: 2}, d.content))
	d.scroll.foot = 0
	d.buttons = Bar(8)
	for _, a := range spec.Extra {
		d.buttons.Add(NewButton(LinkStrong, a.Label, func() { act(a) }))
	}
	d.buttons.Add(Spring())
	if spec.Cancel.Label != "" {
		d.buttons.Add(NewButton(Outlined, spec.Cancel.Label, func() { act(spec.Cancel) }))
	}
	if spec.Confirm.Label != "" {
		d.confirm = NewButton(Primary, spec.Confirm.Label, func() { act(spec.Confirm) })
		d.buttons.Add(d.confirm)
	}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is called by the toolkit.
func (d *dialogCard) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(d, d.shade, d.frame.group, d.title.Text, d.scroll, d.buttons)
}

func (d *dialogCard) paint() {
	paintShadow(d.shade, radiusCard)
	d.frame.paint(ColorCard, ColorLine)
	d.title.paint()
}

func (d *dialogCard) measure() fyne.Size { return fyne.NewSize(px(240), px(140)) }

// HeightForWidth follows the content.
func (d *dialogCard) HeightForWidth(w float32) float32 {
	return px(20+20+12) + heightFor(d.content, w-px(40)) + px(20+fieldHeight+16)
}

func (d *dialogCard) arrange(s fyne.Size) {
	put(d.shade, 0, 0, s.Width, s.Height)
	d.frame.put(0, 0, s.Width, s.Height)
	d.title.place(px(20), px(18), s.Width-px(40))
	foot := s.Height - px(fieldHeight+16)
	put(d.buttons, px(20), foot, s.Width-px(40), px(fieldHeight))
	put(d.scroll, px(12), px(48), s.Width-px(24), foot-px(16)-px(48))
}
