package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

const toolbarHeight = 29

// LongText is a field for text of several lines, written in Markdown with the
// help of a small toolbar. It grows with what is written.
type LongText struct {
	widget.BaseWidget
	words  *Words
	box    box
	input  *input
	bar    *canvas.Rectangle
	rule   *canvas.Rectangle
	tools  []*tool
	rows   int // at least
	limit  int // words; 0 for none
	plain  bool
	before string
	typed  func(text string)
	commit func(text string)
	told   func() // the field around, when the count changed
}

// NewLongText returns an empty text at least rows lines high. Commit is called
// when a changed text is left, not by SetText.
func NewLongText(words *Words, rows int, commit func(text string)) *LongText {
	t := &LongText{
		words: words, box: newBox(), input: newInput(words, true), bar: newRect(), rule: newRect(),
		rows: max(1, rows), commit: commit,
	}
	for _, c := range []textCommand{
		{assets.IconBold, words.Bold, Keys(fyne.KeyB, false), func(s string, at span) edit { return toggleMark(s, at, "**") }},
		{assets.IconItalic, words.Italic, Keys(fyne.KeyI, false), func(s string, at span) edit { return toggleMark(s, at, "_") }},
		{assets.IconList, words.List, Keys(fyne.KeyL, true), toggleList},
		{assets.IconLink, words.Link, Keys(fyne.KeyK, true), putLink},
	} {
		t.tools = append(t.tools, t.tool(c))
		t.input.commands = append(t.input.commands, c)
	}
	t.input.gained = t.Refresh
	t.input.lost = func() {
		t.Flush()
		t.Refresh()
	}
	t.input.OnChanged = t.changed
	t.input.takes = t.takes
	t.ExtendBaseWidget(t)
	return t
}

// tool is the button of a command; the keyboard stays in the text.
func (t *LongText) tool(c textCommand) *tool {
	return newTool(c.symbol, c.label+" ("+t.words.KeysText(c.keys)+")", func() {
		t.input.command(c)
		focus(t.input)
	})
}

// WithLimit says how many words are wished for at most and returns the text.
func (t *LongText) WithLimit(words int) *LongText {
	t.limit = words
	return t
}

// takes answers Return: it goes on with a list, and in a plain text, which is
// one line, it commits.
func (t *LongText) takes(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter || t.input.Disabled() {
		return false
	}
	if t.plain {
		t.Flush()
		return true
	}
	at := t.input.marked()
	next, ok := continueList(t.input.Text, at)
	if ok {
		t.input.apply(next)
	}
	return ok
}

// Plain makes it a text without toolbar and returns it: one that wraps but has
// no marks, for a line of text that may be long.
func (t *LongText) Plain() *LongText {
	t.plain, t.tools, t.input.commands = true, nil, nil
	return t
}

// barred reports whether there is a toolbar: not where nothing can be written.
func (t *LongText) barred() bool { return !t.plain && !t.input.Disabled() }

// head is the height of the toolbar with its line.
func (t *LongText) head() float32 {
	if !t.barred() {
		return 0
	}
	return px(toolbarHeight)
}

// OnTyped calls back at every change a person makes and returns the text.
func (t *LongText) OnTyped(typed func(text string)) *LongText {
	t.typed = typed
	return t
}

func (t *LongText) changed(text string) {
	if t.typed != nil {
		t.typed(text)
	}
	t.tell()
}

// tell lets the field around follow the count and the height.
func (t *LongText) tell() {
	if t.told != nil {
		t.told()
	}
}

// Text returns what is written, committed or not.
func (t *LongText) Text() string { return t.input.Text }

// SetText writes a text and forgets what can be undone within the field. The
// same text changes nothing, so that a refresh while typing keeps the caret.
func (t *LongText) SetText(text string) {
	t.before = text
	if text == t.input.Text {
		return
	}
	typed := t.typed
	t.typed = nil
	t.input.write(text)
	t.typed = typed
}

// Writing reports whether a person is in the middle of changing the text.
func (t *LongText) Writing() bool { return t.input.focused && t.input.Text != t.before }

// SetPlaceholder shows words while the text is empty.
func (t *LongText) SetPlaceholder(text string) { t.input.SetPlaceHolder(text) }

// CountText tells how many words are written.
func (t *LongText) CountText() string {
	return t.words.Count(countWords(t.input.Text), t.limit)
}

// Over reports whether more words are written than wished for.
func (t *LongText) Over() bool { return t.limit > 0 && countWords(t.input.Text) > t.limit }

func (t *LongText) onCount(told func()) { t.told = told }

// Flush commits a text that was changed.
func (t *LongText) Flush() {
	if t.input.Text == t.before {
		return
	}
	t.before = t.input.Text
	if t.commit != nil {
		t.commit(t.input.Text)
	}
}

// Focus gives the text the keyboard.
func (t *LongText) Focus() { focus(t.input) }

// Enable lets a person write again.
func (t *LongText) Enable() {
	t.input.Enable()
	t.Refresh()
}

// Disable keeps the text but lets no one change it.
func (t *LongText) Disable() {
	t.input.Disable()
	t.Refresh()
}

// Tapped puts the caret into the text from its border.
func (t *LongText) Tapped(*fyne.PointEvent) { t.Focus() }

// Cursor is that of text.
func (t *LongText) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer is called by the toolkit.
func (t *LongText) CreateRenderer() fyne.WidgetRenderer {
	parts := append(t.box.parts(), t.bar, t.rule, t.input)
	for _, tool := range t.tools {
		parts = append(parts, tool)
	}
	return newDrawing(t, append(parts, t.box.ring)...)
}

func (t *LongText) paint() {
	t.box.focused = t.input.focused
	t.box.paint(t.input.Disabled())
	paintRect(t.bar, ColorSub, 0)
	t.bar.TopLeftCornerRadius, t.bar.TopRightCornerRadius = px(radiusField)-1, px(radiusField)-1
	paintRect(t.rule, ColorLine, 0)
	setShown(t.bar, t.barred())
	setShown(t.rule, t.barred())
	for _, tool := range t.tools {
		setShown(tool, t.barred())
	}
}

func (t *LongText) measure() fyne.Size {
	return fyne.NewSize(px(160), t.HeightForWidth(max(px(160), t.Size().Width)))
}

// HeightForWidth follows the lines that the text breaks into.
func (t *LongText) HeightForWidth(w float32) float32 {
	lines := len(breakLines(t.input.Text, Body, w-px(22)))
	if t.plain {
		return px(18)*float32(max(t.rows, lines)) + px(6+6)
	}
	return px(18)*float32(max(t.rows, lines)) + px(8+9) + t.head() + 3
}

func (t *LongText) arrange(s fyne.Size) {
	t.box.put(s)
	head := t.head()
	put(t.bar, 1, 1, s.Width-2, head)
	put(t.rule, 1, 1+head, s.Width-2, 1)
	for i, tool := range t.tools {
		put(tool, px(6+26*float32(i)), 1+round((head-px(24))/2), px(24), px(24))
	}
	// The entry has an inner padding of 6 of its own.
	if t.plain {
		put(t.input, px(4), 0, s.Width-px(8), s.Height)
		return
	}
	put(t.input, px(5), head+px(4), s.Width-px(10), s.Height-head-px(6))
}
