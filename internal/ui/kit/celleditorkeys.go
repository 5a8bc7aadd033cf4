package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// rune ticks with a space where nothing is typed.
func (e *cellEditor) rune(r rune) bool {
	if r != ' ' || e.column.Kind != SeveralCell || e.input.Text != "" || e.list.at < 0 {
		return false
	}
	e.toggle(e.found[e.list.at].Value)
	return true
}

// key ends the writing, or moves among suggestions.
func (e *cellEditor) key(k *fyne.KeyEvent) bool {
	g := e.g
	switch k.Name {
	case fyne.KeyEscape:
		g.leave()
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.column.Kind == SeveralCell && strings.TrimSpace(e.input.Text) != "" && len(e.found) > 0 {
			e.pick(max(0, e.list.at))
			return true
		}
		e.taking = true
		if g.commit() {
			g.down()
		}
		e.taking = false
		return true
	case fyne.KeyTab:
		back := shiftIs(e.input.shift)
		if g.commit() {
			g.tab(back)
		}
		return true
	case fyne.KeyDown, fyne.KeyUp:
		return e.vertical(k.Name == fyne.KeyDown)
	case fyne.KeyF4:
		return e.vertical(true)
	}
	return false
}

// vertical moves among suggestions, opens the calendar, or ends the writing of a
// text and goes to the row above or beneath.
func (e *cellEditor) vertical(down bool) bool {
	switch {
	case e.month != nil && down:
		e.openCalendar()
	case e.list != nil && e.layer == nil:
		e.suggest("")
	case e.list != nil:
		e.moved = true
		if down {
			e.list.move(e.list.at + 1)
		} else {
			e.list.move(e.list.at - 1)
		}
	case e.g.commit():
		by := -1
		if down {
			by = 1
		}
		e.g.step(by, false)
	}
	return true
}

// suggest shows the choices whose label holds what is typed.
func (e *cellEditor) suggest(text string) {
	e.found = findChoices(e.column.Choices(), text)
	e.list.typed = strings.TrimSpace(text)
	at := 0
	if e.list.typed == "" && e.column.Kind == ChoiceCell {
		at = -1
	}
	e.list.show(e.found, at)
	if len(e.found) == 0 && e.column.Free {
		e.hide()
		return
	}
	if e.layer = layerOf(e.g); e.layer == nil {
		return
	}
	size := e.float.MinSize()
	size.Width = max(size.Width, e.Size().Width)
	e.layer.add(e.float, below(e.spot(), e.Size().Height, size, e.layer.Size()), size)
	e.float.Refresh()
}

func (e *cellEditor) hide() {
	if e.layer != nil {
		e.layer.remove(e.float)
		e.layer = nil
	}
}

// pick takes a suggestion: one ends the writing, of several it is ticked.
func (e *cellEditor) pick(i int) {
	e.busy = false
	if i >= len(e.found) {
		return
	}
	if e.column.Kind == SeveralCell {
		e.toggle(e.found[i].Value)
		focus(e.input)
		if e.input.Text != "" {
			e.input.write("")
			e.suggest("")
		}
		return
	}
	e.moved = true
	e.list.at = i
	e.g.commit()
}
