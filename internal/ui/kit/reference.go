package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// ReferenceField lets a person find one of many values by typing part of its
// name. Suggestions stand under the field while the keyboard stays in it.
type ReferenceField struct {
	widget.BaseWidget
	words   *Words
	entry   *Entry
	choices []Choice
	value   string
	found   []Choice
	list    *picker
	float   *panel
	layer   *layer // while suggestions are shown
	picking bool   // the mouse is down on a suggestion
	picked  func(value string)
	free    func(text string)
}

// NewReferenceField returns an empty field. Picked is called with another
// value, or "" where the field was emptied, not by SetValue. Text that is no
// value's name gives way to the chosen value again when the field is left.
func NewReferenceField(words *Words, placeholder string, choices []Choice, picked func(value string)) *ReferenceField {
	r := &ReferenceField{words: words, choices: choices, picked: picked}
	r.entry = NewEntry(words, placeholder, nil).OnTyped(r.suggest)
	r.entry.input.takes = r.key
	lost := r.entry.input.lost
	r.entry.input.lost = func() {
		if !r.picking {
			r.leave()
		}
		lost()
	}
	r.list = newPicker(func(i int) {
		r.picking = false
		r.choose(r.found[i])
		r.entry.Focus()
	})
	r.list.down = func() { r.picking = true }
	r.list.out = func() {
		if r.picking && !r.entry.Focused() { // pressed, then drawn away
			r.picking = false
			r.leave()
		}
	}
	r.list.empty, r.list.enter = words.NoMatch, words.Enter
	r.float = newPanel(3, r.list)
	r.ExtendBaseWidget(r)
	return r
}

// AllowFree lets text that is no value's name be committed as it is, and
// returns the field.
func (r *ReferenceField) AllowFree(commit func(text string)) *ReferenceField {
	r.free = commit
	return r
}

// Value returns the chosen value, or "".
func (r *ReferenceField) Value() string { return r.value }

// SetValue chooses a value and writes its name.
func (r *ReferenceField) SetValue(value string) {
	r.value = value
	r.entry.SetText(r.label())
}

// SetFreeText writes text that stands for no value.
func (r *ReferenceField) SetFreeText(text string) {
	r.value = ""
	r.entry.SetText(text)
}

// SetChoices offers other values.
func (r *ReferenceField) SetChoices(choices []Choice) { r.choices = choices }

// Entry is the field's text, for focus and placeholder.
func (r *ReferenceField) Entry() *Entry { return r.entry }

func (r *ReferenceField) label() string {
	i := slices.IndexFunc(r.choices, func(c Choice) bool { return c.Value == r.value })
	if i < 0 || r.value == "" {
		return ""
	}
	return r.choices[i].Label
}

// suggest shows the values whose name holds what is typed.
func (r *ReferenceField) suggest(typed string) {
	r.found = findChoices(r.choices, typed)
	r.list.typed = strings.TrimSpace(typed)
	r.list.show(r.found, 0)
	if len(r.found) == 0 && r.free != nil {
		r.hide()
		return
	}
	r.layer = layerOf(r)
	if r.layer == nil {
		return
	}
	size := r.float.MinSize()
	size.Width = max(size.Width, r.Size().Width)
	r.layer.add(r.float, below(positionOf(r), r.Size().Height, size, r.layer.Size()), size)
	r.float.Refresh()
}

// findChoices returns the choices whose label holds what was typed: first those
// that begin with it, then those with a word that does.
func findChoices(choices []Choice, typed string) []Choice {
	typed = strings.TrimSpace(typed)
	var found []Choice
	ranks := map[string]int{}
	for _, c := range choices {
		if from, _, ok := matchAt(c.Label, typed); ok {
			found = append(found, c)
			ranks[c.Value] = rank(c.Label, from)
		}
	}
	slices.SortStableFunc(found, func(a, b Choice) int { return ranks[a.Value] - ranks[b.Value] })
	return found
}

func (r *ReferenceField) hide() {
	if r.layer != nil {
		r.layer.remove(r.float)
		r.layer = nil
	}
}

// key moves among the suggestions, takes one, or closes them.
func (r *ReferenceField) key(e *fyne.KeyEvent) bool {
	open := r.layer != nil
	switch e.Name {
	case fyne.KeyDown:
		if !open {
			r.suggest("")
			r.list.move(slices.IndexFunc(r.found, func(c Choice) bool { return c.Value == r.value }))
			return true
		}
		r.list.move(r.list.at + 1)
	case fyne.KeyUp:
		if !open {
			return false
		}
		r.list.move(r.list.at - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !open {
			return false
		}
		if len(r.found) > 0 && strings.TrimSpace(r.entry.Text()) != "" {
			r.list.take()
		} else {
			r.leave()
		}
	case fyne.KeyEscape:
		if !open {
			return false
		}
		r.hide()
		r.entry.SetText(r.label())
	default:
		return false
	}
	return true
}

func (r *ReferenceField) choose(c Choice) {
	r.hide()
	r.entry.SetText(c.Label)
	r.set(c.Value)
}

func (r *ReferenceField) set(value string) {
	if value == r.value {
		return
	}
	r.value = value
	if r.picked != nil {
		r.picked(value)
	}
}

// leave settles what the text means.
func (r *ReferenceField) leave() {
	r.hide()
	if r.entry.Disabled() || r.entry.Text() == r.entry.before {
		return
	}
	text := strings.TrimSpace(r.entry.Text())
	if text == "" {
		r.set("")
		return
	}
	for _, c := range r.choices {
		if fold(c.Label) == fold(text) {
			r.choose(c)
			return
		}
	}
	if r.free != nil {
		if text != r.entry.before {
			r.value = ""
			r.entry.SetText(text)
			r.free(text)
		}
		return
	}
	r.entry.SetText(r.label())
}

// Enable lets a person choose again.
func (r *ReferenceField) Enable() { r.entry.Enable() }

// Disable keeps the value but lets no one change it.
func (r *ReferenceField) Disable() { r.entry.Disable() }

// Focus gives the field the keyboard.
func (r *ReferenceField) Focus() { r.entry.Focus() }

// CreateRenderer is called by the toolkit.
func (r *ReferenceField) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r, r.entry) }

func (r *ReferenceField) paint()              {}
func (r *ReferenceField) measure() fyne.Size  { return r.entry.MinSize() }
func (r *ReferenceField) arrange(s fyne.Size) { put(r.entry, 0, 0, s.Width, s.Height) }
