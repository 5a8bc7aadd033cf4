package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// Field is a control with its label above it and its help beneath it. It also
// says what is wrong with what was entered.
type Field struct {
	widget.BaseWidget
	label   *line
	note    *line
	control fyne.CanvasObject
	help    *Paragraph
	wrong   *Paragraph
	sign    *picture
	count   *line
}

// counted is a control that tells how much is written in it.
type counted interface {
	CountText() string
	onCount(told func())
}

// judged is a control that tells when what is written in it cannot be read.
type judged interface {
	onJudged(told func(wrong string))
}

var _ fyne.Tappable = (*Field)(nil)

// NewField returns a labelled control.
func NewField(label string, control fyne.CanvasObject) *Field {
	f := &Field{
		label: newLine(label, DenseStrong, ColorText), note: newLine("", Caption, ColorText2), control: control,
		help: NewParagraph("", Caption, ColorText2), wrong: NewParagraph("", Caption, ColorLate),
		sign: newPicture(assets.StateLate, 12, ColorLate), count: newLine("", Caption, ColorText2),
	}
	f.help.Hide()
	f.wrong.Hide()
	f.ExtendBaseWidget(f)
	if c, ok := control.(counted); ok {
		f.count.full = c.CountText()
		c.onCount(func() { f.SetCount(c.CountText()) })
	}
	if c, ok := control.(judged); ok {
		c.onJudged(f.SetError)
	}
	return f
}

// SetLabel shows another label.
func (f *Field) SetLabel(label string) {
	f.label.full = label
	f.Refresh()
}

// SetNote says at the right above the control what the field is needed for;
// empty for nothing.
func (f *Field) SetNote(note string) {
	f.note.full = note
	f.Refresh()
}

// SetHelp says under the control what is to be written; empty for nothing.
func (f *Field) SetHelp(help string) {
	f.help.SetText(help)
	setShown(f.help, help != "")
	f.Refresh()
}

// SetCount says at the right under the control how much is written.
func (f *Field) SetCount(count string) {
	f.count.full = count
	f.Refresh()
}

// SetError says under the control what is wrong with what was written; empty
// where nothing is.
func (f *Field) SetError(wrong string) {
	f.wrong.SetText(wrong)
	setShown(f.wrong, wrong != "")
	f.Refresh()
}

// Error returns what SetError said.
func (f *Field) Error() string { return f.wrong.Text() }

// Tapped on the label gives the control the keyboard.
func (f *Field) Tapped(e *fyne.PointEvent) {
	if e.Position.Y >= f.label.height()+px(5) {
		return
	}
	f.Focus()
}

// Focus gives the control the keyboard.
func (f *Field) Focus() {
	switch c := f.control.(type) {
	case interface{ Focus() }:
		c.Focus()
	case fyne.Focusable:
		focus(c)
	}
}

// CreateRenderer is called by the toolkit.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(f, f.label.Text, f.note.Text, f.control, f.help, f.sign.Image, f.wrong, f.count.Text)
}

func (f *Field) paint() {
	f.label.paint()
	f.note.paint()
	f.count.paint()
	f.sign.paint()
	f.sign.Hidden = !f.wrong.Visible()
}

// foot is the room for the text beneath, left of the count.
func (f *Field) foot(w float32) float32 {
	if f.count.full == "" {
		return w
	}
	return max(px(80), w-f.count.width()-px(12))
}

func (f *Field) measure() fyne.Size {
	m := f.control.MinSize()
	w := max(m.Width, min(px(220), f.label.width()+f.note.width()))
	return fyne.NewSize(w, f.HeightForWidth(max(w, f.Size().Width)))
}

// HeightForWidth is that of label, control and what stands beneath.
func (f *Field) HeightForWidth(w float32) float32 {
	h := f.label.height() + px(5) + heightFor(f.control, w)
	beneath := float32(0)
	if f.help.Visible() {
		beneath += f.help.HeightForWidth(f.foot(w))
	}
	if f.wrong.Visible() {
		beneath += f.wrong.HeightForWidth(f.foot(w) - px(18))
	}
	if f.count.full != "" {
		beneath = max(beneath, f.count.height())
	}
	if beneath > 0 {
		h += px(5) + beneath
	}
	return h
}

func (f *Field) arrange(s fyne.Size) {
	used := float32(0)
	if f.note.full != "" {
		used = f.note.placeEnd(0, 0, s.Width) + px(12)
	}
	f.label.place(0, 0, s.Width-used)
	y := f.label.height() + px(5)
	h := heightFor(f.control, s.Width)
	put(f.control, 0, y, s.Width, h)
	y += h + px(5)
	w := f.foot(s.Width)
	f.count.placeEnd(w, y, s.Width-w)
	if f.wrong.Visible() {
		h := f.wrong.HeightForWidth(w - px(18))
		f.sign.place(0, y, f.count.height())
		put(f.wrong, px(18), y, w-px(18), h)
		y += h
	}
	if f.help.Visible() {
		put(f.help, 0, y, w, f.help.HeightForWidth(w))
	}
}
