package ui

import (
	"slices"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// drawnAfter is when a form that was just built has been drawn, so that its
// fields have places.
const drawnAfter = 60 * time.Millisecond

// goTo gives the field with the path the keyboard: in its table where the cell
// is shown there, else in the form of its row.
func (v *documentView) goTo(p plan.Path) {
	v.desk.app.work.After(drawnAfter, func() { kit.RevealFocused(v.desk.window.Canvas()) })
	switch len(p) {
	case 0:
		return
	case 1:
		v.focusField(p)
		return
	}
	list := slices.Clone(p[:len(p)-1])
	id := list[len(list)-1].Row
	list[len(list)-1].Row = ""
	if s := v.form.sheets[list.String()]; s != nil && s.goTo(id, p[len(p)-1].Key) {
		return
	}
	v.row = slices.Clone(p[:len(p)-1])
	v.showForm()
	v.focusField(p)
}

// focusField gives a field of the form in front the keyboard, a list's first
// empty row where the path names a list.
func (v *documentView) focusField(p plan.Path) {
	if s := v.form.sheets[p.String()]; s != nil {
		s.grid.Go(s.Rows(), "")
		s.grid.Focus()
		return
	}
	if f := v.form.fields[p.String()]; f != nil {
		f.Focus()
	}
}

// backTo gives a row of a list the keyboard after its own form was left.
func (v *documentView) backTo(list plan.Path, id plan.ID) {
	s := v.form.sheets[list.String()]
	if s == nil {
		return
	}
	for i := range s.shown {
		if s.row(i).ID == id {
			_, column := s.grid.At()
			s.grid.Go(i, column)
			s.grid.Focus()
		}
	}
}
