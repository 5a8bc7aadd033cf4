package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for one line of text.
type Entry struct {
	widget.BaseWidget
	box     box
	input   *input
	icon    *picture
	compact bool
	before  string // the text at the last commit
	typed   func(text string)
	commit  func(text string)
}

var _ fyne.Tappable = (*Entry)(nil)

// NewEntry returns an empty field that shows the placeholder. Commit is called
// when a changed text is left or Return is pressed, not by SetText.
func NewEntry(words *Words, placeholder string, commit func(text string)) *Entry {
	e := &Entry{box: newBox(), input: newInput(words, false), icon: newPicture(nil, 16, ColorText2), commit: commit}
	e.input.SetPlaceHolder(placeholder)
	e.input.gained = e.Refresh
	e.input.lost = func() {
		e.Flush()
		e.Refresh()
	}
	e.input.OnSubmitted = func(string) { e.Flush() }
	e.input.OnChanged = func(text string) {
		if e.typed != nil {
			e.typed(text)
		}
	}
	e.ExtendBaseWidget(e)
	return e
}

// OnTyped calls back at every change a person makes and returns the field.
func (e *Entry) OnTyped(typed func(text string)) *Entry {
	e.typed = typed
	return e
}

// WithIcon puts a symbol before the text and returns the field.
func (e *Entry) WithIcon(s Symbol) *Entry {
	e.icon.symbol, e.icon.Hidden = s, s == nil
	return e
}

// Filter gives the field the sign of a filter, or another, and returns it. Escape empties
// it while something is written there.
func (e *Entry) Filter(sign Symbol) *Entry {
	e.input.takes = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyEscape || e.input.Text == "" {
			return false
		}
		e.input.write("")
		return true
	}
	return e.WithIcon(sign)
}

// Compact makes the field 26 high, for tables, and returns it.
func (e *Entry) Compact() *Entry {
	e.compact = true
	return e
}

// Text returns what is written, committed or not.
func (e *Entry) Text() string { return e.input.Text }

// SetText writes a text and forgets what can be undone within the field. The
// same text changes nothing, so that a refresh while typing keeps the caret.
func (e *Entry) SetText(text string) {
	e.before = text
	if text != e.input.Text {
		typed := e.typed
		e.typed = nil
		e.input.write(text)
		e.typed = typed
	}
}

// SetPlaceholder shows other words while the field is empty.
func (e *Entry) SetPlaceholder(text string) { e.input.SetPlaceHolder(text) }

// SetBad draws the border as that of a field whose text cannot be read.
func (e *Entry) SetBad(bad bool) {
	e.box.bad = bad
	e.Refresh()
}

// Flush commits a text that was changed.
func (e *Entry) Flush() {
	if e.input.Text == e.before {
		return
	}
	e.before = e.input.Text
	if e.commit != nil {
		e.commit(e.input.Text)
	}
}

// Focus gives the field the keyboard.
func (e *Entry) Focus() { focus(e.input) }

// Focused reports whether the field has the keyboard.
func (e *Entry) Focused() bool { return e.input.focused }

// Enable lets a person write again.
func (e *Entry) Enable() {
	e.input.Enable()
	e.Refresh()
}

// Disable keeps the text but lets no one change it.
func (e *Entry) Disable() {
	e.input.Disable()
	e.Refresh()
}

// Disabled reports whether the text is only read.
func (e *Entry) Disabled() bool { return e.input.Disabled() }

// Tapped puts the caret into the field from its border.
func (e *Entry) Tapped(*fyne.PointEvent) { e.Focus() }

// Cursor is that of text.
func (e *Entry) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer is called by the toolkit.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(e, append(e.box.parts(), e.icon.Image, e.input, e.box.ring)...)
}

func (e *Entry) paint() {
	e.box.focused = e.input.focused
	e.box.paint(e.input.Disabled())
	e.icon.paint()
}

func (e *Entry) measure() fyne.Size {
	h := px(fieldHeight)
	if e.compact {
		h = px(26)
	}
	return fyne.NewSize(px(60), h)
}

func (e *Entry) arrange(s fyne.Size) {
	e.box.put(s)
	x := px(4)
	if e.icon.symbol != nil {
		e.icon.place(px(10), 0, s.Height)
		x = px(10+16+7) - px(6)
	}
	h := e.input.MinSize().Height
	put(e.input, x, round((s.Height-h)/2), s.Width-x-px(4), h)
}
