package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// textCommand is something done to the marked stretch of a text.
type textCommand struct {
	symbol Symbol
	label  string
	keys   *desktop.CustomShortcut
	do     func(text string, at span) edit
}

// command does a command to what is marked.
func (i *input) command(c textCommand) {
	if !i.Disabled() {
		i.apply(c.do(i.Text, i.marked()))
	}
}

// byKeys does the command that a shortcut stands for and reports whether there
// was one.
func (i *input) byKeys(s *desktop.CustomShortcut) bool {
	for _, c := range i.commands {
		if c.keys.KeyName == s.KeyName && c.keys.Modifier == s.Modifier {
			i.command(c)
			return true
		}
	}
	return false
}

// marked returns the marked stretch; empty at the caret where nothing is
// marked. The toolkit tells only the marked text and the caret, which stands at
// one of its ends.
func (i *input) marked() span {
	caret := i.CursorTextOffset()
	text := []rune(i.SelectedText())
	all := []rune(i.Text)
	n := len(text)
	if caret-n >= 0 && caret <= len(all) && string(all[caret-n:caret]) == string(text) {
		return span{from: caret - n, to: caret}
	}
	if caret+n <= len(all) && string(all[caret:caret+n]) == string(text) {
		return span{from: caret, to: caret + n}
	}
	return span{from: caret, to: caret}
}

// apply makes the text another one as a change that one undo takes back.
func (i *input) apply(e edit) {
	if e.text == i.Text {
		return
	}
	i.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	if i.Text != "" {
		i.between = append(i.between, "")
	}
	i.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: oneText(e.text)})
	i.caret = e.caret
	i.setCaret(e.caret)
}

// setCaret puts the caret before the rune at an offset. Rows are those on
// screen, so the one that the offset lies in is looked for.
func (i *input) setCaret(offset int) {
	i.CursorRow, i.CursorColumn = 0, 0
	for {
		start := i.CursorTextOffset()
		i.CursorRow++
		next := i.CursorTextOffset()
		if next <= start || next > offset {
			i.CursorRow--
			i.CursorColumn = max(0, offset-start)
			break
		}
	}
	i.Refresh()
}

// oneText is a clipboard that holds one text.
type oneText string

// Content returns the text.
func (t oneText) Content() string { return string(t) }

// SetContent does nothing.
func (t oneText) SetContent(string) {}
