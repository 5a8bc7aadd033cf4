package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// input is the toolkit's entry without its own border: the field around it
// draws that. Keys and shortcuts that mean nothing to it go on to the window.
type input struct {
	widget.Entry
	words   *Words
	gained  func()
	lost    func()
	focused bool
	caret   int  // where it stood when the field was left
	pointed bool // the mouse gives the keyboard and will place the caret
	// between are texts that exist only inside a change of two steps; undo and
	// redo pass over them.
	between []string
	// commands edit what is marked, by keys and in the menu.
	commands []textCommand
	// takes gets every key first and reports whether it took it; may be nil.
	takes func(e *fyne.KeyEvent) bool
	// takesRune is takes for letters.
	takesRune func(r rune) bool
	tabs      bool // Tab comes as a key, for a field in a grid's cell
	shift     bool // as told by key events
}

func newInput(words *Words, multi bool) *input {
	i := &input{words: words, gained: func() {}, lost: func() {}}
	i.MultiLine = multi
	i.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multi {
		i.Wrapping = fyne.TextWrapWord
	}
	i.ExtendBaseWidget(i)
	return i
}

// AcceptsTab is false, so that Tab leaves a text of several lines too, but in
// the cell of a grid.
func (i *input) AcceptsTab() bool { return i.tabs }

// KeyDown is called by the toolkit.
func (i *input) KeyDown(e *fyne.KeyEvent) {
	i.shift = i.shift || isShift(e.Name)
	i.Entry.KeyDown(e)
}

// KeyUp is called by the toolkit.
func (i *input) KeyUp(e *fyne.KeyEvent) {
	i.shift = i.shift && !isShift(e.Name)
	i.Entry.KeyUp(e)
}

// TypedRune offers the letter to the field around, then to the entry.
func (i *input) TypedRune(r rune) {
	if i.takesRune == nil || !i.takesRune(r) {
		i.Entry.TypedRune(r)
	}
}

// FocusGained is called by the toolkit.
func (i *input) FocusGained() {
	i.focused = true
	if !i.pointed {
		i.setCaret(min(i.caret, len([]rune(i.Text))))
	}
	i.Entry.FocusGained()
	i.gained()
	announce(i)
}

// FocusLost is called by the toolkit.
func (i *input) FocusLost() {
	i.focused = false
	i.caret = i.CursorTextOffset()
	if !i.MultiLine {
		i.setCaret(0) // so that the beginning is in sight
	}
	i.Entry.FocusLost()
	i.lost()
}

// MouseDown places the caret.
func (i *input) MouseDown(e *desktop.MouseEvent) {
	i.pointed = true
	i.Entry.MouseDown(e)
	i.pointed = false
}

// write sets the text; the caret will stand at its end.
func (i *input) write(text string) {
	i.between = nil
	i.caret = len([]rune(text))
	i.SetText(text)
	if i.focused {
		i.setCaret(i.caret)
	}
}

// TypedKey offers the key to the field around, then to the entry.
func (i *input) TypedKey(e *fyne.KeyEvent) {
	if i.takes != nil && i.takes(e) {
		return
	}
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7,
		fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12, desktop.KeyMenu:
		passKey(i, e)
		return
	}
	i.Entry.TypedKey(e)
	if !i.MultiLine && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
		passKey(i, e) // Return in a dialog's field confirms the dialog
	}
}

// TypedShortcut handles what an entry knows. An undo that the entry has nothing
// left for, and every other shortcut, belongs to the window.
func (i *input) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		if !i.changes(i.Undo) {
			passShortcut(i, s)
		}
		return
	case *fyne.ShortcutRedo:
		if !i.changes(i.Redo) {
			passShortcut(i, s)
		}
		return
	case *desktop.CustomShortcut:
		if s.KeyName == fyne.KeyZ && s.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift && i.changes(i.Redo) {
			return
		}
		if i.byKeys(s) {
			return
		}
		if !movesByWord(s) {
			passShortcut(i, s)
			return
		}
	}
	i.Entry.TypedShortcut(s)
}

// movesByWord reports whether a shortcut is one of those that move or delete
// by words and lines.
func movesByWord(s *desktop.CustomShortcut) bool {
	if s.Modifier&^(fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift|fyne.KeyModifierAlt) != 0 {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// changes reports whether do, an undo or redo, changed the text.
func (i *input) changes(do func()) bool {
	before := i.Text
	do()
	if i.Text != before && slices.Contains(i.between, i.Text) {
		do()
	}
	return i.Text != before
}

// TappedSecondary opens the menu of a text field in the person's language.
func (i *input) TappedSecondary(e *fyne.PointEvent) {
	focus(i)
	c := canvasOf(i)
	if c == nil {
		return
	}
	send := func(s fyne.Shortcut) func() { return func() { i.Entry.TypedShortcut(s) } }
	marked, writable := i.SelectedText() != "", !i.Disabled()
	items := []MenuItem{
		{Label: i.words.Undo, Run: func() { i.changes(i.Undo) }, Off: !writable},
		{Label: i.words.Redo, Run: func() { i.changes(i.Redo) }, Off: !writable},
		{},
		{Label: i.words.Cut, Run: send(&fyne.ShortcutCut{Clipboard: clipboard()}), Off: !marked || !writable},
		{Label: i.words.Copy, Run: send(&fyne.ShortcutCopy{Clipboard: clipboard()}), Off: !marked},
		{Label: i.words.Paste, Run: send(&fyne.ShortcutPaste{Clipboard: clipboard()}), Off: !writable},
		{Label: i.words.SelectAll, Run: send(&fyne.ShortcutSelectAll{})},
	}
	if len(i.commands) > 0 {
		items = append(items, MenuItem{})
	}
	for _, c := range i.commands {
		items = append(items, MenuItem{
			Label: c.label, Shortcut: i.words.KeysText(c.keys), Off: !writable, Run: func() { i.command(c) },
		})
	}
	PopUpMenu(c, positionOf(i).Add(e.Position), items)
}

// CreateRenderer is called by the toolkit.
func (i *input) CreateRenderer() fyne.WidgetRenderer {
	return &inputRenderer{WidgetRenderer: i.Entry.CreateRenderer()}
}

// inputRenderer leaves out the first two objects of the toolkit's renderer,
// which are the ground and the border.
type inputRenderer struct{ fyne.WidgetRenderer }

func (r *inputRenderer) Objects() []fyne.CanvasObject {
	return r.WidgetRenderer.Objects()[2:]
}
