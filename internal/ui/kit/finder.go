package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Finder is a field to search with and what it has found under it. The keyboard
// stays in the field: the arrows move among what was found, and Return opens it.
type Finder struct {
	widget.BaseWidget
	entry *Entry
	list  *picker
	pick  func(value string)
}

// NewFinder returns an empty one. Asked is called with what is typed, whenever that
// changes; what it finds it gives to SetFound, now or later. Picked is called with the
// value of what is opened. Nothing is said where nothing was found.
func NewFinder(words *Words, placeholder, nothing string, symbol Symbol, asked, picked func(string)) *Finder {
	f := &Finder{pick: picked}
	f.entry = NewEntry(words, placeholder, nil).OnTyped(asked).WithIcon(symbol)
	f.entry.input.takes = f.key
	f.list = newPicker(func(i int) { f.pick(f.list.items[i].Value) })
	f.list.empty, f.list.enter = nothing, words.Enter
	f.ExtendBaseWidget(f)
	return f
}

// SetFound lists what was found for what was typed, the best first.
func (f *Finder) SetFound(typed string, found []Choice) {
	f.list.typed = typed
	f.list.show(found, 0)
}

// Found returns what is listed.
func (f *Finder) Found() []Choice { return f.list.items }

// Text returns what is typed.
func (f *Finder) Text() string { return f.entry.Text() }

// Focus gives the field the keyboard.
func (f *Finder) Focus() { f.entry.Focus() }

func (f *Finder) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		f.list.TypedKey(e)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.list.take()
	default:
		return false
	}
	return true
}

// CreateRenderer is called by the toolkit.
func (f *Finder) CreateRenderer() fyne.WidgetRenderer { return newDrawing(f, f.entry, f.list) }

func (f *Finder) paint() {}

func (f *Finder) measure() fyne.Size {
	return fyne.NewSize(px(320), f.entry.MinSize().Height+px(10)+px(pickerRow*pickerRows))
}

func (f *Finder) arrange(s fyne.Size) {
	top := f.entry.MinSize().Height
	put(f.entry, 0, 0, s.Width, top)
	put(f.list, 0, top+px(10), s.Width, px(pickerRow*pickerRows))
}

// Matching returns the choices whose label holds what was typed: first those that
// begin with it, then those with a word that does.
func Matching(choices []Choice, typed string) []Choice { return findChoices(choices, typed) }
